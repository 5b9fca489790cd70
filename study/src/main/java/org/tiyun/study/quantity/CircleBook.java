package org.tiyun.study.quantity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tiyun.language.model.Books;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.Variable;
import org.tiyun.study.roles.Role;
import org.tiyun.study.roles.Roles;

/**
 * Who and what of a model the eighteen quantities are about, worked out once: ensembles ask it a
 * hundred thousand times. Firms of the circle are numbered in the order of the books' sectors.
 */
public final class CircleBook {
  private static final Role[] OWNED = {
    Role.COMMITTED, Role.FIRM_VALUE, Role.CHARGES_DUE, Role.PRINCIPAL_DUE
  };

  final CheckedModel model;
  final Roles roles;
  final Set<Integer> circle;
  final Set<Integer> users;
  final int[] firms;
  final int[] firmOf;
  final Books.Flow[] flows;
  final long[] kinds;
  final int[][] cash;
  final int[] depreciation;
  final List<Input> decays;
  final List<Input> maturing;
  final List<Variable> depreciating;
  final Optional<Input> rate;
  final boolean statesDues;
  final int perYear;
  private final Map<Role, List<Roles.Owned>> owned = new EnumMap<>(Role.class);
  private final Map<Role, int[][]> ownedBy = new EnumMap<>(Role.class);

  private CircleBook(Roles roles) {
    this.roles = roles;
    this.model = roles.model();
    this.circle = roles.sectors(Role.CIRCLE);
    this.users = roles.sectors(Role.END_USERS);
    this.firms = circle.stream().mapToInt(s -> s).toArray();
    this.firmOf = new int[model.books().sectors().size()];
    Arrays.fill(firmOf, -1);
    for (int i = 0; i < firms.length; i++) {
      firmOf[firms[i]] = i;
    }
    this.flows = model.books().flows().toArray(new Books.Flow[0]);
    this.kinds = new long[flows.length];
    for (int f = 0; f < flows.length; f++) {
      for (Role role : Role.values()) {
        if (role.kind() == Role.Kind.FLOW && roles.plays(role, flows[f])) {
          kinds[f] |= mask(role);
        }
      }
    }
    this.cash = holdings();
    this.depreciating = roles.variables(Role.DEPRECIATION);
    this.depreciation = depreciating.stream().mapToInt(Variable::id).toArray();
    this.rate = roles.input(Role.DISCOUNT_RATE);
    this.decays = roles.inputs(Role.COLLATERAL_DECAY);
    this.maturing = roles.inputs(Role.DEBT_MATURING);
    this.statesDues = roles.has(Role.CHARGES_DUE) || roles.has(Role.PRINCIPAL_DUE);
    this.perYear = Math.max(1, model.calendar().step().perYear());
    for (Role role : OWNED) {
      List<Roles.Owned> all = roles.owned(role);
      owned.put(role, all);
      int[][] by = new int[firms.length][];
      for (int i = 0; i < firms.length; i++) {
        String name = name(firms[i]);
        by[i] =
            all.stream()
                .filter(o -> o.owner().equals(name))
                .mapToInt(o -> o.variable().id())
                .toArray();
      }
      ownedBy.put(role, by);
    }
  }

  public static CircleBook of(Roles roles) {
    return new CircleBook(roles);
  }

  private int[][] holdings() {
    int[][] by = new int[firms.length][0];
    if (model.books().settlement().isPresent()) {
      Books.Claim money = model.books().claims().get(model.books().settlement().getAsInt());
      for (int i = 0; i < firms.length; i++) {
        int firm = firms[i];
        by[i] =
            money.holdings().stream()
                .filter(h -> h.sector() == firm)
                .mapToInt(Books.Holding::variable)
                .toArray();
      }
    }
    return by;
  }

  static long mask(Role... any) {
    long mask = 0;
    for (Role role : any) {
      mask |= 1L << role.ordinal();
    }
    return mask;
  }

  String name(int sector) {
    return model.books().sectors().get(sector);
  }

  /** Variables under a role, each with its owner. */
  List<Roles.Owned> owned(Role role) {
    return owned.getOrDefault(role, List.of());
  }

  /** Variables under a role by firm of the circle. */
  int[][] ownedBy(Role role) {
    return java.util.Objects.requireNonNull(ownedBy.get(role));
  }

  /** Firms of the circle in a set of the model; all of them for an empty name. */
  public int[] members(String set) {
    if (set.isEmpty()) {
      return java.util.stream.IntStream.range(0, firms.length).toArray();
    }
    return model.sets().stream()
        .filter(s -> s.name().equals(set))
        .flatMap(s -> s.elements().stream())
        .mapToInt(e -> model.books().sectors().indexOf(e.get(0)))
        .filter(s -> s >= 0 && firmOf[s] >= 0)
        .map(s -> firmOf[s])
        .distinct()
        .toArray();
  }

  /** Variables that {@link CircleYear} reads. */
  public Set<Integer> needed() {
    Set<Integer> ids = new TreeSet<>();
    for (Books.Flow flow : flows) {
      if (circle.contains(flow.payer()) || circle.contains(flow.payee())) {
        ids.add(flow.amount());
        flow.due().ifPresent(d -> ids.add(d.owed()));
      }
    }
    List<int[]> more = new ArrayList<>(Arrays.asList(cash));
    more.add(depreciation);
    for (Role role : OWNED) {
      more.addAll(Arrays.asList(ownedBy(role)));
    }
    more.forEach(some -> Arrays.stream(some).forEach(ids::add));
    return ids;
  }
}
