package org.tiyun.circuit.network;

/** Where money goes on to: the transposed solves behind the measures, for tracing a figure back. */
public final class Onward {
  private Onward() {}

  /**
   * How much of a dollar that each party receives ends up in certain payments, through however many
   * hands and however often.
   *
   * @param payments by party the amount of those payments that it makes, at most its inflow
   * @return by party the amount of {@code payments} that rests on one dollar of its receipts from
   *     outside; 0 for all where the network has a component that nobody pays into
   */
  public static double[] shareOfReceipts(FlowNetwork network, double[] payments) {
    int n = network.size();
    double[] inflow = network.inflow();
    PaymentGraph inside = network.inside();
    double[][] matrix = new double[n][n];
    double[][] right = new double[n][1];
    for (int i = 0; i < n; i++) {
      matrix[i][i] = 1;
      if (inflow[i] > 0) {
        right[i][0] = payments[i] / inflow[i];
        for (int e = inside.rowStart()[i]; e < inside.rowStart()[i + 1]; e++) {
          matrix[i][inside.target()[e]] -= inside.amount()[e] / inflow[i];
        }
      }
    }
    return column(Dense.solve(matrix, right), right);
  }

  /** Expected visits to each party of a dollar that a firm pays, before it returns or leaves. */
  public static double[] visitsBeforeReturn(FlowNetwork network, int firm) {
    double[] inflow = network.inflow();
    PaymentGraph inside = network.inside();
    double[] first = new double[network.size()];
    for (int e = inside.rowStart()[firm];
        inflow[firm] > 0 && e < inside.rowStart()[firm + 1];
        e++) {
      first[inside.target()[e]] += inside.amount()[e] / inflow[firm];
    }
    return visitsBeforeReturn(network, firm, first);
  }

  /** The same of a dollar that starts elsewhere: {@code first} by party, adding up to at most 1. */
  public static double[] visitsBeforeReturn(FlowNetwork network, int firm, double[] first) {
    int n = network.size();
    double[] inflow = network.inflow();
    PaymentGraph inside = network.inside();
    double[][] matrix = new double[n][n];
    double[][] right = new double[n][1];
    for (int i = 0; i < n; i++) {
      matrix[i][i] += 1;
      right[i][0] = first[i];
      for (int e = inside.rowStart()[i]; inflow[i] > 0 && e < inside.rowStart()[i + 1]; e++) {
        int to = inside.target()[e];
        if (i != firm && to != firm) {
          matrix[to][i] -= inside.amount()[e] / inflow[i];
        }
      }
    }
    return column(Dense.solve(matrix, right), right);
  }

  private static double[] column(boolean solved, double[][] right) {
    double[] column = new double[right.length];
    for (int i = 0; solved && i < column.length; i++) {
      column[i] = right[i][0];
    }
    return column;
  }
}
