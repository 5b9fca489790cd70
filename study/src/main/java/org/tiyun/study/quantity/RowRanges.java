package org.tiyun.study.quantity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tiyun.engine.Path;
import org.tiyun.engine.Run;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.SwitchRule;
import org.tiyun.study.brake.Limits;
import org.tiyun.study.circle.CircleBook;
import org.tiyun.study.circle.Year;
import org.tiyun.study.loss.Losses;
import org.tiyun.study.roles.Role;

/** Every row of the quantities over an ensemble of futures. */
final class RowRanges {
  /** Of the interval searched, the tolerance of a limit in one future. */
  private static final double FINE = 0.004;

  private final Ensemble ensemble;
  private final WholeRun whole;
  private final CircleBook book;
  private final Losses losses;
  private final Optional<OutsideStop> stop;
  private final double[] withheld;
  private final Map<String, double[]> drawn = new ConcurrentHashMap<>();

  RowRanges(Ensemble ensemble, WholeRun whole) {
    this.ensemble = ensemble;
    this.whole = whole;
    this.book = whole.book();
    this.losses = Losses.of(whole.roles());
    this.stop = whole.stop();
    this.withheld = new double[ensemble.draws()];
    Set<Integer> wanted = new LinkedHashSet<>(book.needed());
    wanted.addAll(losses.needed());
    wanted.addAll(WaterLine.needed(whole.roles()));
    stop.ifPresent(s -> wanted.add(s.inflow()));
    ensemble.futures(whole.scenario(), wanted, this::read);
    limits();
    keystones();
    dominance();
    stop.ifPresent(this::stops);
  }

  private void read(int draw, Path path, double[][] values) {
    if (path.failure().isPresent()) {
      return;
    }
    Run run = whole.run();
    for (int t = 1; t <= run.periods(); t++) {
      if (whole.only() == 0 || whole.only() == t) {
        int period = t;
        String label = run.model().calendar().label(t);
        Year year =
            new Year(book, values, input -> ensemble.input(draw, input, period), t, run.periods());
        for (Quantity quantity : Quantity.values()) {
          quantity
              .explained(year)
              .forEach((entity, figure) -> keep(quantity, entity, label, draw, figure.value()));
        }
      }
    }
    stop.ifPresent(s -> withheld[draw] = OutsideStop.withheld(values[s.inflow()], book.perYear()));
    failures(draw, path);
    if (whole.roles().has(Role.FAILURE)) {
      keep(Quantity.CASCADE_LOSS, "", "", draw, losses.total(values));
      keep(
          Quantity.CASCADE_LOSS,
          WholeRun.OUTSIDE_LENDERS,
          "",
          draw,
          losses.ofOutsideLenders(values));
    }
    WaterLine.of(whole.roles(), run.model().calendar(), values)
        .forEach((debtor, figure) ->
            keep(Quantity.COLLATERAL_HALF_LIFE, debtor, "", draw, figure.value()));
  }

  private void failures(int draw, Path path) {
    Set<Integer> deciding = whole.roles().decidingFailures();
    double first =
        path.events().stream()
            .filter(e -> deciding.contains(e.event()))
            .mapToDouble(Run.Happening::period)
            .min()
            .orElse(Double.POSITIVE_INFINITY);
    keep(Quantity.TIME_TO_FIRST_FAILURE, "first", "", draw, first);
    Set<Integer> cancelling = whole.roles().events(Role.CANCELLATION);
    double cancelled =
        path.events().stream()
            .filter(e -> cancelling.contains(e.event()))
            .mapToDouble(Run.Happening::amount)
            .sum();
    keep(Quantity.TIME_TO_FIRST_FAILURE, WholeRun.CANCELLED, "", draw, cancelled);
  }

  private void limits() {
    if (!whole.roles().has(Role.FAILURE)) {
      return;
    }
    Limits limits = new Limits(whole.plan(), whole.roles(), whole.run().seed());
    limits
        .revenueQuestion(whole.scenario())
        .ifPresent(q -> keep(Quantity.MINIMUM_EXTERNAL_REVENUE, "", ensemble.limits(q, FINE)));
    limits
        .stallQuestion(whole.scenario())
        .ifPresent(q -> keep(Quantity.STALL_SPEED, "", ensemble.limits(q, FINE)));
    limits
        .backstopQuestion(whole.scenario())
        .ifPresent(q -> {
          double[] bills = ensemble.limits(q, FINE);
          // Where nobody fails without a fund the bill is nil.
          Arrays.setAll(bills, i -> bills[i] == Double.NEGATIVE_INFINITY ? 0 : bills[i]);
          keep(Quantity.BACKSTOP_BILL, "", bills);
        });
  }

  private void keystones() {
    List<Input> funders = Keystone.funders(whole.roles());
    double[][] falls = ensemble.keystones(whole.scenario(), book.sales(), 0, 1, whole.firstYear());
    for (int k = 0; k < falls.length; k++) {
      keep(Quantity.KEYSTONE, funders.get(k).name().entity(), falls[k]);
    }
  }

  private void dominance() {
    List<SwitchRule> switches = whole.plan().model().switches();
    double[][] parts = ensemble.dominance(whole.scenario());
    for (int k = 0; k < parts.length; k++) {
      keep(
          Quantity.LOOP_DOMINANCE,
          LoopDominance.mechanism(whole.plan().model(), switches.get(k)),
          parts[k]);
    }
  }

  private void stops(OutsideStop stopped) {
    int year = book.perYear();
    double[] lost = ensemble.lost(stopped.stopped(1), losses);
    Arrays.setAll(lost, draw -> lost[draw] / withheld[draw]);
    keep(Quantity.CASCADE_LOSS, WholeRun.AMPLIFICATION, lost);
    Map<Integer, double[]> from = new HashMap<>();
    for (int end : whole.yearEnds()) {
      double[] now = from.computeIfAbsent(end + 1, t -> ensemble.lost(stopped.stopped(t), losses));
      double[] later =
          from.computeIfAbsent(end + year + 1, t -> ensemble.lost(stopped.stopped(t), losses));
      String label = whole.run().model().calendar().label(end);
      for (int draw = 0; draw < now.length; draw++) {
        keep(Quantity.LOCK_IN, WholeRun.REGRET, label, draw, now[draw] / later[draw]);
      }
    }
  }

  private void keep(Quantity quantity, String entity, double[] values) {
    for (int draw = 0; draw < values.length; draw++) {
      keep(quantity, entity, "", draw, values[draw]);
    }
  }

  private void keep(Quantity quantity, String entity, String period, int draw, double value) {
    drawn
            .computeIfAbsent(
                key(quantity, entity, period),
                _ -> {
                  double[] none = new double[ensemble.draws()];
                  // Who takes in what it pays has a runway without end.
                  Arrays.fill(
                      none, quantity == Quantity.RUNWAY ? Double.POSITIVE_INFINITY : Double.NaN);
                  return none;
                })[draw] =
        value;
  }

  private static String key(Quantity quantity, String entity, String period) {
    return quantity + "/" + entity + "/" + period;
  }

  /** The shares 0.05, 0.5 and 0.95 of a row; empty where no future has it. */
  Optional<double[]> of(Quantities.Row row) {
    boolean first =
        row.quantity() == Quantity.TIME_TO_FIRST_FAILURE
            && !row.entity().equals(WholeRun.CANCELLED);
    double[] values = drawn.get(key(row.quantity(), first ? "first" : row.entity(), row.period()));
    if (values == null) {
      return Optional.empty();
    }
    double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    return sorted.length == 0
        ? Optional.empty()
        : Optional.of(
            Arrays.stream(new double[] {0.05, 0.5, 0.95})
                .map(share -> Ensemble.quantile(sorted, share))
                .toArray());
  }
}
