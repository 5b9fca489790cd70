package org.tiyun.circuit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tiyun.circuit.matrix.BalancedCell;
import org.tiyun.circuit.matrix.FlowMatrix;
import org.tiyun.circuit.matrix.Origin;
import org.tiyun.circuit.network.FlowNetwork;
import org.tiyun.circuit.network.PaidBy;

/**
 * What the balanced matrix of a year says. Amounts in billions of US dollars, shares 0 to 1.
 *
 * @param network the measures, with sales by origin for every firm that sells
 * @param externalDrive end users' cash to labs and clouds over what these pay for running costs,
 *     debt service and capital goods; NaN where they pay nothing
 */
public record MatrixMeasures(FlowMatrix matrix, NetworkMeasures network, double externalDrive) {
  /** Cents in a billion dollars. */
  public static final double CENTS_PER_BILLION = 1e11;

  private static final Set<String> MAKERS_SELL = Set.of("chips", "servers", "foundry");
  private static final Set<String> OUTLAYS =
      Set.of("chips", "servers", "capex_other", "opex", "staff_tax", "interest", "repayment");

  public static MatrixMeasures of(FlowMatrix matrix) {
    return of(matrix, NetworkMeasures.Limits.USUAL);
  }

  public static MatrixMeasures of(FlowMatrix matrix, NetworkMeasures.Limits limits) {
    FlowNetwork network = matrix.network();
    NetworkMeasures bare = NetworkMeasures.of(network, CENTS_PER_BILLION, limits);
    PaidBy paidBy = PaidBy.of(network);
    List<FirmMeasures> firms = new ArrayList<>();
    for (FirmMeasures firm : bare.firms()) {
      firms.add(
          new FirmMeasures(
              firm.id(),
              firm.inflow(),
              firm.outflow(),
              firm.ownMoneyBack(),
              firm.paidBy(),
              firm.unattributed(),
              firm.level(),
              sales(matrix, network, paidBy, firm.id())));
    }
    return new MatrixMeasures(matrix, bare.withFirms(firms), externalDrive(matrix));
  }

  /** Share of a firm's sales that end users paid in the end; empty for a firm without sales. */
  public Optional<Double> endUserShare(String firm) {
    return network
        .firm(firm)
        .flatMap(FirmMeasures::sales)
        .map(sales -> sales.paidBy().get(Origin.END_USERS.key()));
  }

  /** The same of a matrix of which nothing else is asked. */
  public static Optional<Double> endUserShare(FlowMatrix matrix, String firm) {
    FlowNetwork network = matrix.network();
    return sales(matrix, network, PaidBy.of(network), firm)
        .map(sales -> sales.paidBy().getOrDefault(Origin.END_USERS.key(), 0.0));
  }

  public EquityReturn equityReturn(String firm) {
    return EquityReturn.of(matrix, matrix.network(), firm);
  }

  private static Optional<FirmMeasures.Sales> sales(
      FlowMatrix matrix, FlowNetwork network, PaidBy paidBy, String firm) {
    double[] by = new double[Origin.values().length];
    double gross = 0;
    double own = 0;
    double[] throughFirm = throughFirm(network, matrix.circle().indexOf(firm));
    for (BalancedCell cell : matrix.cells()) {
      if (!cell.sale() || !cell.cell().payee().equals(firm)) {
        continue;
      }
      gross += cell.value();
      int payer = matrix.circle().indexOf(cell.cell().payer());
      if (payer < 0) {
        by[Origin.of(cell.cell().payer()).orElseThrow().ordinal()] += cell.value();
      } else {
        for (int k = 0; k < by.length; k++) {
          by[k] += cell.value() * paidBy.shares()[k][payer];
        }
        own += cell.value() * throughFirm[payer];
      }
    }
    if (gross <= 0) {
      return Optional.empty();
    }
    Map<String, Double> shares = new LinkedHashMap<>();
    for (Origin origin : Origin.values()) {
      shares.put(origin.key(), by[origin.ordinal()] / gross);
    }
    return Optional.of(
        new FirmMeasures.Sales(
            gross,
            gross - own,
            by[Origin.END_USERS.ordinal()],
            Collections.unmodifiableMap(shares)));
  }

  /** For every party the share of its inflow that has passed through one firm. */
  private static double[] throughFirm(FlowNetwork network, int firm) {
    FlowNetwork.Builder marked =
        FlowNetwork.builder(network.parties(), List.of("firm", "others"), List.of("out"));
    var inside = network.inside();
    for (int i = 0; i < network.size(); i++) {
      for (int e = inside.rowStart()[i]; e < inside.rowStart()[i + 1]; e++) {
        if (i == firm) {
          marked.inflow(0, inside.target()[e], inside.amount()[e]);
        } else {
          marked.payment(i, inside.target()[e], inside.amount()[e]);
        }
      }
      marked.inflow(1, i, network.entering()[i]);
    }
    return PaidBy.of(marked.build()).from("firm");
  }

  /** Firms that make chips or servers are not labs or clouds; payments among these cancel out. */
  public static double externalDrive(FlowMatrix matrix) {
    Set<String> makers = new HashSet<>();
    for (BalancedCell cell : matrix.cells()) {
      if (MAKERS_SELL.contains(cell.cell().kind())) {
        makers.add(cell.cell().payee());
      }
    }
    double endUsers = 0;
    double outlays = 0;
    for (BalancedCell cell : matrix.cells()) {
      boolean endUser = Origin.of(cell.cell().payer()).filter(Origin.END_USERS::equals).isPresent();
      endUsers += endUser && !makers.contains(cell.cell().payee()) ? cell.value() : 0;
      boolean labOrCloud =
          matrix.circle().contains(cell.cell().payer()) && !makers.contains(cell.cell().payer());
      outlays += labOrCloud && OUTLAYS.contains(cell.cell().kind()) ? cell.value() : 0;
    }
    return outlays == 0 ? Double.NaN : endUsers / outlays;
  }
}
