package org.tiyun.study.twin;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.tiyun.engine.Path;
import org.tiyun.language.model.Scenario;
import org.tiyun.study.brake.Limits;
import org.tiyun.study.circle.Year;
import org.tiyun.study.quantity.Ensemble;
import org.tiyun.study.quantity.Quantity;
import org.tiyun.study.twin.TwinResult.Range;

/** The eighteen quantities of one machine over draws of its uncertain parameters. */
final class Ranges {
  private static final double FINE = 0.004;

  private final Measuring measuring;
  private final Map<Quantity, int[]> firms;
  private final List<Integer> years;
  private final Ensemble ensemble;
  private final Map<Quantity, double[][]> seen = new EnumMap<>(Quantity.class);

  /**
   * @param firms the quantities that the machine has, and of whom
   */
  Ranges(Measuring measuring, Map<Quantity, int[]> firms, List<Integer> years, Ensemble ensemble) {
    this.measuring = measuring;
    this.firms = firms;
    this.years = years;
    this.ensemble = ensemble;
    firms
        .keySet()
        .forEach(q -> seen.put(q, new double[q.overTime() ? years.size() : 1][ensemble.draws()]));
    Set<Integer> needed = new LinkedHashSet<>(measuring.book().needed());
    needed.addAll(measuring.alsoNeeded());
    ensemble.futures(Scenario.base(), needed, this::read);
    limits();
    if (firms.containsKey(Quantity.KEYSTONE)) {
      keystone();
    }
    if (firms.containsKey(Quantity.LOOP_DOMINANCE)) {
      dominance();
    }
  }

  private void read(int draw, Path path, double[][] values) {
    boolean sound = path.failure().isEmpty();
    int last = measuring.machine().base().run().periods();
    for (int i = 0; i < years.size(); i++) {
      int period = measuring.machine().period(years.get(i));
      boolean known = sound && period >= 1;
      Year year =
          new Year(
              measuring.book(),
              values,
              input -> ensemble.input(draw, input, period),
              Math.max(1, period),
              last);
      for (Map.Entry<Quantity, int[]> each : firms.entrySet()) {
        Quantity quantity = each.getKey();
        if (quantity.overTime()) {
          store(quantity, i, draw, known ? quantity.of(year, each.getValue()) : Double.NaN);
        }
      }
    }
    if (firms.containsKey(Quantity.TIME_TO_FIRST_FAILURE)) {
      double when = measuring.firstFailure(path.events()).value();
      // Who does not fail, fails later than all who do.
      double later = Double.isNaN(when) ? Double.POSITIVE_INFINITY : when;
      store(Quantity.TIME_TO_FIRST_FAILURE, 0, draw, later);
    }
    if (firms.containsKey(Quantity.CASCADE_LOSS)) {
      store(Quantity.CASCADE_LOSS, 0, draw, sound ? measuring.cascade(values) : Double.NaN);
    }
    if (firms.containsKey(Quantity.BACKSTOP_BILL)) {
      // Kept until the fund is known: what a fund of 1 is in the unit of the answer.
      store(Quantity.BACKSTOP_BILL, 0, draw, sound ? measuring.bill(1, values) : Double.NaN);
    }
  }

  private void store(Quantity quantity, int at, int draw, double value) {
    Objects.requireNonNull(seen.get(quantity))[at][draw] =
        quantity == Quantity.RUNWAY && Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
  }

  private void limits() {
    Limits limits = measuring.limits();
    limit(Quantity.MINIMUM_EXTERNAL_REVENUE, limits.revenueQuestion(Scenario.base()));
    limit(Quantity.STALL_SPEED, limits.stallQuestion(Scenario.base()));
    limit(Quantity.BACKSTOP_BILL, limits.backstopQuestion(Scenario.base()));
  }

  private void limit(Quantity quantity, Optional<Limits.Question> question) {
    if (!firms.containsKey(quantity) || question.isEmpty()) {
      return;
    }
    double[] found = ensemble.limits(question.get(), FINE);
    for (int draw = 0; draw < found.length; draw++) {
      double value = found[draw];
      if (quantity == Quantity.STALL_SPEED && Double.isFinite(value)) {
        value = measuring.yearly(value);
      }
      if (quantity == Quantity.BACKSTOP_BILL) {
        double unit = Objects.requireNonNull(seen.get(quantity))[0][draw];
        value = value == Double.NEGATIVE_INFINITY ? 0 : value * unit;
      }
      store(quantity, 0, draw, value);
    }
  }

  private void keystone() {
    int until = measuring.yearAfterZero();
    int first = Math.max(1, until - measuring.book().perYear() + 1);
    int from = measuring.machine().zero() + 1;
    most(
        Quantity.KEYSTONE,
        ensemble.keystones(Scenario.base(), measuring.book().sales(), from, first, until));
  }

  private void dominance() {
    most(Quantity.LOOP_DOMINANCE, ensemble.dominance(Scenario.base()));
  }

  /** Keeps of each draw the largest of several values; nothing is less than none. */
  private void most(Quantity quantity, double[][] each) {
    for (int draw = 0; draw < ensemble.draws(); draw++) {
      double most = 0;
      for (double[] values : each) {
        most = Math.max(most, values[draw]);
      }
      store(quantity, 0, draw, most);
    }
  }

  /** The range of a quantity; empty where the machine has it not. */
  Optional<Range> of(Quantity quantity) {
    double[][] all = seen.get(quantity);
    if (all == null) {
      return Optional.empty();
    }
    double[][] quantiles = new double[3][all.length];
    for (int i = 0; i < all.length; i++) {
      double[] sorted = Arrays.stream(all[i]).filter(v -> !Double.isNaN(v)).sorted().toArray();
      quantiles[0][i] = Ensemble.quantile(sorted, 0.05);
      quantiles[1][i] = Ensemble.quantile(sorted, 0.5);
      quantiles[2][i] = Ensemble.quantile(sorted, 0.95);
    }
    double[] last =
        all[
            IntStream.range(0, all.length)
                .filter(i -> Arrays.stream(all[i]).anyMatch(Double::isFinite))
                .max()
                .orElse(0)];
    return Optional.of(
        new Range(
            quantiles[0],
            quantiles[1],
            quantiles[2],
            share(last, Double::isFinite),
            share(last, v -> v == Double.NEGATIVE_INFINITY),
            share(last, v -> v == Double.POSITIVE_INFINITY),
            ensemble.draws()));
  }

  private static double share(double[] values, DoublePredicate which) {
    return (double) Arrays.stream(values).filter(which).count() / values.length;
  }
}
