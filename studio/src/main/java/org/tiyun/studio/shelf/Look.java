package org.tiyun.studio.shelf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Input;
import org.tiyun.study.open.Bilingual;
import org.tiyun.study.open.FlowKinds;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.open.SideTable;
import org.tiyun.view.map.MoneyMap.Category;
import org.tiyun.view.map.MoneyMap.Side;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;

/**
 * How a model wishes to be shown: {@code look.csv} beside its text, with columns {@code
 * what,name,as,en,zh,x,y}. A row {@code slider} names an input worth moving, {@code flow} the
 * colour of a flow, {@code party} the side, name and place of a sector, {@code kind} what a colour
 * is called. A model without the file gets sliders for its first parameters, those with a range
 * before others.
 *
 * @param sliders positions of inputs
 * @param flows colours by the flow's name
 * @param parties by sector
 * @param names of inputs, flows and kinds, in both languages
 */
public record Look(
    List<Integer> sliders,
    Map<String, Category> flows,
    Map<String, Party> parties,
    Map<String, Bilingual> names) {
  private static final int SLIDERS = 8;

  /** The party of a sector; a plain one where the model says nothing. */
  public Party party(String sector) {
    return parties.getOrDefault(sector, Party.PLAIN);
  }

  /**
   * @throws Failure E0642 where the table lacks a column, E0646 where a cell means nothing
   */
  static Look read(OpenModel opened) {
    Optional<SideTable> table = SideTable.read(opened, FlowKinds.FILE, FlowKinds.COLUMNS);
    Reader reader = new Reader(table.map(SideTable::shown).orElse(FlowKinds.FILE), opened.model());
    table.ifPresent(t -> t.rows().forEach(reader::take));
    return reader.look();
  }

  private static final class Reader {
    private final String shown;
    private final CheckedModel model;
    private final List<Integer> sliders = new ArrayList<>();
    private final Map<String, Category> flows = new LinkedHashMap<>();
    private final Map<String, Party> parties = new LinkedHashMap<>();
    private final Map<String, Bilingual> names = new LinkedHashMap<>();

    Reader(String shown, CheckedModel model) {
      this.shown = shown;
      this.model = model;
    }

    void take(SideTable.Row row) {
      String name = row.cell("name");
      Optional<Bilingual> said =
          row.cell("en").isEmpty() || row.cell("zh").isEmpty()
              ? Optional.empty()
              : Optional.of(new Bilingual(row.cell("en"), row.cell("zh")));
      switch (row.cell("what")) {
        case "slider" ->
            model.inputs().stream()
                .filter(i -> i.name().toString().equals(name))
                .forEach(i -> sliders.add(i.id()));
        case "flow" ->
            flows.put(
                name,
                Category.of(row.cell("as"))
                    .orElseThrow(() -> means(row, "as", words(Category.values()))));
        case "party" -> parties.put(name, new Party(side(row), said, place(row)));
        default -> {}
      }
      said.ifPresent(both -> names.put(name, both));
    }

    private Side side(SideTable.Row row) {
      String as = row.cell("as");
      return as.isEmpty()
          ? Side.INSIDE
          : Arrays.stream(Side.values())
              .filter(side -> side.name().toLowerCase(Locale.ROOT).equals(as))
              .findFirst()
              .orElseThrow(() -> means(row, "as", words(Side.values())));
    }

    private Optional<double[]> place(SideTable.Row row) {
      return row.cell("x").isEmpty() || row.cell("y").isEmpty()
          ? Optional.empty()
          : Optional.of(new double[] {number(row, "x"), number(row, "y")});
    }

    private double number(SideTable.Row row, String column) {
      try {
        double value = Double.parseDouble(row.cell(column));
        if (value >= 0 && value <= 1) {
          return value;
        }
      } catch (NumberFormatException e) {
        // Said below.
      }
      throw means(row, column, "0..1");
    }

    private Failure means(SideTable.Row row, String column, String known) {
      return new Failure(
          Finding.error("E0646", Place.cell(shown, row.line(), column))
              .with("column", column)
              .with("said", row.cell(column))
              .with("known", known));
    }

    private static String words(Enum<?>[] values) {
      return Arrays.stream(values)
          .map(value -> value.name().toLowerCase(Locale.ROOT))
          .collect(Collectors.joining(", "));
    }

    Look look() {
      if (sliders.isEmpty()) {
        // Those without a range are moved from nothing to twice what they are.
        model.inputs().stream()
            .filter(i -> i.kind() != Input.Kind.SWITCH && (ranged(i) || i.value() != 0))
            .sorted(Comparator.comparing(i -> !ranged(i)))
            .limit(SLIDERS)
            .forEach(i -> sliders.add(i.id()));
      }
      return new Look(
          List.copyOf(sliders), Map.copyOf(flows), Map.copyOf(parties), Map.copyOf(names));
    }

    private static boolean ranged(Input input) {
      return input.low().isPresent() && input.high().isPresent();
    }
  }
}
