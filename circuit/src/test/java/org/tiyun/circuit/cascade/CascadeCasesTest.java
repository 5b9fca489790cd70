package org.tiyun.circuit.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiyun.circuit.edges.BalanceSheetFiles;
import org.tiyun.circuit.network.PaymentGraph;
import org.tiyun.clearing.Recovery;
import org.tiyun.words.Failure;

/** Cascades on the published cases (their README stands beside them). */
class CascadeCasesTest {

  @Test
  void eisenbergNoeOnSystemicrisksThreeBanks() throws Exception {
    BalanceSheets sheets = sheets("en_systemicrisk_3bank");
    Cascade found = run(Cascade.Method.EISENBERG_NOE, sheets, Map.of());

    for (String[] row : rows("en_systemicrisk_3bank/expected.csv")) {
      int i = sheets.parties().indexOf(row[1]);
      if (row[0].equals("clearing_payment")) {
        assertThat(found.payment()[i]).isCloseTo(Double.parseDouble(row[2]), within(1e-9));
      } else {
        assertThat(found.defaults())
            .filteredOn(d -> d.party().equals(row[1]))
            .hasSize(Integer.parseInt(row[2]));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"half", "A_1.2", "A_1.6", "all_1.4"})
  void debtRankOnNevasRing(String scenario) throws Exception {
    BalanceSheets sheets = sheets("debtrank_neva_cycle");
    Map<String, Double> shocks = new HashMap<>();
    for (String[] row : rows("debtrank_neva_cycle/shocks.csv")) {
      if (row[0].equals(scenario)) {
        shocks.put(row[1], Double.parseDouble(row[2]));
      }
    }
    Cascade found = run(Cascade.Method.DEBTRANK, sheets, shocks);

    for (String[] row : rows("debtrank_neva_cycle/expected.csv")) {
      if (row[0].equals("equity_shock_" + scenario)) {
        assertThat(found.equity()[sheets.parties().indexOf(row[1])])
            .isCloseTo(Double.parseDouble(row[2]), within(1e-8));
      }
    }
  }

  @Test
  void singleHitNeverExceedsRepeated() throws Exception {
    BalanceSheets sheets = sheets("debtrank_neva_cycle");
    Cascade once = run(Cascade.Method.DEBTRANK_SINGLE_HIT, sheets, Map.of("A", 0.5));
    Cascade again = run(Cascade.Method.DEBTRANK, sheets, Map.of("A", 0.5));

    // A loses a half, so C a quarter, so B an eighth, which reaches A; but A has passed on its
    // stress.
    assertThat(once.stress()).containsExactly(0.5 + 0.0625, 0.125, 0.25);
    for (int i = 0; i < 3; i++) {
      assertThat(again.stress()[i]).isGreaterThanOrEqualTo(once.stress()[i]);
    }
    assertThat(again.stress()[0]).isCloseTo(0.5 / (1 - 0.125), within(1e-12));
  }

  /** A chain whose last payer lacks cash for a moment: nobody can move though all are solvent. */
  @Test
  void fullPaymentFindsTheStuckThoughSolvent() {
    PaymentGraph ring =
        PaymentGraph.of(3, new int[] {0, 1, 2}, new int[] {1, 2, 0}, new double[] {5, 5, 5}, 3);
    BalanceSheets poor =
        new BalanceSheets(List.of("a", "b", "c"), ring, new double[] {4, 0, 0}, new double[3]);
    BalanceSheets rich =
        new BalanceSheets(List.of("a", "b", "c"), ring, new double[] {5, 0, 0}, new double[3]);

    Cascade stuck = run(Cascade.Method.FULL_PAYMENT, poor, Map.of());
    assertThat(stuck.payment()).containsExactly(0, 0, 0);
    assertThat(stuck.defaults()).hasSize(3);
    assertThat(run(Cascade.Method.FULL_PAYMENT, rich, Map.of()).payment()).containsExactly(5, 5, 5);
    assertThat(run(Cascade.Method.EISENBERG_NOE, poor, Map.of()).payment())
        .containsExactly(5, 5, 5);
  }

  @Test
  void lossesOfAllHoldersEqualWhatIsNotPaid() throws Exception {
    BalanceSheets sheets = sheets("en_systemicrisk_3bank");
    for (Recovery recovery : List.of(Recovery.FULL, new Recovery(0.5, 0.8))) {
      Cascade found =
          new Contagion(Cascade.Method.ROGERS_VERAART, recovery, Map.of("C", 0.4)).run(sheets);
      double unpaid = 0;
      for (int i = 0; i < 3; i++) {
        unpaid += sheets.debtsInside()[i] + sheets.externalLiabilities()[i] - found.payment()[i];
      }
      assertThat(found.loss()).isCloseTo(unpaid, within(1e-12));
    }
  }

  @Test
  void theKeystoneIsWhoseSilenceCostsOthersMost() {
    // a owes b 10, b owes c 10 and has nothing else: if a is silent both claims are lost.
    PaymentGraph chain =
        PaymentGraph.of(3, new int[] {0, 1}, new int[] {1, 2}, new double[] {10, 10}, 2);
    BalanceSheets sheets =
        new BalanceSheets(List.of("a", "b", "c"), chain, new double[] {10, 0, 0}, new double[3]);

    assertThat(Keystones.of(sheets, Recovery.FULL)).containsExactly(20, 10, 0);
  }

  @Test
  void equityFilesGiveTheSameStressAsSheets(@TempDir Path folder) throws Exception {
    Path debts =
        Files.writeString(folder.resolve("e.csv"), "from,to,amount\nB,A,0.5\nC,B,0.5\nA,C,0.5\n");
    Path equity = Files.writeString(folder.resolve("n.csv"), "node,equity\nA,1\nB,1\nC,1\n");

    assertThat(
            run(
                    Cascade.Method.DEBTRANK,
                    BalanceSheetFiles.read(debts, equity).sheets(),
                    Map.of("A", 0.7))
                .stress())
        .isEqualTo(
            run(Cascade.Method.DEBTRANK, sheets("debtrank_neva_cycle"), Map.of("A", 0.7)).stress());
  }

  /**
   * Example 3.3 of Rogers and Veraart 2013, as restated in a thesis' code (ninagad on GitHub): two
   * banks that owe each other 2 and 2.2, own 1 each, and recover half of everything, pay in full.
   */
  @Test
  void twoBanksOfRogersAndVeraart() {
    PaymentGraph debts =
        PaymentGraph.of(2, new int[] {0, 1}, new int[] {1, 0}, new double[] {2, 2.2}, 2);
    BalanceSheets sheets =
        new BalanceSheets(List.of("1", "2"), debts, new double[] {1, 1}, new double[2]);
    Cascade found =
        new Contagion(Cascade.Method.ROGERS_VERAART, new Recovery(0.5, 0.5), Map.of()).run(sheets);

    assertThat(found.payment()).containsExactly(2, 2.2);
    assertThat(found.defaults()).isEmpty();
  }

  /**
   * Section 5.1 of the same paper: a ring of six that owe 2 and 3 in turn, of which every second
   * owns 0.8 and the others nothing. All fail, those who owe 3 first; payments are (a g / (1 -
   * b^2)) times 1 and 2, with a = b = 1/2 and g = 0.4.
   */
  @Test
  void theRingOfRogersAndVeraart() {
    int[] from = {0, 1, 2, 3, 4, 5};
    int[] to = {1, 2, 3, 4, 5, 0};
    PaymentGraph debts = PaymentGraph.of(6, from, to, new double[] {2, 3, 2, 3, 2, 3}, 6);
    BalanceSheets sheets =
        new BalanceSheets(
            List.of("1", "2", "3", "4", "5", "6"),
            debts,
            new double[] {0, 0.8, 0, 0.8, 0, 0.8},
            new double[6]);
    Cascade found =
        new Contagion(Cascade.Method.ROGERS_VERAART, new Recovery(0.5, 0.5), Map.of()).run(sheets);
    double unit = 0.5 * 0.4 / (1 - 0.25);

    assertThat(found.payment())
        .containsExactly(
            new double[] {unit, 2 * unit, unit, 2 * unit, unit, 2 * unit}, within(1e-12));
    assertThat(found.defaults())
        .extracting(Cascade.Default::party)
        .containsExactly("2", "4", "6", "1", "3", "5");
    assertThat(found.defaults())
        .extracting(Cascade.Default::round)
        .containsExactly(1, 1, 1, 2, 2, 2);
  }

  @Test
  void badQuestionsAreRefused(@TempDir Path folder) throws IOException {
    Path debts = Files.writeString(folder.resolve("e.csv"), "from,to,amount\nB,A,0.5\nX,B,0.5\n");
    Path nodes = Files.writeString(folder.resolve("n.csv"), "node,equity\nA,1\nB,-1\n");
    Path all = Files.writeString(folder.resolve("all.csv"), "node,equity\nA,1\nB,-1\nX,0\n");
    BalanceSheets sheets = BalanceSheetFiles.read(debts, all).sheets();

    assertThat(code(() -> BalanceSheetFiles.read(debts, nodes))).isEqualTo("E0523");
    assertThat(code(() -> run(Cascade.Method.DEBTRANK, sheets, Map.of()))).isEqualTo("E0520");
    assertThat(code(() -> run(Cascade.Method.EISENBERG_NOE, sheets, Map.of("Z", 1.0))))
        .isEqualTo("E0521");
    assertThat(code(() -> run(Cascade.Method.EISENBERG_NOE, sheets, Map.of("A", -1.0))))
        .isEqualTo("E0522");
  }

  private static String code(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(Failure.class, call).findings().getFirst().code();
  }

  private static Cascade run(
      Cascade.Method method, BalanceSheets sheets, Map<String, Double> shocks) {
    return new Contagion(method, Recovery.FULL, shocks).run(sheets);
  }

  private static BalanceSheets sheets(String folder) throws URISyntaxException {
    return BalanceSheetFiles.read(path(folder + "/edges.csv"), path(folder + "/nodes.csv"))
        .sheets();
  }

  private static List<String[]> rows(String file) throws IOException, URISyntaxException {
    return Files.readAllLines(path(file)).stream().skip(1).map(line -> line.split(",")).toList();
  }

  private static Path path(String file) throws URISyntaxException {
    return Path.of(CascadeCasesTest.class.getResource(file).toURI());
  }
}
