package org.tiyun.view.map;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tiyun.study.open.FlowKinds;
import org.tiyun.study.twin.RoleFlows;
import org.tiyun.study.twin.RoleTable.Role;
import org.tiyun.study.twin.RoleTable.Standing;
import org.tiyun.study.twin.TwinResult;
import org.tiyun.study.twin.TwinResult.RoleMap;
import org.tiyun.view.map.MoneyMap.Category;

/** Payments between roles as maps of them show them: by colour, in shares of all of a machine. */
final class RoleShares {
  /** Smaller payments would hide the picture: the table beneath has all that one map shows. */
  static final double LEAST = 0.005;

  private static final int MOST = 16;

  private final TwinResult twin;
  private final Set<String> endUsers;
  private final Map<RoleFlows, Map<Link, Double>> known = new IdentityHashMap<>();

  RoleShares(TwinResult twin) {
    this.twin = twin;
    this.endUsers =
        twin.roles().stream()
            .filter(role -> role.standing() == Standing.END_USERS)
            .map(Role::id)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** A payment as it is drawn. */
  record Link(String payer, String payee, Category category) {
    List<String> pair() {
      return List.of(payer, payee);
    }
  }

  /** The largest share of any machine at any moment. */
  double widest() {
    double widest = 0;
    for (RoleMap map : twin.maps()) {
      for (int m = 0; m < twin.models().size(); m++) {
        for (double share : of(map.of().get(m), m).values()) {
          widest = Math.max(widest, share);
        }
      }
    }
    return widest;
  }

  /** Largest first. */
  private Map<Link, Double> of(RoleFlows flows, int machine) {
    return known.computeIfAbsent(flows, f -> shares(f, twin.models().get(machine).kinds()));
  }

  private Map<Link, Double> shares(RoleFlows flows, FlowKinds kinds) {
    Map<Link, Double> sums = new LinkedHashMap<>();
    for (RoleFlows.Payment payment : flows.payments()) {
      Category category =
          endUsers.contains(payment.payer())
              ? Category.END_USERS
              : Category.of(kinds.of(payment.flow())).orElse(Category.OTHER);
      sums.merge(
          new Link(payment.payer(), payment.payee(), category),
          payment.amount() / flows.total(),
          Double::sum);
    }
    Map<Link, Double> sorted = new LinkedHashMap<>();
    sums.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(each -> sorted.put(each.getKey(), each.getValue()));
    return sorted;
  }

  /** Those that are drawn. */
  Map<Link, Double> drawn(RoleMap map, int machine) {
    Map<Link, Double> drawn = new LinkedHashMap<>();
    of(map.of().get(machine), machine).entrySet().stream()
        .filter(each -> each.getValue() >= LEAST)
        .limit(MOST)
        .forEach(each -> drawn.put(each.getKey(), each.getValue()));
    return drawn;
  }

  /** By payer and payee, whatever they are for. */
  Map<List<String>, Double> pairs(RoleFlows flows, int machine) {
    Map<List<String>, Double> pairs = new LinkedHashMap<>();
    of(flows, machine).forEach((link, share) -> pairs.merge(link.pair(), share, Double::sum));
    return pairs;
  }
}
