package org.tiyun.study.open;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the flows of a model are for: the rows {@code flow} of its {@code look.csv} name a kind for
 * a flow, the rows {@code kind} what a kind is called in this model.
 *
 * @param kinds by flow, without indices
 * @param names by kind; a kind that has the usual name is not in it
 */
public record FlowKinds(Map<String, String> kinds, Map<String, Bilingual> names) {
  /** The table beside a model's text that says how it is shown. */
  public static final String FILE = "look.csv";

  /** Its columns that must be there. */
  public static final List<String> COLUMNS = List.of("what", "name", "as", "en", "zh");

  private static final String OTHER = "other";

  /** The kind of a flow; {@code other} where the model names none. */
  public String of(String flow) {
    return kinds.getOrDefault(flow, OTHER);
  }

  public Optional<Bilingual> name(String kind) {
    return Optional.ofNullable(names.get(kind));
  }

  /**
   * The kinds of a model; all {@code other} where it has no such table.
   *
   * @throws org.tiyun.words.Failure E0642 where the table lacks a column
   */
  public static FlowKinds of(OpenModel opened) {
    Map<String, String> kinds = new LinkedHashMap<>();
    Map<String, Bilingual> names = new LinkedHashMap<>();
    SideTable.read(opened, FILE, COLUMNS)
        .ifPresent(table ->
            table
                .rows()
                .forEach(row -> {
                  switch (row.cell("what")) {
                    case "flow" -> kinds.put(row.cell("name"), row.cell("as"));
                    case "kind" ->
                        names.put(row.cell("name"), new Bilingual(row.cell("en"), row.cell("zh")));
                    default -> {}
                  }
                }));
    return new FlowKinds(Map.copyOf(kinds), Map.copyOf(names));
  }
}
