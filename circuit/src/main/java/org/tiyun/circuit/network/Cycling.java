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
 * <p>N_ii depends only on i's strongly connected component. A component of up to {@value #DENSE}
 * parties is inverted, O(size cubed); larger ones are solved by {@link RowSolve}, eight parties at
 * a time, each exact to 1e-9. Where that would take more than some hundred million steps, the
 * parties with the largest inflow are solved, and others drawn in proportion to their inflow: the
 * index then is an unbiased estimate with a standard error, and own money back of the rest is NaN.
 * A component from which no money leaks returns everything: 1, and its parties are named. A party
 * without inflow has 0. Where payments exceed inflow by so much that the inverse has no meaning the
 * values are NaN.
 *
 * @param finn share of all throughflow that is money on a repeat visit, 0 to 1
 * @param ownMoneyBack for each party the chance that a dollar it pays returns to it, 0 to 1
 * @param totalThroughflow sum of all inflows, in the network's unit
 * @param averagePathLength parties that an entering dollar passes on average; NaN where none enters
 * @param closed parties of components without any leak
 * @param standardError of {@code finn}; 0 where every party was solved
 */
public record Cycling(
    double finn,
    double[] ownMoneyBack,
    double totalThroughflow,
    double averagePathLength,
    List<String> closed,
    double standardError) {
  static final int DENSE = 256;

  public static Cycling of(FlowNetwork network) {
    return of(network, DENSE, LargeCycling.STEPS);
  }

  /** With other limits: parties of a dense component, and steps before parties are sampled. */
  static Cycling of(FlowNetwork network, int dense, double steps) {
    PaymentGraph inside = network.inside();
    double[] inflow = network.inflow();
    double[] back = new double[network.size()];
    List<String> closed = new ArrayList<>();
    int[] seat = new int[network.size()];
    Components components = Components.of(inside);
    LargeCycling large = new LargeCycling(inside, inflow, components, back);
    for (int[] members : components.members()) {
      if (members.length > 1) {
        if (leaks(inside, inflow, components.of(), members)) {
          if (members.length <= dense) {
            measure(inside, inflow, members, seat, back);
          } else {
            large.add(members);
          }
        } else {
          for (int i : members) {
            back[i] = 1;
            closed.add(network.parties().get(i));
          }
        }
      }
    }
    double estimated = large.solve(steps);
    double total = 0;
    double cycled = estimated;
    for (int i = 0; i < back.length; i++) {
      total += inflow[i];
      cycled += large.counts(i) ? 0 : inflow[i] * back[i];
    }
    double entering = Arrays.stream(network.entering()).sum();
    closed.sort(null);
    return new Cycling(
        total == 0 ? 0 : cycled / total,
        back,
        total,
        entering == 0 ? Double.NaN : total / entering,
        List.copyOf(closed),
        total == 0 ? 0 : large.standardError() / total);
  }

  private static boolean leaks(
      PaymentGraph inside, double[] inflow, int[] component, int[] members) {
    double leak = 0;
    double total = 0;
    for (int i : members) {
      leak += inflow[i];
      total += inflow[i];
      for (int e = inside.rowStart()[i]; e < inside.rowStart()[i + 1]; e++) {
        leak -= component[inside.target()[e]] == component[i] ? inside.amount()[e] : 0;
      }
    }
    return Math.abs(leak) > 1e-12 * total;
  }

  private static void measure(
      PaymentGraph inside, double[] inflow, int[] members, int[] seat, double[] back) {
    int size = members.length;
    double[][] matrix = new double[size][size];
    for (int m = 0; m < size; m++) {
      seat[members[m]] = m + 1;
    }
    for (int m = 0; m < size; m++) {
      int i = members[m];
      matrix[m][m] = 1;
      for (int e = inside.rowStart()[i]; e < inside.rowStart()[i + 1]; e++) {
        int to = seat[inside.target()[e]];
        if (to > 0) {
          matrix[m][to - 1] -= inside.amount()[e] / inflow[i];
        }
      }
    }
    for (int i : members) {
      seat[i] = 0;
    }
    double[][] inverse = Dense.inverse(matrix);
    for (int m = 0; m < size; m++) {
      back[members[m]] = back(inverse.length == 0 ? Double.NaN : inverse[m][m]);
    }
  }

  /** The chance of return behind a number of visits. */
  static double back(double visits) {
    return visits >= 1 - 1e-9 ? Math.max(0, 1 - 1 / visits) : Double.NaN;
  }
}
