package org.tiyun.view.text;

import org.tiyun.circuit.Circuit;
import org.tiyun.circuit.Explained;
import org.tiyun.ledger.Grade;
import org.tiyun.ledger.Names;
import org.tiyun.ledger.Source;
import org.tiyun.words.Words;

/** A figure with the rows it rests on, for a person. */
public final class ExplainedText {
  private static final int ROWS = 25;

  private final Words words;
  private final Figures figures;

  public ExplainedText(Words words) {
    this.words = words;
    this.figures = new Figures(words.lang());
  }

  /**
   * @param name as it was asked for
   */
  public String of(Circuit circuit, String name, Explained figure) {
    Names names = Names.of(circuit.ledger());
    StringBuilder out = new StringBuilder();
    out.append(
            words.say(
                "view.explained.title",
                "figure",
                name,
                "value",
                said(figure, figure.value()),
                "rows",
                figure.parts().size(),
                "grade",
                figure.weakestGrade().map(Grade::name).orElse("?")))
        .append("\n\n");
    TextTable table = new TextTable(2);
    table.row(
        words.text("view.accounts.row"),
        words.text("report.evidence.who"),
        words.text("report.evidence.amount"),
        words.text("view.explained.part"),
        words.text("report.evidence.grade"),
        words.text("report.evidence.source"));
    for (Explained.Part part : figure.parts().stream().limit(ROWS).toList()) {
      table.row(
          part.row().file() + ":" + part.row().line(),
          names.name(part.payer(), words) + " > " + names.name(part.payee(), words),
          figures.money(part.amount()),
          said(figure, part.contribution()),
          part.grade().name(),
          part.source().map(Source::publisher).orElse(""));
    }
    out.append(table.text());
    if (figure.parts().size() > ROWS) {
      out.append(words.say("view.cascade.more", "count", figure.parts().size() - ROWS))
          .append('\n');
    }
    return out.toString();
  }

  private String said(Explained figure, double value) {
    return figure.unit().equals("share") ? figures.percent(value) : figures.money(value);
  }
}
