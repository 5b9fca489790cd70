package org.tiyun.view.json;

import java.util.Locale;
import org.tiyun.circuit.matrix.BalancedCell;
import org.tiyun.ledger.FlowCell;
import org.tiyun.ledger.Source;

/** The rows that a figure rests on, for programs. */
final class Evidence {
  private Evidence() {}

  /** A cell of the matrix: where its row stands, its amount, and how it is known. */
  static void cell(JsonObject out, BalancedCell balanced) {
    FlowCell cell = balanced.cell();
    out.put("file", cell.row().file()).put("line", cell.row().line());
    out.put("payer", cell.payer()).put("payee", cell.payee()).put("kind", cell.kind());
    out.put("value", balanced.value());
    out.put("basis", cell.basis().name().toLowerCase(Locale.ROOT));
    out.put("grade", cell.grade().name());
    cell.source().flatMap(Source::url).ifPresent(url -> out.put("source", url));
  }
}
