package org.tiyun.study.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.tiyun.engine.BatchRequest;
import org.tiyun.engine.Engine;
import org.tiyun.engine.Plan;
import org.tiyun.language.Language;
import org.tiyun.language.model.Name;
import org.tiyun.language.model.Scenario;
import org.tiyun.ledger.Ledger;
import org.tiyun.study.open.LedgerCut;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.run.Watcher;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/**
 * Forecasts of the past: starts at an earlier quarter with what the ledger knew then, keeps the
 * draws that did best before it, runs them on and holds them against what came.
 *
 * @param origins in the order of the settings
 */
public record Backtest(OpenModel opened, Settings settings, List<OriginScore> origins) {

  /**
   * @param name of the model, beside which the settings and the models of the origins lie
   * @param watcher stages are quarters: the one the fit starts from, then each origin
   * @throws Failure E0621, E0622 without sound settings; E0623 where a model lacks a target's
   *     variable; whatever is wrong with a model
   */
  public static Backtest of(ModelOpener opener, String name, Watcher watcher) {
    OpenModel opened = opener.open(name);
    return of(opener, opened, Settings.of(opened), watcher);
  }

  /** The same with settings of the caller's, such as fewer draws. */
  public static Backtest of(
      ModelOpener opener, OpenModel opened, Settings settings, Watcher watcher) {
    Ledger ledger =
        opened
            .ledger()
            .orElseThrow(
                () -> new Failure(Finding.error("E0621").with("model", opened.model().id())));
    List<Actual> actual = settings.targets().stream().map(t -> Actual.of(ledger, t)).toList();
    String fitName = path(opened, settings.fit());
    OpenModel fitModel =
        opener.open(fitName, new LedgerCut(settings.fitFrom(), settings.fitYear()));
    int latest = settings.origins().stream().mapToInt(Quarter::number).max().orElseThrow();
    Fit fit =
        Fit.run(
            fitModel,
            still(fitModel),
            outputs(fitModel, settings),
            latest - Quarter.number(settings.fitFrom()),
            settings,
            done -> watcher.at(settings.fitFrom(), done, settings.draws()));
    List<OriginScore> scores = new ArrayList<>();
    for (String origin : settings.origins()) {
      scores.add(score(opener, opened, settings, actual, fit, origin, watcher));
    }
    return new Backtest(opened, settings, List.copyOf(scores));
  }

  /**
   * Size of the errors of each target over all origins: root mean square of the differences of
   * logarithms, each brought to one quarter ahead by the square root of time.
   */
  public java.util.Map<String, Double> misses() {
    java.util.Map<String, Double> misses = new java.util.LinkedHashMap<>();
    for (Settings.Target target : settings.targets()) {
      List<Double> squares = new ArrayList<>();
      for (OriginScore origin : origins) {
        origin.series().stream()
            .filter(s -> s.id().equals(target.id()))
            .forEach(s -> squares.addAll(s.squares()));
      }
      squares.stream()
          .mapToDouble(Double::doubleValue)
          .average()
          .ifPresent(mean -> misses.put(target.id(), Math.sqrt(mean)));
    }
    return misses;
  }

  private static OriginScore score(
      ModelOpener opener,
      OpenModel opened,
      Settings settings,
      List<Actual> actual,
      Fit fit,
      String origin,
      Watcher watcher) {
    int from = Quarter.number(origin);
    List<Actual> known = actual.stream().map(a -> a.until(from)).toList();
    int[] kept = fit.kept(known, from, settings.keep());
    OpenModel model = opener.open(path(opened, settings.modelOf(origin)), LedgerCut.at(origin));
    double[][][] values = forecast(model, settings, kept, from, watcher, origin);
    double[] misses = fit.misses(known, from, settings.keep());
    List<SeriesScore> series = new ArrayList<>();
    for (int target = 0; target < settings.targets().size(); target++) {
      if (!known.get(target).values().isEmpty()) {
        series.add(
            series(
                settings,
                target,
                actual.get(target),
                known.get(target),
                values,
                from,
                new Errors(settings.seed(), target, misses[target])));
      }
    }
    double[] errors = Arrays.stream(kept).mapToDouble(d -> fit.error(d, known, from)).toArray();
    return new OriginScore(
        origin,
        settings.end(),
        kept.length,
        Arrays.stream(errors).min().orElse(Double.NaN),
        Arrays.stream(errors).max().orElse(Double.NaN),
        List.copyOf(series));
  }

  /** Values of the kept draws, by draw, target and period. */
  private static double[][][] forecast(
      OpenModel model, Settings settings, int[] kept, int from, Watcher watcher, String origin) {
    BitSet wanted = new BitSet();
    Arrays.stream(kept).forEach(wanted::set);
    List<double[][]> values = new ArrayList<>();
    BatchRequest request =
        BatchRequest.of(wanted.length(), settings.seed(), outputs(model, settings))
            .until(Quarter.number(settings.end()) - from)
            .progress((done, of) -> watcher.at(origin, done, of));
    Engine.batch(
        Plan.of(model.model()),
        request,
        path -> {
          if (wanted.get((int) path.number()) && path.failure().isEmpty()) {
            values.add(path.values());
          }
        });
    return values.toArray(double[][][]::new);
  }

  private static SeriesScore series(
      Settings settings,
      int target,
      Actual actual,
      Actual known,
      double[][][] values,
      int from,
      Errors errors) {
    int count = Quarter.number(settings.end()) - from;
    double[][] out = new double[6][count];
    List<String> quarters = new ArrayList<>();
    double[] level = levels(values, target, known, from);
    for (int q = 0; q < count; q++) {
      int period = q + 1;
      quarters.add(Quarter.label(from + period));
      double[] draws =
          IntStream.range(0, values.length)
              .mapToDouble(d -> values[d][target][period] * level[d] * errors.factor(d, period))
              .sorted()
              .toArray();
      out[0][q] = actual.values().getOrDefault(from + period, Double.NaN);
      out[1][q] = quantile(draws, 0.5);
      out[2][q] = quantile(draws, settings.low());
      out[3][q] = quantile(draws, settings.high());
      out[4][q] = Naive.growth(known, from + period);
      out[5][q] = Naive.trend(known, from + period);
    }
    Settings.Target t = settings.targets().get(target);
    return new SeriesScore(
        t.id(),
        List.copyOf(quarters),
        out[0],
        out[1],
        out[2],
        out[3],
        out[4],
        out[5],
        settings.high() - settings.low(),
        t.entities().size() > 1);
  }

  /** What brings each draw to the level known at the origin; 1 where none was known there. */
  private static double[] levels(double[][][] values, int target, Actual known, int from) {
    double last = known.values().getOrDefault(from, Double.NaN);
    return Arrays.stream(values)
        .mapToDouble(v -> {
          double start = v[target][0];
          return start > 0 && !Double.isNaN(last) ? last / start : 1;
        })
        .toArray();
  }

  /** Quantile of sorted values, straight between neighbours. */
  static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int low = (int) Math.floor(at);
    int high = Math.min(low + 1, sorted.length - 1);
    return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
  }

  private static String path(OpenModel opened, String name) {
    return opened.folder().resolve(name + ".tiyun").toString();
  }

  /** No surprises: parameters are estimated on the smooth path. */
  private static Scenario still(OpenModel model) {
    return Language.settings(List.of("surprises=0"), model.model())
        .result()
        .orElseGet(Scenario::base);
  }

  static List<Integer> outputs(OpenModel model, Settings settings) {
    return settings.targets().stream()
        .map(t -> {
          Name name =
              t.entity().isEmpty() ? Name.of(t.variable()) : Name.of(t.variable(), t.entity());
          return model
              .model()
              .variable(name)
              .orElseThrow(() ->
                  new Failure(
                      Finding.error("E0623")
                          .with("model", model.model().id())
                          .with("name", name.toString())));
        })
        .toList();
  }
}
