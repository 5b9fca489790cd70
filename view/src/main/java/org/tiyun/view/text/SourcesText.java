package org.tiyun.view.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tiyun.language.model.Origin;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.sources.Sources;
import org.tiyun.words.Words;

/** The answer of {@code tiyun sources} for a person: numbers by what stands behind them. */
public final class SourcesText {
  private static final int WIDTH = 98;
  private static final String INDENT = "      ";

  private final Words words;
  private final Figures figures;

  public SourcesText(Words words) {
    this.words = words;
    this.figures = new Figures(words.lang());
  }

  public String of(OpenModel opened, Sources sources) {
    StringBuilder out = new StringBuilder();
    out.append(opened.model().id()).append('@').append(opened.model().hash());
    opened.ledger().ifPresent(l -> out.append("  ").append(l.id()).append('@').append(l.hash()));
    out.append("\n\n");
    return out.append(tables(opened, sources)).toString();
  }

  /** The numbers alone, by what stands behind them. */
  String tables(OpenModel opened, Sources sources) {
    StringBuilder out = new StringBuilder();
    for (Map.Entry<Sources.Kind, Integer> count : sources.counts().entrySet()) {
      if (count.getValue() > 0) {
        String key = "view.sources." + count.getKey().name().toLowerCase(Locale.ROOT);
        out.append(words.say(key, "count", figures.count(count.getValue()))).append('\n');
        out.append(table(opened, sources, count.getKey())).append('\n');
      }
    }
    return out.toString();
  }

  private String table(OpenModel opened, Sources sources, Sources.Kind kind) {
    TextTable table = new TextTable(6);
    Optional<String> open = Optional.empty();
    for (Sources.Figure f : sources.numbers()) {
      if (f.kind() != kind) {
        continue;
      }
      Optional<String> said = f.rows().isEmpty() ? f.said() : Optional.empty();
      if (!said.equals(open)) {
        open.ifPresent(text -> says(table, opened, text));
        open = said;
      }
      table.row(
          "  " + f.name(),
          figures.number(f.value()) + f.unit().map(u -> " " + figures.unit(u, words)).orElse(""),
          range(f),
          f.draws().isPresent() ? words.text("view.sources.drawn") : "",
          f.grade().orElse(""),
          rows(f));
    }
    open.ifPresent(text -> says(table, opened, text));
    return table.text();
  }

  /** What is said of the numbers above, once for all of which the same is said. */
  private void says(TextTable table, OpenModel opened, String said) {
    String text = opened.terms().source(said, words.lang());
    Columns.lines(text, WIDTH - INDENT.length()).forEach(line -> table.heading(INDENT + line));
  }

  private String range(Sources.Figure f) {
    Optional<String> range =
        f.low()
            .flatMap(
                low -> f.high().map(high -> figures.number(low) + ".." + figures.number(high)));
    return range.orElse("");
  }

  private static String rows(Sources.Figure f) {
    List<Origin.Row> rows = f.rows();
    if (rows.isEmpty()) {
      return "";
    }
    Origin.Row first = rows.get(0);
    String more = rows.size() > 1 ? " +" + (rows.size() - 1) : "";
    return first.file() + ":" + first.line() + " " + first.key() + more;
  }
}
