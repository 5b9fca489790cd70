package org.tiyun.view.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tiyun.circuit.cascade.Cascade;
import org.tiyun.words.Words;

/** The answer of {@code tiyun cascade} for a person: who fails in which round, and who loses. */
public final class CascadeText {
  private static final int ROWS = 30;

  private final Words words;
  private final Figures figures;

  public CascadeText(Words words) {
    this.words = words;
    this.figures = new Figures(words.lang());
  }

  /**
   * @param keystones by party, where they were asked for
   */
  public String of(Cascade cascade, Optional<double[]> keystones) {
    StringBuilder out = new StringBuilder();
    line(out, "view.cascade.method." + cascade.method().key());
    List<Cascade.Default> failed = cascade.defaults();
    if (failed.isEmpty()) {
      line(out, "view.cascade.nobody");
    } else {
      line(
          out,
          cascade.method() == Cascade.Method.FULL_PAYMENT
              ? "view.cascade.stuck"
              : "view.cascade.failed",
          "count",
          failed.size(),
          "of",
          cascade.sheets().size(),
          "list",
          failed.stream()
              .limit(ROWS)
              .map(f -> words.say("view.cascade.who", "node", f.party(), "round", f.round()))
              .collect(Collectors.joining(words.text("view.list.comma"))));
    }
    line(
        out,
        "view.cascade.loss",
        "total",
        figures.number(cascade.loss()),
        "outside",
        figures.number(cascade.lossOutside()));
    out.append('\n').append(table(cascade, keystones));
    if (cascade.sheets().size() > ROWS) {
      line(out, "view.cascade.more", "count", cascade.sheets().size() - ROWS);
    }
    keystones.ifPresent(_ -> line(out, "view.cascade.keystone.note"));
    return out.toString();
  }

  private String table(Cascade cascade, Optional<double[]> keystones) {
    List<String> parties = cascade.sheets().parties();
    Map<String, Integer> round = new HashMap<>();
    cascade.defaults().forEach(f -> round.put(f.party(), f.round()));
    TextTable table = new TextTable(1);
    table.row(
        words.text("view.cascade.node"),
        words.text("view.cascade.owes"),
        words.text(cascade.method().clears() ? "view.cascade.pays" : "view.cascade.worth"),
        words.text("view.cascade.equity"),
        words.text("view.cascade.stress"),
        words.text("view.cascade.loses"),
        words.text("view.cascade.round"),
        keystones.isPresent() ? words.text("view.cascade.keystone") : "");
    double[] inside = cascade.sheets().debtsInside();
    List<Integer> order =
        IntStream.range(0, parties.size())
            .boxed()
            .sorted((a, b) -> Double.compare(cascade.lossByHolder()[b], cascade.lossByHolder()[a]))
            .limit(ROWS)
            .toList();
    for (int i : order) {
      table.row(
          parties.get(i),
          figures.number(inside[i] + cascade.sheets().externalLiabilities()[i]),
          figures.number(cascade.payment()[i]),
          figures.number(cascade.equity()[i]),
          figures.percent(cascade.stress()[i]),
          figures.number(cascade.lossByHolder()[i]),
          round.containsKey(parties.get(i)) ? String.valueOf(round.get(parties.get(i))) : "",
          keystones.map(k -> figures.number(k[i])).orElse(""));
    }
    return table.text();
  }

  private void line(StringBuilder out, String key, Object... values) {
    out.append(words.say(key, values)).append('\n');
  }
}
