package org.tiyun.circuit.range;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.tiyun.circuit.matrix.Boundary;
import org.tiyun.circuit.matrix.FlowMatrix;
import org.tiyun.circuit.matrix.MatrixDraws;
import org.tiyun.ledger.Ledger;

/**
 * Ranges of the figures of one year over many balanced draws ({@link MatrixDraws}).
 *
 * @param figures by name, as the reading names them, see {@link Figures}
 * @param cells by position in the matrix: the balanced cell's value and range
 */
public record Bands(int year, int draws, long seed, Map<String, Band> figures, List<Band> cells) {
  /** Draws behind published ranges. */
  public static final int USUAL_DRAWS = 4000;

  /** The seed unless another is asked for. */
  public static final long USUAL_SEED = 20251231;

  /**
   * Draws, balances and measures, on all processors; the same bits on any number of them.
   *
   * @throws org.tiyun.words.Failure as {@link FlowMatrix#balance}
   */
  public static Bands of(Ledger ledger, int year, Reading reading, int draws, long seed) {
    return of(ledger, year, Boundary.AI_ACCOUNTS, reading, draws, seed);
  }

  /** The same with another boundary: each draw is balanced, then read with it. */
  public static Bands of(
      Ledger ledger, int year, Boundary boundary, Reading reading, int draws, long seed) {
    return of(new MatrixDraws(ledger, year, seed), year, boundary.in(ledger), reading, draws, seed);
  }

  /**
   * The same with any other reading of a balanced matrix.
   *
   * @param seen what is made of each draw before it is measured
   */
  public static Bands of(
      MatrixDraws matrices,
      int year,
      UnaryOperator<FlowMatrix> seen,
      Reading figures,
      int draws,
      long seed) {
    FlowMatrix point = seen.apply(matrices.point());
    Map<String, Double> values = figures.of(point);
    List<String> names = List.copyOf(values.keySet());
    double[][] drawn = new double[names.size()][draws];
    double[][] cells = new double[point.cells().size()][draws];
    IntStream.range(0, draws)
        .parallel()
        .forEach(draw -> {
          FlowMatrix matrix = seen.apply(matrices.draw(draw));
          Map<String, Double> found = figures.of(matrix);
          for (int f = 0; f < drawn.length; f++) {
            drawn[f][draw] = Objects.requireNonNull(found.get(names.get(f)));
          }
          for (int i = 0; i < cells.length; i++) {
            cells[i][draw] = matrix.cells().get(i).value();
          }
        });
    Map<String, Band> bands = new LinkedHashMap<>();
    for (int f = 0; f < drawn.length; f++) {
      bands.put(names.get(f), band(Objects.requireNonNull(values.get(names.get(f))), drawn[f]));
    }
    List<Band> cellBands =
        IntStream.range(0, cells.length)
            .mapToObj(i -> band(point.cells().get(i).value(), cells[i]))
            .toList();
    return new Bands(year, draws, seed, Collections.unmodifiableMap(bands), cellBands);
  }

  private static Band band(double value, double[] drawn) {
    double[] sorted = Arrays.stream(drawn).filter(d -> !Double.isNaN(d)).sorted().toArray();
    return new Band(value, quantile(sorted, 0.05), quantile(sorted, 0.95));
  }

  /** Linear between order statistics, as numpy and R's type 7 do. */
  private static double quantile(double[] sorted, double at) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = at * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
