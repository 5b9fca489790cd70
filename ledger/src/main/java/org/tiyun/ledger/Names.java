package org.tiyun.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tiyun.words.Lang;
import org.tiyun.words.Words;

/**
 * What to call a party: a firm by the ledger's own names, a group of the yearly flows that is no
 * entity by the catalogue, and anyone else by the id.
 */
public final class Names {
  /** Groups of firms and the outside, in the yearly flows and totals. */
  public static final List<String> GROUPS =
      List.of(
          "cash",
          "consumers",
          "enterprises",
          "hyperscalers",
          "other-chip-buyers",
          "other-labs",
          "other-neoclouds",
          "own-business",
          "server-makers",
          "staff-tax",
          "suppliers");

  private final Map<String, Entity> entities = new HashMap<>();

  private Names(Ledger ledger) {
    ledger.entities().forEach(entity -> entities.put(entity.id(), entity));
  }

  /** The names of a ledger's parties. */
  public static Names of(Ledger ledger) {
    return new Names(ledger);
  }

  /** The name to show, in the language of the words. */
  public String name(String id, Words words) {
    Entity entity = entities.get(id);
    if (entity != null) {
      return words.lang() == Lang.ZH ? entity.nameZh() : entity.nameEn();
    }
    String key = "ledger.party." + id;
    return words.has(key) ? words.text(key) : id;
  }
}
