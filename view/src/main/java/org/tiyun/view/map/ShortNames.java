package org.tiyun.view.map;

import org.tiyun.ledger.Names;
import org.tiyun.words.Words;

/**
 * Names short enough for a picture: the catalogue's, else the ledger's without what is in brackets.
 */
record ShortNames(Names names, Words words) {

  String of(String id) {
    String key = "map.name." + id;
    if (words.has(key)) {
      return words.text(key);
    }
    String name = names.name(id, words);
    int bracket = Math.max(name.indexOf(" ("), name.indexOf('（'));
    return bracket > 0 ? name.substring(0, bracket) : name;
  }
}
