package org.tiyun.study.open;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;

/**
 * A model's own words in both languages, from {@code terms.csv} beside its text (columns {@code
 * key,en,zh}): names of variables, events, switches and scenarios as they are shown to readers.
 */
public record Terms(Map<String, Bilingual> byKey) {

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

  static Terms read(Path folder, Home home) {
    Path file = folder.resolve("terms.csv");
    if (!Files.isRegularFile(file)) {
      return new Terms(Map.of());
    }
    String shown = home.shown(file);
    Map<String, Bilingual> terms = new LinkedHashMap<>();
    for (NamedCsvRecord row : CsvReader.builder().ofNamedCsvRecord(TextFile.read(file, shown))) {
      Optional<String> key = row.findField("key");
      Optional<String> en = row.findField("en");
      Optional<String> zh = row.findField("zh");
      if (key.isEmpty()
          || en.isEmpty()
          || zh.isEmpty()
          || zh.get().isBlank()
          || en.get().isBlank()) {
        throw new Failure(
            Finding.error(
                "E0607", Place.cell(shown, (int) row.getStartingLineNumber(), "key,en,zh")));
      }
      terms.put(key.get(), new Bilingual(en.get(), zh.get()));
    }
    return new Terms(java.util.Collections.unmodifiableMap(terms));
  }
}
