package org.tiyun.study.twin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tiyun.engine.BatchRequest;
import org.tiyun.engine.Engine;
import org.tiyun.engine.LatinHypercube;
import org.tiyun.engine.Path;
import org.tiyun.engine.Points;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.Scenario;
import org.tiyun.language.model.SwitchRule;
import org.tiyun.study.brake.Limits;
import org.tiyun.study.brake.LimitsOverDraws;
import org.tiyun.study.brake.LossBook;
import org.tiyun.study.quantity.CircleYear;
import org.tiyun.study.quantity.Quantity;
import org.tiyun.study.roles.Role;
import org.tiyun.study.twin.TwinResult.Range;

/**
 * The eighteen quantities of one machine over draws of its uncertain parameters: the points of a
 * Latin hypercube, the same that {@code tiyun verdict} uses for that number and seed.
 */
final class Ranges {
  private static final int CHUNK = 128;
  private static final double FINE = 0.004;

  private final Measuring measuring;
  private final Map<Quantity, int[]> firms;
  private final List<Integer> years;
  private final int draws;
  private final List<Integer> inputs;
  private final double[][] rows;
  private final List<Integer> outputs;
  private final LossBook losses;
  private final Map<Quantity, double[][]> seen = new EnumMap<>(Quantity.class);
  private final double[][] stocks;

  /**
   * @param firms the quantities that the machine has, and of whom
   */
  Ranges(Measuring measuring, Map<Quantity, int[]> firms, List<Integer> years, int draws) {
    this.measuring = measuring;
    this.firms = firms;
    this.years = years;
    this.draws = draws;
    Machine machine = measuring.machine();
    this.inputs = LatinHypercube.inputs(machine.opened().model());
    this.rows = LatinHypercube.rows(machine.opened().model(), inputs, draws, machine.seed());
    Set<Integer> needed = new LinkedHashSet<>(measuring.book().needed());
    needed.addAll(measuring.alsoNeeded());
    measuring.roles().variables(Role.BENDING).forEach(v -> needed.add(v.id()));
    this.outputs = List.copyOf(needed);
    this.losses = LossBook.of(machine.opened().model());
    this.stocks = new double[draws][];
    firms.keySet().forEach(q -> seen.put(q, new double[q.overTime() ? years.size() : 1][draws]));
    futures();
    solved();
    if (firms.containsKey(Quantity.KEYSTONE)) {
      keystone();
    }
    if (firms.containsKey(Quantity.LOOP_DOMINANCE)) {
      dominance();
    }
  }

  /** Runs the futures, some at a time, and reads the quantities on all cores. */
  private void futures() {
    List<Path> chunk = new ArrayList<>();
    Engine.batch(
        measuring.machine().plan(),
        request(outputs, Scenario.base()),
        path -> {
          chunk.add(path);
          if (chunk.size() == CHUNK) {
            read(chunk);
          }
        });
    read(chunk);
  }

  private BatchRequest request(List<Integer> wanted, Scenario scenario) {
    return BatchRequest.of(draws, measuring.machine().seed(), wanted)
        .scenario(scenario)
        .points(Points.of(inputs, rows));
  }

  private void read(List<Path> chunk) {
    chunk.parallelStream().forEach(this::read);
    chunk.clear();
  }

  private void read(Path path) {
    int draw = (int) path.number();
    boolean sound = path.failure().isEmpty();
    double[][] values = byVariable(path);
    stocks[draw] = measuring.stock(values);
    int last = measuring.machine().base().run().periods();
    for (int i = 0; i < years.size(); i++) {
      int period = measuring.period(years.get(i));
      CircleYear year =
          period < 1 || !sound
              ? null
              : new CircleYear(
                  measuring.book(), values, input -> input(draw, input, period), period, last);
      for (Map.Entry<Quantity, int[]> each : firms.entrySet()) {
        if (each.getKey().overTime()) {
          store(
              each.getKey(),
              i,
              draw,
              year == null ? Double.NaN : year.of(each.getKey(), each.getValue()));
        }
      }
    }
    if (firms.containsKey(Quantity.TIME_TO_FIRST_FAILURE)) {
      double when = measuring.firstFailure(path.events()).value();
      // Who does not fail, fails later than all who do.
      store(
          Quantity.TIME_TO_FIRST_FAILURE,
          0,
          draw,
          Double.isNaN(when) ? Double.POSITIVE_INFINITY : when);
    }
    if (firms.containsKey(Quantity.CASCADE_LOSS)) {
      store(
          Quantity.CASCADE_LOSS,
          0,
          draw,
          sound ? losses.losses(values).total() / measuring.built(values) : Double.NaN);
    }
    if (firms.containsKey(Quantity.BACKSTOP_BILL)) {
      // Kept until the fund is known: what a fund of 1 is in the unit of the answer.
      store(Quantity.BACKSTOP_BILL, 0, draw, sound ? measuring.bill(1, values) : Double.NaN);
    }
  }

  private double input(int draw, int input, int period) {
    int at = inputs.indexOf(input);
    return at >= 0 ? rows[draw][at] : measuring.machine().base().run().inputs()[input][period];
  }

  private double[][] byVariable(Path path) {
    double[][] values = new double[measuring.machine().opened().model().variables().size()][];
    for (int k = 0; k < outputs.size(); k++) {
      values[outputs.get(k)] = path.values()[k];
    }
    return values;
  }

  private void store(Quantity quantity, int at, int draw, double value) {
    java.util.Objects.requireNonNull(seen.get(quantity))[at][draw] =
        quantity == Quantity.RUNWAY && Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
  }

  private void solved() {
    LimitsOverDraws over =
        new LimitsOverDraws(
            measuring.machine().plan(),
            measuring.roles(),
            inputs,
            rows,
            measuring.machine().seed());
    Limits limits = measuring.limits();
    solved(over, Quantity.MINIMUM_EXTERNAL_REVENUE, limits.revenueQuestion(Scenario.base()));
    solved(over, Quantity.STALL_SPEED, limits.stallQuestion(Scenario.base()));
    solved(over, Quantity.BACKSTOP_BILL, limits.backstopQuestion(Scenario.base()));
  }

  private void solved(LimitsOverDraws over, Quantity quantity, Optional<Limits.Question> question) {
    if (!firms.containsKey(quantity) || question.isEmpty()) {
      return;
    }
    double width = question.get().high() - question.get().low();
    double[] found = over.of(question.get(), FINE * width);
    for (int draw = 0; draw < draws; draw++) {
      double value = found[draw];
      if (quantity == Quantity.STALL_SPEED && Double.isFinite(value)) {
        value = measuring.yearly(value);
      }
      if (quantity == Quantity.BACKSTOP_BILL) {
        double unit = java.util.Objects.requireNonNull(seen.get(quantity))[0][draw];
        value = value == Double.NEGATIVE_INFINITY ? 0 : value * unit;
      }
      store(quantity, 0, draw, value);
    }
  }

  private void keystone() {
    int until = measuring.yearAfterZero();
    double[] before = sales(Scenario.base(), until);
    double[] most = new double[draws];
    for (Input funder : measuring.funders()) {
      double[] after = sales(Measuring.with(funder.id(), 0, measuring.machine().zero() + 1), until);
      Arrays.setAll(most, i -> Math.max(most[i], 1 - after[i] / before[i]));
    }
    for (int draw = 0; draw < draws; draw++) {
      store(Quantity.KEYSTONE, 0, draw, most[draw]);
    }
  }

  private double[] sales(Scenario scenario, int until) {
    double[] sales = new double[draws];
    Engine.batch(
        measuring.machine().plan(),
        request(outputs, scenario).until(until),
        path ->
            sales[(int) path.number()] =
                new CircleYear(measuring.book(), byVariable(path), input -> 0, until, until)
                    .sales());
    return sales;
  }

  private void dominance() {
    double[] total = new double[draws];
    double[] most = new double[draws];
    List<Integer> stock =
        measuring.roles().variables(Role.BENDING).stream().map(v -> v.id()).toList();
    for (SwitchRule rule : measuring.machine().opened().model().switches()) {
      Input input = measuring.machine().opened().model().inputs().get(rule.input());
      Engine.batch(
          measuring.machine().plan(),
          request(stock, Measuring.with(input.id(), Measuring.turned(input), 0)),
          path -> {
            int draw = (int) path.number();
            double[] sums = new double[stocks[draw].length];
            for (double[] values : path.values()) {
              Arrays.setAll(sums, t -> sums[t] + values[t]);
            }
            double bend = Measuring.bend(stocks[draw], sums);
            total[draw] += bend;
            most[draw] = Math.max(most[draw], bend);
          });
    }
    for (int draw = 0; draw < draws; draw++) {
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
            draws));
  }

  private static double share(double[] values, java.util.function.DoublePredicate which) {
    return (double) Arrays.stream(values).filter(which).count() / values.length;
  }

  private static double quantile(double[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }
}
