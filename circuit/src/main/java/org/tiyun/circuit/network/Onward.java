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
    int n = network.size();
    double[] inflow = network.inflow();
    PaymentGraph inside = network.inside();
    double[][] matrix = new double[n][n];
    double[][] right = new double[n][1];
    for (int i = 0; i < n; i++) {
      matrix[i][i] += 1;
      for (int e = inside.rowStart()[i]; inflow[i] > 0 && e < inside.rowStart()[i + 1]; e++) {
        int to = inside.target()[e];
        double part = inside.amount()[e] / inflow[i];
        if (i == firm) {
          right[to][0] += part;
        } else if (to != firm) {
          matrix[to][i] -= part;
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
