package org.tiyun.studio.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tiyun.language.model.Input;
import org.tiyun.studio.shelf.Opened;
import org.tiyun.studio.web.Query;
import org.tiyun.study.report.ChartList;
import org.tiyun.study.run.EventLine;
import org.tiyun.view.json.JsonObject;
import org.tiyun.words.Failure;

/** Runs over two levers: how many failures each holds. */
final class GridAnswer {
  static final Set<String> NAMES = Set.of("x", "y", "n");
  private static final int MOST = 15;

  private GridAnswer() {}

  /** A lever over its range, in equal steps. */
  private record Axis(Input input, double[] values) {
    static Axis of(Opened opened, String name, int n) {
      Input input =
          opened.open().model().inputs().stream()
              .filter(i -> i.name().toString().equals(name))
              .findFirst()
              .orElseThrow(() -> Query.wrong("x, y", name));
      double low = input.low().orElse(0.0);
      double high = input.high().orElse(2 * input.value());
      double[] values = new double[n];
      for (int i = 0; i < n; i++) {
        values[i] = Rounded.of(low + (high - low) * i / (n - 1));
      }
      return new Axis(input, values);
    }

    String setting(int i) {
      return input.name() + "=" + values[i];
    }
  }

  static String json(RunQuery query, Query asked, String version) {
    Opened opened = query.opened();
    List<Integer> sliders = opened.look().sliders();
    if (sliders.size() < 2) {
      throw Query.wrong("x, y", "");
    }
    int n = asked.whole("n", 2, MOST).orElse(9);
    Axis x = Axis.of(opened, asked.text("x").orElseGet(() -> name(opened, 0)), n);
    Axis y = Axis.of(opened, asked.text("y").orElseGet(() -> name(opened, 1)), n);
    Set<String> kinds = ChartList.failures(opened.open());
    List<double[]> counts = new ArrayList<>();
    List<List<String>> firsts = new ArrayList<>();
    for (int j = 0; j < n; j++) {
      double[] row = new double[n];
      List<String> first = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        List<String> settings = new ArrayList<>(query.settings());
        settings.add(x.setting(i));
        settings.add(y.setting(j));
        List<EventLine> failing = failing(query.with(query.scenario(), settings), kinds);
        row[i] = failing == null ? Double.NaN : failing.size();
        first.add(failing == null || failing.isEmpty() ? "" : failing.getFirst().period());
      }
      counts.add(row);
      firsts.add(first);
    }
    return JsonObject.compact(out -> {
      Hashes.put(out, opened, version);
      out.put("x", x.input().name().toString()).numbers("xs", x.values());
      out.put("y", y.input().name().toString()).numbers("ys", y.values());
      int[] at = {0};
      out.objects(
          "rows",
          counts,
          (o, row) -> o.numbers("failures", row).texts("first", firsts.get(at[0]++)));
    });
  }

  private static String name(Opened opened, int slider) {
    return opened
        .open()
        .model()
        .inputs()
        .get(opened.look().sliders().get(slider))
        .name()
        .toString();
  }

  /** The failures of a run; empty text where the run itself has no solution. */
  private static @org.jspecify.annotations.Nullable List<EventLine> failing(
      RunQuery query, Set<String> kinds) {
    try {
      return BrakesAnswer.failing(query.run().events(), kinds);
    } catch (Failure unsolved) {
      return null;
    }
  }
}
