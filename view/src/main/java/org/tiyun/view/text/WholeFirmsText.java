package org.tiyun.view.text;

import java.util.List;
import java.util.stream.Collectors;
import org.tiyun.circuit.matrix.FlowMatrix;
import org.tiyun.circuit.matrix.WholeFirms;
import org.tiyun.ledger.Ledger;
import org.tiyun.ledger.Names;
import org.tiyun.words.Words;

/** Which firms stand in the circle as a whole, and which could not for want of their revenue. */
final class WholeFirmsText {
  private WholeFirmsText() {}

  static String note(Ledger ledger, FlowMatrix matrix, Names names, Words words) {
    return words.say(
            "view.boundary.whole",
            "whole",
            list(WholeFirms.whole(ledger, matrix), names, words),
            "part",
            list(WholeFirms.missing(ledger, matrix), names, words))
        + "\n";
  }

  private static String list(List<String> ids, Names names, Words words) {
    return ids.isEmpty()
        ? words.text("view.list.none")
        : ids.stream()
            .map(id -> names.name(id, words))
            .collect(Collectors.joining(words.text("view.list.comma")));
  }
}
