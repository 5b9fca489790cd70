package org.tiyun.studio.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tiyun.engine.Engine;
import org.tiyun.engine.Run;
import org.tiyun.engine.RunRequest;
import org.tiyun.language.model.Calendar;
import org.tiyun.language.model.Expr;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.Scenario;
import org.tiyun.studio.shelf.Opened;
import org.tiyun.studio.web.Query;
import org.tiyun.study.brake.Limits;
import org.tiyun.study.roles.Role;
import org.tiyun.study.roles.Roles;
import org.tiyun.study.roles.RolesFile;
import org.tiyun.view.json.JsonObject;
import org.tiyun.words.Failure;

/**
 * Runs over two levers: how many failures of key firms each holds. Across may stand the growth of
 * outside money: it is then held to its first year's mean and grows from there by no more than the
 * cell says.
 */
final class GridAnswer {
  static final Set<String> NAMES = Set.of("x", "y", "n");
  private static final int MOST = 15;

  /** Least half width of the axis of growth, per period. */
  private static final double LEAST_GROWTH = 0.02;

  private final RunQuery query;
  private final Opened opened;
  private final Limits limits;

  /** Events that count: failures of key firms, or all where the model says nothing of either. */
  private final Set<Integer> failures;

  private GridAnswer(RunQuery query, Roles roles) {
    this.query = query;
    this.opened = query.opened();
    this.limits = new Limits(opened.plan(), roles, query.seed());
    int events = opened.open().model().events().size();
    this.failures =
        roles.has(Role.FAILURE)
            ? roles.decidingFailures()
            : IntStream.range(0, events).boxed().collect(Collectors.toSet());
  }

  /**
   * A lever and its values.
   *
   * @param scale of the growth of outside money: its input is so many times the growth per period
   */
  private record Axis(Input input, double[] values, OptionalDouble scale) {
    String setting(int i) {
      return input.name() + "=" + values[i];
    }
  }

  /** What a row of cells is: failures, when the first comes, and what else its runs have set. */
  private record Row(double[] failures, List<String> first, Map<String, Double> besides) {}

  /** The input that is the growth of outside money; empty where the model cannot limit it. */
  static Optional<Input> growth(Opened opened) {
    Roles roles = RolesFile.of(opened.open());
    return roles.has(Role.OUTSIDE_GROWTH)
        ? new Limits(opened.plan(), roles, 1)
            .stallQuestion(Scenario.base())
            .map(Limits.Question::input)
        : Optional.empty();
  }

  static String json(RunQuery query, Query asked, String version) {
    return new GridAnswer(query, RolesFile.of(query.opened().open())).json(asked, version);
  }

  private String json(Query asked, String version) {
    List<Integer> sliders = opened.look().sliders();
    if (sliders.size() < 2) {
      throw Query.wrong("x, y", "");
    }
    int n = asked.whole("n", 2, MOST).orElse(9);
    Axis x = axis(asked.text("x").orElseGet(() -> name(0)), n, true);
    Axis y = axis(asked.text("y").orElseGet(() -> name(1)), n, false);
    List<Row> rows = new ArrayList<>();
    for (int j = 0; j < n; j++) {
      rows.add(x.scale().isPresent() ? growing(x, y.setting(j)) : levers(x, y.setting(j)));
    }
    return JsonObject.compact(out -> {
      Hashes.put(out, opened, version);
      out.put("x", x.input().name().toString()).numbers("xs", x.values());
      x.scale().ifPresent(scale -> out.put("x_scale", scale));
      out.put("y", y.input().name().toString()).numbers("ys", y.values());
      out.objects(
          "rows",
          rows,
          (o, row) ->
              o.numbers("failures", row.failures())
                  .texts("first", row.first())
                  .numbers("besides", row.besides()));
    });
  }

  private Axis axis(String name, int n, boolean across) {
    Input input =
        opened.open().model().inputs().stream()
            .filter(i -> i.name().toString().equals(name))
            .findFirst()
            .orElseThrow(() -> Query.wrong("x, y", name));
    if (across && growth(opened).filter(input::equals).isPresent()) {
      Run run = query.run().run();
      Limits.OutsidePath path = limits.outsidePath(run.scenario(), run).orElseThrow();
      double middle = Double.isNaN(path.actual()) ? 0 : path.actual();
      double wide = Math.max(Math.abs(middle), LEAST_GROWTH);
      double[] values = steps(middle - 1.5 * wide, middle + wide, n);
      return new Axis(input, values, OptionalDouble.of(path.question().scale()));
    }
    double low = input.low().orElse(0.0);
    double high = input.high().orElse(2 * input.value());
    return new Axis(input, steps(low, high, n), OptionalDouble.empty());
  }

  private static double[] steps(double low, double high, int n) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = Rounded.of(low + (high - low) * i / (n - 1));
    }
    return values;
  }

  private Row levers(Axis x, String y) {
    double[] counts = new double[x.values().length];
    List<String> first = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      RunQuery cell = with(x.setting(i), y);
      counts[i] = failing(() -> cell.run().run(), first);
    }
    return new Row(counts, first, Map.of());
  }

  /** Outside money starts at what it is in the row's own run. */
  private Row growing(Axis x, String y) {
    double[] counts = new double[x.values().length];
    List<String> first = new ArrayList<>();
    Run free;
    try {
      free = with(y).run().run();
    } catch (Failure unsolved) {
      Arrays.fill(counts, Double.NaN);
      return new Row(counts, Collections.nCopies(counts.length, ""), Map.of());
    }
    Limits.OutsidePath path = limits.outsidePath(free.scenario(), free).orElseThrow();
    for (int i = 0; i < counts.length; i++) {
      Scenario cell = path.at(x.values()[i]);
      RunRequest request = RunRequest.of(cell).seed(query.seed());
      counts[i] = failing(() -> Engine.run(opened.plan(), request), first);
    }
    return new Row(counts, first, besides(path, free.scenario()));
  }

  /** What holds outside money back in a row's runs beside the growth, for whoever opens one. */
  private Map<String, Double> besides(Limits.OutsidePath path, Scenario row) {
    List<Scenario.Change> all = path.question().scenario().changes();
    Map<String, Double> set = new LinkedHashMap<>();
    for (Scenario.Change change : all.subList(row.changes().size(), all.size())) {
      if (change.value() instanceof Expr.Const(double value)) {
        set.put(opened.open().model().inputs().get(change.input()).name().toString(), value);
      }
    }
    return set;
  }

  private RunQuery with(String... more) {
    List<String> settings = new ArrayList<>(query.settings());
    settings.addAll(List.of(more));
    return query.with(query.scenario(), settings);
  }

  private String name(int slider) {
    return opened
        .open()
        .model()
        .inputs()
        .get(opened.look().sliders().get(slider))
        .name()
        .toString();
  }

  /** Failures of a run, NaN where the run itself has no solution; the first one's date is noted. */
  private double failing(Supplier<Run> made, List<String> first) {
    try {
      Run run = made.get();
      List<Run.Happening> failing =
          run.events().stream().filter(e -> failures.contains(e.event())).toList();
      Calendar calendar = run.model().calendar();
      first.add(failing.isEmpty() ? "" : calendar.label(failing.getFirst().period()));
      return failing.size();
    } catch (Failure unsolved) {
      first.add("");
      return Double.NaN;
    }
  }
}
