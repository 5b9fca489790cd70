package org.tiyun.circuit.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tiyun.circuit.network.FlowNetwork;
import org.tiyun.circuit.network.PaidBy;
import org.tiyun.circuit.network.WayBack;

/**
 * The matrix read as if equity between firms of the circle were tied to purchases: what a firm was
 * given by others of the circle first pays its compute (cloud, chips, servers bought inside), and
 * only the rest of its money is alike. The bound opposite to proportional mixing: most of what an
 * investor can claim to have come back to it, least of what users can claim to have paid.
 *
 * <p>Each firm is two parties: a pot that receives the smaller of the equity given inside and the
 * compute bought, each investor's part of it in proportion, and pays compute in proportion to its
 * purchases; and a rest that receives and pays everything else. Both balance, so C1 to C3 are
 * solved as ever, O(n^3) for 2n parties. A firm's own pot is left in its rest where its own money
 * is followed: there the money has arrived.
 */
public final class Earmarked {
  private static final Set<String> COMPUTE = Set.of("cloud", "chips", "servers");

  private final FlowMatrix matrix;
  private final List<String> circle;
  private final double[] inPot;
  private final double[] outOfPot;

  private Earmarked(FlowMatrix matrix) {
    this.matrix = matrix;
    this.circle = matrix.circle();
    double[] given = new double[circle.size()];
    double[] bought = new double[circle.size()];
    for (BalancedCell cell : matrix.cells()) {
      if (given(cell)) {
        given[payee(cell)] += cell.value();
      } else if (compute(cell)) {
        bought[payer(cell)] += cell.value();
      }
    }
    this.inPot = new double[given.length];
    this.outOfPot = new double[given.length];
    for (int i = 0; i < given.length; i++) {
      double pot = Math.min(given[i], bought[i]);
      inPot[i] = given[i] > 0 ? pot / given[i] : 0;
      outOfPot[i] = bought[i] > 0 ? pot / bought[i] : 0;
    }
  }

  public static Earmarked of(FlowMatrix matrix) {
    return new Earmarked(matrix);
  }

  /** Share of a firm's sales that end users paid in the end; empty for a firm without sales. */
  public Optional<Double> endUserShare(String firm) {
    double[] users = PaidBy.of(network(OptionalInt.empty())).from(Origin.END_USERS.key());
    return endUserShare(firm, users);
  }

  /** The same for all firms of the circle, in its order. */
  public List<Optional<Double>> endUserShares() {
    double[] users = PaidBy.of(network(OptionalInt.empty())).from(Origin.END_USERS.key());
    return circle.stream().map(firm -> endUserShare(firm, users)).toList();
  }

  private Optional<Double> endUserShare(String firm, double[] users) {
    double gross = 0;
    double paid = 0;
    for (BalancedCell cell : matrix.cells()) {
      if (!cell.sale() || !cell.cell().payee().equals(firm)) {
        continue;
      }
      gross += cell.value();
      int from = payer(cell);
      if (from < 0) {
        boolean user = Origin.of(cell.cell().payer()).filter(Origin.END_USERS::equals).isPresent();
        paid += user ? cell.value() : 0;
      } else {
        double tied = compute(cell) ? outOfPot[from] : 0;
        paid += cell.value() * (tied * users[from + circle.size()] + (1 - tied) * users[from]);
      }
    }
    return gross > 0 ? Optional.of(paid / gross) : Optional.empty();
  }

  /** Chance that a dollar the firm pays returns to it; 0 for a firm outside the circle. */
  public double ownMoneyBack(String firm) {
    int home = circle.indexOf(firm);
    return home < 0 ? 0 : WayBack.to(network(OptionalInt.of(home)), home).chance()[home];
  }

  /** The share of its equity in firms of the circle that comes back; NaN where it put in none. */
  public double equityReturn(String firm) {
    int home = circle.indexOf(firm);
    if (home < 0) {
      return Double.NaN;
    }
    double[] chance = WayBack.to(network(OptionalInt.of(home)), home).chance();
    double invested = 0;
    double back = 0;
    for (BalancedCell cell : matrix.cells()) {
      if (given(cell) && payer(cell) == home) {
        int to = payee(cell);
        double tied = inPot[to];
        invested += cell.value();
        back += cell.value() * (tied * chance[to + circle.size()] + (1 - tied) * chance[to]);
      }
    }
    return invested > 0 ? back / invested : Double.NaN;
  }

  /** C1: own money back of all firms, weighted by what they receive. */
  public double finn() {
    double[] inflow = matrix.network().inflow();
    double back = 0;
    for (int i = 0; i < inflow.length; i++) {
      back += inflow[i] * ownMoneyBack(circle.get(i));
    }
    double all = Arrays.stream(inflow).sum();
    return all > 0 ? back / all : 0;
  }

  /** The rests of all firms, then their pots; one firm may be left whole. */
  private FlowNetwork network(OptionalInt whole) {
    int n = circle.size();
    List<String> parties = new ArrayList<>(circle);
    circle.forEach(firm -> parties.add(firm + " (earmarked)"));
    FlowNetwork.Builder builder = FlowNetwork.builder(parties, Origin.keys(), Exit.keys());
    for (BalancedCell cell : matrix.cells()) {
      int from = payer(cell);
      int to = payee(cell);
      double value = cell.value();
      if (from < 0) {
        builder.inflow(Origin.of(cell.cell().payer()).orElseThrow().ordinal(), to, value);
      } else if (to < 0) {
        builder.outflow(Exit.of(cell.cell().payee()).orElseThrow().ordinal(), from, value);
      } else {
        double out = compute(cell) && from != whole.orElse(-1) ? outOfPot[from] : 0;
        double in = given(cell) && to != whole.orElse(-1) ? inPot[to] : 0;
        pay(builder, from, to, value * (1 - out) * (1 - in));
        pay(builder, from, to + n, value * (1 - out) * in);
        pay(builder, from + n, to, value * out * (1 - in));
        pay(builder, from + n, to + n, value * out * in);
      }
    }
    return builder.build();
  }

  private static void pay(FlowNetwork.Builder builder, int from, int to, double value) {
    if (value > 0) {
      builder.payment(from, to, value);
    }
  }

  private boolean given(BalancedCell cell) {
    return cell.cell().kind().equals("equity") && inside(cell);
  }

  private boolean compute(BalancedCell cell) {
    return COMPUTE.contains(cell.cell().kind()) && inside(cell);
  }

  private boolean inside(BalancedCell cell) {
    return payer(cell) >= 0 && payee(cell) >= 0 && payer(cell) != payee(cell);
  }

  private int payer(BalancedCell cell) {
    return circle.indexOf(cell.cell().payer());
  }

  private int payee(BalancedCell cell) {
    return circle.indexOf(cell.cell().payee());
  }
}
