package org.tiyun.circuit.network;

import java.util.Arrays;

/**
 * How money finds its way to one party: for a dollar held by each party the chance that it reaches
 * the target, and after how many payments.
 *
 * <p>h_j = G_j,target + sum over other k of G_jk h_k; the mean number of payments is the derivative
 * of the same equations (h with every payment discounted by s, at s = 1, over h). Proportional
 * mixing. One elimination of the parties that can reach the target, O(n^3).
 *
 * @param chance by party, 0 to 1; the target's own entry is the chance that its dollar returns
 * @param hands mean number of payments of the dollars that arrive; NaN where none can
 */
public record WayBack(double[] chance, double[] hands) {

  public static WayBack to(FlowNetwork network, int target) {
    return to(network, network.inflow(), target);
  }

  /**
   * The same where a party's dollars are spread over something other than its inflow, for instance
   * over what it does not keep.
   *
   * @param inflow by party what a dollar is a part of; at least its payments inside
   */
  public static WayBack to(FlowNetwork network, double[] inflow, int target) {
    int n = network.size();
    PaymentGraph inside = network.inside();
    boolean[] reaches = reaching(inside.reversed(), target);
    int[] seat = new int[n];
    int size = 0;
    for (int i = 0; i < n; i++) {
      seat[i] = reaches[i] && i != target && inflow[i] > 0 ? size++ : -1;
    }
    double[][] matrix = new double[size][size];
    double[][] chance = new double[size][1];
    for (int i = 0; i < n; i++) {
      if (seat[i] < 0) {
        continue;
      }
      matrix[seat[i]][seat[i]] = 1;
      for (int e = inside.rowStart()[i]; e < inside.rowStart()[i + 1]; e++) {
        int to = inside.target()[e];
        double part = inside.amount()[e] / inflow[i];
        if (to == target) {
          chance[seat[i]][0] += part;
        } else if (seat[to] >= 0) {
          matrix[seat[i]][seat[to]] -= part;
        }
      }
    }
    double[][] again = new double[size][];
    Arrays.setAll(again, r -> matrix[r].clone());
    double[] h = new double[n];
    double[] hands = new double[n];
    Arrays.fill(hands, Double.NaN);
    boolean solved = Dense.solve(matrix, chance);
    double[][] steps = new double[size][1];
    for (int r = 0; r < size; r++) {
      steps[r][0] = chance[r][0];
    }
    solved = solved && Dense.solve(again, steps);
    double first = 0;
    double weighted = 0;
    for (int i = 0; i < n; i++) {
      if (seat[i] >= 0) {
        h[i] = solved ? chance[seat[i]][0] : Double.NaN;
        hands[i] = solved && h[i] > 0 ? steps[seat[i]][0] / h[i] : Double.NaN;
        double part = inflow[target] > 0 ? inside.amount(target, i) / inflow[target] : 0;
        first += part * h[i];
        weighted += part * (h[i] + (solved ? steps[seat[i]][0] : 0));
      }
    }
    h[target] = first;
    hands[target] = first > 0 ? weighted / first : Double.NaN;
    return new WayBack(h, hands);
  }

  /** First returns of a party's dollar after exactly 1, 2, ... payments; O(E) for each. */
  public static double[] byHands(FlowNetwork network, int firm, int longest) {
    PaymentGraph inside = network.inside();
    double[] inflow = network.inflow();
    double[] returned = new double[longest];
    double[] here = new double[network.size()];
    here[firm] = 1;
    for (int hand = 0; hand < longest; hand++) {
      double[] there = new double[here.length];
      for (int i = 0; i < here.length; i++) {
        if (here[i] > 0 && inflow[i] > 0) {
          for (int e = inside.rowStart()[i]; e < inside.rowStart()[i + 1]; e++) {
            there[inside.target()[e]] += here[i] * inside.amount()[e] / inflow[i];
          }
        }
      }
      returned[hand] = there[firm];
      there[firm] = 0;
      here = there;
    }
    return returned;
  }

  private static boolean[] reaching(PaymentGraph payers, int target) {
    boolean[] seen = new boolean[payers.parties()];
    int[] queue = new int[payers.parties()];
    int tail = 0;
    queue[tail++] = target;
    seen[target] = true;
    for (int head = 0; head < tail; head++) {
      for (int e = payers.rowStart()[queue[head]]; e < payers.rowStart()[queue[head] + 1]; e++) {
        int i = payers.target()[e];
        if (!seen[i]) {
          seen[i] = true;
          queue[tail++] = i;
        }
      }
    }
    return seen;
  }
}
