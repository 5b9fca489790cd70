package org.tiyun.clearing;

/**
 * Who can pay what: the greatest clearing vector of a set of obligations, for many independent
 * lanes at once.
 *
 * <p>Each position pays what it owes as far as its resources and what the others pay it reach
 * (limited liability), by rank, and within a rank in proportion to what is owed. Of all payments
 * that are consistent the greatest are taken, so a ring of debts without any cash pays in full. A
 * failed payer may lose part of its means first ({@link Recovery}). A negative resource is a hole
 * that receipts fill before anyone is paid.
 *
 * <p>Method: fictitious default from above (Eisenberg and Noe 2001; Rogers and Veraart 2013, their
 * greatest clearing vector; ranks as in Elsinger 2009), each round one linear solve, so the result
 * is exact to rounding and there is no stopping tolerance. Rounds are at most the number of payers
 * times their ranks, O(d^3) each for d failed payers; a lane in which all can pay costs
 * O(obligations).
 *
 * <p>A lane's result depends on that lane alone. A lane in which something owed is negative or not
 * finite, or a resource is NaN, answers NaN throughout. Instances are immutable and thread-safe.
 */
public final class ClearingKernel {
  /** Differences below this share of the sums involved are rounding, not default. */
  static final double ROUNDING = 1e-14;

  private final Obligations obligations;

  /**
   * @param positions number of parties
   * @param payer position of the payer of each obligation
   * @param payee position of its payee
   * @param rank its rank: lower is paid first; any integers
   */
  public ClearingKernel(int positions, int[] payer, int[] payee, int[] rank) {
    this.obligations = new Obligations(positions, payer, payee, rank);
  }

  public int positions() {
    return obligations.positions;
  }

  public int obligations() {
    return obligations.order.length;
  }

  /**
   * Clears lanes 0 to before {@code lanes}.
   *
   * @param owed by obligation and lane, 0 or more
   * @param resource by position and lane: what it can pay with besides what it is paid here
   * @param paid receives, by obligation and lane, what is paid
   * @param shortfall receives, by position and lane, owed minus paid
   */
  public void clear(
      int lanes,
      double[][] owed,
      double[][] resource,
      Recovery recovery,
      double[][] paid,
      double[][] shortfall) {
    int n = obligations.positions;
    double[][] due = new double[n][lanes];
    double[][] receipt = new double[n][lanes];
    double[] bad = new double[lanes];
    for (int k = 0; k < obligations(); k++) {
      double[] amount = owed[k];
      double[] mine = due[obligations.payer[k]];
      double[] theirs = receipt[obligations.payee[k]];
      double[] pays = paid[k];
      for (int l = 0; l < lanes; l++) {
        mine[l] += amount[l];
        theirs[l] += amount[l];
        pays[l] = amount[l];
        bad[l] += amount[l] >= 0 && amount[l] < Double.POSITIVE_INFINITY ? 0 : 1;
      }
    }
    double[] short_ = new double[lanes];
    for (int i = 0; i < n; i++) {
      double[] has = resource[i];
      double[] left = shortfall[i];
      for (int l = 0; l < lanes; l++) {
        left[l] = 0;
        bad[l] += has[l] > Double.NEGATIVE_INFINITY ? 0 : 1;
        short_[l] += isShort(due[i][l], has[l], receipt[i][l]) ? 1 : 0;
      }
    }
    LaneClearing lane = null;
    for (int l = 0; l < lanes; l++) {
      if (bad[l] > 0) {
        poison(l, paid, shortfall);
      } else if (short_[l] > 0) {
        if (lane == null) {
          lane = new LaneClearing(obligations);
        }
        lane.clear(l, owed, resource, recovery, paid, shortfall);
      }
    }
  }

  /** One set of amounts, with the rounds in which positions fail. */
  public ClearingVector clear(double[] owed, double[] resource, Recovery recovery) {
    double[][] owedLane = column(owed);
    double[][] paidLane = column(owed);
    double[][] resourceLane = column(resource);
    double[][] shortLane = column(resource);
    for (double amount : owed) {
      if (!(amount >= 0 && amount < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("an amount owed is negative or not finite: " + amount);
      }
    }
    for (double has : resource) {
      if (!(has > Double.NEGATIVE_INFINITY)) {
        throw new IllegalArgumentException("a resource is not a number: " + has);
      }
    }
    LaneClearing lane = new LaneClearing(obligations);
    int[] rounds = lane.clear(0, owedLane, resourceLane, recovery, paidLane, shortLane);
    return new ClearingVector(row(paidLane), row(shortLane), rounds);
  }

  static boolean isShort(double due, double resource, double receipt) {
    double has = resource + receipt;
    return due > 0 && due - has > ROUNDING * (due + Math.abs(resource) + receipt);
  }

  private static void poison(int lane, double[][] paid, double[][] shortfall) {
    for (double[] row : paid) {
      row[lane] = Double.NaN;
    }
    for (double[] row : shortfall) {
      row[lane] = Double.NaN;
    }
  }

  private static double[][] column(double[] values) {
    double[][] column = new double[values.length][1];
    for (int i = 0; i < values.length; i++) {
      column[i][0] = values[i];
    }
    return column;
  }

  private static double[] row(double[][] column) {
    double[] row = new double[column.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = column[i][0];
    }
    return row;
  }
}
