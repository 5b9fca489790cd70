package org.tiyun.circuit.cascade;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a shock does to balance sheets, by one method. Arrays are by party, in the sheets' unit.
 *
 * @param payment what each party pays in the end of what it owes, outside included; for DebtRank
 *     what its debts are still worth
 * @param equity what is left of its equity; negative where debts exceed assets
 * @param stress share of the equity before the shock that is lost, 0 to 1; 1 for a party that had
 *     none and NaN nowhere
 * @param defaults who fails, by round, then in the sheets' order
 * @param lossByHolder loss of each party on its claims on the others
 * @param lossOutside loss of creditors outside
 */
public record Cascade(
    Method method,
    BalanceSheets sheets,
    double[] payment,
    double[] equity,
    double[] stress,
    List<Default> defaults,
    double[] lossByHolder,
    double lossOutside) {

  /** How losses travel. */
  public enum Method {
    /** Everyone pays what it can at once (Eisenberg and Noe 2001). */
    EISENBERG_NOE,
    /** The same, and failing costs part of the assets (Rogers and Veraart 2013). */
    ROGERS_VERAART,
    /**
     * Claims lose value as the debtor's equity shrinks, again and again (Bardoscia and others
     * 2015).
     */
    DEBTRANK,
    /** The same, each party passing its stress on once (Battiston and others 2012). */
    DEBTRANK_SINGLE_HIT,
    /**
     * Everyone pays in full or not at all, and pays when cash has arrived (Bardoscia and others
     * 2019).
     */
    FULL_PAYMENT;

    /** The name on the command line, such as {@code eisenberg-noe}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True where debts are called and paid; DebtRank only values them. */
    public boolean clears() {
      return this != DEBTRANK && this != DEBTRANK_SINGLE_HIT;
    }

    public static Optional<Method> of(String key) {
      return Stream.of(values()).filter(method -> method.key().equals(key)).findFirst();
    }
  }

  /** A failure and the round it is found in: 1 from the shock alone, 2 because of round 1, ... */
  public record Default(String party, int round) {}

  /** Losses of all holders of claims, outside included. */
  public double loss() {
    double sum = lossOutside;
    for (double loss : lossByHolder) {
      sum += loss;
    }
    return sum;
  }

  static List<Default> defaults(BalanceSheets sheets, int[] round) {
    List<Default> found = new ArrayList<>();
    for (int i = 0; i < round.length; i++) {
      if (round[i] > 0) {
        found.add(new Default(sheets.parties().get(i), round[i]));
      }
    }
    found.sort(Comparator.comparingInt(Default::round));
    return List.copyOf(found);
  }

  static double[] stress(double[] before, double[] after) {
    double[] stress = new double[before.length];
    for (int i = 0; i < stress.length; i++) {
      stress[i] = before[i] > 0 ? Math.min(1, Math.max(0, (before[i] - after[i]) / before[i])) : 1;
    }
    return stress;
  }
}
