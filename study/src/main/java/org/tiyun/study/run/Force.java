package org.tiyun.study.run;

import java.util.List;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Expr;
import org.tiyun.language.model.Expr.BinaryOp;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.Scenario;

/**
 * How hard a scenario strikes: every number that it sets lies that share of the way from what the
 * number would have been to what the scenario says. A switch is thrown or not: with any force.
 */
final class Force {
  private Force() {}

  /**
   * @param share 0: the base case, 1: the scenario as it is written
   */
  static Scenario of(Scenario scenario, CheckedModel model, double share) {
    if (share == 1) {
      return scenario;
    }
    List<Scenario.Change> changes =
        scenario.changes().stream()
            .filter(change -> share > 0 || !thrown(model, change))
            .map(change -> thrown(model, change) ? change : softened(change, share))
            .toList();
    List<Scenario.InitialValue> initials =
        scenario.initials().stream()
            .map(start -> {
              double before = model.variables().get(start.variable()).initial();
              return new Scenario.InitialValue(
                  start.variable(), before + share * (start.value() - before));
            })
            .toList();
    return new Scenario(
        scenario.id(), scenario.title(), scenario.hash() + "*" + share, changes, initials);
  }

  private static boolean thrown(CheckedModel model, Scenario.Change change) {
    return model.inputs().get(change.input()).kind() == Input.Kind.SWITCH;
  }

  private static Scenario.Change softened(Scenario.Change change, double share) {
    Expr before = new Expr.In(change.input(), 0);
    Expr way = new Expr.Binary(BinaryOp.SUB, change.value(), before);
    Expr part = new Expr.Binary(BinaryOp.MUL, new Expr.Const(share), way);
    return new Scenario.Change(
        change.input(), new Expr.Binary(BinaryOp.ADD, before, part), change.from(), change.to());
  }
}
