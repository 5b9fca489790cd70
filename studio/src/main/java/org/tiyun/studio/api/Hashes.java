package org.tiyun.studio.api;

import org.tiyun.studio.shelf.Opened;
import org.tiyun.view.json.JsonObject;

/** What an answer was made of, so that it can be made again. */
final class Hashes {
  private Hashes() {}

  static void put(JsonObject out, Opened opened, String version) {
    out.put("model", m -> m.put("id", opened.id()).put("hash", opened.open().model().hash()));
    opened
        .open()
        .ledger()
        .ifPresent(l -> out.put("ledger", o -> o.put("id", l.id()).put("hash", l.hash())));
    out.put("version", version);
  }
}
