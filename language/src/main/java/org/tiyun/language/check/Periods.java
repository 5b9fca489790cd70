package org.tiyun.language.check;

import java.util.OptionalInt;
import org.tiyun.language.model.Calendar;
import org.tiyun.language.model.Expr;
import org.tiyun.language.model.Expr.BinaryOp;
import org.tiyun.language.syntax.Ex;

/** The calendar of a model, for whoever reads a period in its text. */
record Periods(Calendar calendar, Report report) {

  /** The number of a period; a finding and nothing where the label is none of the calendar. */
  OptionalInt number(Ex.Period period) {
    OptionalInt number = calendar.period(period.label());
    if (number.isEmpty()) {
      report.error("E0247", period.span(), "period", period.label(), "example", calendar.label(1));
    }
    return number;
  }

  /** The calendar year with fractions, as an expression of the period's number. */
  Expr year() {
    if (calendar.start().isEmpty()) {
      return new Expr.Time();
    }
    Expr count =
        new Expr.Binary(
            BinaryOp.ADD, new Expr.Time(), new Expr.Const(calendar.start().getAsInt() - 1));
    int per = calendar.step().perYear();
    return per == 1 ? count : new Expr.Binary(BinaryOp.DIV, count, new Expr.Const(per));
  }
}
