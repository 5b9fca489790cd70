package org.tiyun.study.ablation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.tiyun.engine.Engine;
import org.tiyun.engine.LatinHypercube;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Points;
import org.tiyun.engine.Run;
import org.tiyun.engine.RunRequest;
import org.tiyun.language.model.Expr;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.Scenario;
import org.tiyun.language.model.SwitchRule;
import org.tiyun.language.model.Variable;
import org.tiyun.study.brake.Brake;
import org.tiyun.study.brake.BrakeFutures;
import org.tiyun.study.brake.Impulses;
import org.tiyun.study.expect.Expectations;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.roles.Role;
import org.tiyun.study.roles.Roles;
import org.tiyun.study.roles.RolesFile;
import org.tiyun.study.run.ScenarioChoice;
import org.tiyun.study.run.Watcher;
import org.tiyun.study.verdict.Futures;
import org.tiyun.study.verdict.Outcome;
import org.tiyun.study.verdict.Thresholds;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;

/**
 * Each mechanism turned round in turn (off where it is on, on where it is off), on the same draws:
 * without a brake and, since some mechanisms act only when something goes wrong, under the model's
 * usual one.
 *
 * @param stalls share of futures that stall as the model stands
 * @param watched what is compared
 * @param values of the watched as the model stands, in the plain run
 * @param gains of the loops by impulse as the model stands, by the state that is raised
 * @param braked the same futures under a brake; empty where the model has none
 */
public record Ablation(
    OpenModel opened,
    int draws,
    double stalls,
    List<Watched> watched,
    double[] values,
    Map<String, Double> gains,
    Optional<Braked> braked,
    List<Row> rows) {
  /** Effects below these are no larger than the noise of the draws or than a rounding. */
  private static final double SMALL_CHANGE = 0.01;

  private static final double SMALL_SHARE = 0.02;

  /** A quantity in a period, by its label. */
  public record Watched(Variable variable, String period) {
    @Override
    public String toString() {
      return variable.name() + " at " + period;
    }
  }

  /**
   * Futures under a brake.
   *
   * @param scenario id of the brake
   * @param lowest value of the first watched quantity below which one future in ten lies
   */
  public record Braked(String scenario, BrakeFutures futures, double lowest) {

    /** The largest change in who is first to fall, as a share of all futures. */
    Optional<Map.Entry<String, Double>> shift(Braked from) {
      Map<String, Double> shifts = new TreeMap<>(futures.firstToFall());
      from.futures()
          .firstToFall()
          .forEach((firm, share) -> shifts.merge(firm, -share, Double::sum));
      return shifts.entrySet().stream()
          .max(Comparator.comparingDouble(e -> Math.abs(e.getValue())));
    }
  }

  /**
   * A mechanism turned round.
   *
   * @param turnedOn whether it stands off in the model and was put on
   * @param changes of the watched, relative
   * @param stalls share of futures that stall then
   * @param gains of the loops by impulse then
   * @param braked the same futures under the brake
   * @param shift firm whose share of first failures under the brake changes most, and by how much
   * @param expectations what the model's text expected, and whether it held
   * @param decoration whether nothing of this differs: neither a watched value by 1 percent, nor
   *     the share of stalls or of anybody's first failures by two points, with or without the
   *     brake, nor a gain by 0.01, nor the lowest tenth under the brake by 2
   */
  public record Row(
      String name,
      Optional<String> mechanism,
      boolean turnedOn,
      double[] changes,
      double stalls,
      Map<String, Double> gains,
      Optional<Braked> braked,
      Optional<Map.Entry<String, Double>> shift,
      List<Expectations.Outcome> expectations,
      boolean decoration) {}

  /**
   * @param draws futures for the share of stalls
   * @throws Failure E0653 where the model has no switch, E0643 where it names nothing to compare,
   *     E0650 for draws out of bounds
   */
  public static Ablation of(OpenModel opened, int draws, long seed) {
    return of(opened, draws, seed, Watcher.NOBODY);
  }

  /** The same, and tells how many switches are turned. */
  public static Ablation of(OpenModel opened, int draws, long seed, Watcher watcher) {
    if (draws < 1 || draws > 100_000) {
      throw new Failure(Finding.error("E0650").with("draws", draws).with("most", 100_000));
    }
    if (opened.model().switches().isEmpty()) {
      throw new Failure(Finding.error("E0653").with("model", opened.model().id()));
    }
    Roles roles = RolesFile.of(opened);
    Maker maker = new Maker(opened, Plan.of(opened.model()), roles, draws, seed);
    List<Futures.Watch> watches = maker.watches();
    Scenario base = Scenario.base();
    double[] values = maker.values(base, watches);
    double stalls = maker.stalls(base);
    Map<String, Double> gains = maker.gains(base);
    Optional<Braked> braked = maker.braked(Optional.empty(), watches);
    List<Expectations.Outcome> expected = Expectations.of(opened);
    List<Row> rows = new ArrayList<>();
    for (SwitchRule rule : opened.model().switches()) {
      watcher.at("", rows.size(), opened.model().switches().size());
      rows.add(maker.row(rule, values, stalls, gains, braked, watches, expected));
    }
    List<Watched> watched =
        watches.stream()
            .map(w ->
                new Watched(
                    opened.model().variables().get(w.variable()),
                    opened.model().calendar().label(w.period())))
            .toList();
    return new Ablation(opened, draws, stalls, watched, values, gains, braked, List.copyOf(rows));
  }

  private record Maker(OpenModel opened, Plan plan, Roles roles, int draws, long seed) {

    List<Futures.Watch> watches() {
      List<Futures.Watch> watches = new ArrayList<>();
      for (Roles.Entry entry : roles.needed(Role.ABLATION)) {
        OptionalInt period = opened.model().calendar().period(entry.value());
        if (period.isEmpty()
            || period.getAsInt() < 1
            || period.getAsInt() > opened.model().calendar().horizon()) {
          throw new Failure(
              Finding.error("E0646", Place.cell(roles.file(), entry.line(), "value"))
                  .with("column", "value")
                  .with("said", entry.value())
                  .with("known", opened.model().calendar().label(1)));
        }
        for (Variable v : roles.variables(Role.ABLATION)) {
          if (v.name().toString().equals(entry.name())) {
            watches.add(new Futures.Watch(v.id(), period.getAsInt()));
          }
        }
      }
      return watches;
    }

    double[] values(Scenario scenario, List<Futures.Watch> watches) {
      Run run = Engine.run(plan, RunRequest.of(scenario).seed(seed));
      return watches.stream().mapToDouble(w -> run.values()[w.variable()][w.period()]).toArray();
    }

    double stalls(Scenario scenario) {
      return (double)
              futures(scenario, List.of()).stream()
                  .filter(f -> f.outcome() == Outcome.STALLS)
                  .count()
          / draws;
    }

    Map<String, Double> gains(Scenario scenario) {
      return new Impulses(plan, roles, seed).of(scenario);
    }

    Row row(
        SwitchRule rule,
        double[] values,
        double stalls,
        Map<String, Double> gains,
        Optional<Braked> braked,
        List<Futures.Watch> watches,
        List<Expectations.Outcome> expected) {
      Input input = opened.model().inputs().get(rule.input());
      boolean on = input.value() != 0;
      Scenario turned = turned(rule.input(), on ? 0 : 1);
      double[] then = values(turned, watches);
      double[] changes = new double[then.length];
      boolean matters = false;
      for (int i = 0; i < then.length; i++) {
        changes[i] = values[i] == 0 ? 0 : then[i] / values[i] - 1;
        matters |= Math.abs(changes[i]) >= SMALL_CHANGE;
      }
      double stallsThen = stalls(turned);
      Map<String, Double> gainsThen = gains(turned);
      matters |= Math.abs(stallsThen - stalls) >= SMALL_SHARE;
      for (Map.Entry<String, Double> gain : gainsThen.entrySet()) {
        double before = gains.getOrDefault(gain.getKey(), Double.NaN);
        matters |= Math.abs(gain.getValue() - before) >= SMALL_CHANGE;
      }
      Optional<Braked> brakedThen = braked(Optional.of(turned), watches);
      Optional<Map.Entry<String, Double>> shift = brakedThen.flatMap(b -> b.shift(braked.get()));
      matters |= shift.filter(s -> Math.abs(s.getValue()) >= SMALL_SHARE).isPresent();
      matters |= brakedThen.filter(b -> differs(b, braked.get())).isPresent();
      return new Row(
          input.name().toString(),
          rule.mechanism(),
          !on,
          changes,
          stallsThen,
          gainsThen,
          brakedThen,
          shift,
          expected.stream().filter(e -> e.name().equals(input.name().toString())).toList(),
          !matters);
    }

    private static boolean differs(Braked then, Braked before) {
      return Math.abs(then.futures().stalls() - before.futures().stalls()) >= SMALL_SHARE
          || Math.abs(then.lowest() / before.lowest() - 1) >= SMALL_SHARE;
    }

    /** The usual brake, with a switch turned; empty where the model has no brake. */
    Optional<Braked> braked(Optional<Scenario> turned, List<Futures.Watch> watches) {
      return Brake.usual(opened)
          .map(id -> {
            Scenario brake = ScenarioChoice.of(id).on(opened).scenario();
            List<Scenario.Change> changes = new ArrayList<>(brake.changes());
            turned.ifPresent(t -> changes.addAll(t.changes()));
            List<Futures.Future> futures =
                futures(
                    new Scenario(
                        brake.id(), brake.title(), brake.hash(), changes, brake.initials()),
                    watches);
            double[] values =
                futures.stream()
                    .filter(f -> !f.broken())
                    .mapToDouble(f -> f.watched()[0])
                    .sorted()
                    .toArray();
            double lowest = values.length == 0 ? Double.NaN : values[values.length / 10];
            return new Braked(brake.id(), BrakeFutures.of(opened, futures), lowest);
          });
    }

    private List<Futures.Future> futures(Scenario scenario, List<Futures.Watch> watches) {
      Thresholds thresholds = Thresholds.of(opened, roles, Optional.empty());
      Points points = LatinHypercube.of(opened.model(), draws, seed);
      return new Futures(
              plan, roles, thresholds, watches.stream().map(Futures.Watch::variable).toList())
          .of(scenario, points, draws, seed, watches);
    }

    private static Scenario turned(int input, double position) {
      return new Scenario(
          "switch",
          "",
          "",
          List.of(new Scenario.Change(input, new Expr.Const(position), 0, Integer.MAX_VALUE)),
          List.of());
    }
  }
}
