package org.tiyun.view.map;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.tiyun.ledger.DataTable;
import org.tiyun.ledger.Ledger;

/**
 * Where the parties of a map stand, in parts of the map's width and height, by party. People find
 * again what stands where it stood: so a ledger may say it, in its table {@code layout}.
 */
public record Places(Map<String, Place> byParty) {

  /** A place, 0 to 1 from the upper left corner, in each format. */
  public record Place(double x, double y, double narrowX, double narrowY) {}

  public Places {
    byParty = Map.copyOf(byParty);
  }

  static Places none() {
    return new Places(Map.of());
  }

  /**
   * What the ledger says of a map; nothing where it has no table {@code layout}.
   *
   * @param map {@code cash} or {@code promise}
   */
  static Places of(Ledger ledger, String map) {
    return ledger.tables().stream()
        .filter(table -> table.name().equals("layout"))
        .findFirst()
        .map(table -> of(table, map))
        .orElseGet(Places::none);
  }

  private static Places of(DataTable table, String map) {
    List<String> columns = table.columns();
    return new Places(
        table.rows().stream()
            .filter(row -> row.get(columns.indexOf("map")).equals(map))
            .collect(
                Collectors.toMap(
                    row -> row.get(columns.indexOf("id")),
                    row ->
                        new Place(
                            number(row, columns.indexOf("x")),
                            number(row, columns.indexOf("y")),
                            number(row, columns.indexOf("narrow_x")),
                            number(row, columns.indexOf("narrow_y"))))));
  }

  private static double number(List<String> row, int column) {
    return Double.parseDouble(row.get(column));
  }

  /** Whether each of the parties has a place. */
  boolean cover(List<MoneyMap.Node> nodes) {
    return nodes.stream().allMatch(node -> byParty.containsKey(node.id()));
  }

  /** Centres of the parties, in their order. */
  List<Point> centres(List<MoneyMap.Node> nodes, Frame frame) {
    return nodes.stream()
        .map(node -> centre(Objects.requireNonNull(byParty.get(node.id())), frame))
        .toList();
  }

  private static Point centre(Place place, Frame frame) {
    Box map = frame.map();
    double x = frame.narrow() ? place.narrowX() : place.x();
    double y = frame.narrow() ? place.narrowY() : place.y();
    return new Point(map.left() + x * map.width(), map.top() + y * map.height());
  }
}
