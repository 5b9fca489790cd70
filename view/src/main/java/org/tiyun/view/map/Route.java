package org.tiyun.view.map;

import org.tiyun.view.map.MoneyMap.Pipe;

/**
 * A pipe with its way through the picture.
 *
 * @param curve the middle line from the payer's rim to the base of the arrowhead
 * @param tip where the arrowhead touches the payee
 * @param head half the width of the arrowhead
 */
record Route(Pipe pipe, Curve curve, Point tip, double head, double width) {
  private static final double GAP = 2.5;

  static Route of(Pipe pipe, Body payer, Body payee, double bend, double width) {
    Curve whole = Curve.bent(payer.centre(), payee.centre(), bend);
    double head = pipe.amount().isPresent() ? width * 0.8 + 3 : 4.5;
    double from = leave(whole, payer, GAP);
    double to = arrive(whole, payee, GAP);
    double base = arrive(whole, payee, GAP + 1.55 * head);
    if (base <= from) {
      base = from + (to - from) * 0.3;
    }
    return new Route(pipe, whole.between(from, base), whole.at(to), head, width);
  }

  /** Length of the arrowhead along the way. */
  double headLength() {
    return curve.end().distance(tip);
  }

  /** The last parameter at which the way is still within a distance of the payer. */
  private static double leave(Curve curve, Body payer, double gap) {
    for (int i = 0; i <= 200; i++) {
      if (payer.distance(curve.at(i / 200.0)) > gap) {
        return i / 200.0;
      }
    }
    return 0.5;
  }

  private static double arrive(Curve curve, Body payee, double gap) {
    for (int i = 200; i >= 0; i--) {
      if (payee.distance(curve.at(i / 200.0)) > gap) {
        return i / 200.0;
      }
    }
    return 0.5;
  }
}
