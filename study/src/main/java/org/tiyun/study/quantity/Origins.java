package org.tiyun.study.quantity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tiyun.engine.Run;
import org.tiyun.language.model.Books;
import org.tiyun.study.brake.Runway;
import org.tiyun.study.roles.Role;
import org.tiyun.study.roles.Roles;

/**
 * Where the money that a firm spends comes from (D1), by following it back through the circle in
 * proportion: the share of kind k in what j disposes of is phi_j(k) = (sum over firms i of w_ij
 * phi_i(k) + own inflow of kind k) / F_j, F_j being all that j takes in and the cash it draws down.
 */
final class Origins {
  private static final Role[] OUTSIDE = {
    Role.END_USERS,
    Role.OWN_BUSINESS,
    Role.OTHER_BUYERS,
    Role.OUTSIDE_EQUITY,
    Role.OUTSIDE_DEBT,
    Role.STATE
  };

  private final List<Integer> firms;
  private final double[][] paid;
  private final double[] funds;
  private final Map<Role, double[]> share = new EnumMap<>(Role.class);

  Origins(Run run, CircleBook book, int period) {
    Roles roles = book.roles;
    Money money = new Money(run, book, period);
    Map<Role, Set<Integer>> payers = new EnumMap<>(Role.class);
    for (Role kind : OUTSIDE) {
      payers.put(kind, roles.sectors(kind));
    }
    this.firms = new ArrayList<>(money.circle());
    int n = firms.size();
    this.paid = new double[n][n];
    this.funds = new double[n];
    Map<Role, double[]> entering = new EnumMap<>(Role.class);
    for (Role kind : OUTSIDE) {
      entering.put(kind, new double[n]);
    }
    for (Books.Flow flow : run.model().books().flows()) {
      int j = firms.indexOf(flow.payee());
      if (j < 0 || flow.payer() == flow.payee()) {
        continue;
      }
      double amount = money.paid(flow);
      funds[j] += amount;
      int i = firms.indexOf(flow.payer());
      if (i >= 0) {
        paid[i][j] += amount;
      } else {
        for (Role kind : OUTSIDE) {
          if (Objects.requireNonNull(payers.get(kind)).contains(flow.payer())) {
            Objects.requireNonNull(entering.get(kind))[j] += amount;
          }
        }
      }
    }
    int before = period - money.periods();
    for (int j = 0; j < n; j++) {
      double drawn =
          Runway.cash(run, firms.get(j), before) - Runway.cash(run, firms.get(j), period);
      funds[j] += Math.max(0, drawn);
    }
    entering.forEach((kind, own) -> share.put(kind, shares(paid, funds, own)));
  }

  /** Share of a kind in what each firm disposes of; by Gauss and Seidel, since shares contract. */
  static double[] shares(double[][] paid, double[] funds, double[] own) {
    int n = own.length;
    double[] phi = new double[n];
    for (int round = 0; round < 10_000; round++) {
      double change = 0;
      for (int j = 0; j < n; j++) {
        double sum = own[j];
        for (int i = 0; i < n; i++) {
          sum += paid[i][j] * phi[i];
        }
        double next = funds[j] > 0 ? sum / funds[j] : 0;
        change = Math.max(change, Math.abs(next - phi[j]));
        phi[j] = next;
      }
      if (change < 1e-14) {
        break;
      }
    }
    return phi;
  }

  /** Share of a kind in what a firm disposes of. */
  double share(Role kind, int firm) {
    double[] shares = share.get(kind);
    int j = firms.indexOf(firm);
    return shares == null || j < 0 ? 0 : shares[j];
  }

  /** Payments inside the circle over what each firm takes in: the pass-through matrix. */
  double[][] passThrough() {
    int n = firms.size();
    double[][] through = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        through[i][j] = funds[i] > 0 ? paid[i][j] / funds[i] : 0;
      }
    }
    return through;
  }

  /** Largest absolute eigenvalue of a matrix without negative entries, by powers of I + A. */
  static double spectralRadius(double[][] a) {
    int n = a.length;
    double[] x = new double[n];
    java.util.Arrays.fill(x, 1.0 / Math.max(1, n));
    double radius = 0;
    for (int round = 0; round < 5000; round++) {
      double[] next = x.clone();
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          next[j] += x[i] * a[i][j];
        }
      }
      double sum = java.util.Arrays.stream(next).sum();
      double found = sum - 1;
      for (int j = 0; j < n; j++) {
        x[j] = next[j] / sum;
      }
      if (Math.abs(found - radius) < 1e-13) {
        break;
      }
      radius = found;
    }
    return Math.max(0, radius);
  }

  List<Integer> firms() {
    return Collections.unmodifiableList(firms);
  }

  double[][] paid() {
    return paid;
  }
}
