package org.tiyun.circuit.matrix;

import java.util.List;
import org.tiyun.ledger.ControlTotal;
import org.tiyun.ledger.FlowCell;
import org.tiyun.ledger.Ledger;

/**
 * A year's matrix as it might also be: every cell and every total drawn from a triangular law on
 * its range, peaked at its value, and balanced again.
 *
 * <p>Cells and totals of one family share a common factor (Gaussian copula, correlation 0.6): an
 * over-estimate of one cloud bill is likely one of all. Independent draws would halve the bands on
 * shares. Draw k of a seed is always the same.
 */
public final class MatrixDraws {
  private static final double COMMON = Math.sqrt(0.6);
  private static final double OWN = Math.sqrt(0.4);

  private final MatrixProblem problem;
  private final long seed;

  public MatrixDraws(Ledger ledger, int year, long seed) {
    this(ledger.flows(), ledger.totals(), year, seed);
  }

  public MatrixDraws(List<FlowCell> flows, List<ControlTotal> totals, int year, long seed) {
    this.problem = new MatrixProblem(flows, totals, year);
    this.seed = seed;
  }

  /** The matrix of the values as they are. */
  public FlowMatrix point() {
    return FlowMatrix.of(problem, problem.balance(problem.value, problem.wanted));
  }

  /** Draw number {@code draw}, 0 or more. */
  public FlowMatrix draw(long draw) {
    double[] p = new double[problem.cells.size()];
    for (int i = 0; i < p.length; i++) {
      Family family = Family.ofKind(problem.cells.get(i).kind());
      p[i] =
          triangular(
              chance(draw, family.ordinal(), 100 + i),
              problem.low[i],
              problem.value[i],
              problem.high[i]);
    }
    double[] t = new double[problem.totals.size()];
    for (int r = 0; r < t.length; r++) {
      ControlTotal total = problem.totals.get(r);
      Family family = Family.ofItem(total.item());
      t[r] =
          triangular(
              chance(draw, family.ordinal(), 10_000 + r), total.low(), total.value(), total.high());
    }
    return FlowMatrix.of(problem, problem.balance(p, t));
  }

  private double chance(long draw, int family, int own) {
    double z =
        COMMON * CounterRandom.normal(seed, draw, family)
            + OWN * CounterRandom.normal(seed, draw, own);
    return Normal.chance(z);
  }

  private static double triangular(double chance, double low, double peak, double high) {
    if (!(high > low)) {
      return peak;
    }
    double left = (peak - low) / (high - low);
    return chance < left
        ? low + Math.sqrt(chance * (high - low) * (peak - low))
        : high - Math.sqrt((1 - chance) * (high - low) * (high - peak));
  }
}
