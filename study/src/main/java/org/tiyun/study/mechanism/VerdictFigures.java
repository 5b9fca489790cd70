package org.tiyun.study.mechanism;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.tiyun.study.mechanism.MechanismReading.Figure;
import org.tiyun.study.verdict.Outcome;
import org.tiyun.study.verdict.Verdict;

/** What the verdict over many futures says to a mechanism. */
record VerdictFigures(Verdict verdict) {

  /**
   * The figure of a row: {@code futures}; the share of an outcome; {@code failing}, the share of
   * futures with a failure of a key firm; {@code decider}, the input that goes most with the
   * outcome {@code of}; {@code holder}, who bears most in the worst twentieth, {@code holder_loss}
   * how much; {@code loss} what the party {@code of} bears there.
   *
   * @throws org.tiyun.words.Failure E0612 for any other
   */
  Figure of(MechanismRow row) {
    return switch (row.what()) {
      case "futures" -> new Figure.Number(verdict.draws());
      case "failing" ->
          new Figure.Share((double) verdict.firstFailures().futures() / verdict.draws());
      case "decider" -> decider(outcome(row.of()).orElseThrow(() -> row.unknown(row.of())));
      case "holder" ->
          holder().<Figure>map(h -> new Figure.Party(h.getKey())).orElseGet(Figure.Nobody::new);
      case "holder_loss" -> new Figure.Money(holder().map(Map.Entry::getValue).orElse(0.0));
      case "loss" -> new Figure.Money(verdict.worst().lossByHolder().getOrDefault(row.of(), 0.0));
      default ->
          new Figure.Share(
              verdict.share(outcome(row.what()).orElseThrow(() -> row.unknown(row.what()))));
    };
  }

  private Figure decider(Outcome outcome) {
    return verdict.decidedBy().stream()
        .max(Comparator.comparingDouble(d -> Math.abs(d.correlations().getOrDefault(outcome, 0.0))))
        .<Figure>map(d -> new Figure.Input(d.parameter()))
        .orElseGet(Figure.Nobody::new);
  }

  private Optional<Map.Entry<String, Double>> holder() {
    return verdict.worst().lossByHolder().entrySet().stream().max(Map.Entry.comparingByValue());
  }

  private static Optional<Outcome> outcome(String word) {
    return java.util.Arrays.stream(Outcome.values()).filter(o -> o.word().equals(word)).findFirst();
  }
}
