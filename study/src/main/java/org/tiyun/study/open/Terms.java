package org.tiyun.study.open;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Lang;
import org.tiyun.words.Place;

/**
 * A model's own words in both languages: names of variables, events, switches and scenarios from
 * {@code terms.csv} beside its text (columns {@code key,en,zh}), and what its text says of where
 * numbers come from, with the Chinese from {@code sources.csv} (columns {@code en,zh}).
 */
public record Terms(Map<String, Bilingual> byKey, Map<String, Bilingual> sources) {

  public Optional<Bilingual> term(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** The term of a scenario; keys are written as names in a text are, without dashes. */
  public Optional<Bilingual> scenario(String id) {
    return term("scenario." + id.replace('-', '_'));
  }

  /** The term, or the key itself where the model names none. */
  public Bilingual or(String key) {
    return term(key).orElse(new Bilingual(key, key));
  }

  /**
   * What the model's text says of a number's source, in a language; as it stands where no other.
   */
  public String source(String said, Lang lang) {
    Bilingual both = sources.get(said);
    return both == null ? said : both.in(lang);
  }

  static Terms read(Path folder, Home home) {
    return new Terms(
        read(folder.resolve("terms.csv"), home, "key"),
        read(folder.resolve("sources.csv"), home, "en"));
  }

  /** The rows of a file by one of their columns; empty where there is no such file. */
  private static Map<String, Bilingual> read(Path file, Home home, String by) {
    if (!Files.isRegularFile(file)) {
      return Map.of();
    }
    String shown = home.shown(file);
    Map<String, Bilingual> rows = new LinkedHashMap<>();
    for (NamedCsvRecord row : CsvReader.builder().ofNamedCsvRecord(TextFile.read(file, shown))) {
      for (String column : List.of(by, "en", "zh")) {
        if (row.findField(column).filter(cell -> !cell.isBlank()).isEmpty()) {
          String columns = by.equals("en") ? "en,zh" : by + ",en,zh";
          throw new Failure(
              Finding.error("E0607", Place.cell(shown, (int) row.getStartingLineNumber(), columns))
                  .with("columns", columns));
        }
      }
      rows.put(row.getField(by), new Bilingual(row.getField("en"), row.getField("zh")));
    }
    return Collections.unmodifiableMap(rows);
  }
}
