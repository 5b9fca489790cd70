package org.tiyun.studio.api;

import java.util.List;
import org.tiyun.studio.shelf.Opened;
import org.tiyun.study.twin.RoleTable;
import org.tiyun.view.json.JsonObject;

/** Who plays which role in each of two machines, in both languages. */
final class TwinAnswer {
  private TwinAnswer() {}

  static String roles(RoleTable table, List<Opened> models, String version) {
    return JsonObject.compact(out -> {
      out.put("version", version);
      out.objects(
          "models", models, (o, m) -> o.put("id", m.id()).put("hash", m.open().model().hash()));
      out.objects(
          "roles",
          table.roles(),
          (o, role) -> {
            o.put("id", role.id()).put("en", role.name().en()).put("zh", role.name().zh());
            o.objects(
                "of",
                role.of(),
                (p, player) ->
                    p.texts("parties", player.sectors())
                        .put("en", player.words().en())
                        .put("zh", player.words().zh()));
          });
    });
  }
}
