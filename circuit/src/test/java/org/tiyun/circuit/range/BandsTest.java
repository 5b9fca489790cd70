package org.tiyun.circuit.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tiyun.circuit.MatrixMeasures;
import org.tiyun.circuit.Package;
import org.tiyun.circuit.matrix.BalancedCell;
import org.tiyun.circuit.matrix.Boundary;
import org.tiyun.circuit.matrix.FlowMatrix;
import org.tiyun.circuit.matrix.MatrixDraws;
import org.tiyun.ledger.Ledger;
import org.tiyun.ledger.LedgerReader;

/** Ranges and boundaries against those found before with 400 draws of numpy. */
class BandsTest {
  private static final Figures FIGURES =
      new Figures(List.of(List.of("amazon", "anthropic")), List.of("nvidia"));
  private static final UnaryOperator<FlowMatrix> AS_IS = matrix -> matrix;
  private static final Ledger LEDGER =
      LedgerReader.read(Path.of("..", "models", "ai-2025")).ledger().orElseThrow();
  private static final Map<Integer, Bands> FOUND = new TreeMap<>();

  private static synchronized Bands bands(int year) {
    return FOUND.computeIfAbsent(
        year, y -> Bands.of(draws(y), y, AS_IS, FIGURES, Bands.USUAL_DRAWS, Bands.USUAL_SEED));
  }

  private static MatrixDraws draws(int year) {
    return new MatrixDraws(Package.flows(), Package.totals(), year, Bands.USUAL_SEED);
  }

  /** In percent, or billions for the loop and the circulation; printed with one or two digits. */
  @ParameterizedTest
  @CsvSource({
    "2023, entering.end_users, 3.3, 5.9",
    "2024, entering.end_users, 4.9, 7.4",
    "2025, entering.end_users, 7.3, 10",
    "2023, sales.nvidia.end_users, 1.4, 3.0",
    "2024, sales.nvidia.end_users, 2.8, 4.5",
    "2025, sales.nvidia.end_users, 4.1, 6.5",
    "2025, sales.microsoft.end_users, 47, 57",
    "2025, sales.oracle.end_users, 24, 49",
    "2025, sales.coreweave.end_users, 15, 23",
    "2025, entering.other_chip_buyers, 13, 17",
    "2025, entering.own_business, 34, 43",
    "2025, entering.lenders, 18, 24",
    "2025, entering.outside_equity, 16, 18",
    "2025, finn, 0.3, 0.6",
    "2025, own_money_back.nvidia, 0.6, 1.4",
    "2025, own_money_back.microsoft, 0.3, 0.7",
    "2025, own_money_back.amazon, 0.6, 0.9",
    "2025, equity_return.nvidia, 12, 22",
    "2025, equity_return.nvidia.spent_later, 18, 29",
    "2025, equity_return.nvidia.earmarked, 38, 56",
    "2025, circulation.share, 4.3, 7.1"
  })
  void rangesOfShares(int year, String figure, double low, double high) {
    Band band = bands(year).figures().get(figure);

    assertThat(100 * band.low()).isCloseTo(low, within(tolerance(low)));
    assertThat(100 * band.high()).isCloseTo(high, within(tolerance(high)));
    assertThat(band.value()).isBetween(band.low(), band.high());
  }

  /** A tenth of the printed bound or 0.1 point, and half of the digit it was printed to. */
  private static double tolerance(double printed) {
    return Math.max(0.1, 0.1 * printed) + (printed < 10 ? 0.05 : 0.5);
  }

  /** The boundary counts others' chips, or the groups' own cash too, as end use. */
  @ParameterizedTest
  @CsvSource({"chips-as-end-use, 37, 47", "own-cash-as-end-use, 70, 78"})
  void rangesWithAnotherBoundary(String boundary, double low, double high) {
    Bands found =
        Bands.of(
            draws(2025),
            2025,
            Boundary.of(boundary).orElseThrow().in(LEDGER),
            BandsTest::nvidiasUsers,
            Bands.USUAL_DRAWS,
            Bands.USUAL_SEED);
    Band band = found.figures().get("users");

    assertThat(100 * band.low()).isCloseTo(low, within(tolerance(low)));
    assertThat(100 * band.high()).isCloseTo(high, within(tolerance(high)));
  }

  private static Map<String, Double> nvidiasUsers(FlowMatrix matrix) {
    return Map.of("users", MatrixMeasures.endUserShare(matrix, "nvidia").orElseThrow());
  }

  @Test
  void rangeOfTheExternalDrive() {
    Bands found =
        Bands.of(
            draws(2025),
            2025,
            AS_IS,
            matrix -> Map.of("drive", MatrixMeasures.externalDrive(matrix)),
            Bands.USUAL_DRAWS,
            Bands.USUAL_SEED);
    Band band = found.figures().get("drive");

    assertThat(100 * band.low()).isCloseTo(10, within(tolerance(10)));
    assertThat(100 * band.high()).isCloseTo(14, within(tolerance(14)));
  }

  @ParameterizedTest
  @CsvSource({"entering, 514, 576", "circulation, 35, 57", "loop.amazon.anthropic, 2.1, 3.0"})
  void rangesOfMoneyIn2025(String figure, double low, double high) {
    Band band = bands(2025).figures().get(figure);

    assertThat(band.low()).isCloseTo(low, within(0.1 * low));
    assertThat(band.high()).isCloseTo(high, within(0.1 * high));
  }

  @Test
  void drawsAreTheSameOnOneThreadAndSeveral() throws Exception {
    try (ForkJoinPool one = new ForkJoinPool(1);
        ForkJoinPool four = new ForkJoinPool(4)) {
      Bands alone = one.submit(() -> Bands.of(draws(2024), 2024, AS_IS, FIGURES, 60, 7)).get();
      Bands together = four.submit(() -> Bands.of(draws(2024), 2024, AS_IS, FIGURES, 60, 7)).get();
      assertThat(together).isEqualTo(alone);
    }
  }

  @Test
  void everyDrawBalancesWithinItsRanges() {
    MatrixDraws draws = draws(2025);
    for (long draw = 0; draw < 200; draw++) {
      FlowMatrix matrix = draws.draw(draw);
      assertThat(matrix.residual()).isLessThan(1e-8);
      for (BalancedCell cell : matrix.cells()) {
        assertThat(cell.value()).isBetween(cell.cell().low(), cell.cell().high());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ai-accounts, 5.2, 52, 0.9, 39, 15", "chips-as-end-use, 43, 53, 0.9, 39, 15",
    "own-cash-as-end-use, 73, 54, 0.9, 39, 15", "server-makers-collapsed, 5.2, 52, 0.9, 33, 15",
    "equity-market-inside, 5.5, 54, 5.8, 217, 51", "without-banked-equity, 7.0, 73, 1.0, 39, 15"
  })
  void theBoundaryOutweighsEverythingElse(
      String boundary,
      double nvidia,
      double microsoft,
      double back,
      double maximum,
      double inside) {
    FlowMatrix matrix = FlowMatrix.balance(Package.flows(), Package.totals(), 2025);
    MatrixMeasures found =
        MatrixMeasures.of(Boundary.of(boundary).orElseThrow().in(LEDGER).apply(matrix));

    assertThat(100 * found.endUserShare("nvidia").orElseThrow()).isCloseTo(nvidia, within(0.55));
    assertThat(100 * found.endUserShare("microsoft").orElseThrow())
        .isCloseTo(microsoft, within(0.55));
    assertThat(100 * found.network().firm("nvidia").orElseThrow().ownMoneyBack())
        .isCloseTo(back, within(0.06));
    assertThat(found.network().maximum().value()).isCloseTo(maximum, within(0.55));
    assertThat(100 * found.network().maximum().shareInside()).isCloseTo(inside, within(0.55));
    assertThat(found.network().unbalanced()).isEmpty();
  }
}
