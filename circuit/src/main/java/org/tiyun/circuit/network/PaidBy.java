package org.tiyun.circuit.network;

import java.util.Arrays;
import java.util.List;

/**
 * Who first paid each party's money (C3): of the inflow of a party the share that entered the
 * network from each origin, through however many hands.
 *
 * <p>phi_j = (z_j + sum_i F_ij phi_i) / T_j for every origin z, the input environ of ecology
 * (Leontief and Ghosh tracing in economics), under proportional mixing. Solved component by
 * component in the order of payment, each by one elimination for all origins: O(sum of sizes
 * cubed). Where a component has more than {@value #DENSE} parties or there are more than {@value
 * #MANY} in all, the whole is iterated instead ({@link RowSolve}), O(E) a round, exact to 1e-9;
 * shares are NaN where neither way leads anywhere. Shares add up to 1 for every party with inflow;
 * what goes round in a component that nobody outside pays into has no origin and is {@code
 * unattributed}.
 *
 * @param origins names, as in the network
 * @param shares by origin and party, 0 to 1; 0 for a party without inflow
 * @param unattributed by party, 0 to 1
 */
public record PaidBy(List<String> origins, double[][] shares, double[] unattributed) {

  static final int DENSE = 256;

  /** Parties beyond which iterating is tried before components are looked for. */
  private static final int MANY = 10_000;

  private static final int ROUNDS = 20_000;

  public static PaidBy of(FlowNetwork network) {
    return of(network, DENSE);
  }

  /** With another limit of a dense component. */
  static PaidBy of(FlowNetwork network, int dense) {
    int n = network.size();
    PaymentGraph inside = network.inside();
    PaymentGraph payers = inside.reversed();
    double[] inflow = network.inflow();
    int kinds = network.origins().size();
    double[][] shares = new double[kinds][n];
    double[] unattributed = new double[n];
    boolean settled = n > MANY && iterate(network, payers, inflow, shares);
    if (!settled) {
      Components components = Components.of(inside);
      if (components.largest() <= dense) {
        eliminate(network, payers, inflow, components, shares);
      } else if (!iterate(network, payers, inflow, shares)) {
        for (double[] share : shares) {
          Arrays.fill(share, Double.NaN);
        }
      }
    }
    for (int i = 0; i < n; i++) {
      double known = 0;
      for (double[] share : shares) {
        known += share[i];
      }
      unattributed[i] = inflow[i] > 0 ? rounded(1 - known) : 0;
    }
    return new PaidBy(network.origins(), shares, unattributed);
  }

  /** Origin by origin; false where one does not settle. */
  private static boolean iterate(
      FlowNetwork network, PaymentGraph payers, double[] inflow, double[][] shares) {
    double[] even = new double[inflow.length];
    Arrays.fill(even, 1);
    RowSolve rows = new RowSolve(payers, inflow, even, 1, ROUNDS);
    for (int k = 0; k < shares.length; k++) {
      double[] found = rows.solve(network.in(k), RowSolve.TOLERANCE);
      if (found.length < inflow.length) {
        return false;
      }
      shares[k] = found;
    }
    return true;
  }

  private static void eliminate(
      FlowNetwork network,
      PaymentGraph payers,
      double[] inflow,
      Components components,
      double[][] shares) {
    for (double[] share : shares) {
      Arrays.fill(share, 0);
    }
    int[][] members = components.members();
    int[] seat = new int[inflow.length];
    // An edge leads to the lower component, so the last one is paid by no other.
    for (int c = components.count() - 1; c >= 0; c--) {
      solve(network, payers, inflow, components.of(), members[c], seat, shares);
    }
  }

  /** Shares of one origin by party. */
  public double[] from(String origin) {
    return shares[origins.indexOf(origin)];
  }

  private static double rounded(double share) {
    return share > 1e-12 || Double.isNaN(share) ? share : 0;
  }

  private static void solve(
      FlowNetwork network,
      PaymentGraph payers,
      double[] inflow,
      int[] component,
      int[] members,
      int[] seat,
      double[][] shares) {
    int kinds = shares.length;
    int size = members.length;
    for (int m = 0; m < size; m++) {
      seat[members[m]] = m;
    }
    double[][] matrix = new double[size][size];
    double[][] right = new double[size][kinds];
    boolean fed = false;
    for (int m = 0; m < size; m++) {
      int j = members[m];
      matrix[m][m] = 1;
      if (inflow[j] == 0) {
        continue;
      }
      for (int k = 0; k < kinds; k++) {
        right[m][k] = network.in(k)[j] / inflow[j];
        fed |= right[m][k] > 0;
      }
      for (int e = payers.rowStart()[j]; e < payers.rowStart()[j + 1]; e++) {
        int i = payers.target()[e];
        double part = payers.amount()[e] / inflow[j];
        if (component[i] == component[j]) {
          matrix[m][seat[i]] -= part;
        } else {
          fed = true;
          for (int k = 0; k < kinds; k++) {
            right[m][k] += part * shares[k][i];
          }
        }
      }
    }
    if (fed && Dense.solve(matrix, right)) {
      for (int m = 0; m < size; m++) {
        for (int k = 0; k < kinds; k++) {
          shares[k][members[m]] = Math.max(0, right[m][k]);
        }
      }
    }
  }
}
