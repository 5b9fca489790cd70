package org.tiyun.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Texts for the fuzz test: models made up by the grammar, shipped ones maimed, and noise. */
final class TextMaker {
  private static final List<String> WORDS =
      List.of(
          "model",
          "step",
          "quarter",
          "horizon",
          "5",
          "2026Q1..2027Q4",
          "set",
          "=",
          "{",
          "}",
          "(",
          ")",
          "[",
          "]",
          ",",
          ":",
          ";",
          ".",
          "..",
          "->",
          "&",
          "~",
          "+",
          "-",
          "*",
          "/",
          "^",
          "<",
          "<=",
          ">",
          "!=",
          "and",
          "or",
          "not",
          "in",
          "where",
          "else",
          "relation",
          "sector",
          "each",
          "claim",
          "issued",
          "by",
          "settle",
          "param",
          "path",
          "switch",
          "on",
          "off",
          "flow",
          "due",
          "senior",
          "last",
          "for",
          "when",
          "let",
          "initial",
          "revalue",
          "event",
          "amount",
          "because",
          "unit",
          "range",
          "source",
          "doc",
          "\"x\"",
          "\"bn USD\"",
          "mechanism",
          "expect",
          "lower",
          "at",
          "from",
          "to",
          "include",
          "use",
          "ledger",
          "scenario",
          "of",
          "a",
          "b",
          "c",
          "x",
          "y",
          "money",
          "s",
          "t",
          "year",
          "shortfall",
          "defaulted",
          "owed",
          "sum",
          "mean",
          "min",
          "max",
          "count",
          "if",
          "exp",
          "log",
          "sqrt",
          "pow",
          "abs",
          "clip",
          "smooth",
          "delay",
          "lookup",
          "logistic",
          "pulse",
          "normal",
          "uniform",
          "0",
          "1",
          "0.5",
          "1e308",
          "1e-308",
          "15%",
          "(-1)",
          "(-2)",
          "\n",
          "\n",
          "//",
          "'",
          "\"",
          "'q r'",
          "梯云");

  private final RandomGenerator random;
  private final List<String> seeds;

  TextMaker(RandomGenerator random, List<String> seeds) {
    this.random = random;
    this.seeds = seeds;
  }

  String next() {
    return switch (random.nextInt(10)) {
      case 0 -> bytes();
      case 1 -> words(random.nextInt(200));
      case 2, 3, 4, 5 -> new GrammarText(random).model();
      default -> maimed(seeds.get(random.nextInt(seeds.size())));
    };
  }

  private String bytes() {
    byte[] bytes = new byte[random.nextInt(400)];
    random.nextBytes(bytes);
    return (random.nextBoolean() ? "model m " : "")
        + new String(
            bytes, random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16);
  }

  private String words(int count) {
    StringBuilder out = new StringBuilder("model m\n");
    for (int i = 0; i < count; i++) {
      out.append(WORDS.get(random.nextInt(WORDS.size()))).append(random.nextInt(8) == 0 ? "" : " ");
    }
    return out.toString();
  }

  private String maimed(String text) {
    String out = text;
    for (int i = random.nextInt(4); i >= 0; i--) {
      out =
          switch (random.nextInt(6)) {
            case 0 -> letters(out);
            case 1, 2 -> lines(out);
            case 3 -> spliced(out);
            case 4 -> numbers(out);
            default -> inserted(out);
          };
    }
    return out;
  }

  private String letters(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int at = random.nextInt(text.length());
    int end = Math.min(text.length(), at + random.nextInt(6));
    String by = random.nextBoolean() ? "" : Character.toString(random.nextInt(0x500));
    return text.substring(0, at) + by + text.substring(end);
  }

  private String lines(String text) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    int at = random.nextInt(lines.size());
    switch (random.nextInt(3)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
      default -> lines.add(random.nextInt(lines.size()), lines.remove(at));
    }
    return String.join("\n", lines);
  }

  private String spliced(String text) {
    String other = seeds.get(random.nextInt(seeds.size()));
    int cut = random.nextInt(text.length() + 1);
    int from = random.nextInt(other.length() + 1);
    int to = Math.min(other.length(), from + random.nextInt(300));
    return text.substring(0, cut) + other.substring(from, to) + text.substring(cut);
  }

  private String numbers(String text) {
    String[] by = {"0", "-1", "1e308", "1e-300", "0.5", "1000", "t", "normal(\"n\")", "2026Q1"};
    java.util.regex.Matcher digits =
        java.util.regex.Pattern.compile("\\b\\d+(\\.\\d+)?").matcher(text);
    int wanted = random.nextInt(30);
    for (int i = 0; digits.find(); i++) {
      if (i == wanted) {
        return text.substring(0, digits.start())
            + by[random.nextInt(by.length)]
            + text.substring(digits.end());
      }
    }
    return text;
  }

  private String inserted(String text) {
    int at = random.nextInt(text.length() + 1);
    return text.substring(0, at)
        + " "
        + WORDS.get(random.nextInt(WORDS.size()))
        + " "
        + text.substring(at);
  }
}
