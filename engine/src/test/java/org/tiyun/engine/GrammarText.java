package org.tiyun.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** A model text made by the grammar: nearly always sound, often with a hard core to solve. */
final class GrammarText {
  private final RandomGenerator random;
  private final List<String> values = new ArrayList<>(List.of("t"));
  private final StringBuilder out = new StringBuilder("model made\nhorizon 12\n");

  GrammarText(RandomGenerator random) {
    this.random = random;
  }

  String model() {
    out.append("set s = {a, b, c}\nrelation pair(s, s) = {(a, b), (b, c)}\n");
    boolean books = random.nextInt(3) > 0;
    if (books) {
      out.append("sector bank, home\nsector each s\nclaim money issued by bank\n");
      out.append("claim debt[i in s] issued by i\n");
    }
    int params = 1 + random.nextInt(4);
    for (int i = 0; i < params; i++) {
      out.append("param p" + i + " = " + number() + " source \"x\"");
      out.append(random.nextInt(3) == 0 ? " ~ uniform(0.1, 0.9)\n" : "\n");
      values.add("p" + i);
    }
    int equations = 1 + random.nextInt(6);
    for (int i = 0; i < equations; i++) {
      values.add("x" + i);
    }
    values.add("v[a]");
    if (books) {
      values.addAll(List.of("money[home](-1)", "f(-1)", "debt[a](-1)", "money[b](-1)"));
    }
    for (int i = 0; i < equations; i++) {
      out.append("x" + i + " = " + expression(3) + "\ninitial x" + i + " = " + number() + "\n");
    }
    out.append("v[i in s] = 0.5 * v[i](-1) + " + expression(2) + "\n");
    if (books) {
      flows();
    }
    out.append("event hit when x0 > " + number() + " amount x0\n");
    return out.toString();
  }

  private void flows() {
    out.append("flow f : bank -> home = " + expression(2) + "\n");
    out.append("flow pay[i in s] : home -> i = abs(" + expression(1) + ")\n");
    out.append("flow lend[i in s] : home -> i for debt[i] = abs(0.1 * " + value() + ")\n");
    if (random.nextBoolean()) {
      out.append("flow owe[(i, j) in pair] due senior 1 : i -> j = abs(" + value() + ")\n");
      out.append("flow rent[i in s] due : i -> home = abs(0.2 * debt[i](-1)) + 0.01\n");
      out.append("short = sum(i in s : shortfall[i]) + owed(rent[a]) - rent[a]\n");
    }
    if (random.nextBoolean()) {
      out.append("flow out[i in s] last : i -> bank = 0.1 * max(0, money[i](-1))\n");
    }
    out.append("revalue mark[i in s] : debt[i][home] = -0.1 * debt[i][home](-1)\n");
    out.append("initial money[i in s] = " + number() + "\n");
  }

  private String number() {
    String[] some = {"0", "1", "0.5", "2", "-0.3", "10", "1e-3", "0.07", "25%"};
    return some[random.nextInt(some.length)];
  }

  private String value() {
    String value = values.get(random.nextInt(values.size()));
    boolean lagged = value.startsWith("x") && random.nextInt(3) > 0;
    return lagged ? value + "(-" + (1 + random.nextInt(3)) + ")" : value;
  }

  private String expression(int depth) {
    if (depth == 0) {
      return random.nextInt(3) == 0 ? number() : value();
    }
    String a = expression(depth - 1);
    String b = expression(depth - 1);
    return switch (random.nextInt(16)) {
      case 0, 1, 2 -> "(" + a + " + " + b + ")";
      case 3 -> "(" + a + " - " + b + ")";
      case 4, 5 -> "(0.3 * " + a + ")";
      case 6 -> "(" + a + " * " + b + ")";
      case 7 -> "(" + a + " / (1 + " + b + " ^ 2))";
      case 8 -> "max(" + a + ", " + b + ")";
      case 9 -> "clip(" + a + ", -5, 5)";
      case 10 -> "if(" + a + " > " + b + ", " + a + ", 0.5)";
      case 11 -> "smooth(" + a + ", 3)";
      case 12 -> "delay(" + a + ", 2)";
      case 13 -> "logistic(clip(" + a + ", -9, 9))";
      case 14 -> "lookup(" + a + ", 0: 1, 5: 2, 9: 0.5)";
      default -> "(" + a + " + 0.1 * normal(\"n\") / (0.5 + uniform(\"u\")))";
    };
  }
}
