package org.tiyun.view.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.study.run.BatchRun;
import org.tiyun.study.run.BatchSummary;
import org.tiyun.words.Words;

/** The answer of {@code tiyun run --draws} for a person at a terminal. */
public final class BatchText {
  private final Words words;
  private final Figures figures;

  public BatchText(Words words) {
    this.words = words;
    this.figures = new Figures(words.lang());
  }

  /** What was drawn, and for each variable the paths between which so many futures lie. */
  public String of(BatchSummary summary, String version) {
    BatchRun batch = summary.batch();
    CheckedModel model = batch.opened().model();
    StringBuilder out = new StringBuilder();
    out.append(model.id()).append('@').append(model.hash());
    batch.opened().ledger().ifPresent(l -> out.append("  " + l.id() + "@" + l.hash()));
    out.append(batch.scenario().id().isEmpty() ? "" : "  " + batch.scenario().id());
    out.append("  ")
        .append(
            words.say(
                "view.batch.head",
                "draws",
                figures.count(summary.result().paths()),
                "seed",
                batch.request().seed(),
                "version",
                version,
                "inputs",
                summary.result().drawn().size(),
                "streams",
                model.streams().size()))
        .append("\n\n")
        .append(table(summary))
        .append('\n');
    String error = String.format(Locale.ROOT, "%.2g", 100 * summary.rankError());
    line(out, summary.rankError() == 0 ? "view.batch.exact" : "view.batch.close", "error", error);
    line(out, "view.batch.mean.note");
    if (summary.result().failed() > 0) {
      line(out, "view.batch.failed", "failed", figures.count(summary.result().failed()));
      summary.failure().ifPresent(f -> out.append(new FindingText(words, Style.PLAIN).of(f)));
    }
    line(
        out,
        "view.run.audit",
        "residual",
        String.format(Locale.ROOT, "%.1e", summary.result().largestRelativeResidual()));
    return out.toString();
  }

  private String table(BatchSummary summary) {
    BatchRun batch = summary.batch();
    CheckedModel model = batch.opened().model();
    List<Integer> periods = RunText.shown(model, batch.periods());
    TextTable table = new TextTable(1);
    List<String> head = new ArrayList<>(List.of("", ""));
    periods.forEach(p -> head.add(model.calendar().label(p)));
    table.row(head);
    RunText names = new RunText(words, batch.opened());
    for (int k = 0; k < batch.variables().size(); k++) {
      String name = names.label(model.variables().get(batch.variables().get(k)));
      for (int s = 0; s < BatchSummary.SHARES.size(); s++) {
        List<String> row = new ArrayList<>();
        row.add(s == 0 ? name : "");
        row.add(Math.round(BatchSummary.SHARES.get(s) * 100) + "%");
        for (int p : periods) {
          row.add(figures.number(summary.quantiles()[k][p][s]));
        }
        table.row(row);
      }
      List<String> mean = new ArrayList<>(List.of("", words.text("view.batch.mean")));
      for (int p : periods) {
        mean.add(figures.number(summary.means()[k][p]));
      }
      table.row(mean);
    }
    return table.text();
  }

  private void line(StringBuilder out, String key, Object... values) {
    out.append(words.say(key, values)).append('\n');
  }
}
