package org.tiyun.view.json;

import java.util.Locale;
import org.tiyun.circuit.Explained;
import org.tiyun.ledger.Grade;
import org.tiyun.ledger.Source;

/** A figure with the rows it rests on, for programs. */
public final class ExplainedJson {
  private ExplainedJson() {}

  /**
   * @param name as it was asked for
   */
  public static String of(String name, Explained figure) {
    return JsonObject.text(out -> {
      out.put("figure", name).put("value", figure.value()).put("unit", figure.unit());
      out.put("weakest_grade", figure.weakestGrade().map(Grade::name));
      out.objects("rows", figure.parts(), ExplainedJson::part);
    });
  }

  private static void part(JsonObject out, Explained.Part part) {
    out.put("file", part.row().file()).put("line", part.row().line());
    out.put("key", part.row().key());
    out.put("payer", part.payer()).put("payee", part.payee());
    out.put("amount_usd_b", part.amount()).put("contribution", part.contribution());
    out.put("grade", part.grade().name());
    out.put("basis", part.basis().map(basis -> basis.name().toLowerCase(Locale.ROOT)));
    out.put("source", part.source().flatMap(Source::url));
  }
}
