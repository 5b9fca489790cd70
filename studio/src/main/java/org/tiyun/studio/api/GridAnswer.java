package org.tiyun.studio.api;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.tiyun.language.model.Input;
import org.tiyun.studio.shelf.Opened;
import org.tiyun.studio.web.Query;
import org.tiyun.study.brake.FailureGrid;
import org.tiyun.view.json.JsonObject;

/** Runs over two levers: how many failures of key firms each holds. */
final class GridAnswer {
  static final Set<String> NAMES = Set.of("x", "y", "n");
  private static final int MOST = 15;

  private final Opened opened;
  private final FailureGrid grid;

  private GridAnswer(RunQuery query) {
    this.opened = query.opened();
    this.grid =
        new FailureGrid(opened.open(), opened.plan(), query.choice(), query.force(), query.seed());
  }

  /**
   * A lever and its values.
   *
   * @param scale of the growth of outside money: its input is so many times the growth per period
   */
  private record Axis(Input input, double[] values, OptionalDouble scale) {}

  static String json(RunQuery query, Query asked, String version) {
    return new GridAnswer(query).json(asked, version);
  }

  private String json(Query asked, String version) {
    if (opened.look().sliders().size() < 2) {
      throw Query.wrong("x, y", "");
    }
    int n = asked.whole("n", 2, MOST).orElse(9);
    Axis x = axis(asked.text("x").orElseGet(() -> name(0)), n, true);
    Axis y = axis(asked.text("y").orElseGet(() -> name(1)), n, false);
    List<FailureGrid.Row> rows = new ArrayList<>();
    for (double at : y.values()) {
      rows.add(
          x.scale().isPresent()
              ? grid.overGrowth(x.values(), y.input(), at)
              : grid.over(x.input(), x.values(), y.input(), at));
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
    if (across
        && FailureGrid.growth(opened.open(), opened.plan()).filter(input::equals).isPresent()) {
      FailureGrid.GrowthRange range = grid.growthRange();
      double[] values = steps(range.low(), range.high(), n);
      return new Axis(input, values, OptionalDouble.of(range.scale()));
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

  private String name(int slider) {
    return opened
        .open()
        .model()
        .inputs()
        .get(opened.look().sliders().get(slider))
        .name()
        .toString();
  }
}
