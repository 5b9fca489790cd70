package org.tiyun.studio.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tiyun.engine.Batch;
import org.tiyun.engine.BatchRequest;
import org.tiyun.engine.Engine;
import org.tiyun.engine.Path;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Name;
import org.tiyun.language.model.Scenario;
import org.tiyun.studio.web.Limits;
import org.tiyun.studio.web.Stream;
import org.tiyun.study.report.ChartData;
import org.tiyun.study.report.ChartList;
import org.tiyun.study.run.ModelRun;
import org.tiyun.study.run.ScenarioChoice;
import org.tiyun.view.json.JsonObject;

/**
 * An ensemble as it grows: {@code fan} with the quantiles of the futures so far, each time their
 * number has about doubled; then {@code end} with rank correlations and what was drawn where nobody
 * fails, and the draws, the end and the first failure of single futures. A reader who leaves ends
 * the work.
 */
final class EnsembleStream {
  private static final double[] PARTS = {0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975};
  private static final int FAINT = 20;

  /** Single futures whose draws and ends are told, so that an answer stays below some megabytes. */
  private static final int TOLD = 2000;

  private static final int FIRST_FAN = 128;
  private static final Duration BEAT = Duration.ofMillis(250);

  private final RunQuery query;
  private final int paths;
  private final String version;
  private final Stream stream;
  private final CheckedModel model;
  private final Set<String> kinds;
  private final List<ChartData> charts = new ArrayList<>();
  private final List<Integer> outputs = new ArrayList<>();
  private final List<double[][]> values = new ArrayList<>();
  private final List<double[]> drawn = new ArrayList<>();
  private final List<Long> numbers = new ArrayList<>();
  private final List<Integer> firstFailure = new ArrayList<>();
  private final AtomicBoolean gone = new AtomicBoolean();
  private final long began = System.nanoTime();
  private long beaten = began;
  private int broken;
  private int next = FIRST_FAN;

  EnsembleStream(RunQuery query, int paths, String version, Stream stream) {
    this.query = query;
    this.paths = paths;
    this.version = version;
    this.stream = stream;
    this.model = query.opened().open().model();
    this.kinds = ChartList.failures(query.opened().open());
  }

  void run() {
    ModelRun base = query.run();
    for (ChartData chart : ChartList.orVariables(query.opened().open(), base.run())) {
      ChartData.Line line = chart.lines().getFirst();
      if (line.entity().isEmpty()) {
        OptionalInt id = model.variable(Name.of(line.variable()));
        if (id.isPresent()) {
          charts.add(chart);
          outputs.add(id.getAsInt());
        }
      }
    }
    Scenario scenario =
        new ScenarioChoice(query.scenario(), query.settings()).on(query.opened().open()).scenario();
    BatchRequest request =
        BatchRequest.of(paths, query.seed(), outputs)
            .scenario(scenario)
            .lanes(64)
            .progress((done, of) -> told((int) done))
            .cancelledWhen(() -> gone.get() || tooLong());
    Batch batch = Engine.batch(query.opened().plan(), request, this::take);
    if (!gone.get()) {
      send("fan", this::fan);
      send("end", out -> end(out, batch));
    }
  }

  private boolean tooLong() {
    return Duration.ofNanos(System.nanoTime() - began).toSeconds() > Limits.ENSEMBLE_SECONDS;
  }

  private void take(Path path) {
    if (path.failure().isPresent()) {
      broken++;
      return;
    }
    values.add(path.values());
    drawn.add(path.drawn());
    numbers.add(path.number());
    firstFailure.add(
        path.events().stream()
            .filter(
                e -> kinds.isEmpty() || kinds.contains(model.events().get(e.event()).name().base()))
            .mapToInt(e -> e.period())
            .min()
            .orElse(0));
  }

  private void told(int done) {
    if (!gone.get() && System.nanoTime() - beaten > BEAT.toNanos()) {
      beaten = System.nanoTime();
      try {
        stream.beat();
      } catch (java.io.UncheckedIOException left) {
        gone.set(true);
      }
    }
    if (done >= next && done < paths && !gone.get()) {
      next = done * 2;
      send("fan", this::fan);
    }
  }

  private void send(String event, java.util.function.Consumer<JsonObject> data) {
    try {
      stream.send(event, JsonObject.compact(data));
    } catch (java.io.UncheckedIOException left) {
      gone.set(true);
    }
  }

  private void fan(JsonObject out) {
    Hashes.put(out, query.opened(), version);
    out.put("done", values.size() + broken).put("of", paths).put("broken", broken);
    long failing = firstFailure.stream().filter(p -> p > 0).count();
    out.put("failing", values.isEmpty() ? 0 : (double) failing / values.size());
    if (failing > 0) {
      double[] dates =
          firstFailure.stream().filter(p -> p > 0).mapToDouble(p -> p).sorted().toArray();
      out.put("first", model.calendar().label((int) Math.round(Ranks.quantile(dates, 0.5))));
    }
    int[] k = {0};
    out.objects("charts", charts, (o, chart) -> chart(o, chart, k[0]++));
    out.numbers("faint", faint().stream().mapToDouble(i -> numbers.get(i)).toArray());
    out.numbers("faint_fails", faint().stream().mapToDouble(i -> firstFailure.get(i)).toArray());
  }

  /** Single futures that are drawn: the first ones, which are as good as any. */
  private List<Integer> faint() {
    List<Integer> chosen = new ArrayList<>();
    for (int i = 0; i < Math.min(FAINT, values.size()); i++) {
      chosen.add(i);
    }
    return chosen;
  }

  private void chart(JsonObject out, ChartData chart, int output) {
    out.put("id", chart.id())
        .put("unit", chart.unit())
        .put("variable", chart.lines().getFirst().variable());
    out.texts("periods", chart.periods()).put("first", chart.firstModelled());
    out.numbers("past", Rounded.of(chart.lines().getFirst().past()));
    int length = chart.periods().size();
    double[][] quantiles = new double[PARTS.length][length];
    for (int i = 0; i < length; i++) {
      int period = i - chart.firstModelled() + 1;
      double[] column = new double[values.size()];
      for (int p = 0; p < column.length; p++) {
        column[p] = period < 1 ? Double.NaN : values.get(p)[output][period];
      }
      double[] sorted = Ranks.sorted(column);
      for (int q = 0; q < PARTS.length; q++) {
        quantiles[q][i] = period < 1 ? Double.NaN : Rounded.of(Ranks.quantile(sorted, PARTS[q]));
      }
    }
    int[] q = {0};
    out.numbers("parts", PARTS);
    out.objects(
        "quantiles",
        List.of(quantiles),
        (o, row) -> o.put("part", PARTS[q[0]++]).numbers("values", row));
    out.objects(
        "paths",
        faint(),
        (o, p) -> o.put("path", numbers.get(p)).numbers("values", path(p, output, chart)));
  }

  private double[] path(int p, int output, ChartData chart) {
    double[] line = new double[chart.periods().size()];
    for (int i = 0; i < line.length; i++) {
      int period = i - chart.firstModelled() + 1;
      line[i] = period < 1 ? Double.NaN : Rounded.of(values.get(p)[output][period]);
    }
    return line;
  }

  private void end(JsonObject out, Batch batch) {
    out.put("done", batch.paths())
        .put("cancelled", batch.cancelled())
        .put("residual", batch.largestRelativeResidual());
    List<String> inputs =
        batch.drawn().stream().map(i -> model.inputs().get(i).name().toString()).toList();
    out.texts("inputs", inputs);
    Map<String, double[]> targets = new LinkedHashMap<>();
    for (int c = 0; c < charts.size(); c++) {
      int output = c;
      targets.put(
          charts.get(c).lines().getFirst().variable(),
          values.stream().mapToDouble(v -> v[output][v[output].length - 1]).toArray());
    }
    out.objects(
        "targets",
        targets.entrySet(),
        (o, target) ->
            o.put("variable", target.getKey())
                .numbers("ranks", correlations(target.getValue(), inputs.size()))
                .numbers("ends", told(target.getValue())));
    out.put(
        "failures",
        o ->
            o.numbers(
                "ranks",
                correlations(
                    firstFailure.stream().mapToDouble(p -> p > 0 ? 1 : 0).toArray(),
                    inputs.size())));
    List<Integer> all = java.util.stream.IntStream.range(0, inputs.size()).boxed().toList();
    out.objects("believe", all, (o, j) -> believe(o, j, inputs.get(j)));
    out.put("broken", broken);
    out.numbers("numbers", told(numbers.stream().mapToDouble(n -> n).toArray()));
    out.numbers("first", told(firstFailure.stream().mapToDouble(p -> p).toArray()));
    out.put("survivors", firstFailure.stream().filter(p -> p == 0).count());
  }

  /** One number of each future, of the first ones where there are many. */
  private static double[] told(double[] values) {
    return Rounded.of(Arrays.copyOf(values, Math.min(TOLD, values.length)));
  }

  private double[] correlations(double[] outcome, int inputs) {
    double[] ranks = new double[inputs];
    for (int j = 0; j < inputs; j++) {
      ranks[j] = Rounded.of(Ranks.correlation(column(j, false), outcome));
    }
    return ranks;
  }

  private double[] column(int input, boolean survivors) {
    return java.util.stream.IntStream.range(0, drawn.size())
        .filter(p -> !survivors || firstFailure.get(p) == 0)
        .mapToDouble(p -> drawn.get(p)[input])
        .toArray();
  }

  private void believe(JsonObject out, int input, String name) {
    out.put("name", name).numbers("draws", told(column(input, false)));
    for (boolean survivors : new boolean[] {false, true}) {
      double[] sorted = Ranks.sorted(column(input, survivors));
      out.numbers(
          survivors ? "survivors" : "all",
          new double[] {
            Rounded.of(Ranks.quantile(sorted, 0.25)),
            Rounded.of(Ranks.quantile(sorted, 0.5)),
            Rounded.of(Ranks.quantile(sorted, 0.75))
          });
    }
  }
}
