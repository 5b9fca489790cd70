package org.tiyun.circuit.network;

/**
 * The circular part that follows the network's own routing (C6): balanced flow forwarding of
 * Homs-Dones, MacKay, Sansom and Zhou (arXiv 2506.12546).
 *
 * <p>In each strongly connected component money is forwarded in proportion to what the parties
 * still pay inside it; the stationary flow of that routing is scaled up until an edge is used up,
 * taken out, and the rest treated alike until nothing goes round. Unique, unlike the maximum
 * circulation; at most E rounds, each with one elimination per component, O(size cubed).
 *
 * @param index circular part over all payments between parties, 0..1
 * @param circulation the circular part by edge, in the graph's unit
 */
public record ForwardedCirculation(double index, double[] circulation) {

  public static ForwardedCirculation of(PaymentGraph graph) {
    double total = graph.total();
    double[] left = graph.amount().clone();
    double[] taken = new double[left.length];
    boolean more = total > 0;
    for (int round = 0; more && round <= left.length; round++) {
      more = false;
      PaymentGraph rest = graph.withAmounts(left);
      for (int[] members : Components.of(rest).members()) {
        if (members.length > 1) {
          take(graph, rest, members, left, taken, 1e-13 * total);
          more = true;
        }
      }
    }
    double sum = 0;
    for (double t : taken) {
      sum += t;
    }
    return new ForwardedCirculation(total == 0 ? 0 : sum / total, taken);
  }

  private static void take(
      PaymentGraph graph,
      PaymentGraph rest,
      int[] members,
      double[] left,
      double[] taken,
      double nothing) {
    int size = members.length;
    int[] seat = new int[graph.parties()];
    for (int m = 0; m < size; m++) {
      seat[members[m]] = m + 1;
    }
    double[] strength = new double[size];
    for (int m = 0; m < size; m++) {
      for (int e = rest.rowStart()[members[m]]; e < rest.rowStart()[members[m] + 1]; e++) {
        strength[m] += seat[rest.target()[e]] > 0 ? rest.amount()[e] : 0;
      }
    }
    double[] through = stationary(rest, members, seat, strength);
    double scale = Double.POSITIVE_INFINITY;
    for (int m = 0; m < size; m++) {
      scale = Math.min(scale, strength[m] / through[m]);
    }
    for (int m = 0; m < size; m++) {
      int i = members[m];
      double part = Math.min(1, scale * through[m] / strength[m]);
      for (int e = graph.rowStart()[i]; e < graph.rowStart()[i + 1]; e++) {
        if (seat[graph.target()[e]] > 0 && left[e] > 0) {
          double flow = left[e] * part;
          taken[e] += flow;
          left[e] = left[e] - flow <= nothing ? 0 : left[e] - flow;
        }
      }
    }
  }

  /** Throughflow of each member under the routing, up to scale; the first member has 1. */
  private static double[] stationary(
      PaymentGraph rest, int[] members, int[] seat, double[] strength) {
    int size = members.length;
    double[][] matrix = new double[size][size];
    double[][] right = new double[size][1];
    for (int m = 0; m < size; m++) {
      matrix[m][m] += 1;
      for (int e = rest.rowStart()[members[m]]; e < rest.rowStart()[members[m] + 1]; e++) {
        int to = seat[rest.target()[e]];
        if (to > 0) {
          matrix[to - 1][m] -= rest.amount()[e] / strength[m];
        }
      }
    }
    java.util.Arrays.fill(matrix[0], 0);
    matrix[0][0] = 1;
    right[0][0] = 1;
    Dense.solve(matrix, right);
    double[] through = new double[size];
    for (int m = 0; m < size; m++) {
      through[m] = right[m][0];
    }
    return through;
  }
}
