package org.tiyun.language.check;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * What a value is measured in: powers of units, and of unknown dimensions that are still to be
 * found. An empty one is a pure number. The algebra is that of Kennedy, "Dimension types" (ESOP
 * 1994): products add powers, and equality of dimensions is a linear equation among powers.
 *
 * @param units powers by name of unit; none is 0
 * @param unknowns powers by number of unknown; none is 0
 */
record Dimension(Map<String, Double> units, Map<Integer, Double> unknowns) {
  static final Dimension NUMBER = new Dimension(Map.of(), Map.of());

  static Dimension unit(String name) {
    return new Dimension(Map.of(name, 1.0), Map.of());
  }

  static Dimension unknown(int number) {
    return new Dimension(Map.of(), Map.of(number, 1.0));
  }

  boolean isNumber() {
    return units.isEmpty() && unknowns.isEmpty();
  }

  /** Whether nothing about it is unknown. */
  boolean isKnown() {
    return unknowns.isEmpty();
  }

  /** This times the other to a power. */
  Dimension times(Dimension other, double power) {
    return new Dimension(
        joined(units, other.units, power), joined(unknowns, other.unknowns, power));
  }

  Dimension power(double power) {
    return NUMBER.times(this, power);
  }

  private static <K extends Comparable<K>> Map<K, Double> joined(
      Map<K, Double> a, Map<K, Double> b, double power) {
    if (b.isEmpty() || power == 0) {
      return a;
    }
    Map<K, Double> out = new TreeMap<>(a);
    BiConsumer<K, Double> add =
        (key, exponent) -> {
          double sum = out.getOrDefault(key, 0.0) + exponent * power;
          // Powers are small fractions; what remains of rounding is none.
          if (Math.abs(sum) < 1e-6) {
            out.remove(key);
          } else {
            out.put(key, sum);
          }
        };
    b.forEach(add);
    return out;
  }

  /** Terms held, as a measure of work. */
  int size() {
    return units.size() + unknowns.size();
  }
}
