package org.tiyun.study.quantity;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.tiyun.circuit.network.FlowNetwork;
import org.tiyun.circuit.network.MaximumCirculation;
import org.tiyun.circuit.network.PaymentGraph;
import org.tiyun.language.model.Books;
import org.tiyun.language.model.Input;
import org.tiyun.study.roles.Role;

/**
 * The quantities that a run shows by itself, each as one number for a set of firms, over the year
 * that ends with a period: the same definitions as {@link YearOf}, which shows what they are made
 * of, and fast enough for a thousand futures. A test holds the two together.
 *
 * <p>What {@link YearOf} gives by firm is here, for several firms: of classes, the share of what
 * falls due that Ponzi firms owe; of runways, the shortest; of refinancing, lock-in and belief, the
 * sums above over the sums below the line.
 */
public final class CircleYear {
  private static final double CENTS_PER_UNIT = 1e7;
  private static final long FINANCE = CircleBook.mask(Role.EQUITY_IN, Role.DEBT_IN);
  private static final long NO_SALE = CircleBook.mask(Role.EQUITY_IN, Role.DEBT_IN, Role.REPAYMENT);
  private static final long NOT_RUNNING =
      NO_SALE | CircleBook.mask(Role.INTEREST, Role.TAKE_OR_PAY, Role.INVESTMENT, Role.PAYOUT);
  private static final long NOT_COST =
      NO_SALE | CircleBook.mask(Role.INTEREST, Role.INVESTMENT, Role.PAYOUT);

  private final CircleBook book;
  private final double[][] values;
  private final IntToDoubleFunction input;
  private final int period;
  private final int last;
  private final int count;
  private final double[] paid;

  /**
   * @param values by variable of the model, then by period; of those that {@link
   *     CircleBook#needed()} names
   * @param input value of an input in the period
   * @param last period of the run
   */
  public CircleYear(
      CircleBook book, double[][] values, IntToDoubleFunction input, int period, int last) {
    this.book = book;
    this.values = values;
    this.input = input;
    this.period = period;
    this.last = last;
    int first = Math.max(1, period - book.perYear + 1);
    this.count = period - first + 1;
    this.paid = new double[book.flows.length];
    for (int f = 0; f < paid.length; f++) {
      Books.Flow flow = book.flows[f];
      if (book.firmOf[flow.payer()] >= 0 || book.firmOf[flow.payee()] >= 0) {
        paid[f] = sum(flow.amount());
      }
    }
  }

  /** The number for these firms; NaN where there is none. */
  public double of(Quantity quantity, int[] firms) {
    return switch (quantity) {
      case END_USER_SHARE -> endUserShare(firms);
      case CIRCULAR_SHARE -> circularShare();
      case MINSKY_CLASS -> ponziShare(firms);
      case RUNWAY -> shortestRunway(firms);
      case REFINANCING_DEPENDENCE -> refinancing(firms);
      case EXTERNAL_DRIVE -> externalDrive();
      case LOCK_IN -> lockIn(firms);
      case LOOP_GAIN -> Origins.spectralRadius(passThrough());
      case BACKLOG_QUALITY -> backlogQuality();
      case COLLATERAL_HALF_LIFE -> collateral();
      case BELIEF_SHARE -> beliefShare(firms);
      case MINIMUM_EXTERNAL_REVENUE,
          STALL_SPEED,
          TIME_TO_FIRST_FAILURE,
          CASCADE_LOSS,
          KEYSTONE,
          BACKSTOP_BILL,
          LOOP_DOMINANCE ->
          Double.NaN;
    };
  }

  /** Receipts of the whole circle from selling. */
  public double sales() {
    double sum = 0;
    for (int i = 0; i < book.firms.length; i++) {
      sum += sales(i);
    }
    return sum;
  }

  private double sum(int variable) {
    double sum = 0;
    for (int t = period - count + 1; t <= period; t++) {
      sum += values[variable][t];
    }
    return sum;
  }

  private double sales(int firm) {
    double sum = 0;
    for (int f = 0; f < paid.length; f++) {
      if (book.flows[f].payee() == book.firms[firm] && (book.kinds[f] & NO_SALE) == 0) {
        sum += paid[f];
      }
    }
    return sum;
  }

  private double operations(int firm) {
    double sum = sales(firm);
    for (int f = 0; f < paid.length; f++) {
      if (book.flows[f].payer() == book.firms[firm] && (book.kinds[f] & NOT_RUNNING) == 0) {
        sum -= paid[f];
      }
    }
    return sum;
  }

  private double due(int firm, Role stated, long mask) {
    double sum = 0;
    if (book.statesDues) {
      for (int variable : book.ownedBy(stated)[firm]) {
        sum += sum(variable);
      }
      return sum;
    }
    for (int f = 0; f < paid.length; f++) {
      Books.Flow flow = book.flows[f];
      if (flow.payer() == book.firms[firm] && (book.kinds[f] & mask) != 0) {
        sum += flow.due().isPresent() ? sum(flow.due().get().owed()) : 0;
      }
    }
    return sum;
  }

  private double charges(int firm) {
    return due(firm, Role.CHARGES_DUE, CircleBook.mask(Role.INTEREST, Role.TAKE_OR_PAY));
  }

  private double principal(int firm) {
    return due(firm, Role.PRINCIPAL_DUE, CircleBook.mask(Role.REPAYMENT));
  }

  private double cash(int firm, int t) {
    double sum = 0;
    for (int variable : book.cash[firm]) {
      sum += values[variable][t];
    }
    return sum;
  }

  private double owned(Role role, int firm) {
    double sum = 0;
    for (int variable : book.ownedBy(role)[firm]) {
      sum += values[variable][period];
    }
    return sum;
  }

  private double[][] inside() {
    int n = book.firms.length;
    double[][] inside = new double[n][n];
    for (int f = 0; f < paid.length; f++) {
      int i = book.firmOf[book.flows[f].payer()];
      int j = book.firmOf[book.flows[f].payee()];
      if (i >= 0 && j >= 0 && i != j) {
        inside[i][j] += paid[f];
      }
    }
    return inside;
  }

  /** All that each firm disposes of: receipts and cash drawn down. */
  private double[] funds() {
    double[] funds = new double[book.firms.length];
    for (int f = 0; f < paid.length; f++) {
      int j = book.firmOf[book.flows[f].payee()];
      if (j >= 0 && book.flows[f].payer() != book.flows[f].payee()) {
        funds[j] += paid[f];
      }
    }
    for (int j = 0; j < funds.length; j++) {
      funds[j] += Math.max(0, cash(j, period - count) - cash(j, period));
    }
    return funds;
  }

  private double[] fromUsers() {
    double[] own = new double[book.firms.length];
    for (int f = 0; f < paid.length; f++) {
      int j = book.firmOf[book.flows[f].payee()];
      if (j >= 0 && book.users.contains(book.flows[f].payer())) {
        own[j] += paid[f];
      }
    }
    return Origins.shares(inside(), funds(), own);
  }

  private double endUserShare(int[] firms) {
    double[] phi = fromUsers();
    double revenue = 0;
    double users = 0;
    for (int firm : firms) {
      for (int f = 0; f < paid.length; f++) {
        Books.Flow flow = book.flows[f];
        if (flow.payee() == book.firms[firm] && (book.kinds[f] & NO_SALE) == 0) {
          int payer = book.firmOf[flow.payer()];
          double share = book.users.contains(flow.payer()) ? 1 : payer >= 0 ? phi[payer] : 0;
          revenue += paid[f];
          users += paid[f] * share;
        }
      }
    }
    return users / revenue;
  }

  private double circularShare() {
    int n = book.firms.length;
    double[][] inside = inside();
    String[] names = new String[n];
    Arrays.setAll(names, i -> book.name(book.firms[i]));
    FlowNetwork.Builder builder =
        FlowNetwork.builder(
            Arrays.asList(names), java.util.List.of("outside"), java.util.List.of("outside"));
    double all = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double amount = Math.max(0, inside[i][j]);
        builder.payment(i, j, amount);
        all += amount;
      }
    }
    PaymentGraph graph = builder.balanceFromOutside().build().inside();
    return MaximumCirculation.of(graph, CENTS_PER_UNIT).value() / all;
  }

  private double ponziShare(int[] firms) {
    double all = 0;
    double ponzi = 0;
    for (int firm : firms) {
      double due = charges(firm) + principal(firm);
      all += due;
      ponzi += ponzi(firm) ? due : 0;
    }
    return ponzi / all;
  }

  private boolean ponzi(int firm) {
    double charges = charges(firm);
    return operations(firm) + 1e-9 * Math.max(1, Math.abs(charges)) < charges;
  }

  private double shortestRunway(int[] firms) {
    double shortest = Double.NaN;
    for (int firm : firms) {
      double net = 0;
      for (int f = 0; f < paid.length; f++) {
        Books.Flow flow = book.flows[f];
        if (flow.payer() == book.firms[firm]
            && (book.kinds[f] & CircleBook.mask(Role.PAYOUT)) == 0) {
          net += paid[f];
        }
        boolean fresh = (book.kinds[f] & FINANCE) != 0 && book.firmOf[flow.payer()] < 0;
        if (flow.payee() == book.firms[firm] && !fresh) {
          net -= paid[f];
        }
      }
      double monthly = net / count * book.perYear / 12;
      if (monthly > 0) {
        double months = Math.max(0, cash(firm, period)) / monthly;
        shortest = Double.isNaN(shortest) ? months : Math.min(shortest, months);
      }
    }
    return shortest;
  }

  private double refinancing(int[] firms) {
    double all = 0;
    double missing = 0;
    for (int firm : firms) {
      double due = charges(firm) + principal(firm);
      if (due > 0) {
        double own = Math.max(0, Math.min(1, (operations(firm) + cash(firm, period)) / due));
        all += due;
        missing += due * (1 - own);
      }
    }
    return missing / all;
  }

  private double externalDrive() {
    double users = 0;
    double cost = 0;
    for (int f = 0; f < paid.length; f++) {
      boolean from = book.firmOf[book.flows[f].payer()] >= 0;
      boolean to = book.firmOf[book.flows[f].payee()] >= 0;
      if (to && book.users.contains(book.flows[f].payer())) {
        users += paid[f];
      }
      if (from && !to && (book.kinds[f] & NOT_COST) == 0) {
        cost += paid[f];
      }
      if (!book.statesDues
          && from
          && (book.kinds[f] & CircleBook.mask(Role.REPAYMENT, Role.INTEREST)) != 0
          && book.flows[f].due().isPresent()) {
        cost += paid[f];
      }
    }
    for (int i = 0; book.statesDues && i < book.firms.length; i++) {
      cost += charges(i) + principal(i);
    }
    for (int variable : book.depreciation) {
      cost += sum(variable);
    }
    return users / cost;
  }

  private double lockIn(int[] firms) {
    double committed = 0;
    double means = 0;
    if (period + book.perYear > last) {
      return Double.NaN;
    }
    for (int firm : firms) {
      double owed = owned(Role.COMMITTED, firm);
      if (owed > 0) {
        committed += owed;
        means += cash(firm, period);
        for (int f = 0; f < paid.length; f++) {
          if (fromUsersTo(firm, f)) {
            for (int t = period + 1; t <= period + book.perYear; t++) {
              means += values[book.flows[f].amount()][t];
            }
          }
        }
      }
    }
    return committed / means;
  }

  private boolean fromUsersTo(int firm, int f) {
    return book.flows[f].payee() == book.firms[firm] && book.users.contains(book.flows[f].payer());
  }

  private double[][] passThrough() {
    double[][] through = inside();
    double[] funds = funds();
    for (int i = 0; i < funds.length; i++) {
      for (int j = 0; j < funds.length; j++) {
        through[i][j] = funds[i] > 0 ? through[i][j] / funds[i] : 0;
      }
    }
    return through;
  }

  private double backlogQuality() {
    double all = 0;
    double ponzi = 0;
    for (int firm = 0; firm < book.firms.length; firm++) {
      double owed = owned(Role.COMMITTED, firm);
      if (owed > 0) {
        all += owed;
        ponzi += ponzi(firm) ? owed : 0;
      }
    }
    return ponzi / all;
  }

  /** The least of all debts: where collateral outlives its debt worst. */
  private double collateral() {
    double least = Double.NaN;
    for (Input decay : book.decays) {
      double lost = input.applyAsDouble(decay.id());
      for (Input maturing : book.maturing) {
        double due = input.applyAsDouble(maturing.id());
        if (lost > 0 && due > 0) {
          double ratio = Math.log(2) / lost * due;
          least = Double.isNaN(least) ? ratio : Math.min(least, ratio);
        }
      }
    }
    return least;
  }

  private double beliefShare(int[] firms) {
    double rate = book.rate.map(i -> input.applyAsDouble(i.id())).orElse(0.0);
    double value = 0;
    double present = 0;
    for (int firm : firms) {
      double mine = owned(Role.FIRM_VALUE, firm);
      if (mine <= 0) {
        continue;
      }
      value += mine;
      for (int f = 0; f < paid.length; f++) {
        if (fromUsersTo(firm, f)) {
          for (int t = period + 1; t <= last; t++) {
            present +=
                values[book.flows[f].amount()][t]
                    / Math.pow(1 + rate, (double) (t - period) / book.perYear);
          }
        }
      }
    }
    return (value - present) / value;
  }
}
