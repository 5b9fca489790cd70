package org.tiyun.engine.solve;

/**
 * The search for a solution of x = g(x), lane by lane. Whoever uses it evaluates g, its slopes and
 * the loop's other variables at {@link #trial} for all lanes and calls {@link #advance} until every
 * lane is done. A lane that is done keeps its trial, so evaluating it again changes nothing, and no
 * lane's result depends on another's.
 *
 * <p>Newton's method with exact slopes; a step that does not lower the residual is halved. Where
 * halving finds nothing the lane falls back to Gauss-Seidel sweeps from its start. A lane is done
 * when a full step changes no variable of the loop, torn or not, by more than a relative and an
 * absolute tolerance.
 */
public final class Iteration {
  private static final double NEWTON_RELATIVE = 1e-10;
  private static final double SWEEP_RELATIVE = 1e-13;
  private static final double ABSOLUTE = 1e-12;
  private static final double RESIDUAL = 1e-10;
  private static final double LEAST_STEP = 1e-6;
  private static final int NEWTON_LIMIT = 100;
  private static final int SWEEP_LIMIT = 5000;

  /** Where a lane's search stands. */
  public enum Phase {
    FIRST,
    SECOND_START,
    NEWTON,
    SWEEP,
    SETTLE,
    DONE,
    FAILED
  }

  /** By tear, then lane: where to evaluate next. */
  public final double[][] trial;

  private final int tears;
  private final double[][] start;
  private final double[][] accepted;
  private final double[][] step;
  private final double[][] scale;
  private final double[][] before;
  private final double[] merit;
  private final double[] length;
  private final int[] count;
  private final Phase[] phase;
  private final double[][] matrix;
  private final double[] right;

  /**
   * @param tears variables solved for
   * @param others variables of the loop that follow from them
   */
  public Iteration(int tears, int others, int lanes) {
    this.tears = tears;
    this.trial = new double[tears][lanes];
    this.start = new double[tears][lanes];
    this.accepted = new double[tears][lanes];
    this.step = new double[tears][lanes];
    this.scale = new double[tears][lanes];
    this.before = new double[others][lanes];
    this.merit = new double[lanes];
    this.length = new double[lanes];
    this.count = new int[lanes];
    this.phase = new Phase[lanes];
    this.matrix = new double[tears][tears];
    this.right = new double[tears];
  }

  /** Starts a lane from the values of its tears in the period before. */
  public void start(int tear, int lane, double value) {
    start[tear][lane] = value;
    trial[tear][lane] = value;
    phase[lane] = Phase.FIRST;
    count[lane] = 0;
  }

  public Phase phase(int lane) {
    return phase[lane];
  }

  /** Evaluations made. */
  public int count(int lane) {
    return count[lane];
  }

  /**
   * Moves a lane on after an evaluation at its trial.
   *
   * @param g by tear and lane
   * @param slope by tear, tear and lane
   * @param other by other variable and lane
   * @return whether the lane needs another evaluation
   */
  public boolean advance(int lane, double[][] g, double[][][] slope, double[][] other) {
    switch (phase[lane]) {
      case DONE, FAILED -> {
        return false;
      }
      case SETTLE -> phase[lane] = Phase.DONE;
      case FIRST -> first(lane, g, slope, other);
      case SECOND_START -> {
        first(lane, g, slope, other);
        if (phase[lane] == Phase.SECOND_START) {
          phase[lane] = Phase.FAILED;
        }
      }
      case NEWTON -> newton(lane, g, slope, other);
      case SWEEP -> sweep(lane, g, other);
    }
    count[lane]++;
    return phase[lane] != Phase.DONE && phase[lane] != Phase.FAILED;
  }

  private void first(int lane, double[][] g, double[][][] slope, double[][] other) {
    for (int i = 0; i < tears; i++) {
      scale[i][lane] = Math.max(1e-8, Math.max(Math.abs(trial[i][lane]), Math.abs(g[i][lane])));
    }
    merit[lane] = merit(lane, g);
    if (!Double.isFinite(merit[lane])) {
      // Many models start from a period of zeros, where a ratio is not defined.
      for (int i = 0; i < tears; i++) {
        trial[i][lane] = start[i][lane] == 0 ? 1 : start[i][lane];
      }
      phase[lane] = Phase.SECOND_START;
      return;
    }
    accept(lane, other);
    phase[lane] = Phase.NEWTON;
    direction(lane, g, slope);
  }

  private void newton(int lane, double[][] g, double[][][] slope, double[][] other) {
    double now = merit(lane, g);
    boolean better = now <= (1 - 1e-4 * length[lane]) * merit[lane] || small(lane, g);
    if (!better) {
      shorten(lane);
      return;
    }
    boolean still = length[lane] == 1 && still(lane, other, NEWTON_RELATIVE) && small(lane, g);
    merit[lane] = now;
    accept(lane, other);
    if (still) {
      phase[lane] = Phase.DONE;
    } else if (count[lane] > NEWTON_LIMIT) {
      sweepFromStart(lane);
    } else {
      direction(lane, g, slope);
    }
  }

  /** The Newton step (I - slope) d = g - x from the accepted point. */
  private void direction(int lane, double[][] g, double[][][] slope) {
    for (int i = 0; i < tears; i++) {
      for (int j = 0; j < tears; j++) {
        matrix[i][j] = (i == j ? 1 : 0) - slope[i][j][lane];
      }
      right[i] = g[i][lane] - accepted[i][lane];
    }
    boolean solved = Lu.solve(matrix, right);
    for (int i = 0; i < tears; i++) {
      step[i][lane] = right[i];
      solved &= Double.isFinite(right[i]);
    }
    if (!solved) {
      sweepFromStart(lane);
      return;
    }
    length[lane] = 1;
    place(lane);
  }

  private void shorten(int lane) {
    length[lane] /= 2;
    if (length[lane] >= LEAST_STEP) {
      place(lane);
    } else if (Math.sqrt(merit[lane]) <= RESIDUAL) {
      // Rounding allows no better point than the accepted one.
      length[lane] = 0;
      place(lane);
      phase[lane] = Phase.SETTLE;
    } else {
      sweepFromStart(lane);
    }
  }

  private void place(int lane) {
    for (int i = 0; i < tears; i++) {
      trial[i][lane] = accepted[i][lane] + length[lane] * step[i][lane];
    }
  }

  private void sweepFromStart(int lane) {
    for (int i = 0; i < tears; i++) {
      trial[i][lane] = start[i][lane];
      accepted[i][lane] = Double.NaN;
    }
    phase[lane] = Phase.SWEEP;
    count[lane] = 0;
  }

  private void sweep(int lane, double[][] g, double[][] other) {
    boolean finite = true;
    for (int i = 0; i < tears; i++) {
      finite &= Double.isFinite(g[i][lane]);
    }
    if (!finite || count[lane] > SWEEP_LIMIT) {
      phase[lane] = Phase.FAILED;
      return;
    }
    boolean still = still(lane, other, SWEEP_RELATIVE);
    for (int i = 0; i < tears; i++) {
      still &= near(g[i][lane], trial[i][lane], SWEEP_RELATIVE);
    }
    accept(lane, other);
    if (still) {
      phase[lane] = Phase.DONE;
      return;
    }
    for (int i = 0; i < tears; i++) {
      trial[i][lane] = g[i][lane];
    }
  }

  private void accept(int lane, double[][] other) {
    for (int i = 0; i < tears; i++) {
      accepted[i][lane] = trial[i][lane];
    }
    for (int i = 0; i < other.length; i++) {
      before[i][lane] = other[i][lane];
    }
  }

  /** Whether no variable of the loop differs much from the accepted point. */
  private boolean still(int lane, double[][] other, double relative) {
    boolean still = true;
    for (int i = 0; i < tears; i++) {
      still &= near(trial[i][lane], accepted[i][lane], relative);
    }
    for (int i = 0; i < other.length; i++) {
      still &= near(other[i][lane], before[i][lane], relative);
    }
    return still;
  }

  /** Whether the residual is at the level of rounding. */
  private boolean small(int lane, double[][] g) {
    boolean small = true;
    for (int i = 0; i < tears; i++) {
      small &= near(g[i][lane], trial[i][lane], SWEEP_RELATIVE);
    }
    return small;
  }

  private static boolean near(double x, double y, double relative) {
    return Math.abs(x - y) <= ABSOLUTE + relative * Math.max(Math.abs(x), Math.abs(y));
  }

  /** Sum of squared residuals, each by the size of its tear at the start. */
  private double merit(int lane, double[][] g) {
    double sum = 0;
    for (int i = 0; i < tears; i++) {
      double r = (g[i][lane] - trial[i][lane]) / scale[i][lane];
      sum += r * r;
    }
    return sum;
  }
}
