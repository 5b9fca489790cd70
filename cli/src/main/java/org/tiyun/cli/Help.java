package org.tiyun.cli;

import org.tiyun.words.Words;

/** The first two pages: three examples, and the commands in one view. */
final class Help {
  private static final int COLUMN = 12;

  private Help() {}

  /** What {@code tiyun} alone prints: the first three commands at work. */
  static String examples(Words words) {
    StringBuilder text = new StringBuilder(words.text("cli.title")).append("\n\n");
    int shown = 0;
    for (Verb verb : Verb.values()) {
      if (shown < 3) {
        shown++;
        text.append("  ").append(words.text("cli.example." + verb.word())).append("\n      ");
        text.append(words.text(header(verb))).append('\n');
      }
    }
    return text.append('\n').append(words.text("cli.examples.next")).append('\n').toString();
  }

  /** What {@code tiyun --help} prints. */
  static String overview(Words words) {
    StringBuilder text = new StringBuilder(words.text("cli.title")).append("\n\n");
    text.append(words.text("cli.usage")).append("\n\n");
    list(text, words, true);
    text.append(words.text("cli.more")).append('\n');
    list(text, words, false);
    return text.append(words.text("cli.overview.end")).append('\n').toString();
  }

  private static void list(StringBuilder text, Words words, boolean everyday) {
    boolean any = false;
    for (Verb verb : Verb.values()) {
      if (verb.everyday() == everyday) {
        any = true;
        text.append("  ").append(verb.word()).append(" ".repeat(COLUMN - verb.word().length()));
        text.append(words.text(header(verb))).append('\n');
      }
    }
    if (any) {
      text.append('\n');
    }
  }

  /** The key of a command's one line; picocli finds the same key for the command's own page. */
  private static String header(Verb verb) {
    return "cli.tiyun." + verb.word() + ".usage.header";
  }
}
