package org.tiyun.studio.shelf;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Input;
import org.tiyun.study.open.Bilingual;
import org.tiyun.study.open.OpenModel;
import org.tiyun.view.map.MoneyMap.Category;
import org.tiyun.view.map.MoneyMap.Side;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;

/**
 * How a model wishes to be shown: {@code look.csv} beside its text, with columns {@code
 * what,name,as,en,zh,x,y}. A row {@code slider} names an input worth moving, {@code flow} the
 * colour of a flow, {@code party} the side, name and place of a sector. A model without the file
 * gets sliders for its first parameters, those with a range before others.
 *
 * @param sliders positions of inputs
 * @param flows colours by the flow's name
 * @param parties by sector
 * @param names of inputs and flows, in both languages
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

  static Look read(OpenModel opened) {
    Path file = opened.folder().resolve("look.csv");
    Look look =
        new Look(
            new ArrayList<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    if (Files.isRegularFile(file)) {
      try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
        reader.forEach(row -> look.take(row, opened.model()));
      } catch (IOException | RuntimeException e) {
        throw new Failure(Finding.error("E0601", Place.of("look.csv")).with("file", "look.csv"));
      }
    }
    if (look.sliders.isEmpty()) {
      // Those without a range are moved from nothing to twice what they are.
      opened.model().inputs().stream()
          .filter(i -> i.kind() != Input.Kind.SWITCH && (ranged(i) || i.value() != 0))
          .sorted(Comparator.comparing(i -> !ranged(i)))
          .limit(SLIDERS)
          .forEach(i -> look.sliders.add(i.id()));
    }
    return new Look(
        List.copyOf(look.sliders),
        Map.copyOf(look.flows),
        Map.copyOf(look.parties),
        Map.copyOf(look.names));
  }

  private static boolean ranged(Input input) {
    return input.low().isPresent() && input.high().isPresent();
  }

  private void take(NamedCsvRecord row, CheckedModel model) {
    String name = row.findField("name").orElse("");
    String as = row.findField("as").orElse("").toUpperCase(Locale.ROOT);
    String en = row.findField("en").orElse("");
    String zh = row.findField("zh").orElse("");
    Optional<Bilingual> said =
        en.isBlank() || zh.isBlank() ? Optional.empty() : Optional.of(new Bilingual(en, zh));
    switch (row.findField("what").orElse("")) {
      case "slider" ->
          model.inputs().stream()
              .filter(i -> i.name().toString().equals(name))
              .forEach(i -> sliders.add(i.id()));
      case "flow" -> flows.put(name, Category.valueOf(as));
      case "party" ->
          parties.put(
              name, new Party(as.isEmpty() ? Side.INSIDE : Side.valueOf(as), said, place(row)));
      default -> {}
    }
    said.ifPresent(both -> names.put(name, both));
  }

  private static Optional<double[]> place(NamedCsvRecord row) {
    String x = row.findField("x").orElse("");
    String y = row.findField("y").orElse("");
    return x.isBlank() || y.isBlank()
        ? Optional.empty()
        : Optional.of(new double[] {Double.parseDouble(x), Double.parseDouble(y)});
  }
}
