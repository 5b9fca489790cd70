package org.tiyun.study.quantity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tiyun.study.circle.Firm;
import org.tiyun.study.circle.Year;

/**
 * How a quantity is read from a year of a run: as a number, a hundred thousand times over, or with
 * all that it is made of. The number under an explanation is the same number.
 */
interface Reading {
  /** Who the figure of the whole circle belongs to. */
  String CIRCLE = "";

  /**
   * The number for some firms together; NaN where there is none. What is about the whole circle
   * only does not depend on them.
   *
   * @param firms their numbers in the book
   */
  double of(Year year, int[] firms);

  /** Figures by whom they are about, each with what it is made of; NaN where there is none. */
  Map<String, Figure> explained(Year year);

  /** A quantity that every firm has by itself. */
  interface ByFirm extends Reading {
    Figure explained(Year year, int firm);

    @Override
    default Map<String, Figure> explained(Year year) {
      Map<String, Figure> figures = new LinkedHashMap<>();
      List<Firm> firms = year.book().firms();
      for (int i = 0; i < firms.size(); i++) {
        figures.put(firms.get(i).name(), explained(year, i));
      }
      return figures;
    }

    /** The number for one firm. */
    default double one(Year year, int firm) {
      return of(year, new int[] {firm});
    }
  }
}
