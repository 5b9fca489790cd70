package org.tiyun.clearing;

import java.util.Arrays;

/**
 * The greatest clearing vector of one lane.
 *
 * <p>Every position stands in a class: the one of its ranks that its means just reach, or past the
 * last when it pays all. Ranks before the class are paid in full, the class itself in proportion to
 * what is left, later ones nothing. With classes fixed, means are linear in means. Classes start at
 * the top and only fall, and each round's solution stays above the greatest clearing vector, so the
 * first round without a fall has found it.
 */
final class LaneClearing {
  /**
   * Stands for a pivot that is 0: a closed group that spirals down until its ranks are worthless.
   */
  private static final double LEAST_PIVOT = 1e-14;

  private final Obligations book;
  private final double[] owed;
  private final double[] paid;
  private final double[] due;
  private final double[] resource;
  private final double[] receipt;
  private final double[] means;
  private final double[] classDue;
  private final int[] state;
  private final double[] before;
  private final int[] round;
  private final boolean[] worthless;

  LaneClearing(Obligations book) {
    int n = book.positions;
    this.book = book;
    this.owed = new double[book.order.length];
    this.paid = new double[book.order.length];
    this.due = new double[n];
    this.resource = new double[n];
    this.receipt = new double[n];
    this.means = new double[n];
    this.classDue = new double[book.classes()];
    this.state = new int[n];
    this.before = new double[n];
    this.round = new int[n];
    this.worthless = new boolean[n];
  }

  /** Clears one lane; returns for each position the round in which it failed, 0 for none. */
  int[] clear(
      int lane,
      double[][] owedLanes,
      double[][] resourceLanes,
      Recovery recovery,
      double[][] paidLanes,
      double[][] shortfallLanes) {
    int n = book.positions;
    for (int k = 0; k < owed.length; k++) {
      owed[k] = owedLanes[k][lane];
    }
    Arrays.fill(classDue, 0);
    Arrays.fill(due, 0);
    for (int i = 0; i < n; i++) {
      resource[i] = resourceLanes[i][lane];
      round[i] = 0;
      state[i] = book.firstClass[i + 1];
      for (int c = book.firstClass[i]; c < book.firstClass[i + 1]; c++) {
        for (int at = book.start[c]; at < book.start[c + 1]; at++) {
          classDue[c] += owed[book.order[at]];
        }
        due[i] += classDue[c];
      }
    }
    int now = 0;
    pay();
    while (fall(++now, recovery)) {
      solve(recovery);
      pay();
    }
    for (int k = 0; k < owed.length; k++) {
      paidLanes[k][lane] = paid[k];
    }
    for (int i = 0; i < n; i++) {
      shortfallLanes[i][lane] = round[i] == 0 ? 0 : shortfall(i);
    }
    return round.clone();
  }

  private double shortfall(int i) {
    double left = 0;
    for (int c = book.firstClass[i]; c < book.firstClass[i + 1]; c++) {
      for (int at = book.start[c]; at < book.start[c + 1]; at++) {
        left += owed[book.order[at]] - paid[book.order[at]];
      }
    }
    return left;
  }

  /** Payments and receipts that follow from means and classes. */
  private void pay() {
    Arrays.fill(receipt, 0);
    for (int i = 0; i < book.positions; i++) {
      for (int c = book.firstClass[i]; c < book.firstClass[i + 1]; c++) {
        double left = Math.max(0, means[i] - before[i]);
        double part = c < state[i] ? 1 : c > state[i] || classDue[c] == 0 ? 0 : left / classDue[c];
        for (int at = book.start[c]; at < book.start[c + 1]; at++) {
          int k = book.order[at];
          paid[k] = part >= 1 ? owed[k] : owed[k] * part;
          receipt[book.payee[k]] += paid[k];
        }
      }
    }
  }

  /** Marks who is newly short and lowers classes; false when nothing changes any more. */
  private boolean fall(int now, Recovery recovery) {
    boolean changed = false;
    for (int i = 0; i < book.positions; i++) {
      if (round[i] == 0) {
        if (!ClearingKernel.isShort(due[i], resource[i], receipt[i])) {
          continue;
        }
        round[i] = now;
        changed = true;
      }
      means[i] = discounted(i, recovery) + recovery.ofReceipts() * receipt[i];
      int reached = reached(i);
      if (reached < state[i]) {
        state[i] = reached;
        changed = true;
      }
      before[i] = 0;
      for (int c = book.firstClass[i]; c < state[i]; c++) {
        before[i] += classDue[c];
      }
    }
    return changed;
  }

  /** The first class that the means of a failed payer do not cover in full. */
  private int reached(int i) {
    double sum = 0;
    int last = book.firstClass[i + 1] - 1;
    for (int c = book.firstClass[i]; c < last; c++) {
      sum += classDue[c];
      if (means[i] < sum) {
        return c;
      }
    }
    return last;
  }

  private double discounted(int i, Recovery recovery) {
    return resource[i] > 0 ? resource[i] * recovery.ofResources() : resource[i];
  }

  /**
   * Means of the failed with their classes fixed. A payer whose solved means do not even reach its
   * class pays that class nothing (not less than nothing); this makes the equations convex, and
   * repeated solves rise to their solution.
   */
  private void solve(Recovery recovery) {
    int[] failed = failed();
    int[] seat = new int[book.positions];
    Arrays.fill(seat, -1);
    for (int f = 0; f < failed.length; f++) {
      seat[failed[f]] = f;
      worthless[failed[f]] = false;
    }
    boolean again = true;
    // Solutions rise from the second on, so at most every position changes once more.
    for (int turn = 0; again && turn <= failed.length + 1; turn++) {
      double[][] matrix = new double[failed.length][failed.length + 1];
      for (int f = 0; f < failed.length; f++) {
        matrix[f][f] = 1;
        matrix[f][failed.length] = discounted(failed[f], recovery);
      }
      for (int i = 0; i < book.positions; i++) {
        addPayments(i, seat, matrix, recovery.ofReceipts());
      }
      double[] solution = eliminate(matrix);
      again = false;
      for (int f = 0; f < failed.length; f++) {
        int i = failed[f];
        means[i] = solution[f];
        boolean nothing = means[i] < before[i];
        again |= nothing != worthless[i];
        worthless[i] = nothing;
      }
    }
  }

  private int[] failed() {
    int count = 0;
    int[] failed = new int[book.positions];
    for (int i = 0; i < book.positions; i++) {
      if (round[i] > 0) {
        failed[count++] = i;
      }
    }
    return Arrays.copyOf(failed, count);
  }

  private void addPayments(int i, int[] seat, double[][] matrix, double share) {
    int right = matrix.length;
    for (int c = book.firstClass[i]; c <= Math.min(state[i], book.firstClass[i + 1] - 1); c++) {
      for (int at = book.start[c]; at < book.start[c + 1]; at++) {
        int k = book.order[at];
        int to = seat[book.payee[k]];
        if (to < 0 || owed[k] == 0) {
          continue;
        }
        if (c < state[i]) {
          matrix[to][right] += share * owed[k];
        } else if (!worthless[i]) {
          double part = share * owed[k] / classDue[c];
          matrix[to][seat[i]] -= part;
          matrix[to][right] -= part * before[i];
        }
      }
    }
  }

  /**
   * Gauss without pivoting: columns are diagonally dominant, since nobody pays more than it has.
   */
  private static double[] eliminate(double[][] a) {
    int n = a.length;
    for (int p = 0; p < n; p++) {
      double pivot = Math.max(a[p][p], LEAST_PIVOT);
      a[p][p] = pivot;
      for (int r = p + 1; r < n; r++) {
        double factor = a[r][p] / pivot;
        if (factor != 0) {
          for (int c = p; c <= n; c++) {
            a[r][c] -= factor * a[p][c];
          }
        }
      }
    }
    double[] x = new double[n];
    for (int p = n - 1; p >= 0; p--) {
      double sum = a[p][n];
      for (int c = p + 1; c < n; c++) {
        sum -= a[p][c] * x[c];
      }
      x[p] = sum / a[p][p];
    }
    return x;
  }
}
