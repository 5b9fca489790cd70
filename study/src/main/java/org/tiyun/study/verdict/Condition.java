package org.tiyun.study.verdict;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tiyun.engine.Run;

/**
 * One condition of an outcome: a measure of a future against a number.
 *
 * @param group conditions of one outcome and group must all hold; groups are alternatives
 * @param variable position in the model; -1 for measures of failures
 * @param firms whose failures count, for {@link Measure#FAILED}
 * @param from first period, {@code to} last period looked at
 * @param over periods of a {@link Measure#FALL}
 * @param line of verdict.csv
 */
public record Condition(
    Outcome outcome,
    String group,
    Measure measure,
    int variable,
    Set<String> firms,
    int from,
    int to,
    int over,
    Test test,
    double than,
    int line) {

  /** What is measured. */
  public enum Measure {
    /** Value in the last period. */
    LAST(true),
    MEAN(true),
    HIGHEST(true),
    LOWEST(true),
    /** Value in the last period over that in the first. */
    GROWTH(true),
    /** Largest fall within a number of periods, as a share of where it fell from. */
    FALL(true),
    /** How many of the firms fail. */
    FAILED(false),
    /** Sum of contracts cancelled. */
    CANCELLED(false);

    private final boolean ofVariable;

    Measure(boolean ofVariable) {
      this.ofVariable = ofVariable;
    }

    boolean ofVariable() {
      return ofVariable;
    }

    static Optional<Measure> of(String word) {
      for (Measure measure : values()) {
        if (measure.word().equals(word)) {
          return Optional.of(measure);
        }
      }
      return Optional.empty();
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How a measure is held against the number. */
  public enum Test {
    AT_LEAST(">="),
    BELOW("<");

    private final String sign;

    Test(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }

    static Optional<Test> of(String sign) {
      return List.of(values()).stream().filter(t -> t.sign.equals(sign)).findFirst();
    }
  }

  /** What a condition sees of a future. */
  public interface Sight {
    /** Values of a variable by period from 0. */
    double[] values(int variable);

    List<Run.Happening> failures();

    String firm(Run.Happening happening);

    List<Run.Happening> cancellations();
  }

  public boolean holds(Sight sight) {
    double measured = measured(sight);
    return switch (test) {
      case AT_LEAST -> measured >= than;
      case BELOW -> measured < than;
    };
  }

  /** The measure of a future; NaN where the future broke off, and then no condition holds. */
  public double measured(Sight sight) {
    return switch (measure) {
      case FAILED ->
          sight.failures().stream()
              .filter(h -> within(h) && firms.contains(sight.firm(h)))
              .map(sight::firm)
              .distinct()
              .count();
      case CANCELLED ->
          sight.cancellations().stream()
              .filter(this::within)
              .mapToDouble(Run.Happening::amount)
              .sum();
      case LAST -> sight.values(variable)[to];
      case GROWTH -> sight.values(variable)[to] / sight.values(variable)[from];
      case MEAN -> fold(sight.values(variable), 0, Double::sum) / (to - from + 1);
      case HIGHEST -> fold(sight.values(variable), Double.NEGATIVE_INFINITY, Math::max);
      case LOWEST -> fold(sight.values(variable), Double.POSITIVE_INFINITY, Math::min);
      case FALL -> fall(sight.values(variable));
    };
  }

  private boolean within(Run.Happening happening) {
    return happening.period() >= from && happening.period() <= to;
  }

  private double fold(double[] values, double start, java.util.function.DoubleBinaryOperator with) {
    double sum = start;
    for (int t = from; t <= to; t++) {
      sum = with.applyAsDouble(sum, values[t]);
    }
    return sum;
  }

  private double fall(double[] values) {
    double largest = 0;
    for (int t = from; t + 1 <= to; t++) {
      for (int later = t + 1; later <= Math.min(to, t + over); later++) {
        if (values[t] > 0) {
          largest = Math.max(largest, 1 - values[later] / values[t]);
        }
      }
    }
    return largest;
  }
}
