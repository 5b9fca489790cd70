package org.tiyun.study.quantity;

import java.util.List;
import org.tiyun.engine.Engine;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Run;
import org.tiyun.engine.RunRequest;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.Scenario;
import org.tiyun.study.circle.CircleBook;
import org.tiyun.study.circle.Year;
import org.tiyun.study.roles.Role;
import org.tiyun.study.roles.Roles;

/**
 * D14: by how much all sales of the circle in a year fall if one firm funds nobody.
 *
 * @param funder who funds nobody
 * @param before sales of the circle in the year, {@code after} if it funds nobody
 */
public record Keystone(String funder, double before, double after) {

  public double fall() {
    return 1 - after / before;
  }

  /** Who may fund others, each an input that is 1 where it does. */
  public static List<Input> funders(Roles roles) {
    return roles.inputs(Role.FUNDS_OTHERS);
  }

  /**
   * One for each funder.
   *
   * @param run under the scenario
   * @param from period from which on it funds nobody
   * @param until period with which the year ends
   */
  public static List<Keystone> of(
      Plan plan, Roles roles, CircleBook book, Scenario scenario, Run run, int from, int until) {
    double before = sales(book, run, until);
    return funders(roles).stream()
        .map(funder -> {
          Scenario without = scenario.with(funder.id(), 0, from);
          RunRequest request = RunRequest.of(without).seed(run.seed()).until(until);
          double after = sales(book, Engine.run(plan, request), until);
          return new Keystone(funder.name().entity(), before, after);
        })
        .toList();
  }

  private static double sales(CircleBook book, Run run, int until) {
    return Year.of(book, run, until).over(book.sales());
  }
}
