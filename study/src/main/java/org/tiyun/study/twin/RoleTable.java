package org.tiyun.study.twin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tiyun.study.open.Bilingual;
import org.tiyun.study.open.Home;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.open.TextFile;
import org.tiyun.study.twin.Correspondence.Row;
import org.tiyun.words.Failure;

/**
 * Who plays which role in each machine (theory B3): {@code models/twin/roles.csv}. A column that
 * has a model's name holds the sectors that play it, separated by blanks and empty where it is a
 * thing or a belief; columns {@code NAME_en} and {@code NAME_zh} say what plays it in words, {@code
 * NAME_map_en} and {@code NAME_map_zh} in so few that they fit a map. Columns {@code as}, {@code x}
 * and {@code y} place a role on the map of every machine alike.
 */
public record RoleTable(List<Role> roles) {

  /** Where a role stands. */
  public enum Standing {
    /** In the circle. */
    INSIDE,
    OUTSIDE,
    /** Outside, and who pays in the end. */
    END_USERS,
    /** No party at all: what is built, or what is believed. */
    THING
  }

  /**
   * A role that all machines have.
   *
   * @param x part of a map's width, from the left; {@code y} of its height, from above
   * @param of by model, in the order asked
   */
  public record Role(
      String id, Bilingual name, Standing standing, double x, double y, List<Player> of) {}

  /**
   * What plays a role in one machine.
   *
   * @param sectors of the model's books; empty where no party plays it
   * @param brief the words for a map
   */
  public record Player(List<String> sectors, Bilingual words, Bilingual brief) {}

  /**
   * @throws Failure E0601 where the table cannot be read, E0685 where it lacks a column, E0686 for
   *     a sector that a model has not, E0690 for a standing or a place that is none, E0691 for a
   *     role that stands twice, E0692 for a sector with two roles, E0697 for a file that is no
   *     table
   */
  public static RoleTable of(Home home, List<OpenModel> models) {
    Path file = file(home, "roles.csv");
    String shown = home.shown(file);
    List<Role> roles = new ArrayList<>();
    for (Row row : Correspondence.table(file, shown)) {
      Role role =
          new Role(
              row.cell("id"),
              row.text("en", "zh"),
              standing(row),
              part(row, "x"),
              part(row, "y"),
              models.stream().map(model -> player(row, model)).toList());
      roles.forEach(before -> apart(row, before, role, models));
      roles.add(role);
    }
    return new RoleTable(List.copyOf(roles));
  }

  /** The same; nothing where there is no such table. */
  static Optional<RoleTable> find(Home home, List<OpenModel> models) {
    return Files.isRegularFile(file(home, "roles.csv"))
        ? Optional.of(of(home, models))
        : Optional.empty();
  }

  private static Standing standing(Row row) {
    String said = row.cell("as").toUpperCase(Locale.ROOT);
    return Arrays.stream(Standing.values())
        .filter(standing -> standing.name().equals(said))
        .findFirst()
        .orElseThrow(() -> row.wrong("E0690", "as"));
  }

  private static double part(Row row, String column) {
    try {
      double part = Double.parseDouble(row.cell(column));
      if (part >= 0 && part <= 1) {
        return part;
      }
    } catch (NumberFormatException e) {
      throw row.wrong("E0690", column);
    }
    throw row.wrong("E0690", column);
  }

  /** A payment counts once: nobody plays two roles, and no role stands twice. */
  private static void apart(Row row, Role before, Role role, List<OpenModel> models) {
    if (before.id().equals(role.id())) {
      throw row.wrong("E0691", "id");
    }
    for (int m = 0; m < models.size(); m++) {
      for (String sector : role.of().get(m).sectors()) {
        if (before.of().get(m).sectors().contains(sector)) {
          throw row.twice(sector, models.get(m).folderName(), before.id());
        }
      }
    }
  }

  /**
   * Models that the tables join: the columns of twin.csv that stand before the names; none where
   * there are no such tables.
   */
  public static List<String> models(Home home) {
    Path file = file(home, "twin.csv");
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    String head = TextFile.read(file, home.shown(file)).lines().findFirst().orElse("");
    List<String> columns = List.of(head.split(",", -1));
    int from = columns.indexOf("as") + 1;
    int to = columns.indexOf("en");
    return from < to ? columns.subList(from, to) : List.of();
  }

  private static Player player(Row row, OpenModel model) {
    String name = model.folderName();
    List<String> sectors =
        row.of(name).map(cell -> List.of(cell.trim().split(" +"))).orElse(List.of());
    for (String sector : sectors) {
      if (!model.model().books().sectors().contains(sector)) {
        throw row.unknown(sector, name);
      }
    }
    return new Player(
        sectors,
        row.text(name + "_en", name + "_zh"),
        row.text(name + "_map_en", name + "_map_zh"));
  }

  private static Path file(Home home, String name) {
    return home.root().resolve("models").resolve("twin").resolve(name);
  }
}
