package org.tiyun.view.json;

import java.util.Locale;
import org.tiyun.circuit.accounts.Accounts;
import org.tiyun.circuit.accounts.Reconstructions;
import org.tiyun.circuit.matrix.Conflict;
import org.tiyun.ledger.FlowCell;
import org.tiyun.ledger.Ledger;
import org.tiyun.ledger.Source;

/** The answer of {@code tiyun accounts} for programs; fields as in docs/machine-output.md. */
public final class AccountsJson {
  private AccountsJson() {}

  public static String of(Ledger ledger, Accounts accounts) {
    return JsonObject.text(out -> {
      out.put("ledger", l -> l.put("id", ledger.id()).put("hash", ledger.hash()));
      out.put("year", accounts.year()).put("unit", "usd_b");
      out.put("boundary", accounts.boundary().key()).put("draws", accounts.draws());
      out.put("method", accounts.method().key());
      out.objects("cells", accounts.cells(), AccountsJson::line);
      out.objects("conflicts", accounts.conflicts(), AccountsJson::conflict);
      out.put("residual", accounts.residual());
      out.put("unknown", u -> unknown(u, accounts.compared()));
    });
  }

  private static void unknown(JsonObject out, Reconstructions compared) {
    out.put("cells", compared.unknown()).put("usd_b", compared.money());
    out.objects(
        "methods",
        compared.columns(),
        (o, column) -> {
          o.put("method", column.method().key());
          o.put("cells_used", column.used()).put("beyond_stated_range", column.beyond());
          o.put("residual", column.residual());
          o.put(
              "figures",
              f ->
                  column
                      .figures()
                      .forEach((name, value) ->
                          f.put(
                              name,
                              v ->
                                  v.put("value", value)
                                      .put("least", column.least().getOrDefault(name, value))
                                      .put("most", column.most().getOrDefault(name, value)))));
        });
  }

  private static void line(JsonObject out, Accounts.Line line) {
    FlowCell cell = line.cell().cell();
    out.put("payer", cell.payer()).put("payee", cell.payee()).put("kind", cell.kind());
    out.put("value", line.cell().value());
    out.put("low", line.band().low()).put("high", line.band().high());
    out.put("basis", cell.basis().name().toLowerCase(Locale.ROOT));
    out.put("grade", cell.grade().name());
    out.put(
        "stated",
        o -> o.put("value", cell.value()).put("low", cell.low()).put("high", cell.high()));
    line.possible()
        .ifPresent(p -> out.put("possible", o -> o.put("low", p.low()).put("high", p.high())));
    out.put("file", cell.row().file()).put("line", cell.row().line());
    cell.source().flatMap(Source::url).ifPresent(url -> out.put("source", url));
  }

  private static void conflict(JsonObject out, Conflict conflict) {
    out.put("subject", conflict.subject());
    out.put("stated", conflict.stated()).put("reached", conflict.reached());
    out.put("difference", conflict.reached() - conflict.stated());
    out.put("strain", conflict.strain()).put("grade", conflict.grade().name());
    out.put("file", conflict.row().file()).put("line", conflict.row().line());
  }
}
