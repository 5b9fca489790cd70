package org.tiyun.circuit.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Money on a repeat visit: the Finn cycling index (C1) and own money back (C2).
 *
 * <p>With T_i the inflow of party i, G_ij = F_ij / T_i and N = (I - G)^-1, a dollar that party i
 * pays comes back to i with chance 1 - 1/N_ii; the index is sum T_i (N_ii - 1)/N_ii over sum T
 * (Finn 1976). It assumes that a party's dollars are alike (proportional mixing). It understates
 * cycling in that flow between two visits is left out (Allesina and Ulanowicz 2004).
 *
 * <p>N_ii depends only on i's strongly connected component, so each is inverted alone: O(sum of
 * sizes cubed). A component from which no money leaks returns everything: 1, and its parties are
 * named. A party without inflow has 0. Where payments exceed inflow by so much that the inverse has
 * no meaning the values are NaN.
 *
 * @param finn share of all throughflow that is money on a repeat visit, 0 to 1
 * @param ownMoneyBack for each party the chance that a dollar it pays returns to it, 0 to 1
 * @param totalThroughflow sum of all inflows, in the network's unit
 * @param averagePathLength parties that an entering dollar passes on average; NaN where none enters
 * @param closed parties of components without any leak
 */
public record Cycling(
    double finn,
    double[] ownMoneyBack,
    double totalThroughflow,
    double averagePathLength,
    List<String> closed) {

  public static Cycling of(FlowNetwork network) {
    PaymentGraph inside = network.inside();
    double[] inflow = network.inflow();
    double[] back = new double[network.size()];
    List<String> closed = new ArrayList<>();
    int[] seat = new int[network.size()];
    for (int[] members : Components.of(inside).members()) {
      if (members.length > 1) {
        measure(inside, inflow, members, seat, back);
        if (back[members[0]] == 1) {
          Arrays.stream(members).mapToObj(network.parties()::get).forEach(closed::add);
        }
      }
    }
    double total = 0;
    double cycled = 0;
    for (int i = 0; i < back.length; i++) {
      total += inflow[i];
      cycled += inflow[i] * back[i];
    }
    double entering = Arrays.stream(network.entering()).sum();
    closed.sort(null);
    return new Cycling(
        total == 0 ? 0 : cycled / total,
        back,
        total,
        entering == 0 ? Double.NaN : total / entering,
        List.copyOf(closed));
  }

  private static void measure(
      PaymentGraph inside, double[] inflow, int[] members, int[] seat, double[] back) {
    int size = members.length;
    double[][] matrix = new double[size][size];
    for (int m = 0; m < size; m++) {
      seat[members[m]] = m + 1;
    }
    double leak = 0;
    double total = 0;
    for (int m = 0; m < size; m++) {
      int i = members[m];
      matrix[m][m] = 1;
      leak += inflow[i];
      total += inflow[i];
      for (int e = inside.rowStart()[i]; e < inside.rowStart()[i + 1]; e++) {
        int to = seat[inside.target()[e]];
        if (to > 0) {
          matrix[m][to - 1] -= inside.amount()[e] / inflow[i];
          leak -= inside.amount()[e];
        }
      }
    }
    for (int i : members) {
      seat[i] = 0;
    }
    if (Math.abs(leak) <= 1e-12 * total) {
      for (int i : members) {
        back[i] = 1;
      }
      return;
    }
    double[][] inverse = Dense.inverse(matrix);
    for (int m = 0; m < size; m++) {
      double visits = inverse.length == 0 ? Double.NaN : inverse[m][m];
      back[members[m]] = visits >= 1 - 1e-9 ? Math.max(0, 1 - 1 / visits) : Double.NaN;
    }
  }
}
