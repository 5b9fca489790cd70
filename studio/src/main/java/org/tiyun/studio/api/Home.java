package org.tiyun.studio.api;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tiyun.studio.shelf.Shelf;
import org.tiyun.studio.shelf.ShelfItem;
import org.tiyun.study.twin.RoleTable;
import org.tiyun.view.json.JsonObject;

/** What is on the shelf. */
final class Home {
  /** What is shown where nothing is named. */
  static final String MODEL = "ai-loop";

  static final String LEDGER = "ai-2025";

  private Home() {}

  /** Models that can be held beside one another. */
  private static List<String> twins(Shelf shelf) {
    Set<String> there =
        shelf.items().stream()
            .filter(i -> i.kind() == ShelfItem.Kind.MODEL)
            .map(ShelfItem::id)
            .collect(Collectors.toSet());
    return RoleTable.models(shelf.home()).stream().filter(there::contains).toList();
  }

  static String json(Shelf shelf, String version) {
    return JsonObject.compact(out -> {
      out.put("version", version);
      for (ShelfItem.Kind kind : ShelfItem.Kind.values()) {
        out.texts(
            kind == ShelfItem.Kind.MODEL ? "models" : "ledgers",
            shelf.items().stream().filter(i -> i.kind() == kind).map(ShelfItem::id).toList());
      }
      out.texts("twins", twins(shelf));
    });
  }
}
