package org.tiyun.circuit.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiyun.circuit.Package;
import org.tiyun.circuit.range.Figures;
import org.tiyun.ledger.Basis;
import org.tiyun.ledger.FlowCell;
import org.tiyun.ledger.Grade;
import org.tiyun.ledger.RowRef;

/** Unknown cells filled in other ways: the sums stay, and the figures as once found elsewhere. */
class ReconstructionTest {
  private static FlowMatrix matrix(int year) {
    return FlowMatrix.balance(Package.flows(), Package.totals(), year);
  }

  @ParameterizedTest
  @CsvSource({
    "2023, maximum-entropy", "2023, minimum-density", "2024, maximum-entropy",
    "2024, minimum-density", "2025, maximum-entropy", "2025, minimum-density"
  })
  void everyFirmAndEverySumOfAFamilyStaysAsItWas(int year, String name) {
    FlowMatrix before = matrix(year);
    FlowMatrix after = Reconstruction.of(name).orElseThrow().at(before).apply(before);

    assertThat(after.residual()).isLessThan(1e-9);
    Map<String, Double> sums = new HashMap<>();
    for (int i = 0; i < before.cells().size(); i++) {
      var row = before.cells().get(i).cell();
      double old = before.cells().get(i).value();
      double filled = after.cells().get(i).value();
      if (row.basis() == Basis.UNKNOWN) {
        assertThat(filled).isGreaterThanOrEqualTo(0);
        Family family = Family.ofKind(row.kind());
        sums.merge("from " + family + row.payer(), filled - old, Double::sum);
        sums.merge("to " + family + row.payee(), filled - old, Double::sum);
      } else {
        assertThat(filled).isEqualTo(old);
      }
    }
    assertThat(sums.values()).allSatisfy(gap -> assertThat(gap).isCloseTo(0, within(1e-9)));
  }

  private static final String BANKS = "abcdefg";

  /** The sparse table printed for the seven banks: who lends whom, 9 links. */
  private static final double[][] SPARSE = {
    {0, 3, 0, 0, 0, 0, 4},
    {3, 0, 2, 0, 0, 0, 0},
    {0, 2, 0, 0, 0, 1, 0},
    {0, 0, 0, 0, 0, 1, 0},
    {0, 0, 3, 0, 0, 0, 0},
    {0, 0, 0, 0, 0, 0, 0},
    {1, 0, 0, 0, 0, 0, 0}
  };

  /**
   * Seven banks of Anand, Craig and von Peter 2015 (page 628), of which only the sums are known;
   * the maximum entropy table as R's NetworkRiskMeasures prints it, to its two digits.
   */
  @Test
  void sevenBanksByMaximumEntropy() {
    double[][] printed = {
      {0, 2.53, 2.18, 0, 0, 0.74, 1.55},
      {1.72, 0, 1.60, 0, 0, 0.54, 1.14},
      {0.98, 1.06, 0, 0, 0, 0.31, 0.65},
      {0.25, 0.27, 0.23, 0, 0, 0.08, 0.17},
      {0.75, 0.81, 0.70, 0, 0, 0.24, 0.50},
      {0, 0, 0, 0, 0, 0, 0},
      {0.30, 0.32, 0.28, 0, 0, 0.09, 0}
    };
    FlowMatrix spread = Reconstruction.MAXIMUM_ENTROPY.at(banks()).apply(banks());
    for (BalancedCell cell : spread.cells()) {
      int from = BANKS.indexOf(cell.cell().payer());
      int to = BANKS.indexOf(cell.cell().payee());
      assertThat(cell.value()).isCloseTo(printed[from][to], within(0.006));
    }
  }

  /** The same banks: as few links as the printed sparse table, beginning with the even one. */
  @Test
  void sevenBanksByMinimumDensity() {
    FlowMatrix spread = Reconstruction.MAXIMUM_ENTROPY.at(banks()).apply(banks());

    assertThat(Reconstruction.used(spread)).isEqualTo(26);
    assertThat(Reconstruction.used(Reconstruction.MINIMUM_DENSITY.at(spread).apply(spread)))
        .isLessThanOrEqualTo(9);
  }

  private static FlowMatrix banks() {
    List<BalancedCell> cells = new ArrayList<>();
    for (int i = 0; i < SPARSE.length; i++) {
      for (int j = 0; j < SPARSE.length; j++) {
        if (i != j) {
          String from = BANKS.substring(i, i + 1);
          String to = BANKS.substring(j, j + 1);
          cells.add(
              new BalancedCell(
                  new FlowCell(
                      2015,
                      from,
                      to,
                      "debt",
                      1,
                      0,
                      10,
                      Basis.UNKNOWN,
                      Grade.D,
                      Optional.empty(),
                      "",
                      new RowRef("flows.csv", 2, from + to)),
                  SPARSE[i][j]));
        }
      }
    }
    return new FlowMatrix(2015, List.of("a", "b", "c", "d", "e", "f", "g"), cells, List.of(), 0);
  }

  @Test
  void entropyUsesAllCellsAndDensityAsFewAsAForestHas() {
    FlowMatrix matrix = matrix(2025);
    int all = Reconstruction.unknown(matrix).length;

    assertThat(all).isEqualTo(68);
    assertThat(Reconstruction.used(Reconstruction.MAXIMUM_ENTROPY.at(matrix).apply(matrix)))
        .isEqualTo(all);
    assertThat(Reconstruction.used(Reconstruction.MINIMUM_DENSITY.at(matrix).apply(matrix)))
        .isEqualTo(48);
  }

  /** Of all tables with its sums the entropy's is the most even: any ring shifted lowers it. */
  @Test
  void nothingIsMoreEvenThanMaximumEntropy() {
    FlowMatrix matrix = matrix(2025);
    double most = entropy(Reconstruction.MAXIMUM_ENTROPY.at(matrix).apply(matrix));

    assertThat(entropy(matrix)).isLessThan(most);
    for (int attempt = 0; attempt < 20; attempt++) {
      assertThat(entropy(Reconstruction.extreme(matrix, attempt))).isLessThan(most);
    }
  }

  /** Printed with 300 linear programmes of random cost: 5.15-5.40, 0.74-1.05, 4.2-5.0 percent. */
  @Test
  void whoIsPairedWithWhomMattersLessThanTheSums() {
    FlowMatrix matrix = matrix(2025);
    Figures figures = new Figures(List.of(), List.of("nvidia"));
    double[] least = {1, 1, 1};
    double[] most = {0, 0, 0};
    for (int attempt = 0; attempt < Reconstruction.TRIES; attempt++) {
      Map<String, Double> found = figures.of(Reconstruction.extreme(matrix, attempt));
      double[] now = {
        found.get("sales.nvidia.end_users"),
        found.get("own_money_back.nvidia"),
        found.get("circulation.share")
      };
      for (int k = 0; k < now.length; k++) {
        least[k] = Math.min(least[k], now[k]);
        most[k] = Math.max(most[k], now[k]);
      }
    }
    assertThat(100 * least[0]).isCloseTo(5.15, within(0.01));
    assertThat(100 * most[0]).isCloseTo(5.40, within(0.05));
    assertThat(100 * least[1]).isCloseTo(0.74, within(0.01));
    assertThat(100 * most[1]).isCloseTo(1.05, within(0.01));
    assertThat(100 * least[2]).isCloseTo(4.2, within(0.05));
    assertThat(100 * most[2]).isCloseTo(5.0, within(0.05));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 7, 31})
  void drawsAreFilledAlikeAndBalance(long draw) {
    FlowMatrix point = matrix(2025);
    MatrixDraws draws = new MatrixDraws(Package.flows(), Package.totals(), 2025, 1);
    for (Reconstruction method : Reconstruction.values()) {
      FlowMatrix drawn = draws.draw(draw);
      assertThat(method.at(point).apply(drawn).residual()).isLessThan(1e-8);
      assertThat(method.at(point).apply(drawn)).isEqualTo(method.at(point).apply(drawn));
    }
  }

  private static double entropy(FlowMatrix matrix) {
    double entropy = 0;
    for (int i : Reconstruction.unknown(matrix)) {
      double value = matrix.cells().get(i).value();
      entropy -= value > 0 ? value * Math.log(value) : 0;
    }
    return entropy;
  }
}
