package org.tiyun.view.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tiyun.circuit.follow.Follow;
import org.tiyun.circuit.follow.FollowRange;
import org.tiyun.circuit.matrix.BalancedCell;
import org.tiyun.circuit.matrix.FlowMatrix;
import org.tiyun.circuit.range.Band;
import org.tiyun.view.text.Followed;

/** The answer of {@code tiyun follow} for programs; fields as in docs/machine-output.md. */
public final class FollowJson {
  private FollowJson() {}

  public static String of(Followed f) {
    return JsonObject.text(out -> {
      out.put("ledger", l -> l.put("id", f.ledger().id()).put("hash", f.ledger().hash()));
      out.put("year", f.matrix().year()).put("boundary", f.boundary().key());
      out.put("firm", f.chosen().follow().firm()).put("amount", f.amount()).put("layer", "paid");
      way(out, f, f.chosen());
      out.objects("hands", f.chosen().follow().hands(), FollowJson::hand);
      out.put("paid", o -> way(o, f, f.paid()));
      out.put("invested", o -> way(o, f, f.invested()));
    });
  }

  private static void way(JsonObject out, Followed f, FollowRange range) {
    Follow follow = range.follow();
    out.put("start", follow.start().name().toLowerCase(Locale.ROOT));
    out.put("paid_usd_b", follow.amount());
    out.put(
        "back",
        o -> {
          o.put("share", follow.back());
          o.put("low", range.back().low()).put("high", range.back().high());
          o.put("amount", f.amount() * follow.back());
          o.put("mean_hands", follow.meanHands());
          o.numbers("by_hands", follow.byHands());
        });
    List<Integer> numbers = new ArrayList<>();
    for (int r = 0; r < follow.routes().size(); r++) {
      numbers.add(r);
    }
    out.objects("routes", numbers, (o, r) -> route(o, f.matrix(), range, r));
  }

  private static void route(JsonObject out, FlowMatrix matrix, FollowRange range, int number) {
    Follow.Route route = range.follow().routes().get(number);
    Band band = range.routes().get(number);
    out.texts("path", route.path()).put("share", route.share());
    out.put("low", band.low()).put("high", band.high());
    List<BalancedCell> cells = new ArrayList<>();
    for (int k = 0; k + 1 < route.path().size(); k++) {
      cells.addAll(matrix.between(route.path().get(k), route.path().get(k + 1)));
    }
    out.objects("rows", cells, Evidence::cell);
  }

  private static void hand(JsonObject out, Follow.Hand hand) {
    out.put("hand", hand.number()).put("back", hand.returned());
    out.numbers("held", hand.held()).numbers("left", hand.left());
  }
}
