package org.tiyun.study.mechanism;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.tiyun.study.mechanism.MechanismReading.Figure;
import org.tiyun.study.verdict.Outcome;
import org.tiyun.study.verdict.Verdict;
import org.tiyun.study.verdict.Verdict.Decider;

/** What the verdict over many futures says to a mechanism. */
record VerdictFigures(Verdict verdict) {

  /**
   * The figure of a row: {@code futures}; the share of an outcome; {@code failing}, the share of
   * futures with a failure of a key firm; {@code decider} and {@code second}, the inputs that go
   * most with the outcome {@code of}, or as a number by how much; an input's name, its rank
   * correlation with that outcome; {@code holder}, who bears most in the worst twentieth, {@code
   * holder_loss} how much; {@code loss} what the party {@code of} bears there.
   *
   * @throws org.tiyun.words.Failure E0612 for any other
   */
  Figure of(MechanismRow row) {
    return switch (row.what()) {
      case "futures" -> new Figure.Number(verdict.draws());
      case "failing" ->
          new Figure.Share((double) verdict.firstFailures().futures() / verdict.draws());
      case "decider" -> decider(row, 0);
      case "second" -> decider(row, 1);
      case "holder" ->
          holder().<Figure>map(h -> new Figure.Party(h.getKey())).orElseGet(Figure.Nobody::new);
      case "holder_loss" -> new Figure.Money(holder().map(Map.Entry::getValue).orElse(0.0));
      case "loss" -> new Figure.Money(verdict.worst().lossByHolder().getOrDefault(row.of(), 0.0));
      default ->
          outcome(row.what())
              .<Figure>map(o -> new Figure.Share(verdict.share(o)))
              .orElseGet(() -> input(row));
    };
  }

  /** The input that goes most with the outcome, or second most, or how much it does. */
  private Figure decider(MechanismRow row, int place) {
    Outcome outcome = asked(row);
    return verdict.decidedBy().stream()
        .sorted(Comparator.comparingDouble((Decider d) -> -Math.abs(by(d, outcome))))
        .skip(place)
        .findFirst()
        .<Figure>map(d ->
            row.format().equals("number")
                ? new Figure.Number(hundredths(by(d, outcome)))
                : new Figure.Input(d.parameter()))
        .orElseGet(Figure.Nobody::new);
  }

  private Figure input(MechanismRow row) {
    Outcome outcome = asked(row);
    return verdict.decidedBy().stream()
        .filter(d -> d.parameter().equals(row.what()))
        .findFirst()
        .<Figure>map(d -> new Figure.Number(hundredths(by(d, outcome))))
        .orElseThrow(() -> row.unknown(row.what()));
  }

  private static double by(Decider decider, Outcome outcome) {
    return decider.correlations().getOrDefault(outcome, 0.0);
  }

  /** More digits than two of a rank correlation over futures say nothing. */
  private static double hundredths(double value) {
    return Math.round(100 * value) / 100.0;
  }

  private static Outcome asked(MechanismRow row) {
    return outcome(row.of()).orElseThrow(() -> row.unknown(row.of()));
  }

  private Optional<Map.Entry<String, Double>> holder() {
    return verdict.worst().lossByHolder().entrySet().stream().max(Map.Entry.comparingByValue());
  }

  private static Optional<Outcome> outcome(String word) {
    return java.util.Arrays.stream(Outcome.values()).filter(o -> o.word().equals(word)).findFirst();
  }
}
