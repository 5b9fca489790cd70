package org.tiyun.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published cases of cascades, as a program sees them. */
class CascadeTaskTest {
  private static final Path CASES =
      Typed.root().resolve("circuit/src/test/resources/org/tiyun/circuit/cascade");

  @Test
  void systemicrisksThreeBanksClear() throws IOException {
    Map<String, String> found = cascade("en_systemicrisk_3bank");
    for (String[] row : rows("en_systemicrisk_3bank/expected.csv")) {
      if (row[0].equals("clearing_payment")) {
        assertThat(number(found, "clearing_payment." + row[1]))
            .isCloseTo(Double.parseDouble(row[2]), within(1e-9));
      } else {
        assertThat(failed(found).contains(row[1])).isEqualTo(row[2].equals("1"));
      }
    }
    assertThat(found)
        .containsEntry("method", "eisenberg-noe")
        .containsEntry("defaults.0.node", "A");
  }

  @ParameterizedTest
  @ValueSource(strings = {"half", "A_1.2", "A_1.6", "all_1.4"})
  void nevasRingLosesEquityAsPublished(String scenario) throws IOException {
    List<String> options = new ArrayList<>(List.of("--method", "debtrank"));
    for (String[] row : rows("debtrank_neva_cycle/shocks.csv")) {
      if (row[0].equals(scenario)) {
        options.addAll(List.of("--shock", row[1] + "=" + row[2]));
      }
    }
    Map<String, String> found = cascade("debtrank_neva_cycle", options.toArray(String[]::new));
    for (String[] row : rows("debtrank_neva_cycle/expected.csv")) {
      if (row[0].equals("equity_shock_" + scenario)) {
        assertThat(number(found, "equity." + row[1]))
            .isCloseTo(Double.parseDouble(row[2]), within(1e-8));
      }
    }
    assertThat(found.keySet()).noneMatch(name -> name.startsWith("clearing_payment"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eisenberg-noe",
        "rogers-veraart",
        "debtrank",
        "debtrank-single-hit",
        "full-payment"
      })
  void everyMethodAnswersInEveryForm(String method) throws IOException {
    String[] options = {"--method", method, "--shock", "A=0.5", "--keystones"};
    Map<String, String> found = cascade("debtrank_neva_cycle", options);
    assertThat(found).containsEntry("method", method);
    assertThat(found.keySet())
        .contains("equity.A", "stress.C", "loss.total", "loss.by_holder.B", "keystones.A");
    double sum = number(found, "loss.outside");
    for (String node : List.of("A", "B", "C")) {
      sum += number(found, "loss.by_holder." + node);
    }
    assertThat(number(found, "loss.total")).isCloseTo(sum, within(1e-12));
    Typed csv = typed("debtrank_neva_cycle", List.of(options), "--csv");
    assertThat(csv.out().lines().toList())
        .hasSize(4)
        .startsWith("node,clearing_payment,equity,stress,round,loss,keystone");
    for (String lang : List.of("en", "zh")) {
      Typed text = typed("debtrank_neva_cycle", List.of(options), "--lang", lang);
      assertThat(text.code()).isZero();
      assertThat(text.out()).contains("A", "B", "C").doesNotContain("view.", "{");
    }
  }

  /** Rogers and Veraart: recovering less can only make payments smaller. */
  @Test
  void recoveryLowersPayments() throws IOException {
    Map<String, String> full = cascade("en_systemicrisk_3bank", "--method", "rogers-veraart");
    Map<String, String> half =
        cascade(
            "en_systemicrisk_3bank",
            "--method",
            "rogers-veraart",
            "--recovery-external",
            "0.5",
            "--recovery-internal",
            "0.8");
    assertThat(number(full, "clearing_payment.A"))
        .isEqualTo(number(cascade("en_systemicrisk_3bank"), "clearing_payment.A"));
    assertThat(number(half, "clearing_payment.A")).isLessThan(number(full, "clearing_payment.A"));
  }

  @ParameterizedTest
  @CsvSource({
    "--method chaos, E0525, debtrank",
    "--recovery-external 0.5, E0524, rogers-veraart",
    "--method rogers-veraart --recovery-internal 1.5, E0113, --recovery-internal",
    "--shock A, E0113, --shock",
    "--shock A=much, E0113, --shock",
    "--shock Z=1, E0521, Z",
    "--shock A=-1, E0522, A",
    "--shock A=NaN, E0522, A",
  })
  void whatCannotBeAskedIsSaidInBothLanguages(String line, String code, String hint) {
    for (String lang : List.of("en", "zh")) {
      Typed typed =
          typed("debtrank_neva_cycle", List.of(line.split(" ")), "--json", "--lang", lang);
      assertThat(typed.code()).isEqualTo(2);
      assertThat(typed.out()).isEmpty();
      assertThat(typed.err()).contains("[" + code + "]", hint).doesNotContain("{", "\tat ");
    }
  }

  @Test
  void aNodeWithoutARowIsRefusedWithItsLine(@TempDir Path folder) throws IOException {
    Path edges = Files.writeString(folder.resolve("e.csv"), "from,to,amount\nA,B,1\nX,A,1\n");
    Path nodes = Files.writeString(folder.resolve("n.csv"), "node,equity\nA,1\nB,1\n");
    Typed typed = Typed.command("cascade", edges.toString(), nodes.toString());
    assertThat(typed.code()).isEqualTo(1);
    assertThat(typed.err()).contains("[E0523]", "e.csv:3", "X");
  }

  @Test
  void aLedgersPromisesAreDebtsWithTheirRows() throws IOException {
    Typed typed = Typed.command("cascade", "ai-2025", "--json");
    assertThat(typed.code()).isZero();
    Map<String, String> found = Flat.of(typed.out());
    assertThat(found).containsEntry("layer", "promises").containsEntry("unit", "usd_b");
    int oracle = 0;
    while (!(found.get("exposures." + oracle + ".debtor").equals("openai")
        && found.get("exposures." + oracle + ".creditor").equals("oracle"))) {
      oracle++;
    }
    assertThat(number(found, "exposures." + oracle + ".amount")).isEqualTo(300);
    assertThat(found).containsEntry("exposures." + oracle + ".deals.0", "openai-oracle-300");
    assertThat(number(found, "keystones.openai")).isGreaterThan(700);
    assertThat(failed(found)).isEmpty();
    Map<String, String> shocked =
        Flat.of(Typed.command("cascade", "ai-2025", "--shock", "openai=all", "--json").out());
    assertThat(failed(shocked)).containsExactly("openai");
    assertThat(number(shocked, "loss.by_holder.oracle")).isGreaterThan(290);
    assertThat(shocked.keySet()).noneMatch(name -> name.startsWith("keystones"));
  }

  @Test
  void aLedgersCascadeSaysWhatItCannotSay() {
    Typed en = Typed.command("cascade", "ai-2025");
    Typed zh = Typed.command("cascade", "ai-2025", "--layer", "debts", "--lang", "zh");
    assertThat(en.out())
        .contains("who hangs on whom, not as who will fail", "CoreWeave $4.2B (2025-12-31)")
        .contains("deals.csv:")
        .doesNotContain("view.", "{");
    assertThat(zh.out()).contains("谁系在谁身上", "CoreWeave 42亿美元").doesNotContain("view.", "{");
  }

  @ParameterizedTest
  @CsvSource({
    "cascade ai-2025 --layer moon, E0537, promises",
    "cascade ai-2025 --shortfall, E0538, --shortfall",
    "cascade ai-2025 --method debtrank, E0538, debtrank",
    "cascade ai-2025 --shock nobody=1, E0521, nobody",
    "cascade ai-2025 --shock openai=Infinity, E0113, --shock",
    "cascade ai-2025 --volatility 0, E0113, --volatility",
    "cascade ai-2024, E0112, NODES.csv",
  })
  void whatALedgerCannotAnswerIsSaid(String line, String code, String hint) {
    for (String lang : List.of("en", "zh")) {
      Typed typed = Typed.command((line + " --lang " + lang).split(" "));
      assertThat(typed.code()).isEqualTo(2);
      assertThat(typed.out()).isEmpty();
      assertThat(typed.err()).contains("[" + code + "]", hint);
    }
  }

  @Test
  void theExpectedShortfallComesWithItsError() throws IOException {
    String[] options = {"--shortfall", "--draws", "400", "--seed", "3"};
    Map<String, String> found = cascade("en_systemicrisk_3bank", options);
    double expected = number(found, "shortfall.expected_shortfall");
    assertThat(number(found, "shortfall.quantile_95")).isLessThanOrEqualTo(expected);
    assertThat(number(found, "shortfall.mean")).isLessThan(expected);
    assertThat(number(found, "shortfall.standard_error")).isPositive();
    assertThat(cascade("en_systemicrisk_3bank", options)).isEqualTo(found);
    Typed csv = typed("en_systemicrisk_3bank", List.of(options), "--csv");
    assertThat(csv.out().lines().findFirst().orElseThrow())
        .endsWith("keystone,worst_loss,worst_failing");
    assertThat(csv.out()).contains(found.get("shortfall.by_holder.A"));
    Typed zh = typed("en_systemicrisk_3bank", List.of(options), "--lang", "zh");
    assertThat(zh.out()).contains("期望损失", "400 次").doesNotContain("view.", "{");
  }

  @Test
  void bothFilesAreNeeded() {
    Typed typed = Typed.command("cascade", "edges.csv");
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains("[E0112]", "NODES.csv");
  }

  private static Map<String, String> cascade(String folder, String... options) throws IOException {
    Typed typed = typed(folder, List.of(options), "--json");
    assertThat(typed.err()).isEmpty();
    assertThat(typed.code()).isZero();
    return Flat.of(typed.out());
  }

  private static Typed typed(String folder, List<String> options, String... more) {
    List<String> line = new ArrayList<>();
    line.add("cascade");
    line.add(CASES.resolve(folder + "/edges.csv").toString());
    line.add(CASES.resolve(folder + "/nodes.csv").toString());
    line.addAll(options);
    line.addAll(List.of(more));
    return Typed.command(line.toArray(String[]::new));
  }

  private static double number(Map<String, String> found, String name) {
    return Double.parseDouble(found.get(name));
  }

  private static List<String> failed(Map<String, String> found) {
    return found.entrySet().stream()
        .filter(e -> e.getKey().matches("defaults\\.\\d+\\.node"))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static List<String[]> rows(String file) throws IOException {
    return Files.readAllLines(CASES.resolve(file)).stream()
        .skip(1)
        .map(line -> line.split(","))
        .toList();
  }
}
