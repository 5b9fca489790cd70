package org.tiyun.cli;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.tiyun.words.Words;

/** The catalogue's keys below {@code cli.}, as picocli looks texts up. */
final class WordsBundle extends ResourceBundle {
  private static final String PREFIX = "cli.";

  private final Words words;

  WordsBundle(Words words) {
    this.words = words;
  }

  @Override
  protected @Nullable Object handleGetObject(String key) {
    return words.has(PREFIX + key) ? words.text(PREFIX + key) : null;
  }

  @Override
  public Enumeration<String> getKeys() {
    List<String> keys =
        words.keys().stream()
            .filter(key -> key.startsWith(PREFIX))
            .map(key -> key.substring(PREFIX.length()))
            .toList();
    return Collections.enumeration(keys);
  }
}
