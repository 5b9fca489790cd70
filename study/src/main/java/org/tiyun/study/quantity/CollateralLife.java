package org.tiyun.study.quantity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tiyun.language.model.Input;
import org.tiyun.study.circle.Year;

/**
 * D15: half-life of the collateral over the life of the debt it stands for; for the circle the
 * least of all debts, where collateral outlives its debt worst.
 */
final class CollateralLife implements Reading {
  @Override
  public double of(Year year, int[] firms) {
    double least = Double.NaN;
    for (Input decay : year.book().decays()) {
      for (Input maturing : year.book().maturing()) {
        double ratio = halfLife(year, decay) / life(year, maturing);
        least = least < ratio ? least : Double.isNaN(ratio) ? least : ratio;
      }
    }
    return least;
  }

  /** In periods; NaN where nothing is lost. */
  private static double halfLife(Year year, Input decay) {
    double lost = year.input(decay);
    return lost > 0 ? Math.log(2) / lost : Double.NaN;
  }

  /** In periods; NaN where nothing matures. */
  private static double life(Year year, Input maturing) {
    double due = year.input(maturing);
    return due > 0 ? 1 / due : Double.NaN;
  }

  @Override
  public Map<String, Figure> explained(Year year) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    for (Input decay : year.book().decays()) {
      for (Input maturing : year.book().maturing()) {
        double half = halfLife(year, decay);
        double life = life(year, maturing);
        figures.put(
            maturing.name().entity(),
            new Figure(
                "half_life_over_life",
                half / life,
                List.of(
                    new Figure("half_life", half, List.of(Figures.input(year, decay))),
                    new Figure("life", life, List.of(Figures.input(year, maturing))))));
      }
    }
    return figures;
  }
}
