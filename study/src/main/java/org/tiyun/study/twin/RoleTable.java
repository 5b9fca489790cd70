package org.tiyun.study.twin;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tiyun.study.open.Bilingual;
import org.tiyun.study.open.Home;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.open.TextFile;
import org.tiyun.study.twin.Correspondence.Row;

/**
 * Who plays which role in each machine (theory B3): {@code models/twin/roles.csv}. A column that
 * has a model's name holds the sectors that play it, separated by blanks and empty where it is a
 * thing or a belief; columns {@code NAME_en} and {@code NAME_zh} say what plays it in words.
 */
public record RoleTable(List<Role> roles) {

  /**
   * A role that both machines have.
   *
   * @param of by model, in the order asked
   */
  public record Role(String id, Bilingual name, List<Player> of) {}

  /**
   * What plays a role in one machine.
   *
   * @param sectors of the model's books; empty where no party plays it
   */
  public record Player(List<String> sectors, Bilingual words) {}

  /**
   * @throws org.tiyun.words.Failure E0601 where the table cannot be read, E0685 where it has no
   *     column for a model, E0686 for a sector that a model has not
   */
  public static RoleTable of(Home home, List<OpenModel> models) {
    Path file = file(home, "roles.csv");
    String shown = home.shown(file);
    List<Role> roles = new ArrayList<>();
    for (NamedCsvRecord cells : CsvReader.builder().ofNamedCsvRecord(TextFile.read(file, shown))) {
      Row row = new Row(cells, shown);
      roles.add(
          new Role(
              row.cell("id"),
              row.text("en", "zh"),
              models.stream().map(model -> player(row, model)).toList()));
    }
    return new RoleTable(List.copyOf(roles));
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
    return new Player(sectors, row.text(name + "_en", name + "_zh"));
  }

  private static Path file(Home home, String name) {
    return home.root().resolve("models").resolve("twin").resolve(name);
  }
}
