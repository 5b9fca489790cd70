package org.tiyun.study.circle;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.tiyun.engine.Run;
import org.tiyun.language.model.Input;

/** A circle over the year that ends with a period of a run; shorter where the run begins later. */
public final class Year {
  private static final double NEARLY = 1e-14;
  private static final int MOST_ROUNDS = 10_000;

  private final CircleBook book;
  private final double[][] values;
  private final IntToDoubleFunction input;
  private final int first;
  private final int period;
  private final int last;
  private double[][] paid = new double[0][];

  /**
   * @param values by variable of the model, then by period; of those that {@link
   *     CircleBook#needed()} names
   * @param input value of an input in the period
   * @param period 1 or later
   * @param last period of the run
   */
  public Year(CircleBook book, double[][] values, IntToDoubleFunction input, int period, int last) {
    this.book = book;
    this.values = values;
    this.input = input;
    this.first = Math.max(1, period - book.perYear() + 1);
    this.period = period;
    this.last = last;
  }

  public static Year of(CircleBook book, Run run, int period) {
    return new Year(book, run.values(), id -> run.inputs()[id][period], period, run.periods());
  }

  public CircleBook book() {
    return book;
  }

  public int period() {
    return period;
  }

  /** Last period of the run. */
  public int last() {
    return last;
  }

  /** Periods added up: those of a year, or fewer at the start of a run. */
  public int periods() {
    return period - first + 1;
  }

  public double input(Input of) {
    return input.applyAsDouble(of.id());
  }

  /** A sum over the year. */
  public double over(Sum sum) {
    double all = 0;
    for (int k = 0; k < sum.variables().length; k++) {
      all += over(sum, k);
    }
    return all;
  }

  /** One part of a sum over the year. */
  public double over(Sum sum, int part) {
    return over(sum.variables()[part]);
  }

  private double over(int variable) {
    double[] path = values[variable];
    double all = 0;
    for (int t = first; t <= period; t++) {
      all += path[t];
    }
    return all;
  }

  /** A sum in one period. */
  public double in(Sum sum, int t) {
    double all = 0;
    for (int variable : sum.variables()) {
      all += values[variable][t];
    }
    return all;
  }

  /** A sum at the end of the year. */
  public double at(Sum sum) {
    return in(sum, period);
  }

  /** One part of a sum at the end of the year. */
  public double at(Sum sum, int part) {
    return values[sum.variables()[part]][period];
  }

  /** Cash from operations before fixed charges. */
  public double operations(Firm firm) {
    return over(firm.sales()) - over(firm.operating());
  }

  /** What falls due in the year: charges and principal. */
  public double due(Firm firm) {
    return over(firm.charges()) + over(firm.principal());
  }

  /** What each firm paid each other one. */
  public double[][] paid() {
    if (paid.length == 0) {
      int n = book.firms().size();
      paid = new double[n][n];
      for (CircleBook.Inside flow : book.inside()) {
        paid[flow.payer()][flow.payee()] += over(flow.amount());
      }
    }
    return paid;
  }

  /** What each firm bought of each other one: the part of {@link #paid()} that is sales. */
  double[][] bought() {
    int n = book.firms().size();
    double[][] bought = new double[n][n];
    for (int seller = 0; seller < n; seller++) {
      Firm firm = book.firms().get(seller);
      for (int k = 0; k < firm.buyers().length; k++) {
        int buyer = firm.buyers()[k];
        if (buyer >= 0 && buyer != seller) {
          bought[buyer][seller] += over(firm.sales(), k);
        }
      }
    }
    return bought;
  }

  /** What each firm put into each other one as equity. */
  double[][] given() {
    int n = book.firms().size();
    double[][] given = new double[n][n];
    for (CircleBook.Inside flow : book.inside()) {
      if (flow.equity()) {
        given[flow.payer()][flow.payee()] += over(flow.amount());
      }
    }
    return given;
  }

  /** All that each firm disposes of: receipts and cash drawn down. */
  public double[] funds() {
    double[] funds = new double[book.firms().size()];
    for (int i = 0; i < funds.length; i++) {
      Firm firm = book.firms().get(i);
      double drawn = in(firm.cash(), first - 1) - at(firm.cash());
      funds[i] = over(firm.received()) + Math.max(0, drawn);
    }
    return funds;
  }

  /**
   * End users' share in what each firm disposes of, by following money back through the circle in
   * proportion: phi_j = (sum over firms i of w_ij phi_i + what end users pay j) / F_j. By Gauss and
   * Seidel, since shares contract.
   */
  public double[] fromUsers() {
    double[][] w = paid();
    double[] funds = funds();
    int n = funds.length;
    double[] own = new double[n];
    Arrays.setAll(own, j -> over(book.firms().get(j).fromUsers()));
    double[] phi = new double[n];
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double change = 0;
      for (int j = 0; j < n; j++) {
        double sum = own[j];
        for (int i = 0; i < n; i++) {
          sum += w[i][j] * phi[i];
        }
        double next = funds[j] > 0 ? sum / funds[j] : 0;
        change = Math.max(change, Math.abs(next - phi[j]));
        phi[j] = next;
      }
      if (change < NEARLY) {
        break;
      }
    }
    return phi;
  }

  /**
   * The same in what each firm spends on purchases in the circle, where equity that firms of the
   * circle gave it pays for these first: a bound beside the proportional reading.
   */
  public double[] fromUsersEarmarked() {
    return Earmarked.inPurchases(this);
  }
}
