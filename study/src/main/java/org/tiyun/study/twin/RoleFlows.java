package org.tiyun.study.twin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tiyun.engine.Run;
import org.tiyun.language.model.Books;
import org.tiyun.study.twin.RoleTable.Role;
import org.tiyun.study.twin.RoleTable.Standing;

/**
 * Who paid whom over a year in one machine, by role, in the money of its model.
 *
 * <p>Everybody without a role stands together under {@link #REST}. What outsiders earn and spend
 * among that rest only closes the books, and what stays within a role outside the circle is of no
 * interest here: both are left out.
 *
 * @param payments between two different roles, or a role and the rest; more than 0, largest first
 * @param within paid between the parties of one role inside the circle
 * @param total of payments and what is paid within
 */
public record RoleFlows(List<Payment> payments, double within, double total) {
  /** Stands for all parties without a role. */
  public static final String REST = "rest";

  /**
   * @param flow name of the model's flow, without its indices
   */
  public record Payment(String payer, String payee, String flow, double amount) {}

  /** Of the year that ends with a period: of as many periods of it as the run has solved. */
  static RoleFlows of(Run run, List<Role> roles, int machine, int period, int perYear) {
    Map<String, String> played = new HashMap<>();
    Set<String> inside = new HashSet<>();
    for (Role role : roles) {
      role.of().get(machine).sectors().forEach(sector -> played.put(sector, role.id()));
      if (role.standing() == Standing.INSIDE) {
        inside.add(role.id());
      }
    }
    Books books = run.model().books();
    Map<Payment, Double> sums = new LinkedHashMap<>();
    double within = 0;
    for (Books.Flow flow : books.flows()) {
      double amount = 0;
      for (int t = Math.max(1, period - perYear + 1); t <= period; t++) {
        amount += run.values()[flow.amount()][t];
      }
      String one = played.getOrDefault(books.sectors().get(flow.payer()), REST);
      String other = played.getOrDefault(books.sectors().get(flow.payee()), REST);
      // What is negative goes the other way.
      String payer = amount < 0 ? other : one;
      String payee = amount < 0 ? one : other;
      if (payer.equals(payee)) {
        within += inside.contains(payer) ? Math.abs(amount) : 0;
      } else if (amount != 0 && counts(payer, payee, inside)) {
        sums.merge(new Payment(payer, payee, flow.name().base(), 0), Math.abs(amount), Double::sum);
      }
    }
    List<Payment> payments = new ArrayList<>();
    sums.forEach((key, sum) -> payments.add(new Payment(key.payer, key.payee, key.flow, sum)));
    payments.sort(
        Comparator.comparingDouble((Payment p) -> -p.amount())
            .thenComparing(Payment::payer)
            .thenComparing(Payment::payee)
            .thenComparing(Payment::flow));
    double total = within + payments.stream().mapToDouble(Payment::amount).sum();
    return new RoleFlows(List.copyOf(payments), within, total);
  }

  /** Whether a payment is more than what an outsider earns or spends among the rest. */
  private static boolean counts(String payer, String payee, Set<String> inside) {
    boolean roles = !payer.equals(REST) && !payee.equals(REST);
    return roles || inside.contains(payer) || inside.contains(payee);
  }
}
