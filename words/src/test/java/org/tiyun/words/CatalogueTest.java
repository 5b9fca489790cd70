package org.tiyun.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every text stands in both languages, with the same places, in the file of the same area. */
class CatalogueTest {

  @Test
  void bothLanguagesHaveTheSameKeys() {
    for (String area : Words.AREAS) {
      assertThat(keysOf(Lang.ZH, area))
          .as("Chinese keys of %s", area)
          .isEqualTo(keysOf(Lang.EN, area));
    }
  }

  @Test
  void aTextNamesTheSamePlacesInBothLanguages() {
    Words en = Words.in(Lang.EN);
    Words zh = Words.in(Lang.ZH);
    for (String key : en.keys()) {
      assertThat(zh.places(key)).as(key).isEqualTo(en.places(key));
      assertThat(zh.text(key).isBlank()).as("%s is blank in Chinese", key).isFalse();
    }
  }

  @Test
  void noKeyStandsInTwoFiles() {
    for (Lang lang : Lang.values()) {
      List<String> all = new ArrayList<>();
      for (String area : Words.AREAS) {
        all.addAll(keysOf(lang, area));
      }
      assertThat(all).doesNotHaveDuplicates();
    }
  }

  @Test
  void noKeyStandsTwiceInAFile() throws IOException {
    for (Lang lang : Lang.values()) {
      for (String area : Words.AREAS) {
        try (var in = Words.class.getResourceAsStream(lang.tag() + "/" + area + ".properties")) {
          List<String> keys =
              new String(in.readAllBytes(), StandardCharsets.UTF_8)
                  .lines()
                  .filter(line -> line.matches("[\\w.-]+ *=.*"))
                  .map(line -> line.substring(0, line.indexOf('=')).strip())
                  .toList();
          assertThat(keys).as("%s %s", lang, area).isNotEmpty().doesNotHaveDuplicates();
        }
      }
    }
  }

  @Test
  void everyMessageOfAnErrorHasItsExplanation() {
    Words en = Words.in(Lang.EN);
    for (String key : en.keys()) {
      if (key.matches("[EW]\\d{4}\\.message")) {
        assertThat(en.has(key.replace(".message", ".explain")))
            .as("explanation of %s", key)
            .isTrue();
      }
    }
  }

  private static Set<String> keysOf(Lang lang, String area) {
    var in = Words.class.getResourceAsStream(lang.tag() + "/" + area + ".properties");
    if (in == null) {
      return Set.of();
    }
    Properties properties = new Properties();
    try (var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return new TreeSet<>(properties.stringPropertyNames());
  }
}
