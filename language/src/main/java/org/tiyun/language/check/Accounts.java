package org.tiyun.language.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.tiyun.language.model.Books;
import org.tiyun.language.model.Expr;
import org.tiyun.language.model.Expr.BinaryOp;
import org.tiyun.language.model.Name;
import org.tiyun.language.model.Variable.Role;
import org.tiyun.words.Place;

/** Sectors, claims, flows and what each sector holds, while the model is made. */
final class Accounts {
  /** An instance of a claim. */
  record ClaimCell(Name name, Optional<Integer> issuer, Optional<String> unit, Place place) {}

  /** A flow between two sectors; owed is empty for a plain flow. */
  record FlowCell(
      Name name,
      int payer,
      int payee,
      int amount,
      OptionalInt claim,
      OptionalInt owed,
      OptionalInt senior,
      boolean last,
      Place place) {}

  /** A change of value of what a sector holds. */
  record Change(Name name, int claim, int holder, int amount, Place place) {}

  private final Draft draft;
  private final Map<String, Integer> sectors = new LinkedHashMap<>();
  private final List<String> names = new ArrayList<>();
  private boolean brokenSectors;
  final List<ClaimCell> claims = new ArrayList<>();
  final List<FlowCell> flows = new ArrayList<>();
  final List<Change> changes = new ArrayList<>();
  private final List<Map<Integer, Integer>> holdings = new ArrayList<>();
  private final Map<Integer, Integer> outstanding = new LinkedHashMap<>();
  private final Map<Integer, Integer> owedByPaid = new HashMap<>();
  private final Map<Integer, Integer> shortfalls = new LinkedHashMap<>();
  private final Map<Integer, Integer> defaulted = new LinkedHashMap<>();

  Accounts(Draft draft) {
    this.draft = draft;
  }

  void sector(String name, boolean add) {
    if (add && !sectors.containsKey(name)) {
      sectors.put(name, names.size());
      names.add(name);
    }
  }

  void breakSectors() {
    brokenSectors = true;
  }

  boolean brokenSectors() {
    return brokenSectors;
  }

  Optional<Integer> sector(String name) {
    return Optional.ofNullable(sectors.get(name));
  }

  Set<String> sectors() {
    return sectors.keySet();
  }

  List<String> names() {
    return names;
  }

  int claim(ClaimCell claim) {
    claims.add(claim);
    holdings.add(new TreeMap<>());
    return claims.size() - 1;
  }

  /** The variable of what a sector holds of a claim; made when first asked for. */
  int holding(int claim, int sector) {
    Integer known = holdings.get(claim).get(sector);
    if (known != null) {
      return known;
    }
    ClaimCell cell = claims.get(claim);
    List<String> elements = new ArrayList<>(cell.name().elements());
    elements.add(names.get(sector));
    int id =
        draft.variable(
            new Name(cell.name().base(), elements),
            Role.HOLDING,
            cell.unit(),
            Optional.empty(),
            cell.place());
    holdings.get(claim).put(sector, id);
    return id;
  }

  Map<Integer, Integer> holdings(int claim) {
    return holdings.get(claim);
  }

  /** The variable of what is outstanding of a claim. */
  int outstanding(int claim) {
    Integer known = outstanding.get(claim);
    if (known != null) {
      return known;
    }
    ClaimCell cell = claims.get(claim);
    int id =
        draft.variable(cell.name(), Role.OUTSTANDING, cell.unit(), Optional.empty(), cell.place());
    outstanding.put(claim, id);
    return id;
  }

  void flow(FlowCell flow) {
    flows.add(flow);
    if (flow.owed().isPresent()) {
      owedByPaid.put(flow.amount(), flow.owed().getAsInt());
      shortfalls.computeIfAbsent(
          flow.payer(),
          s ->
              draft.variable(
                  Name.of("shortfall", names.get(s)),
                  Role.SHORTFALL,
                  Optional.empty(),
                  Optional.empty(),
                  flow.place()));
    }
  }

  int owedOf(int paid) {
    return owedByPaid.getOrDefault(paid, paid);
  }

  Optional<Integer> shortfall(int sector) {
    return Optional.ofNullable(shortfalls.get(sector));
  }

  Map<Integer, Integer> shortfalls() {
    return shortfalls;
  }

  /** 1 where a sector's shortfall is more than rounding. */
  Optional<Integer> defaulted(int sector, Place place) {
    if (!shortfalls.containsKey(sector)) {
      return Optional.empty();
    }
    return Optional.of(
        defaulted.computeIfAbsent(
            sector,
            s -> {
              int id =
                  draft.variable(
                      Name.of("defaulted", names.get(s)),
                      Role.HIDDEN,
                      Optional.empty(),
                      Optional.empty(),
                      place);
              Expr limit = new Expr.Binary(BinaryOp.MUL, new Expr.Const(1e-9), owedBy(s));
              Expr short0 = draft.now(Objects.requireNonNull(shortfalls.get(s)));
              draft.equation(id, new Expr.Binary(BinaryOp.GT, short0, limit), place);
              return id;
            }));
  }

  /** All that falls due to be paid by a sector. */
  Expr owedBy(int sector) {
    List<Expr> terms = new ArrayList<>();
    for (FlowCell flow : flows) {
      if (flow.payer() == sector && flow.owed().isPresent()) {
        terms.add(draft.now(flow.owed().getAsInt()));
      }
    }
    return Fold.balanced(BinaryOp.ADD, terms, 0);
  }

  /** Equations of holdings and of what is outstanding, from all flows and revaluations. */
  void close(OptionalInt settlement) {
    Map<Integer, List<Expr>> plus = new HashMap<>();
    Map<Integer, List<Expr>> minus = new HashMap<>();
    for (FlowCell flow : flows) {
      Expr amount = draft.now(flow.amount());
      if (settlement.isPresent()) {
        add(plus, holding(settlement.getAsInt(), flow.payee()), amount);
        add(minus, holding(settlement.getAsInt(), flow.payer()), amount);
      }
      if (flow.claim().isPresent()) {
        add(plus, holding(flow.claim().getAsInt(), flow.payer()), amount);
        add(minus, holding(flow.claim().getAsInt(), flow.payee()), amount);
      }
    }
    for (Change change : changes) {
      Expr amount = draft.now(change.amount());
      add(plus, holding(change.claim(), change.holder()), amount);
      claims
          .get(change.claim())
          .issuer()
          .ifPresent(i -> add(minus, holding(change.claim(), i), amount));
    }
    for (int claim = 0; claim < claims.size(); claim++) {
      int id = claim;
      // The issuer always has a holding, so that what is held and what is owed sum to zero.
      claims.get(claim).issuer().ifPresent(i -> holding(id, i));
      List<Expr> held = new ArrayList<>();
      for (var entry : holdings.get(claim).entrySet()) {
        int holding = entry.getValue();
        Expr in = Fold.balanced(BinaryOp.ADD, plus.getOrDefault(holding, List.of()), 0);
        Expr out = Fold.balanced(BinaryOp.ADD, minus.getOrDefault(holding, List.of()), 0);
        draft.equation(
            holding, moved(new Expr.Var(holding, 1), in, out), claims.get(claim).place());
        if (!claims.get(claim).issuer().equals(Optional.of(entry.getKey()))) {
          held.add(draft.now(holding));
        }
      }
      draft.equation(
          outstanding(claim), Fold.balanced(BinaryOp.ADD, held, 0), claims.get(claim).place());
    }
  }

  private static Expr moved(Expr before, Expr in, Expr out) {
    Expr value = before;
    if (!in.equals(Lower.ZERO)) {
      value = new Expr.Binary(BinaryOp.ADD, value, in);
    }
    return out.equals(Lower.ZERO) ? value : new Expr.Binary(BinaryOp.SUB, value, out);
  }

  private static void add(Map<Integer, List<Expr>> map, int key, Expr term) {
    map.computeIfAbsent(key, k -> new ArrayList<>()).add(term);
  }

  /** The books as the engine wants them; unmarked dues come after all that are marked. */
  Books books(OptionalInt settlement) {
    int last = flows.stream().mapToInt(f -> f.senior().orElse(0)).max().orElse(0) + 1;
    List<Books.Claim> claimList = new ArrayList<>();
    for (int c = 0; c < claims.size(); c++) {
      List<Books.Holding> held = new ArrayList<>();
      holdings.get(c).forEach((sector, variable) -> held.add(new Books.Holding(sector, variable)));
      ClaimCell cell = claims.get(c);
      claimList.add(
          new Books.Claim(
              cell.name(), cell.issuer().map(names::get), List.copyOf(held), cell.place()));
    }
    List<Books.Flow> flowList =
        flows.stream()
            .map(f ->
                new Books.Flow(
                    f.name(),
                    f.payer(),
                    f.payee(),
                    f.amount(),
                    f.claim(),
                    f.owed().isPresent()
                        ? Optional.of(new Books.Due(f.owed().getAsInt(), f.senior().orElse(last)))
                        : Optional.empty(),
                    f.place()))
            .toList();
    List<Books.Revaluation> changeList =
        changes.stream()
            .map(c -> new Books.Revaluation(c.name(), c.claim(), c.holder(), c.amount(), c.place()))
            .toList();
    return new Books(List.copyOf(names), List.copyOf(claimList), settlement, flowList, changeList);
  }
}
