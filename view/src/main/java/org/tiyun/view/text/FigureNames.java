package org.tiyun.view.text;

import java.util.List;
import java.util.stream.Collectors;
import org.tiyun.ledger.Names;
import org.tiyun.words.Words;

/** What the figures of a matrix are called, by their names in machine output. */
final class FigureNames {
  private FigureNames() {}

  /** Whether a figure is an amount; all others are shares. */
  static boolean isMoney(String name) {
    return name.equals("entering") || name.equals("circulation") || name.startsWith("loop.");
  }

  static String label(String name, Words words, Names names) {
    List<String> parts = List.of(name.split("\\."));
    String tail = parts.getLast();
    return switch (parts.get(0)) {
      case "entering" ->
          parts.size() == 1
              ? words.text("view.map.range.entering")
              : words.say("view.map.range.origin", "origin", words.text("origin." + tail));
      case "sales", "own_money_back", "equity_return" -> {
        boolean read = tail.equals("earmarked") || tail.equals("spent_later");
        String firm =
            words.say("view.map.range." + parts.get(0), "firm", names.name(parts.get(1), words));
        yield read ? firm + words.text("view.map.range.if." + tail) : firm;
      }
      case "loop" ->
          words.say(
              "view.map.range.loop",
              "path",
              parts.stream()
                  .skip(1)
                  .map(id -> names.name(id, words))
                  .collect(Collectors.joining(" > ")));
      default -> words.text("view.map.range." + String.join("_", parts));
    };
  }
}
