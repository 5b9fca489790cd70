package org.tiyun.study.quantity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tiyun.circuit.network.FlowNetwork;
import org.tiyun.circuit.network.MaximumCirculation;
import org.tiyun.engine.Run;
import org.tiyun.language.model.Books;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.Variable;
import org.tiyun.study.brake.Runway;
import org.tiyun.study.roles.Role;
import org.tiyun.study.roles.Roles;

/** The quantities that a run shows by itself, for the year that ends with a period, by firm. */
final class YearOf {
  private static final double CENTS_PER_UNIT = 1e7;
  private static final String ALL = "";

  private final Run run;
  private final CircleBook book;
  private final Roles roles;
  private final int period;
  private final Money money;
  private final Origins origins;

  YearOf(Run run, CircleBook book, int period) {
    this.run = run;
    this.book = book;
    this.roles = book.roles;
    this.period = period;
    this.money = new Money(run, book, period);
    this.origins = new Origins(run, book, period);
  }

  /** Figures by firm; under the empty name that of the whole circle. */
  Map<String, Figure> of(Quantity quantity) {
    Map<String, Figure> figures =
        switch (quantity) {
          case END_USER_SHARE -> endUserShare();
          case CIRCULAR_SHARE -> circularShare();
          case MINSKY_CLASS -> byFirm(this::minsky);
          case RUNWAY -> runway();
          case REFINANCING_DEPENDENCE -> byFirm(this::refinancing);
          case EXTERNAL_DRIVE -> Map.of(ALL, externalDrive());
          case LOCK_IN -> byFirm(this::lockIn);
          case LOOP_GAIN ->
              Map.of(
                  ALL,
                  Figure.leaf(
                      "spectral radius of payments inside the circle over what each takes in",
                      Origins.spectralRadius(origins.passThrough())));
          case BACKLOG_QUALITY -> backlogQuality();
          case COLLATERAL_HALF_LIFE -> collateral();
          case BELIEF_SHARE -> byFirm(this::beliefShare);
          case MINIMUM_EXTERNAL_REVENUE,
              STALL_SPEED,
              TIME_TO_FIRST_FAILURE,
              CASCADE_LOSS,
              KEYSTONE,
              BACKSTOP_BILL,
              LOOP_DOMINANCE ->
              Map.of();
        };
    Map<String, Figure> known = new LinkedHashMap<>(figures);
    known.values().removeIf(f -> !Double.isFinite(f.value()));
    return known;
  }

  private interface OfFirm {
    Figure figure(int firm);
  }

  private Map<String, Figure> byFirm(OfFirm each) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    for (int firm : money.circle()) {
      figures.put(money.name(firm), each.figure(firm));
    }
    return figures;
  }

  private Map<String, Figure> endUserShare() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    double all = 0;
    double fromUsers = 0;
    for (int firm : money.circle()) {
      List<Figure> parts = new ArrayList<>();
      double revenue = 0;
      double users = 0;
      for (Books.Flow flow : run.model().books().flows()) {
        if (flow.payee() != firm || money.finance(flow) || money.plays(flow, Role.REPAYMENT)) {
          continue;
        }
        double paid = money.paid(flow);
        double share =
            book.users.contains(flow.payer()) ? 1 : origins.share(Role.END_USERS, flow.payer());
        revenue += paid;
        users += paid * share;
        if (paid != 0) {
          parts.add(
              new Figure(
                  "flow " + flow.name(),
                  paid,
                  List.of(
                      Figure.leaf(
                          "end users' share in what " + money.name(flow.payer()) + " spends",
                          share))));
        }
      }
      all += revenue;
      fromUsers += users;
      figures.put(
          money.name(firm), new Figure("end users' share of sales", users / revenue, parts));
    }
    figures.put(ALL, Figure.leaf("end users' share of all sales", fromUsers / all));
    return figures;
  }

  private Map<String, Figure> circularShare() {
    List<Integer> firms = origins.firms();
    FlowNetwork.Builder builder =
        FlowNetwork.builder(
            firms.stream().map(money::name).toList(), List.of("outside"), List.of("outside"));
    double inside = 0;
    double[] inflow = new double[firms.size()];
    for (int i = 0; i < firms.size(); i++) {
      for (int j = 0; j < firms.size(); j++) {
        double paid = Math.max(0, origins.paid()[i][j]);
        builder.payment(i, j, paid);
        inside += paid;
      }
    }
    for (Books.Flow flow : run.model().books().flows()) {
      int j = firms.indexOf(flow.payee());
      if (j >= 0) {
        inflow[j] += money.paid(flow);
      }
    }
    FlowNetwork network = builder.balanceFromOutside().build();
    MaximumCirculation most = MaximumCirculation.of(network.inside(), CENTS_PER_UNIT);
    double[] circular = new double[firms.size()];
    int[] targets = network.inside().target();
    for (int e = 0; e < targets.length; e++) {
      circular[targets[e]] += most.circulation()[e] / most.unitsPerAmount();
    }
    Map<String, Figure> figures = new LinkedHashMap<>();
    figures.put(
        ALL,
        new Figure(
            "largest circulation over payments inside the circle",
            most.value() / inside,
            List.of(
                Figure.leaf("largest circulation", most.value()),
                Figure.leaf("payments inside the circle", inside))));
    for (int j = 0; j < firms.size(); j++) {
      figures.put(
          money.name(firms.get(j)),
          new Figure(
              "circular inflow over inflow",
              circular[j] / inflow[j],
              List.of(
                  Figure.leaf("circular inflow", circular[j]), Figure.leaf("inflow", inflow[j]))));
    }
    return figures;
  }

  /** Hedge 1 where operations pay charges and principal, speculative 2 charges only, Ponzi 3. */
  private Figure minsky(int firm) {
    Figure operations = money.cashFromOperations(firm);
    Figure charges = money.fixedCharges(firm);
    Figure principal = money.principal(firm);
    double c = charges.value();
    double p = principal.value();
    // A cent of rounding makes nobody a speculator.
    double rounding = 1e-9 * Math.max(1, Math.abs(c));
    double value =
        operations.value() + rounding >= c + p ? 1 : operations.value() + rounding >= c ? 2 : 3;
    return new Figure("class", value, List.of(operations, charges, principal));
  }

  private Map<String, Figure> runway() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    Runway.at(run, roles, period)
        .forEach((firm, months) -> {
          int sector = run.model().books().sectors().indexOf(firm);
          Figure cash = money.cash(sector);
          figures.put(
              firm,
              new Figure(
                  "months of cash",
                  months,
                  List.of(
                      cash,
                      Figure.leaf(
                          "net outflow a month without new outside money",
                          cash.value() / months))));
        });
    return figures;
  }

  private Figure refinancing(int firm) {
    Figure operations = money.cashFromOperations(firm);
    Figure cash = money.cash(firm);
    Figure charges = money.fixedCharges(firm);
    Figure principal = money.principal(firm);
    double due = charges.value() + principal.value();
    double value =
        due <= 0
            ? Double.NaN
            : 1 - Math.max(0, Math.min(1, (operations.value() + cash.value()) / due));
    return new Figure(
        "part of what falls due that neither operations nor cash cover",
        value,
        List.of(operations, cash, charges, principal));
  }

  private Figure externalDrive() {
    Figure users =
        money.flows(
            "end users' cash into the circle",
            f -> book.users.contains(f.payer()) && money.circle().contains(f.payee()));
    Figure operating =
        money.flows(
            "operating payments out of the circle",
            f ->
                money.circle().contains(f.payer())
                    && !money.circle().contains(f.payee())
                    && !money.finance(f)
                    && !money.plays(
                        f, Role.REPAYMENT, Role.INTEREST, Role.INVESTMENT, Role.PAYOUT));
    Figure service =
        book.statesDues
            ? statedService()
            : money.flows(
                "debt service",
                f ->
                    money.circle().contains(f.payer())
                        && money.plays(f, Role.REPAYMENT, Role.INTEREST)
                        && f.due().isPresent());
    List<Figure> worn = new ArrayList<>();
    double depreciation = 0;
    for (Variable v : book.depreciating) {
      depreciation += money.sum(v.id());
      worn.add(Figure.leaf(v.name().toString(), money.sum(v.id())));
    }
    return new Figure(
        "end users' cash over cost",
        users.value() / (operating.value() + depreciation + service.value()),
        List.of(users, operating, new Figure("depreciation", depreciation, worn), service));
  }

  private Figure statedService() {
    List<Figure> parts = new ArrayList<>();
    double sum = 0;
    for (int firm : money.circle()) {
      for (Figure due : List.of(money.fixedCharges(firm), money.principal(firm))) {
        sum += due.value();
        parts.addAll(due.of());
      }
    }
    return new Figure("debt service", sum, List.copyOf(parts));
  }

  private Figure lockIn(int firm) {
    Figure committed = money.owned("contracts signed and not yet paid", Role.COMMITTED, firm);
    Figure cash = money.cash(firm);
    int perYear = run.model().calendar().step().perYear();
    double next = Double.NaN;
    if (period + perYear <= run.periods() && committed.value() > 0) {
      next = 0;
      for (Books.Flow flow : run.model().books().flows()) {
        if (flow.payee() == firm && book.users.contains(flow.payer())) {
          for (int t = period + 1; t <= period + perYear; t++) {
            next += run.values()[flow.amount()][t];
          }
        }
      }
    }
    return new Figure(
        "commitments over cash and next year's end-user revenue",
        committed.value() / (cash.value() + next),
        List.of(committed, cash, Figure.leaf("end users' payments in the next year", next)));
  }

  private Map<String, Figure> backlogQuality() {
    double total = 0;
    double ponzi = 0;
    double largest = 0;
    List<Figure> parts = new ArrayList<>();
    for (int firm : money.circle()) {
      Figure owed = money.owned("owed by " + money.name(firm), Role.COMMITTED, firm);
      if (owed.value() > 0) {
        total += owed.value();
        largest = Math.max(largest, owed.value());
        Figure minsky = minsky(firm);
        ponzi += minsky.value() == 3 ? owed.value() : 0;
        parts.add(new Figure(owed.name(), owed.value(), List.of(minsky)));
      }
    }
    Map<String, Figure> figures = new LinkedHashMap<>();
    figures.put(ALL, new Figure("share owed by Ponzi firms", ponzi / total, parts));
    figures.put("largest_customer", new Figure("share of the largest", largest / total, parts));
    return figures;
  }

  private Map<String, Figure> collateral() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    for (Input decay : book.decays) {
      double lost = run.inputs()[decay.id()][period];
      for (Input maturing : book.maturing) {
        double due = run.inputs()[maturing.id()][period];
        if (lost > 0 && due > 0) {
          figures.put(
              maturing.name().entity(),
              new Figure(
                  "half-life of collateral over life of debt",
                  Math.log(2) / lost * due,
                  List.of(
                      Figure.leaf("half-life of collateral, periods", Math.log(2) / lost),
                      Figure.leaf("life of debt, periods", 1 / due))));
        }
      }
    }
    return figures;
  }

  /** Present value to the end of the run only: what lies beyond is belief too. */
  private Figure beliefShare(int firm) {
    Figure value = money.owned("value", Role.FIRM_VALUE, firm);
    double present = 0;
    double discount = 1;
    int perYear = run.model().calendar().step().perYear();
    for (int t = period + 1; t <= run.periods(); t++) {
      double rate = book.rate.map(i -> run.inputs()[i.id()][period]).orElse(0.0);
      discount /= Math.pow(1 + rate, 1.0 / perYear);
      for (Books.Flow flow : run.model().books().flows()) {
        if (flow.payee() == firm && book.users.contains(flow.payer())) {
          present += discount * run.values()[flow.amount()][t];
        }
      }
    }
    return new Figure(
        "part of value that end users' cash to the end of the run does not cover",
        value.value() > 0 ? (value.value() - present) / value.value() : Double.NaN,
        List.of(value, Figure.leaf("present value of end users' cash", present)));
  }
}
