package org.tiyun.study.open;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tiyun.language.model.Calendar;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.Origin;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;

/**
 * Numbers of a model's start that come from rows of a later time. The ledger maps fiscal quarters
 * by their larger part: one that ends half a quarter after the start is still of the quarter
 * before.
 */
final class LateRows {
  /** Half a quarter, in days of months of 31. */
  private static final int GRACE = 46;

  private LateRows() {}

  /** A remark that names how many there are, the latest, and both dates; paths are no start. */
  static Optional<Finding> remark(CheckedModel model, Function<Place, Place> shown) {
    Calendar calendar = model.calendar();
    if (calendar.start().isEmpty()) {
      return Optional.empty();
    }
    String start = calendar.label(0);
    int last = day(LedgerCut.end(start)) + GRACE;
    List<Input> late = new ArrayList<>();
    Optional<Origin.Row> latest = Optional.empty();
    for (Input input : model.inputs()) {
      if (input.kind() != Input.Kind.PARAMETER || !(input.origin() instanceof Origin.Rows rows)) {
        continue;
      }
      boolean any = false;
      for (Origin.Row row : rows.rows()) {
        if (day(row) > last) {
          any = true;
          if (latest.isEmpty() || day(row) > day(latest.get())) {
            latest = Optional.of(row);
          }
        }
      }
      if (any) {
        late.add(input);
      }
    }
    return latest.map(row ->
        Finding.warning("W0207", shown.apply(late.get(0).place()))
            .with("count", late.size())
            .with("name", late.get(0).name().toString())
            .with("start", start)
            .with("when", row.when().orElse(""))
            .with("row", row.file() + ":" + row.line()));
  }

  private static int day(Origin.Row row) {
    return row.when().map(when -> day(LedgerCut.end(when))).orElse(0);
  }

  /** Days since year 0, every month with 31; 0 where the text is no day. */
  private static int day(String end) {
    if (!end.matches("\\d{4}-\\d{2}-\\d{2}")) {
      return 0;
    }
    int year = Integer.parseInt(end.substring(0, 4));
    int month = Integer.parseInt(end.substring(5, 7));
    return (12 * year + month) * 31 + Integer.parseInt(end.substring(8, 10));
  }
}
