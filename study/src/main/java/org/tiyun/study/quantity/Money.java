package org.tiyun.study.quantity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.tiyun.engine.Run;
import org.tiyun.language.model.Books;
import org.tiyun.language.model.Variable;
import org.tiyun.study.brake.Runway;
import org.tiyun.study.roles.Role;
import org.tiyun.study.roles.Roles;

/** Sums of what was paid in a run over the year that ends with a period, by kind. */
final class Money {
  private final Run run;
  private final CircleBook book;
  private final Roles roles;
  private final Set<Integer> circle;
  private final int first;
  private final int last;

  Money(Run run, CircleBook book, int period) {
    this.run = run;
    this.book = book;
    this.roles = book.roles;
    this.circle = book.circle;
    this.last = period;
    this.first = Math.max(1, period - run.model().calendar().step().perYear() + 1);
  }

  Set<Integer> circle() {
    return circle;
  }

  int periods() {
    return last - first + 1;
  }

  String name(int sector) {
    return run.model().books().sectors().get(sector);
  }

  double paid(Books.Flow flow) {
    return sum(flow.amount());
  }

  double sum(int variable) {
    double sum = 0;
    for (int t = first; t <= last; t++) {
      sum += run.values()[variable][t];
    }
    return sum;
  }

  /** Flows that meet a condition, each with what was paid. */
  Figure flows(String name, Predicate<Books.Flow> wanted) {
    Map<String, Double> byFlow = new LinkedHashMap<>();
    double total = 0;
    for (Books.Flow flow : run.model().books().flows()) {
      if (wanted.test(flow)) {
        double paid = paid(flow);
        total += paid;
        if (paid != 0) {
          byFlow.merge(flow.name().toString(), paid, Double::sum);
        }
      }
    }
    List<Figure> parts = new ArrayList<>();
    byFlow.forEach((flow, paid) -> parts.add(Figure.leaf("flow " + flow, paid)));
    return new Figure(name, total, List.copyOf(parts));
  }

  boolean finance(Books.Flow flow) {
    return plays(flow, Role.EQUITY_IN, Role.DEBT_IN);
  }

  boolean plays(Books.Flow flow, Role... any) {
    for (Role role : any) {
      if (roles.plays(role, flow)) {
        return true;
      }
    }
    return false;
  }

  /** Receipts from selling: what comes in and is no finance and no repayment. */
  Figure sales(int firm) {
    return flows("sales", f -> f.payee() == firm && !finance(f) && !plays(f, Role.REPAYMENT));
  }

  /** Payments for running the business: no finance, fixed charge, investment or payout. */
  Figure operating(int firm) {
    return flows(
        "operating payments",
        f ->
            f.payer() == firm
                && !finance(f)
                && !plays(
                    f,
                    Role.REPAYMENT,
                    Role.INTEREST,
                    Role.TAKE_OR_PAY,
                    Role.INVESTMENT,
                    Role.PAYOUT));
  }

  /** Cash from operations before fixed charges (D4). */
  Figure cashFromOperations(int firm) {
    Figure sales = sales(firm);
    Figure operating = operating(firm);
    return new Figure(
        "cash from operations before fixed charges",
        sales.value() - operating.value(),
        List.of(sales, operating));
  }

  /** Interest, leases and take-or-pay due (D4): what is owed, paid or not. */
  Figure fixedCharges(int firm) {
    String name = "fixed charges";
    return stated(name, firm, Role.CHARGES_DUE)
        .orElseGet(() -> due(name, firm, Role.INTEREST, Role.TAKE_OR_PAY));
  }

  Figure principal(int firm) {
    String name = "principal due";
    return stated(name, firm, Role.PRINCIPAL_DUE).orElseGet(() -> due(name, firm, Role.REPAYMENT));
  }

  /** What a model states itself as due; empty where it has dues of flows instead. */
  private Optional<Figure> stated(String name, int firm, Role role) {
    if (!book.statesDues) {
      return Optional.empty();
    }
    List<Figure> parts = new ArrayList<>();
    double total = 0;
    for (Roles.Owned due : book.owned(role)) {
      if (due.owner().equals(name(firm))) {
        double sum = sum(due.variable().id());
        total += sum;
        parts.add(Figure.leaf(due.variable().name().toString(), sum));
      }
    }
    return Optional.of(new Figure(name, total, List.copyOf(parts)));
  }

  private Figure due(String name, int firm, Role... kinds) {
    List<Figure> parts = new ArrayList<>();
    double total = 0;
    for (Books.Flow flow : run.model().books().flows()) {
      if (flow.payer() == firm && plays(flow, kinds)) {
        // What is paid ahead of its time is not due.
        double owed = flow.due().map(d -> sum(d.owed())).orElse(0.0);
        total += owed;
        if (owed != 0) {
          parts.add(Figure.leaf("owed " + flow.name(), owed));
        }
      }
    }
    return new Figure(name, total, List.copyOf(parts));
  }

  Figure cash(int firm) {
    return Figure.leaf("cash of " + name(firm), Runway.cash(run, firm, last));
  }

  /** What of a role's variables belongs to a firm. */
  Figure owned(String name, Role role, int firm) {
    List<Figure> parts = new ArrayList<>();
    double total = 0;
    for (Roles.Owned owned : book.owned(role)) {
      if (owned.owner().equals(name(firm))) {
        Variable v = owned.variable();
        double value = run.values()[v.id()][last];
        total += value;
        parts.add(Figure.leaf(v.name().toString(), value));
      }
    }
    return new Figure(name, total, List.copyOf(parts));
  }
}
