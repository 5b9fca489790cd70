package org.tiyun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiyun.view.text.Columns;

/**
 * What a person reads of the circuit and of a model's sources, back-test and quantities, whole, in
 * both languages, as it was read and found in order. The ledger's hash is left out of it. After a
 * change that is meant, look at the difference and set the system property {@code tiyun.golden} to
 * {@code write} for one run.
 */
class GoldenTextTest {
  private static final Path FOLDER =
      Typed.root().resolve("cli/src/test/resources/org/tiyun/cli/golden");
  private static final String CASES = "circuit/src/test/resources/org/tiyun/circuit/";

  @ParameterizedTest
  @CsvSource({
    "map, map ai-2025",
    "map-bounds, map ai-2025 --bounds --matrix 2024",
    "map-asked, map ai-2025 --ranges --draws 60 --hubs --boundary whole-firms",
    "map-reef, map network/fci_oyster/edges.csv --nodes network/fci_oyster/nodes.csv",
    "accounts, accounts ai-2025 --draws 60",
    "accounts-sparse, accounts ai-2025 --draws 60 --year 2023 --method minimum-density",
    "follow, follow nvidia --draws 60",
    "follow-invested, follow microsoft --draws 60 --invested --amount 2500 --year 2024",
    "cascade, cascade cascade/en_systemicrisk_3bank/edges.csv"
        + " cascade/en_systemicrisk_3bank/nodes.csv --keystones --shortfall --draws 200",
    "cascade-debtrank, cascade cascade/debtrank_neva_cycle/edges.csv"
        + " cascade/debtrank_neva_cycle/nodes.csv --method debtrank --shock A=0.5",
    "cascade-ledger, cascade ai-2025 --shock openai=all",
    "cascade-debts, cascade ai-2025 --layer debts",
    "sources, sources ai-loop",
    "backtest, backtest ai-loop",
    "quantities, quantities ai-loop --at 2028Q4 --draws 40",
  })
  void theWholeText(String name, String line) throws IOException {
    for (String lang : List.of("en", "zh")) {
      List<String> words = new ArrayList<>();
      for (String word : (line + " --lang " + lang).split(" ")) {
        words.add(word.endsWith(".csv") ? Typed.root().resolve(CASES + word).toString() : word);
      }
      Typed typed = Typed.command(words.toArray(String[]::new));
      assertThat(typed.code()).isZero();
      String text = typed.out().replaceAll("@[0-9a-f]{12}", "@HASH");
      Path golden = FOLDER.resolve(name + "." + lang + ".txt");
      if (System.getProperty("tiyun.golden", "").equals("write")) {
        Files.createDirectories(FOLDER);
        Files.writeString(golden, text);
      }
      assertThat(text).as(golden.toString()).isEqualTo(Files.readString(golden));
      assertThat(text).doesNotContain("view.", "ledger.kind", "ledger.item", "{", "NaN", "null");
      assertThat(text.lines()).allSatisfy(row -> assertThat(row).isEqualTo(row.stripTrailing()));
    }
  }

  /** What is read most fits a terminal of a hundred columns, in both languages. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "accounts ai-2025 --draws 60",
        "accounts ai-2025 --draws 60 --year 2023 --method minimum-density",
        "backtest ai-loop",
        "brake ai-loop --all",
        "brake ai-loop --scenario all-at-once",
        "run ai-loop",
      })
  void everyLineFitsAHundredColumns(String line) {
    for (String lang : List.of("en", "zh")) {
      Typed typed = Typed.command((line + " --lang " + lang).split(" "));
      assertThat(typed.code()).as(typed.err()).isZero();
      assertThat(typed.out().lines())
          .allSatisfy(row -> assertThat(Columns.of(row)).as(row).isLessThanOrEqualTo(100));
    }
  }

  /** Columns stand under their heads also where signs are two columns wide. */
  @ParameterizedTest
  @CsvSource({"accounts.en, payer", "accounts.zh, 付款方", "map.en, firm", "map.zh, 公司"})
  void columnsStandUnderTheirHeads(String name, String first) throws IOException {
    List<String> lines = Files.readAllLines(FOLDER.resolve(name + ".txt"));
    int head = 0;
    while (!lines.get(head).strip().startsWith(first + " ")) {
      head++;
    }
    int width = Columns.of(lines.get(head));
    int ended = 0;
    for (int row = head + 1; !lines.get(row).isEmpty() && row < head + 15; row++) {
      // What goes on of a cell above ends before the last column.
      boolean whole = Character.isDigit(lines.get(row).charAt(lines.get(row).length() - 1));
      ended += whole ? 1 : 0;
      assertThat(Columns.of(lines.get(row))).as(lines.get(row)).isLessThanOrEqualTo(width);
      assertThat(!whole || Columns.of(lines.get(row)) == width).as(lines.get(row)).isTrue();
    }
    assertThat(ended).isGreaterThan(5);
  }
}
