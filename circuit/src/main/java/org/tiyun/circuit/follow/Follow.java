package org.tiyun.circuit.follow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tiyun.circuit.matrix.BalancedCell;
import org.tiyun.circuit.matrix.FlowMatrix;
import org.tiyun.circuit.network.FlowNetwork;
import org.tiyun.circuit.network.PaymentGraph;

/**
 * Where a firm's dollar goes and whether it comes back, under proportional mixing: at every hand it
 * is paid on like all of that party's money. Shares are of the dollar, 0 to 1. The firm's own
 * payment is hand 1.
 *
 * @param firm who pays first
 * @param start what kind of payment begins it
 * @param amount billions of US dollars that the firm paid so in the year; 0 where it paid none
 * @param back share that comes back sooner or later
 * @param meanHands mean number of payments of what comes back; NaN where nothing does
 * @param byHands share that comes back after exactly 1, 2, ... payments
 * @param hands the state after each hand
 * @param routes the likeliest ways home that pass nobody twice, likeliest first
 */
public record Follow(
    String firm,
    Start start,
    double amount,
    double back,
    double meanHands,
    double[] byHands,
    List<Hand> hands,
    List<Route> routes) {
  private static final int LONGEST_ROUTE = 8;
  private static final int ROUTES = 20;

  /** What the first payment is. */
  public enum Start {
    /** Any payment of the firm. */
    PAID,
    /** Equity put into others of the circle. */
    INVESTED
  }

  /**
   * The dollar after a hand.
   *
   * @param returned share that has come back so far
   * @param held share held now, by party, largest first
   * @param left share that has left the circle so far, by exit
   */
  public record Hand(
      int number, double returned, Map<String, Double> held, Map<String, Double> left) {}

  /** A way home: parties from the firm to the firm, and the share of the dollar that takes it. */
  public record Route(List<String> path, double share) {}

  /**
   * Follows a dollar for so many hands; {@code back} and {@code meanHands} look further, until less
   * than a billionth of the dollar still moves.
   */
  public static Follow of(FlowMatrix matrix, String firm, Start start, int longest) {
    return of(matrix, firm, start, longest, true);
  }

  /** The same without hands and routes: what a draw needs. */
  static Follow bare(FlowMatrix matrix, String firm, Start start, int longest) {
    return of(matrix, firm, start, longest, false);
  }

  private static Follow of(
      FlowMatrix matrix, String firm, Start start, int longest, boolean whole) {
    FlowNetwork network = matrix.network();
    int home = network.parties().indexOf(firm);
    double[] first = new double[network.size()];
    double amount = home < 0 ? 0 : firstPayment(matrix, firm, start, first);
    double outside = 1 - Arrays.stream(first).sum();
    Walk walk = new Walk(network, home, first, amount > 0 ? outside : 0);
    List<Hand> hands = new ArrayList<>();
    double[] byHands = new double[longest];
    double back = 0;
    double weighted = 0;
    for (int number = 1;
        amount > 0 && (number <= longest || walk.moving() > 1e-9) && number < 100_000;
        number++) {
      double returned = number == 1 ? 0 : walk.step();
      back += returned;
      weighted += number * returned;
      if (number <= longest) {
        byHands[number - 1] = returned;
      }
      if (whole && number <= longest) {
        hands.add(new Hand(number, back, walk.held(), walk.left(start == Start.PAID, firm)));
      }
    }
    return new Follow(
        firm,
        start,
        amount,
        back,
        back > 0 ? weighted / back : Double.NaN,
        byHands,
        List.copyOf(hands),
        whole && amount > 0 ? routes(network, home, first) : List.of());
  }

  /** Fills the shares of the first payment by payee; returns the amount paid. */
  static double firstPayment(FlowMatrix matrix, String firm, Start start, double[] first) {
    double amount = 0;
    for (BalancedCell cell : matrix.cells()) {
      int to = matrix.circle().indexOf(cell.cell().payee());
      boolean counts =
          cell.cell().payer().equals(firm)
              && (start == Start.PAID || (to >= 0 && cell.cell().kind().equals("equity")));
      if (counts) {
        amount += cell.value();
        if (to >= 0) {
          first[to] += cell.value();
        }
      }
    }
    for (int i = 0; amount > 0 && i < first.length; i++) {
      first[i] /= amount;
    }
    return amount;
  }

  private static List<Route> routes(FlowNetwork network, int home, double[] first) {
    List<Route> found = new ArrayList<>();
    List<Integer> path = new ArrayList<>();
    path.add(home);
    double[] inflow = network.inflow();
    for (int i = 0; i < first.length; i++) {
      if (first[i] > 0) {
        search(network, inflow, home, i, first[i], path, found);
      }
    }
    found.sort((a, b) -> Double.compare(b.share(), a.share()));
    return List.copyOf(found.subList(0, Math.min(ROUTES, found.size())));
  }

  private static void search(
      FlowNetwork network,
      double[] inflow,
      int home,
      int at,
      double share,
      List<Integer> path,
      List<Route> found) {
    if (share < 1e-7 || path.contains(at) || inflow[at] <= 0) {
      return;
    }
    path.add(at);
    PaymentGraph inside = network.inside();
    for (int e = inside.rowStart()[at]; e < inside.rowStart()[at + 1]; e++) {
      int to = inside.target()[e];
      double on = share * inside.amount()[e] / inflow[at];
      if (to == home) {
        List<String> names = new ArrayList<>(path.stream().map(network.parties()::get).toList());
        names.add(network.parties().get(home));
        found.add(new Route(List.copyOf(names), on));
      } else if (path.size() < LONGEST_ROUTE) {
        search(network, inflow, home, to, on, path, found);
      }
    }
    path.removeLast();
  }

  /** The moving dollar. */
  private static final class Walk {
    private final FlowNetwork network;
    private final double[] inflow;
    private final int home;
    private final double[] gone;
    private double[] here;
    private final double firstOut;

    Walk(FlowNetwork network, int home, double[] first, double firstOut) {
      this.network = network;
      this.inflow = network.inflow();
      this.home = home;
      this.here = first.clone();
      this.gone = new double[network.exits().size()];
      this.firstOut = firstOut;
    }

    double moving() {
      return Arrays.stream(here).sum();
    }

    /** One hand on; returns what comes home with it. */
    double step() {
      PaymentGraph inside = network.inside();
      double[] there = new double[here.length];
      for (int i = 0; i < here.length; i++) {
        if (here[i] <= 0 || inflow[i] <= 0) {
          continue;
        }
        for (int e = inside.rowStart()[i]; e < inside.rowStart()[i + 1]; e++) {
          there[inside.target()[e]] += here[i] * inside.amount()[e] / inflow[i];
        }
        for (int x = 0; x < gone.length; x++) {
          gone[x] += here[i] * network.out(x)[i] / inflow[i];
        }
      }
      double returned = there[home];
      there[home] = 0;
      here = there;
      return returned;
    }

    Map<String, Double> held() {
      Map<String, Double> held = new LinkedHashMap<>();
      Integer[] order = new Integer[here.length];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, (a, b) -> Double.compare(here[b], here[a]));
      for (int i : order) {
        if (here[i] > 0) {
          held.put(network.parties().get(i), here[i]);
        }
      }
      return Collections.unmodifiableMap(held);
    }

    Map<String, Double> left(boolean withFirst, String firm) {
      Map<String, Double> left = new LinkedHashMap<>();
      int i = network.parties().indexOf(firm);
      double all = 0;
      for (int x = 0; x < gone.length; x++) {
        all += network.out(x)[i];
      }
      for (int x = 0; x < gone.length; x++) {
        double first = withFirst && all > 0 ? firstOut * network.out(x)[i] / all : 0;
        left.put(network.exits().get(x), gone[x] + first);
      }
      return Collections.unmodifiableMap(left);
    }
  }
}
