package org.tiyun.language.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.tiyun.language.model.Calendar;
import org.tiyun.language.syntax.Span;
import org.tiyun.language.syntax.Statement;

/** What a model says of itself: its name, the length of a period, and how far it runs. */
record Header(String id, String title, Calendar calendar) {
  private static final int LONGEST = 100_000;
  private static final int USUAL = 50;

  static Header of(List<Statement> statements, Span whole, Report report) {
    Optional<Statement.Model> model = Optional.empty();
    Calendar.Step step = Calendar.Step.PERIOD;
    Optional<Statement.Horizon> horizon = Optional.empty();
    for (Statement statement : statements) {
      switch (statement) {
        case Statement.Model m -> {
          if (model.isPresent()) {
            report.error("E0211", m.span(), "name", "model");
          }
          model = Optional.of(m);
        }
        case Statement.Step s -> step = step(s, report).orElse(step);
        case Statement.Horizon h -> {
          if (horizon.isPresent()) {
            report.error("E0211", h.span(), "name", "horizon");
          }
          horizon = Optional.of(h);
        }
        default -> {}
      }
    }
    if (model.isEmpty() && !report.unread().kinds().contains("model")) {
      report.error("E0238", whole);
    }
    Calendar.Step length = step;
    Calendar calendar =
        horizon
            .map(h -> calendar(h, length, report))
            .orElse(new Calendar(length, OptionalInt.empty(), USUAL));
    return new Header(
        model.map(Statement.Model::name).orElse("model"),
        model.map(Statement.Model::title).orElse(""),
        calendar);
  }

  private static Optional<Calendar.Step> step(Statement.Step s, Report report) {
    for (Calendar.Step known : Calendar.Step.values()) {
      if (known.name().toLowerCase(Locale.ROOT).equals(s.step())) {
        return Optional.of(known);
      }
    }
    report.error("E0257", s.span(), "word", s.step());
    return Optional.empty();
  }

  private static Calendar calendar(Statement.Horizon h, Calendar.Step step, Report report) {
    Calendar undated = new Calendar(step, OptionalInt.empty(), USUAL);
    if (h.first().isEmpty()) {
      OptionalInt periods = undated.period(h.last());
      if (periods.isEmpty() || periods.getAsInt() < 1 || periods.getAsInt() > LONGEST) {
        report.error("E0258", h.span(), "limit", LONGEST);
        return undated;
      }
      return new Calendar(step, OptionalInt.empty(), periods.getAsInt());
    }
    // Counted from the year 0, a label's number is its distance in steps, plus one.
    Calendar zero = new Calendar(step, OptionalInt.of(0), USUAL);
    OptionalInt first = zero.period(h.first().get());
    OptionalInt last = zero.period(h.last());
    boolean sound =
        first.isPresent()
            && last.isPresent()
            && last.getAsInt() >= first.getAsInt()
            && last.getAsInt() - first.getAsInt() < LONGEST;
    if (!sound) {
      report.error("E0258", h.span(), "limit", LONGEST);
      return undated;
    }
    return new Calendar(
        step, OptionalInt.of(first.getAsInt() - 1), last.getAsInt() - first.getAsInt() + 1);
  }
}
