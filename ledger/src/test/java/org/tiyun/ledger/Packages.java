package org.tiyun.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tiyun.words.Finding;
import org.tiyun.words.Lang;
import org.tiyun.words.Place;
import org.tiyun.words.Words;

/** Packages to try the reader on: the shipped one, copies of it to break, and small ones. */
final class Packages {
  static final Path SHIPPED = Path.of("..", "models", "ai-2025");

  private Packages() {}

  /** A copy of the shipped package in an empty folder. */
  static Path copy(Path to) throws IOException {
    try (var files = Files.list(SHIPPED)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
    return to;
  }

  /** A package of one table, with this schema and this text. */
  static Path small(Path to, String name, String schema, String csv) throws IOException {
    return write(to, Map.of(name + ".csv", csv), resource(name, schema));
  }

  static String resource(String name, String schema) {
    return "{\"name\": \"%s\", \"path\": \"%s.csv\", \"schema\": %s}".formatted(name, name, schema);
  }

  static Path write(Path to, Map<String, String> files, String... resources) throws IOException {
    for (var file : files.entrySet()) {
      Files.writeString(to.resolve(file.getKey()), file.getValue());
    }
    Files.writeString(
        to.resolve("datapackage.json"),
        "{\"name\": \"small\", \"resources\": [" + String.join(",\n", resources) + "]}");
    return to;
  }

  /** Replaces a text that stands exactly once. */
  static void edit(Path file, String old, String replacement) throws IOException {
    String text = Files.readString(file);
    assertThat(text.split(java.util.regex.Pattern.quote(old), -1)).as("'%s' once", old).hasSize(2);
    Files.writeString(file, text.replace(old, replacement));
  }

  static void append(Path file, String text) throws IOException {
    Files.writeString(file, Files.readString(file) + text, StandardCharsets.UTF_8);
  }

  /** Reads, and holds every finding to what is promised of all of them. */
  static List<Finding> findings(Path folder) {
    LedgerReading reading = LedgerReader.read(folder);
    List<Finding> findings = reading.findings();
    for (Finding finding : findings) {
      for (Lang lang : Lang.values()) {
        Words words = Words.in(lang);
        assertThat(finding.message(words)).isNotBlank().doesNotContainPattern("\\{[a-z]+}");
        assertThat(finding.help(words).orElseThrow())
            .isNotBlank()
            .doesNotContainPattern("\\{[a-z]+}");
      }
    }
    boolean failed =
        findings.stream().anyMatch(f -> f.severity() == org.tiyun.words.Severity.ERROR);
    assertThat(reading.ledger().isEmpty()).isEqualTo(failed);
    return findings;
  }

  /** Findings as {@code code file:line column}, the folder left out. */
  static List<String> shown(Path folder) {
    List<String> shown = new ArrayList<>();
    for (Finding finding : findings(folder)) {
      Place place = finding.place().orElseThrow();
      String file = Path.of(place.file()).getFileName().toString();
      shown.add(
          finding.code()
              + " "
              + file
              + ":"
              + place.line()
              + place.field().map(f -> " " + f).orElse(""));
    }
    return shown;
  }
}
