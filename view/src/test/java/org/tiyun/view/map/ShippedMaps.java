package org.tiyun.view.map;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.tiyun.circuit.Circuit;
import org.tiyun.ledger.Ledger;
import org.tiyun.ledger.LedgerReader;
import org.tiyun.ledger.Names;
import org.tiyun.words.Lang;
import org.tiyun.words.Words;

/** The maps of the shipped package, as a user gets them. */
final class ShippedMaps {
  static final Ledger LEDGER =
      LedgerReader.read(Path.of("..", "models", "ai-2025")).ledger().orElseThrow();
  static final Circuit CIRCUIT = Circuit.of(LEDGER, OptionalInt.empty());

  private ShippedMaps() {}

  static MoneyMap cash(Lang lang, MapDrawing.Format format) {
    return CashMap.of(CIRCUIT, Words.in(lang), Names.of(LEDGER), format);
  }

  static MoneyMap promises(Lang lang, MapDrawing.Format format) {
    return PromiseMap.of(CIRCUIT, Words.in(lang), Names.of(LEDGER), format);
  }
}
