package org.tiyun.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Wherever the shipped package is broken in one cell, a finding names that file, line and column.
 */
class BrokenCellTest {
  /** What spoils a column, whatever stood there. */
  private static final Map<String, List<String>> SPOILS =
      Map.ofEntries(
          Map.entry("deals.csv/payer", List.of("", "Nvidia Corp!", "openia")),
          Map.entry("deals.csv/payee", List.of("", "no such firm")),
          Map.entry("deals.csv/amount_usd_b", List.of("-1", "ten", "1e", "1,5")),
          Map.entry("deals.csv/stage", List.of("", "Paid", "done")),
          Map.entry("deals.csv/settlement", List.of("", "shares")),
          Map.entry("deals.csv/scope", List.of("", "flows")),
          Map.entry("deals.csv/announced", List.of("", "2025-13", "2025-02-30", "March")),
          Map.entry("deals.csv/grade", List.of("", "E", "a")),
          Map.entry("deals.csv/source_url", List.of("www")),
          Map.entry("deals.csv/part_of", List.of("no-such-row")),
          Map.entry("series.csv/value", List.of("", "n/a", "1.2.3")),
          Map.entry("series.csv/period", List.of("", "2025Q9", "25")),
          Map.entry("series.csv/unit", List.of("", "usd")),
          Map.entry("balances.csv/as_of", List.of("", "2025-06-31", "2025")),
          Map.entry("parameters.csv/value", List.of("", "1e999")),
          Map.entry("flows.csv/year", List.of("", "2022", "20.5")),
          Map.entry("flows.csv/payer", List.of("", "nvdia")),
          Map.entry("flows.csv/value", List.of("", "-1", "99999")),
          Map.entry("flows.csv/low", List.of("", "-1", "99999")),
          Map.entry("flows.csv/basis", List.of("", "guess")),
          Map.entry("totals.csv/entity", List.of("", "nvdia")),
          Map.entry("totals.csv/item", List.of("", "profit")),
          Map.entry("totals.csv/high", List.of("", "-0.1")));

  @TempDir Path folder;

  record Break(String file, String column, String spoilt, long seed) {}

  static Stream<Break> breaks() {
    Random random = new Random(20251231);
    List<String> places = SPOILS.keySet().stream().sorted().toList();
    return IntStream.range(0, 150)
        .mapToObj(i -> {
          String place = places.get(i % places.size());
          List<String> spoils = SPOILS.get(place);
          return new Break(
              place.substring(0, place.indexOf('/')),
              place.substring(place.indexOf('/') + 1),
              spoils.get(random.nextInt(spoils.size())),
              random.nextLong());
        });
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void isNamedByFileLineAndColumn(Break broken) throws IOException {
    Packages.copy(folder);
    Ledger whole = LedgerReader.read(Packages.SHIPPED).ledger().orElseThrow();
    DataTable table =
        whole.tables().stream()
            .filter(t -> t.file().equals(broken.file()))
            .findFirst()
            .orElseThrow();
    int row = new Random(broken.seed()).nextInt(table.rows().size());
    write(table, row, broken);
    assertThat(Packages.shown(folder))
        .as("%s, row %d", broken, row)
        .anyMatch(shown ->
            shown.endsWith(" " + broken.file() + ":" + table.lines()[row] + " " + broken.column()));
  }

  private void write(DataTable table, int row, Break broken) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(line(table.columns()));
    for (int i = 0; i < table.rows().size(); i++) {
      List<String> cells = new ArrayList<>(table.rows().get(i));
      if (i == row) {
        cells.set(table.columns().indexOf(broken.column()), broken.spoilt());
      }
      lines.add(line(cells));
    }
    Files.write(folder.resolve(table.file()), lines);
  }

  private static String line(List<String> cells) {
    return String.join(
        ",", cells.stream().map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"").toList());
  }
}
