package org.tiyun.language.check;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tiyun.language.model.Name;
import org.tiyun.language.syntax.Ex;

/** Finds the entry of a map of values for an element; each map is read once. */
final class MapEntries {
  private final Report report;
  private final Map<Ex.Map, Map<List<String>, Ex.Entry>> known = new IdentityHashMap<>();

  MapEntries(Report report) {
    this.report = report;
  }

  /**
   * The entry of an element, or of the first of its indices, or else {@code else}.
   *
   * @param tuple the indices that are still open
   */
  Optional<Ex.Entry> entry(Ex.Map map, List<String> tuple, Symbol symbol, Name name) {
    Map<List<String>, Ex.Entry> index = known.get(map);
    if (index == null) {
      index = index(map, symbol, name);
      known.put(map, index);
    }
    for (int width = tuple.size(); width >= 1; width--) {
      Ex.Entry entry = index.get(tuple.subList(0, width));
      if (entry != null) {
        return Optional.of(entry);
      }
    }
    Ex.Entry other = index.get(List.<String>of());
    if (other == null) {
      report.error("E0235", map.span(), "name", name.base(), "element", String.join(", ", tuple));
    }
    return Optional.ofNullable(other);
  }

  private Map<List<String>, Ex.Entry> index(Ex.Map map, Symbol symbol, Name name) {
    Map<List<String>, Ex.Entry> index = new HashMap<>();
    Set<String> there = new LinkedHashSet<>();
    symbol.cells.keySet().forEach(there::addAll);
    for (Ex.Entry entry : map.entries()) {
      List<String> key = entry.key().stream().map(Ex.Element::text).toList();
      for (Ex.Element part : entry.key()) {
        if (!there.contains(part.text())) {
          report.error(
              "E0236",
              part.span(),
              "element",
              part.text(),
              "name",
              name.base(),
              "near",
              report.near(part.text(), there));
        }
      }
      if (index.put(key, entry) != null) {
        report.error("E0261", entry.span(), "element", String.join(", ", key), "name", name.base());
      }
    }
    return index;
  }
}
