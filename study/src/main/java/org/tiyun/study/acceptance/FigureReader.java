package org.tiyun.study.acceptance;

import java.util.List;
import java.util.OptionalInt;
import org.tiyun.engine.Run;
import org.tiyun.language.model.Calendar;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.run.EventLine;
import org.tiyun.study.run.ModelRun;
import org.tiyun.study.run.Outputs;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/** Takes one figure from one run. */
final class FigureReader {
  private final ModelRun answer;
  private final AcceptanceRow row;
  private final Calendar calendar;

  FigureReader(ModelRun answer, AcceptanceRow row) {
    this.answer = answer;
    this.row = row;
    this.calendar = answer.run().model().calendar();
  }

  /**
   * The figure.
   *
   * @throws Failure E0672 no such variable or event; E0673 no such period; E0674 no such series
   */
  double value() {
    Measure measure = row.measure();
    if (measure.naive() || measure.error()) {
      return error(answer.opened());
    }
    int to = period(row.to(), "to");
    int from = measure.needsFrom() ? period(row.from(), "from") : to;
    if (measure.ofEvents()) {
      return ofEvents(from, to);
    }
    double[] values = values();
    return switch (measure) {
      case SUM -> sum(values, from, to);
      case MEAN -> sum(values, from, to) / (to - from + 1);
      case CHANGE -> values[to] - values[from];
      case RATIO -> values[from] == 0 ? Double.NaN : values[to] / values[from];
      default -> values[to];
    };
  }

  private double error(OpenModel opened) {
    PastSeries past = PastSeries.of(opened, row);
    int first = year(row.from(), "from");
    int last = year(row.to(), "to");
    if (row.measure().naive()) {
      return past.naiveError(row.measure(), first, last);
    }
    double[] values = values();
    return past.error(
        first,
        last,
        year -> {
          int end = period(year + (calendar.step() == Calendar.Step.QUARTER ? "Q4" : ""), "to");
          boolean stock = row.measure() == Measure.ERROR_OF_STOCK;
          return stock || calendar.step() != Calendar.Step.QUARTER
              ? values[end]
              : sum(values, end - 3, end);
        });
  }

  private double ofEvents(int from, int to) {
    if (answer.run().model().events().stream()
        .noneMatch(e -> e.name().base().equals(row.subject()))) {
      throw unknown();
    }
    List<EventLine> found =
        answer.events().stream()
            .filter(e -> e.kind().equals(row.subject()) && e.index() >= from && e.index() <= to)
            .toList();
    return switch (row.measure()) {
      case EVENTS -> found.size();
      case STRUCK -> found.stream().map(EventLine::entity).distinct().count();
      default -> found.isEmpty() ? Double.NaN : calendar.year(found.get(0).index());
    };
  }

  private double[] values() {
    Run run = answer.run();
    List<Integer> found;
    try {
      found = Outputs.named(answer.opened(), List.of(row.subject()));
    } catch (Failure failure) {
      throw unknown();
    }
    double[] total = new double[run.periods() + 1];
    for (int variable : found) {
      for (int i = 0; i < total.length; i++) {
        total[i] += run.values()[variable][i];
      }
    }
    return total;
  }

  private Failure unknown() {
    return new Failure(
        Finding.error("E0672", row.place())
            .with("subject", row.subject())
            .with("model", answer.run().model().id()));
  }

  private int period(String label, String column) {
    OptionalInt period = calendar.period(label);
    if (period.isEmpty() || period.getAsInt() < 0 || period.getAsInt() > answer.run().periods()) {
      throw new Failure(
          Finding.error("E0673", row.place()).with("period", label).with("column", column));
    }
    return period.getAsInt();
  }

  private int year(String label, String column) {
    if (!label.matches("\\d{4}")) {
      throw new Failure(
          Finding.error("E0673", row.place()).with("period", label).with("column", column));
    }
    return Integer.parseInt(label);
  }

  private static double sum(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i <= to; i++) {
      sum += values[i];
    }
    return sum;
  }
}
