package org.tiyun.circuit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tiyun.circuit.deals.DealLoop;
import org.tiyun.circuit.matrix.BalancedCell;
import org.tiyun.circuit.matrix.FlowMatrix;
import org.tiyun.circuit.matrix.Origin;
import org.tiyun.circuit.network.FlowNetwork;
import org.tiyun.circuit.network.Onward;

/** Leads the headline figures back to the cells and deals that they come from. */
public final class Explainer {
  private final MatrixMeasures measures;
  private final FlowMatrix matrix;
  private final FlowNetwork network;
  private final double[] inflow;

  public Explainer(MatrixMeasures measures) {
    this.measures = measures;
    this.matrix = measures.matrix();
    this.network = matrix.network();
    this.inflow = network.inflow();
  }

  /** The share of entering money that end users pay: their cells. */
  public Explained endUsersEntering() {
    double total = measures.network().enteringTotal();
    return explained(
        "figure.end_users_entering",
        measures.network().enteringShare(Origin.END_USERS.key()),
        "share",
        Explainer::fromEndUser,
        cell -> cell.value() / total);
  }

  /**
   * The share of a firm's sales that end users pay in the end: the cells by which end users' money
   * enters the circle, each with what of it arrives as sales of the firm.
   */
  public Optional<Explained> endUserShare(String firm) {
    return salesPaidBy(firm, Origin.END_USERS);
  }

  /** The share of a firm's sales that one origin pays in the end, led back in the same way. */
  public Optional<Explained> salesPaidBy(String firm, Origin origin) {
    return measures
        .network()
        .firm(firm)
        .flatMap(FirmMeasures::sales)
        .map(sales -> salesPaidBy(firm, origin, sales.paidBy().getOrDefault(origin.key(), 0.0)));
  }

  private Explained salesPaidBy(String firm, Origin origin, double share) {
    double[] bought = new double[network.size()];
    double gross = 0;
    for (BalancedCell cell : matrix.cells()) {
      if (cell.sale() && cell.cell().payee().equals(firm)) {
        gross += cell.value();
        int payer = matrix.circle().indexOf(cell.cell().payer());
        if (payer >= 0) {
          bought[payer] += cell.value();
        }
      }
    }
    double sales = gross;
    double[] arrives = Onward.shareOfReceipts(network, bought);
    return explained(
        "figure.end_user_share",
        share,
        "share",
        cell -> from(cell, origin),
        cell -> {
          int j = matrix.circle().indexOf(cell.cell().payee());
          boolean direct = cell.sale() && cell.cell().payee().equals(firm);
          return cell.value() * ((direct ? 1 : 0) + arrives[j]) / sales;
        });
  }

  /** Own money back: the cells by which it comes home, each with its part of the chance. */
  public Optional<Explained> ownMoneyBack(String firm) {
    int target = matrix.circle().indexOf(firm);
    if (target < 0) {
      return Optional.empty();
    }
    double[] visits = Onward.visitsBeforeReturn(network, target);
    return measures
        .network()
        .firm(firm)
        .map(found ->
            explained(
                "figure.own_money_back",
                found.ownMoneyBack(),
                "share",
                cell ->
                    cell.cell().payee().equals(firm)
                        && matrix.circle().contains(cell.cell().payer())
                        && !cell.cell().payer().equals(firm),
                cell -> {
                  int j = matrix.circle().indexOf(cell.cell().payer());
                  return visits[j] * cell.value() / inflow[j];
                }));
  }

  /** What enters the circle, all of it or one origin's part: its cells. */
  Explained entering(Optional<Origin> origin) {
    double total = measures.network().enteringTotal();
    return explained(
        "figure.entering",
        origin.map(o -> measures.network().enteringShare(o.key())).orElse(total),
        origin.isPresent() ? "share" : "usd_b",
        cell ->
            matrix.circle().contains(cell.cell().payee())
                && (origin.isPresent()
                    ? from(cell, origin.get())
                    : !matrix.circle().contains(cell.cell().payer())),
        cell -> origin.isPresent() ? cell.value() / total : cell.value());
  }

  /** The Finn index: the cells by which money comes back to a firm it has been at before. */
  Explained finn() {
    double total = network.totalThroughflow();
    double[][] visits = new double[network.size()][];
    for (int i = 0; i < visits.length; i++) {
      visits[i] = Onward.visitsBeforeReturn(network, i);
    }
    return explained(
        "figure.finn",
        measures.network().finn(),
        "share",
        cell -> edge(cell) >= 0,
        cell -> {
          int from = matrix.circle().indexOf(cell.cell().payer());
          int home = matrix.circle().indexOf(cell.cell().payee());
          return inflow[home] / total * visits[home][from] * cell.value() / inflow[from];
        });
  }

  /** What comes back of a firm's equity: the cells by which it comes home. */
  Optional<Explained> equityReturn(String firm) {
    int target = matrix.circle().indexOf(firm);
    EquityReturn found = measures.equityReturn(firm);
    if (target < 0 || !(found.invested() > 0)) {
      return Optional.empty();
    }
    double[] first = new double[network.size()];
    for (BalancedCell cell : matrix.cells()) {
      int to = matrix.circle().indexOf(cell.cell().payee());
      if (to >= 0 && cell.cell().payer().equals(firm) && cell.cell().kind().equals("equity")) {
        first[to] += cell.value() / found.invested();
      }
    }
    double[] visits = Onward.visitsBeforeReturn(network, target, first);
    return Optional.of(
        explained(
            "figure.equity_return",
            found.share(),
            "share",
            cell -> cell.cell().payee().equals(firm) && edge(cell) >= 0,
            cell -> {
              int from = matrix.circle().indexOf(cell.cell().payer());
              return visits[from] * cell.value() / inflow[from];
            }));
  }

  /** The maximum circulation: the cells of which part can be seen as going round. */
  public Explained maximumCirculation() {
    var maximum = measures.network().maximum();
    var inside = network.inside();
    return explained(
        "figure.maximum_circulation",
        maximum.value(),
        "usd_b",
        cell -> edge(cell) >= 0,
        cell -> {
          int e = edge(cell);
          return maximum.circulation()[e]
              / maximum.unitsPerAmount()
              * cell.value()
              / inside.amount()[e];
        });
  }

  /** The tightest link of a loop of cash paid: its cells. */
  public Explained tightestLink(Loop loop) {
    int at = 0;
    for (int k = 0; k < loop.path().size(); k++) {
      if (amount(loop, k) < amount(loop, at)) {
        at = k;
      }
    }
    String payer = loop.path().get(at);
    String payee = loop.path().get((at + 1) % loop.path().size());
    return explained(
        "figure.tightest_link",
        loop.tightest(),
        "usd_b",
        cell -> cell.cell().payer().equals(payer) && cell.cell().payee().equals(payee),
        BalancedCell::value);
  }

  /** The tightest link of a loop of deals: its rows. */
  public static Explained tightestLink(DealLoop loop) {
    List<Explained.Part> parts =
        loop.tightestLink().deals().stream()
            .filter(deal -> deal.amountUsdB().isPresent())
            .map(Explained.Part::of)
            .toList();
    return new Explained("figure.tightest_link", loop.tightest(), "usd_b", parts);
  }

  private double amount(Loop loop, int hand) {
    return network
        .inside()
        .amount(
            matrix.circle().indexOf(loop.path().get(hand)),
            matrix.circle().indexOf(loop.path().get((hand + 1) % loop.path().size())));
  }

  private int edge(BalancedCell cell) {
    int from = matrix.circle().indexOf(cell.cell().payer());
    int to = matrix.circle().indexOf(cell.cell().payee());
    return from < 0 || to < 0 ? -1 : network.inside().edge(from, to);
  }

  private static boolean fromEndUser(BalancedCell cell) {
    return from(cell, Origin.END_USERS);
  }

  private static boolean from(BalancedCell cell, Origin origin) {
    return Origin.of(cell.cell().payer()).filter(origin::equals).isPresent();
  }

  private interface Weight {
    double of(BalancedCell cell);
  }

  private Explained explained(
      String key, double value, String unit, Predicate<BalancedCell> chosen, Weight weight) {
    List<Explained.Part> parts = new ArrayList<>();
    for (BalancedCell cell : matrix.cells()) {
      if (chosen.test(cell) && cell.value() > 0) {
        parts.add(Explained.Part.of(cell, weight.of(cell)));
      }
    }
    return new Explained(key, value, unit, parts);
  }
}
