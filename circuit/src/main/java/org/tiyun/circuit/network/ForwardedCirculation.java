package org.tiyun.circuit.network;

import java.util.Arrays;

/**
 * The circular part that follows the network's own routing (C6): balanced flow forwarding of
 * Homs-Dones, MacKay, Sansom and Zhou (arXiv 2506.12546).
 *
 * <p>In each strongly connected component money is forwarded in proportion to what the parties
 * still pay inside it; the stationary flow of that routing is scaled up until an edge is used up,
 * taken out, and the rest treated alike until nothing goes round. Unique, unlike the maximum
 * circulation. What is used up first are all payments of one party, so at most n rounds, each with
 * one linear system per component: eliminated up to {@value #DENSE} members, beyond that iterated,
 * O(E) a sweep.
 *
 * @param index circular part over all payments between parties, 0..1
 * @param circulation the circular part by edge, in the graph's unit
 */
public record ForwardedCirculation(double index, double[] circulation) {
  private static final int DENSE = 128;

  /** Sweeps of an iteration, and the movement at which it ends; the largest value is 1 or more. */
  private static final int ROUNDS = 2_000;

  private static final double EXACT = 1e-13;

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
    double[] part = forwarding(rest, members, seat, strength);
    double most = Arrays.stream(part).max().orElse(1);
    for (int m = 0; m < size; m++) {
      int i = members[m];
      double share = part[m] / most;
      for (int e = graph.rowStart()[i]; e < graph.rowStart()[i + 1]; e++) {
        if (seat[graph.target()[e]] > 0 && left[e] > 0) {
          double flow = left[e] * share;
          taken[e] += flow;
          left[e] = left[e] - flow <= nothing ? 0 : left[e] - flow;
        }
      }
    }
  }

  /**
   * The part of what each member pays that is forwarded, up to scale: y with s_j y_j = sum_i a_ij
   * y_i, s what j pays inside. The first member has 1.
   */
  private static double[] forwarding(
      PaymentGraph rest, int[] members, int[] seat, double[] strength) {
    if (members.length > DENSE) {
      double[] found = iterated(rest, members, seat, strength);
      if (found.length > 0) {
        return found;
      }
    }
    return eliminated(rest, members, seat, strength);
  }

  private static double[] eliminated(
      PaymentGraph rest, int[] members, int[] seat, double[] strength) {
    int size = members.length;
    double[][] matrix = new double[size][size];
    double[][] right = new double[size][1];
    for (int m = 0; m < size; m++) {
      matrix[m][m] += 1;
      for (int e = rest.rowStart()[members[m]]; e < rest.rowStart()[members[m] + 1]; e++) {
        int to = seat[rest.target()[e]];
        if (to > 0) {
          matrix[to - 1][m] -= rest.amount()[e] / strength[to - 1];
        }
      }
    }
    Arrays.fill(matrix[0], 0);
    matrix[0][0] = 1;
    right[0][0] = 1;
    Dense.solve(matrix, right);
    return Arrays.stream(right).mapToDouble(row -> row[0]).toArray();
  }

  /** The same by {@link RowSolve}, or nothing where that does not settle. */
  private static double[] iterated(
      PaymentGraph rest, int[] members, int[] seat, double[] strength) {
    int size = members.length;
    int edges = 0;
    for (int i : members) {
      edges += rest.rowStart()[i + 1] - rest.rowStart()[i];
    }
    int[] payee = new int[edges];
    int[] payer = new int[edges];
    double[] amount = new double[edges];
    double[] fromFirst = new double[size];
    int count = 0;
    for (int m = 0; m < size; m++) {
      for (int e = rest.rowStart()[members[m]]; e < rest.rowStart()[members[m] + 1]; e++) {
        int to = seat[rest.target()[e]] - 1;
        if (to > 0 && m == 0) {
          fromFirst[to] += rest.amount()[e];
        } else if (to > 0) {
          payee[count] = to;
          payer[count] = m;
          amount[count++] = rest.amount()[e];
        }
      }
    }
    // The first member is given, not solved for: its row divides by nothing.
    double[] divisor = strength.clone();
    divisor[0] = 0;
    double[] even = new double[size];
    Arrays.fill(even, 1);
    PaymentGraph rows = PaymentGraph.of(size, payee, payer, amount, count);
    double[] found = new RowSolve(rows, divisor, even, 1, ROUNDS).solve(fromFirst, EXACT);
    if (found.length > 0) {
      found[0] = 1;
    }
    return found;
  }
}
