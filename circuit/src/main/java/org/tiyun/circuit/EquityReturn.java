package org.tiyun.circuit;

import java.util.Arrays;
import org.tiyun.circuit.matrix.BalancedCell;
import org.tiyun.circuit.matrix.Earmarked;
import org.tiyun.circuit.matrix.Exit;
import org.tiyun.circuit.matrix.FlowMatrix;
import org.tiyun.circuit.network.FlowNetwork;
import org.tiyun.circuit.network.WayBack;

/**
 * Of the money that a firm put into others of the circle as equity, what came back within the year.
 *
 * <p>sum_j v_j h_j, v the firm's equity split and h_j the chance that a dollar at j reaches the
 * firm under proportional mixing. Two other readings stand beside it: what would come back if all
 * that firms still hold at year end were spent as they spent the rest, and what came back if equity
 * is tied to purchases ({@link Earmarked}).
 *
 * @param invested billions of US dollars
 * @param share that returns, 0..1; NaN where nothing was invested
 * @param hands mean number of payments of what returns, the investment itself counted; NaN where
 *     nothing does
 * @param spentLater share that returns when cash kept is spent alike, 0..1
 * @param earmarked share that returns when equity first pays compute, 0..1
 */
public record EquityReturn(
    String firm, double invested, double share, double hands, double spentLater, double earmarked) {

  public static EquityReturn of(FlowMatrix matrix, FlowNetwork network, String firm) {
    int target = matrix.circle().indexOf(firm);
    if (target < 0) {
      return new EquityReturn(firm, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    WayBack way = WayBack.to(network, target);
    double[] spent = WayBack.to(network, notKept(network), target).chance();
    double later = 0;
    double invested = 0;
    double back = 0;
    double steps = 0;
    for (BalancedCell cell : matrix.cells()) {
      int j = matrix.circle().indexOf(cell.cell().payee());
      if (j >= 0 && cell.cell().payer().equals(firm) && cell.cell().kind().equals("equity")) {
        invested += cell.value();
        later += cell.value() * spent[j];
        if (way.chance()[j] > 0) {
          back += cell.value() * way.chance()[j];
          steps += cell.value() * way.chance()[j] * (1 + way.hands()[j]);
        }
      }
    }
    return new EquityReturn(
        firm,
        invested,
        invested > 0 ? back / invested : Double.NaN,
        back > 0 ? steps / back : Double.NaN,
        invested > 0 ? later / invested : Double.NaN,
        Earmarked.of(matrix).equityReturn(firm));
  }

  private static double[] notKept(FlowNetwork network) {
    double[] spent = network.inflow();
    double[] kept = network.out(Exit.BANKED.ordinal());
    Arrays.setAll(spent, i -> Math.max(0, spent[i] - kept[i]));
    return spent;
  }
}
