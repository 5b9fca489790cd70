package org.tiyun.study.circle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tiyun.language.model.Books;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.Variable;
import org.tiyun.study.roles.Role;
import org.tiyun.study.roles.Roles;

/**
 * Who and what of a model a circle is made of, worked out once: ensembles ask a hundred thousand
 * times. Firms are numbered in the order of the books' sectors.
 */
public final class CircleBook {
  /** A buyer outside the circle who is no end user. */
  public static final int OUTSIDE = -1;

  /** An end user. */
  public static final int END_USER = -2;

  private static final Role[] FINANCE = {Role.EQUITY_IN, Role.DEBT_IN};
  private static final Role[] NO_SALE = {Role.EQUITY_IN, Role.DEBT_IN, Role.REPAYMENT};
  private static final Role[] NO_COST = {
    Role.EQUITY_IN, Role.DEBT_IN, Role.REPAYMENT, Role.INTEREST, Role.INVESTMENT, Role.PAYOUT
  };

  private final Roles roles;
  private final CheckedModel model;
  private final Set<Integer> users;
  private final int[] firmOf;
  private final List<Firm> firms;
  private final Sum sales;
  private final Sum cost;
  private final Sum service;
  private final Sum worn;
  private final List<Inside> inside;
  private final List<Input> decays;
  private final List<Input> maturing;
  private final Optional<Input> rate;

  /**
   * A flow between two firms of the circle.
   *
   * @param equity whether it buys shares
   */
  record Inside(int amount, int payer, int payee, boolean equity) {}

  private CircleBook(Roles roles) {
    this.roles = roles;
    this.model = roles.model();
    this.users = roles.sectors(Role.END_USERS);
    int[] circle = roles.sectors(Role.CIRCLE).stream().mapToInt(s -> s).toArray();
    this.firmOf = new int[model.books().sectors().size()];
    Arrays.fill(firmOf, -1);
    for (int i = 0; i < circle.length; i++) {
      firmOf[circle[i]] = i;
    }
    boolean stated = roles.has(Role.CHARGES_DUE) || roles.has(Role.PRINCIPAL_DUE);
    this.firms = Arrays.stream(circle).mapToObj(sector -> firm(sector, stated)).toList();
    this.sales = joined(firms.stream().map(Firm::sales).toList());
    this.cost = Sum.paid(flows(f -> inside(f.payer()) && !inside(f.payee()) && !plays(f, NO_COST)));
    this.service =
        stated
            ? joined(firms.stream().flatMap(f -> Stream.of(f.charges(), f.principal())).toList())
            : Sum.paid(
                flows(f ->
                    inside(f.payer())
                        && f.due().isPresent()
                        && plays(f, Role.REPAYMENT, Role.INTEREST)));
    this.worn = variables(roles.variables(Role.DEPRECIATION));
    this.inside =
        flows(f -> inside(f.payer()) && inside(f.payee()) && f.payer() != f.payee()).stream()
            .map(f ->
                new Inside(
                    f.amount(), firmOf[f.payer()], firmOf[f.payee()], plays(f, Role.EQUITY_IN)))
            .toList();
    this.decays = roles.inputs(Role.COLLATERAL_DECAY);
    this.maturing = roles.inputs(Role.DEBT_MATURING);
    this.rate = roles.input(Role.DISCOUNT_RATE);
  }

  public static CircleBook of(Roles roles) {
    return new CircleBook(roles);
  }

  private Firm firm(int sector, boolean stated) {
    String name = model.books().sectors().get(sector);
    List<Books.Flow> sold = flows(f -> f.payee() == sector && !plays(f, NO_SALE));
    Predicate<Books.Flow> pays = f -> f.payer() == sector;
    return new Firm(
        sector,
        name,
        Sum.paid(sold),
        sold.stream().mapToInt(f -> buyer(f.payer())).toArray(),
        Sum.paid(flows(pays.and(f -> !plays(f, NO_COST) && !plays(f, Role.TAKE_OR_PAY)))),
        stated
            ? owned(Role.CHARGES_DUE, name)
            : Sum.owed(flows(pays.and(f -> plays(f, Role.INTEREST, Role.TAKE_OR_PAY)))),
        stated
            ? owned(Role.PRINCIPAL_DUE, name)
            : Sum.owed(flows(pays.and(f -> plays(f, Role.REPAYMENT)))),
        Sum.paid(flows(f -> f.payee() == sector && users.contains(f.payer()))),
        Sum.paid(flows(f -> f.payee() == sector && f.payer() != sector)),
        Sum.paid(flows(pays.and(f -> !plays(f, Role.PAYOUT)))),
        Sum.paid(flows(f -> f.payee() == sector && (inside(f.payer()) || !plays(f, FINANCE)))),
        cash(sector),
        owned(Role.COMMITTED, name),
        owned(Role.FIRM_VALUE, name));
  }

  private List<Books.Flow> flows(Predicate<Books.Flow> wanted) {
    return model.books().flows().stream().filter(wanted).toList();
  }

  private boolean inside(int sector) {
    return firmOf[sector] >= 0;
  }

  private boolean plays(Books.Flow flow, Role... any) {
    return Arrays.stream(any).anyMatch(role -> roles.plays(role, flow));
  }

  /** A sector as a buyer: number of the firm, {@link #END_USER} or {@link #OUTSIDE}. */
  private int buyer(int sector) {
    return users.contains(sector) ? END_USER : inside(sector) ? firmOf[sector] : OUTSIDE;
  }

  private Sum owned(Role role, String owner) {
    return variables(
        roles.owned(role).stream()
            .filter(o -> o.owner().equals(owner))
            .map(Roles.Owned::variable)
            .toList());
  }

  private static Sum variables(List<Variable> variables) {
    return new Sum(
        variables.stream().mapToInt(Variable::id).toArray(),
        variables.stream().map(v -> v.name().toString()).toList());
  }

  private Sum cash(int sector) {
    Books books = model.books();
    if (books.settlement().isEmpty()) {
      return variables(List.of());
    }
    return variables(
        books.claims().get(books.settlement().getAsInt()).holdings().stream()
            .filter(h -> h.sector() == sector)
            .map(h -> model.variables().get(h.variable()))
            .toList());
  }

  private static Sum joined(List<Sum> sums) {
    return new Sum(
        sums.stream().flatMapToInt(s -> Arrays.stream(s.variables())).toArray(),
        sums.stream().flatMap(s -> s.names().stream()).toList());
  }

  public CheckedModel model() {
    return model;
  }

  public List<Firm> firms() {
    return firms;
  }

  /** Periods of a year; 1 for a model of longer steps. */
  public int perYear() {
    return Math.max(1, model.calendar().step().perYear());
  }

  /** All sales of the circle's firms. */
  public Sum sales() {
    return sales;
  }

  /** Operating payments out of the circle. */
  public Sum cost() {
    return cost;
  }

  /** Debt service of the circle. */
  public Sum service() {
    return service;
  }

  /** Depreciation of the circle. */
  public Sum worn() {
    return worn;
  }

  /** Share of the collateral lost per period, each an input. */
  public List<Input> decays() {
    return decays;
  }

  /** Share of debt that matures per period, by debtor or creditor. */
  public List<Input> maturing() {
    return maturing;
  }

  /** Interest per year for present values; empty where the model has none. */
  public Optional<Input> rate() {
    return rate;
  }

  List<Inside> inside() {
    return inside;
  }

  /** Every firm, by number. */
  public int[] all() {
    return IntStream.range(0, firms.size()).toArray();
  }

  /** Firms of the circle in a set of the model; all of them for an empty name. */
  public int[] members(String set) {
    if (set.isEmpty()) {
      return all();
    }
    Set<Integer> members = new LinkedHashSet<>();
    model.sets().stream()
        .filter(s -> s.name().equals(set))
        .flatMap(s -> s.elements().stream())
        .map(tuple -> model.books().sectors().indexOf(tuple.get(0)))
        .filter(sector -> sector >= 0 && inside(sector))
        .forEach(sector -> members.add(firmOf[sector]));
    return members.stream().mapToInt(i -> i).toArray();
  }

  /** Variables that a {@link Year} may read. */
  public Set<Integer> needed() {
    List<Sum> sums = new ArrayList<>(List.of(sales, cost, service, worn));
    for (Firm f : firms) {
      sums.addAll(List.of(f.operating(), f.charges(), f.principal(), f.fromUsers(), f.received()));
      sums.addAll(List.of(f.outflow(), f.lastingIn(), f.cash(), f.committed(), f.worth()));
    }
    Set<Integer> ids = new TreeSet<>();
    sums.forEach(s -> Arrays.stream(s.variables()).forEach(ids::add));
    inside.forEach(flow -> ids.add(flow.amount()));
    return ids;
  }
}
