package org.tiyun.study.twin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.tiyun.engine.Path;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.Scenario;
import org.tiyun.language.model.SwitchRule;
import org.tiyun.study.brake.Limits;
import org.tiyun.study.brake.LimitsOverDraws;
import org.tiyun.study.circle.Sum;
import org.tiyun.study.circle.Year;
import org.tiyun.study.quantity.Keystone;
import org.tiyun.study.quantity.LoopDominance;
import org.tiyun.study.quantity.Quantity;
import org.tiyun.study.twin.TwinResult.Range;

/** The eighteen quantities of one machine over draws of its uncertain parameters. */
final class Ranges {
  private static final int CHUNK = 128;
  private static final double FINE = 0.004;

  private final Measuring measuring;
  private final Map<Quantity, int[]> firms;
  private final List<Integer> years;
  private final Draws draws;
  private final List<Integer> outputs;
  private final List<Integer> stock;
  private final Map<Quantity, double[][]> seen = new EnumMap<>(Quantity.class);
  private final double[][] stocks;

  /**
   * @param firms the quantities that the machine has, and of whom
   */
  Ranges(Measuring measuring, Map<Quantity, int[]> firms, List<Integer> years, Draws draws) {
    this.measuring = measuring;
    this.firms = firms;
    this.years = years;
    this.draws = draws;
    Set<Integer> needed = new LinkedHashSet<>(measuring.book().needed());
    needed.addAll(measuring.alsoNeeded());
    this.outputs = List.copyOf(needed);
    this.stock = LoopDominance.stock(measuring.roles());
    this.stocks = new double[draws.count()][];
    firms
        .keySet()
        .forEach(q -> seen.put(q, new double[q.overTime() ? years.size() : 1][draws.count()]));
    futures();
    limits();
    if (firms.containsKey(Quantity.KEYSTONE)) {
      keystone();
    }
    if (firms.containsKey(Quantity.LOOP_DOMINANCE)) {
      dominance();
    }
  }

  /** Runs the futures, some at a time, and reads the quantities while the next ones run. */
  private void futures() {
    List<Path> chunk = new ArrayList<>();
    try (ForkJoinPool readers = new ForkJoinPool(draws.threads())) {
      draws.run(
          outputs,
          Scenario.base(),
          OptionalInt.empty(),
          path -> {
            chunk.add(path);
            if (chunk.size() == CHUNK) {
              read(readers, chunk);
            }
          });
      read(readers, chunk);
    }
  }

  private void read(ForkJoinPool readers, List<Path> chunk) {
    readers.submit(() -> chunk.parallelStream().forEach(this::read)).join();
    chunk.clear();
  }

  private void read(Path path) {
    int draw = (int) path.number();
    boolean sound = path.failure().isEmpty();
    double[][] values = new double[measuring.machine().opened().model().variables().size()][];
    for (int k = 0; k < outputs.size(); k++) {
      values[outputs.get(k)] = path.values()[k];
    }
    stocks[draw] = LoopDominance.sum(stock.stream().map(id -> values[id]).toArray(double[][]::new));
    int last = measuring.machine().base().run().periods();
    for (int i = 0; i < years.size(); i++) {
      int period = measuring.machine().period(years.get(i));
      boolean known = sound && period >= 1;
      Year year =
          new Year(
              measuring.book(),
              values,
              input -> draws.input(draw, input, period),
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
    LimitsOverDraws over =
        new LimitsOverDraws(
            draws.machine().plan(),
            measuring.roles(),
            draws.inputs(),
            draws.rows(),
            draws.machine().seed(),
            draws.threads());
    Limits limits = measuring.limits();
    limit(over, Quantity.MINIMUM_EXTERNAL_REVENUE, limits.revenueQuestion(Scenario.base()));
    limit(over, Quantity.STALL_SPEED, limits.stallQuestion(Scenario.base()));
    limit(over, Quantity.BACKSTOP_BILL, limits.backstopQuestion(Scenario.base()));
  }

  private void limit(LimitsOverDraws over, Quantity quantity, Optional<Limits.Question> question) {
    if (!firms.containsKey(quantity) || question.isEmpty()) {
      return;
    }
    double width = question.get().high() - question.get().low();
    double[] found = over.of(question.get(), FINE * width);
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
    double[] before = sales(Scenario.base());
    double[] most = new double[before.length];
    for (Input funder : Keystone.funders(measuring.roles())) {
      double[] after = sales(Scenario.base().with(funder.id(), 0, measuring.machine().zero() + 1));
      Arrays.setAll(most, i -> Math.max(most[i], 1 - after[i] / before[i]));
    }
    for (int draw = 0; draw < most.length; draw++) {
      store(Quantity.KEYSTONE, 0, draw, most[draw]);
    }
  }

  /** Sales of the circle in the year after year 0, by draw. */
  private double[] sales(Scenario scenario) {
    int until = measuring.yearAfterZero();
    int first = Math.max(1, until - measuring.book().perYear() + 1);
    Sum sold = measuring.book().sales();
    double[] sales = new double[draws.count()];
    draws.run(
        Arrays.stream(sold.variables()).boxed().toList(),
        scenario,
        OptionalInt.of(until),
        path -> {
          double sum = 0;
          for (double[] values : path.values()) {
            for (int t = first; t <= until; t++) {
              sum += values[t];
            }
          }
          sales[(int) path.number()] = sum;
        });
    return sales;
  }

  private void dominance() {
    double[] total = new double[draws.count()];
    double[] most = new double[draws.count()];
    for (SwitchRule rule : measuring.machine().opened().model().switches()) {
      Input input = measuring.machine().opened().model().inputs().get(rule.input());
      draws.run(
          stock,
          LoopDominance.turned(Scenario.base(), input),
          OptionalInt.empty(),
          path -> {
            int draw = (int) path.number();
            double bend = LoopDominance.bend(stocks[draw], LoopDominance.sum(path.values()));
            total[draw] += bend;
            most[draw] = Math.max(most[draw], bend);
          });
    }
    for (int draw = 0; draw < total.length; draw++) {
      store(Quantity.LOOP_DOMINANCE, 0, draw, most[draw] / total[draw]);
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
      quantiles[0][i] = quantile(sorted, 0.05);
      quantiles[1][i] = quantile(sorted, 0.5);
      quantiles[2][i] = quantile(sorted, 0.95);
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
            draws.count()));
  }

  private static double share(double[] values, DoublePredicate which) {
    return (double) Arrays.stream(values).filter(which).count() / values.length;
  }

  static double quantile(double[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }
}
