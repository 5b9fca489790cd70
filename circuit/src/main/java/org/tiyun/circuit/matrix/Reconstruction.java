package org.tiyun.circuit.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What stands in the cells of a year that nobody has published: the shipped estimate, or one of two
 * ends between which the truth may lie. Both ends keep each payer's and each payee's sum over the
 * unknown cells of a family and pair them anew, so firms and control totals balance as before; the
 * stated range of an unknown cell is not kept, since it is a guess about the pairing.
 */
public enum Reconstruction {
  /** As balanced: near each cell's starting value, within its range. */
  LEAST_SQUARES,
  /** Everyone deals with everyone: as equal as the sums allow, over all unknown cells. */
  MAXIMUM_ENTROPY,
  /**
   * Few deal with few: of {@value #TRIES} random extreme points the first with the fewest cells
   * (after Anand, Craig and von Peter 2015, who search the sparsest table by heuristics too).
   */
  MINIMUM_DENSITY;

  /** Extreme points that are tried for the sparsest. */
  public static final int TRIES = 300;

  private static final long SEED = 20251231;

  /** The name on the command line, such as {@code maximum-entropy}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** All names, joined by commas. */
  public static String keys() {
    return String.join(", ", Stream.of(values()).map(Reconstruction::key).toList());
  }

  public static Optional<Reconstruction> of(String key) {
    return Stream.of(values()).filter(method -> method.key().equals(key)).findFirst();
  }

  /**
   * How this method fills a matrix; for the sparse end with the pairing that is sparsest at the
   * point, so that all draws are concentrated alike.
   *
   * @param point the matrix of the values as they are
   */
  public UnaryOperator<FlowMatrix> at(FlowMatrix point) {
    return switch (this) {
      case LEAST_SQUARES -> matrix -> matrix;
      case MAXIMUM_ENTROPY -> Reconstruction::spread;
      case MINIMUM_DENSITY -> {
        int sparsest = sparsest(point);
        yield matrix -> extreme(matrix, sparsest);
      }
    };
  }

  /** Positions of the unknown cells of a matrix. */
  public static int[] unknown(FlowMatrix matrix) {
    return UnknownCells.of(matrix).stream()
        .flatMapToInt(family -> Arrays.stream(family.cells()))
        .sorted()
        .toArray();
  }

  /** Cells that hold money among the unknown ones. */
  public static int used(FlowMatrix matrix) {
    int used = 0;
    for (int i : unknown(matrix)) {
      used += matrix.cells().get(i).value() > 0 ? 1 : 0;
    }
    return used;
  }

  private static int sparsest(FlowMatrix point) {
    int best = 0;
    int fewest = Integer.MAX_VALUE;
    for (int attempt = 0; attempt < TRIES; attempt++) {
      int used = used(extreme(point, attempt));
      if (used < fewest) {
        fewest = used;
        best = attempt;
      }
    }
    return best;
  }

  private static FlowMatrix spread(FlowMatrix matrix) {
    double[] x = values(matrix);
    UnknownCells.of(matrix).forEach(family -> family.spread(x));
    return with(matrix, x);
  }

  /** Extreme point number {@code attempt} of a matrix; always the same one. */
  public static FlowMatrix extreme(FlowMatrix matrix, int attempt) {
    double[] x = values(matrix);
    SplittableRandom random = new SplittableRandom(SEED + attempt);
    UnknownCells.of(matrix).forEach(family -> family.concentrate(x, random));
    return with(matrix, x);
  }

  private static double[] values(FlowMatrix matrix) {
    return matrix.cells().stream().mapToDouble(BalancedCell::value).toArray();
  }

  private static FlowMatrix with(FlowMatrix matrix, double[] x) {
    List<BalancedCell> cells = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      cells.add(new BalancedCell(matrix.cells().get(i).cell(), x[i]));
    }
    return matrix.withCells(cells);
  }
}
