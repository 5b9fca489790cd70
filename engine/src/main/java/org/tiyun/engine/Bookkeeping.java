package org.tiyun.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.tiyun.language.model.Books;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Clearing;

/** Audits the books of one run from its values alone: it does not read the model's equations. */
final class Bookkeeping {
  private static final double TOLERANCE = 1e-9;

  private final CheckedModel model;
  private final double[][] values;
  private final int periods;
  private double gap;
  private double stock;
  private String where = "";

  private Bookkeeping(CheckedModel model, double[][] values, int periods) {
    this.model = model;
    this.values = values;
    this.periods = periods;
  }

  static Audit audit(CheckedModel model, double[][] values, int periods) {
    Bookkeeping books = new Bookkeeping(model, values, periods);
    books.sizes();
    for (int t = 1; t <= periods; t++) {
      books.payments(t);
      for (int c = 0; c < model.books().claims().size(); c++) {
        books.claim(c, t);
      }
      books.clearing(t);
    }
    return new Audit(books.gap, books.stock, books.where, books.overdrafts());
  }

  private void sizes() {
    for (Books.Claim claim : model.books().claims()) {
      for (Books.Holding h : claim.holdings()) {
        for (int t = 0; t <= periods; t++) {
          stock = Math.max(stock, Math.abs(values[h.variable()][t]));
        }
      }
    }
    for (Books.Flow flow : model.books().flows()) {
      for (int t = 1; t <= periods; t++) {
        stock = Math.max(stock, Math.abs(values[flow.amount()][t]));
      }
    }
  }

  /** What all sectors receive less what they pay is nothing. */
  private void payments(int t) {
    double[] net = new double[model.books().sectors().size()];
    for (Books.Flow flow : model.books().flows()) {
      net[flow.payer()] -= values[flow.amount()][t];
      net[flow.payee()] += values[flow.amount()][t];
    }
    double sum = 0;
    for (double x : net) {
      sum += x;
    }
    note(sum, () -> "payments", t);
  }

  /** Holdings sum to nothing, and each is last period's plus flows and revaluations. */
  private void claim(int c, int t) {
    Books books = model.books();
    Books.Claim claim = books.claims().get(c);
    boolean money = books.settlement().isPresent() && books.settlement().getAsInt() == c;
    double[] change = new double[books.sectors().size()];
    for (Books.Flow flow : books.flows()) {
      double amount = values[flow.amount()][t];
      if (money) {
        change[flow.payer()] -= amount;
        change[flow.payee()] += amount;
      }
      if (flow.claim().isPresent() && flow.claim().getAsInt() == c) {
        change[flow.payer()] += amount;
        change[flow.payee()] -= amount;
      }
    }
    for (Books.Revaluation r : books.revaluations()) {
      if (r.claim() == c) {
        change[r.holder()] += values[r.amount()][t];
        claim
            .issuer()
            .map(books.sectors()::indexOf)
            .ifPresent(i -> change[i] -= values[r.amount()][t]);
      }
    }
    double total = 0;
    for (Books.Holding h : claim.holdings()) {
      double now = values[h.variable()][t];
      total += now;
      double expected = values[h.variable()][t - 1] + change[h.sector()];
      change[h.sector()] = 0;
      note(now - expected, () -> named(claim, h.sector()), t);
    }
    if (claim.issuer().isPresent()) {
      note(total, () -> claim.name().toString(), t);
    }
    for (int s = 0; s < change.length; s++) {
      // A flow of the claim to a sector that has no holding of it would be lost.
      int sector = s;
      note(change[s], () -> named(claim, sector), t);
    }
  }

  /** What is owed is paid or missing, and nobody pays more than is owed. */
  private void clearing(int t) {
    if (model.clearing().isEmpty()) {
      return;
    }
    Clearing clearing = model.clearing().get();
    double[] open = new double[clearing.sectors()];
    for (Clearing.Obligation o : clearing.obligations()) {
      double missing = values[o.owed()][t] - values[o.paid()][t];
      open[o.payer()] += missing;
      note(Math.min(0, missing), () -> named(o.paid()), t);
    }
    for (int i = 0; i < open.length; i++) {
      int shortfall = clearing.shortfall().get(i);
      note(open[i] - values[shortfall][t], () -> named(shortfall), t);
    }
  }

  private String named(Books.Claim claim, int sector) {
    return claim.name() + "[" + model.books().sectors().get(sector) + "]";
  }

  private String named(int variable) {
    return model.variables().get(variable).name().toString();
  }

  private void note(double difference, Supplier<String> identity, int t) {
    if (!(Math.abs(difference) <= gap)) {
      gap = Math.abs(difference);
      where = identity.get() + " " + model.calendar().label(t);
    }
  }

  private List<Audit.Overdraft> overdrafts() {
    List<Audit.Overdraft> found = new ArrayList<>();
    Books books = model.books();
    if (books.settlement().isEmpty()) {
      return found;
    }
    Books.Claim money = books.claims().get(books.settlement().getAsInt());
    for (Books.Holding h : money.holdings()) {
      String sector = books.sectors().get(h.sector());
      if (money.issuer().filter(sector::equals).isPresent()) {
        continue;
      }
      for (int t = 0; t <= periods; t++) {
        if (values[h.variable()][t] < -TOLERANCE * stock) {
          found.add(new Audit.Overdraft(sector, t, -values[h.variable()][t]));
          break;
        }
      }
    }
    return found;
  }
}
