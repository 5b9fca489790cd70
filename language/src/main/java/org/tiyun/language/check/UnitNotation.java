package org.tiyun.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tiyun.language.model.Calendar;

/**
 * Units as text: names joined by {@code *} and {@code /}, each with {@code ^n} where it has a
 * power. A name may have several words: {@code bn USD} is one unit, and another one than {@code
 * USD}. The step of the model is no unit: what flows in a quarter adds to a stock.
 */
record UnitNotation(Calendar.Step step) {
  private static final int LONGEST = 200;
  private static final Set<String> PURE = Set.of("1", "share", "%", "ratio", "index");

  /** The dimension that a text names; empty where the text cannot be read. */
  Optional<Dimension> read(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    Dimension out = Dimension.NUMBER;
    double sign = 1;
    String rest = text.replace(" per ", "/");
    while (true) {
      int end = 0;
      while (end < rest.length() && rest.charAt(end) != '*' && rest.charAt(end) != '/') {
        end++;
      }
      Optional<Dimension> factor = factor(rest.substring(0, end).strip());
      if (factor.isEmpty()) {
        return Optional.empty();
      }
      out = out.times(factor.get(), sign);
      if (end == rest.length()) {
        return Optional.of(out);
      }
      sign = rest.charAt(end) == '/' ? -1 : 1;
      rest = rest.substring(end + 1);
    }
  }

  private Optional<Dimension> factor(String text) {
    int hat = text.indexOf('^');
    String name = (hat < 0 ? text : text.substring(0, hat)).strip();
    String power = hat < 0 ? "1" : text.substring(hat + 1).strip();
    if (name.isEmpty() || !power.matches("-?[0-9]{1,2}")) {
      return Optional.empty();
    }
    if (PURE.contains(name) || isStep(name)) {
      return Optional.of(Dimension.NUMBER);
    }
    return Optional.of(Dimension.unit(name).power(Integer.parseInt(power)));
  }

  private boolean isStep(String name) {
    return name.equals("period") || name.equals(step.name().toLowerCase(Locale.ROOT));
  }

  /** In normal form: what multiplies before what divides, each by name. */
  String show(Dimension dimension, Map<Integer, String> unknowns) {
    List<String> above = new ArrayList<>();
    List<String> below = new ArrayList<>();
    dimension.units().forEach((name, power) -> (power > 0 ? above : below).add(text(name, power)));
    dimension
        .unknowns()
        .forEach((number, power) ->
            (power > 0 ? above : below)
                .add(text("[" + unknowns.getOrDefault(number, "?") + "]", power)));
    if (above.isEmpty() && below.isEmpty()) {
      return "1";
    }
    StringBuilder out = new StringBuilder(above.isEmpty() ? "1" : String.join("*", above));
    below.forEach(b -> out.append('/').append(b));
    return out.toString();
  }

  private static String text(String name, double power) {
    double size = Math.abs(power);
    double round = Math.rint(size * 1000) / 1000;
    String shown = round == Math.rint(round) ? Long.toString((long) round) : Double.toString(round);
    return round == 1 ? name : name + "^" + shown;
  }
}
