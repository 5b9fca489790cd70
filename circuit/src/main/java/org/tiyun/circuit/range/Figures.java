package org.tiyun.circuit.range;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tiyun.circuit.EquityReturn;
import org.tiyun.circuit.MatrixMeasures;
import org.tiyun.circuit.matrix.BalancedCell;
import org.tiyun.circuit.matrix.Earmarked;
import org.tiyun.circuit.matrix.FlowMatrix;
import org.tiyun.circuit.matrix.Origin;
import org.tiyun.circuit.network.Cycling;
import org.tiyun.circuit.network.FlowNetwork;
import org.tiyun.circuit.network.MaximumCirculation;
import org.tiyun.circuit.network.PaidBy;

/**
 * The figures of a matrix that are given with a range, by name: {@code entering}, {@code
 * entering.<origin>} (share), {@code sales.<firm>.<origin>} (share of sales), {@code
 * own_money_back.<firm>}, {@code finn}, {@code circulation}, {@code circulation.share}, {@code
 * circulation.inside}, {@code equity_return.<firm>}, {@code loop.<a>.<b>...} (tightest link); for
 * investors also {@code equity_return.<firm>.spent_later} and {@code .earmarked}, {@code
 * own_money_back.<firm>.earmarked} and {@code sales.<firm>.end_users.earmarked}. Money in billions
 * of US dollars, shares 0 to 1; NaN where a matrix does not have it.
 *
 * @param loops loops whose tightest link is followed, by ids
 * @param investors firms whose equity's return is followed
 */
public record Figures(List<List<String>> loops, List<String> investors) implements Reading {

  @Override
  public Map<String, Double> of(FlowMatrix matrix) {
    FlowNetwork network = matrix.network();
    Map<String, Double> figures = new LinkedHashMap<>();
    double entering = Arrays.stream(network.entering()).sum();
    figures.put("entering", entering);
    for (Origin origin : Origin.values()) {
      double from = Arrays.stream(network.in(origin.ordinal())).sum();
      figures.put("entering." + origin.key(), from / entering);
    }
    Cycling cycling = Cycling.of(network);
    figures.put("finn", cycling.finn());
    for (int i = 0; i < network.size(); i++) {
      figures.put("own_money_back." + network.parties().get(i), cycling.ownMoneyBack()[i]);
    }
    MaximumCirculation maximum = MaximumCirculation.of(network, MatrixMeasures.CENTS_PER_BILLION);
    figures.put("circulation", maximum.value());
    figures.put("circulation.share", maximum.share());
    figures.put("circulation.inside", maximum.shareInside());
    sales(matrix, network, figures);
    for (String firm : investors) {
      EquityReturn back = EquityReturn.of(matrix, network, firm);
      Earmarked tied = Earmarked.of(matrix);
      figures.put("equity_return." + firm, back.share());
      figures.put("equity_return." + firm + ".spent_later", back.spentLater());
      figures.put("equity_return." + firm + ".earmarked", back.earmarked());
      figures.put("own_money_back." + firm + ".earmarked", tied.ownMoneyBack(firm));
      figures.put(
          "sales." + firm + ".end_users.earmarked", tied.endUserShare(firm).orElse(Double.NaN));
    }
    for (List<String> loop : loops) {
      figures.put("loop." + String.join(".", loop), tightest(network, loop));
    }
    return figures;
  }

  private static void sales(FlowMatrix matrix, FlowNetwork network, Map<String, Double> figures) {
    PaidBy paidBy = PaidBy.of(network);
    int kinds = Origin.values().length;
    double[][] by = new double[network.size()][kinds];
    double[] gross = new double[network.size()];
    for (BalancedCell cell : matrix.cells()) {
      if (!cell.sale()) {
        continue;
      }
      int seller = matrix.circle().indexOf(cell.cell().payee());
      int payer = matrix.circle().indexOf(cell.cell().payer());
      gross[seller] += cell.value();
      if (payer < 0) {
        by[seller][Origin.of(cell.cell().payer()).orElseThrow().ordinal()] += cell.value();
      } else {
        for (int k = 0; k < kinds; k++) {
          by[seller][k] += cell.value() * paidBy.shares()[k][payer];
        }
      }
    }
    for (int i = 0; i < gross.length; i++) {
      for (Origin origin : Origin.values()) {
        figures.put(
            "sales." + network.parties().get(i) + "." + origin.key(),
            gross[i] > 0 ? by[i][origin.ordinal()] / gross[i] : Double.NaN);
      }
    }
  }

  private static double tightest(FlowNetwork network, List<String> loop) {
    double tightest = Double.POSITIVE_INFINITY;
    List<Integer> at = new ArrayList<>();
    loop.forEach(id -> at.add(network.parties().indexOf(id)));
    for (int k = 0; k < at.size(); k++) {
      int from = at.get(k);
      int to = at.get((k + 1) % at.size());
      tightest = Math.min(tightest, from < 0 || to < 0 ? 0 : network.inside().amount(from, to));
    }
    return tightest;
  }
}
