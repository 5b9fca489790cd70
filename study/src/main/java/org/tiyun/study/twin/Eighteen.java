package org.tiyun.study.twin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tiyun.engine.Run;
import org.tiyun.study.open.Bilingual;
import org.tiyun.study.quantity.Ensemble;
import org.tiyun.study.quantity.Quantity;
import org.tiyun.study.roles.Role;
import org.tiyun.study.twin.Correspondence.Row;
import org.tiyun.study.twin.TwinResult.Effect;
import org.tiyun.study.twin.TwinResult.Eighteenth;
import org.tiyun.study.twin.TwinResult.Ends;
import org.tiyun.study.twin.TwinResult.Measured;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/** The eighteen quantities side by side, each defined in its row of the correspondence. */
final class Eighteen {
  private final List<Row> rows;
  private final List<Measuring> measuring;
  private final List<Map<Quantity, int[]>> firms = new ArrayList<>();

  /**
   * @throws Failure E0654 for a row that is none of the eighteen, E0685 for a blank cell without a
   *     reason, E0686 for a set that a model has not, E0689 for a quantity it lacks the roles for
   */
  Eighteen(List<Row> rows, List<Machine> machines) {
    rows.forEach(Eighteen::quantity);
    this.rows =
        rows.stream().sorted(Comparator.comparingInt((Row row) -> quantity(row).number())).toList();
    this.measuring = rows.isEmpty() ? List.of() : machines.stream().map(Measuring::new).toList();
    for (Measuring each : measuring) {
      Map<Quantity, int[]> has = new EnumMap<>(Quantity.class);
      for (Row row : this.rows) {
        String machine = each.machine().name();
        if (row.of(machine).isEmpty() && row.why(machine).isEmpty()) {
          throw row.missing("because_en, because_zh");
        }
        row.of(machine).ifPresent(set -> has.put(quantity(row), members(row, set, each)));
      }
      firms.add(has);
    }
  }

  private static Quantity quantity(Row row) {
    return Quantity.of(row.cell("id"))
        .orElseThrow(() ->
            new Failure(
                Finding.error("E0654")
                    .with("said", row.cell("id"))
                    .with("known", String.join(", ", known()))));
  }

  private static List<String> known() {
    List<String> words = new ArrayList<>();
    for (Quantity quantity : Quantity.values()) {
      words.add(quantity.word());
    }
    return words;
  }

  private static int[] members(Row row, String set, Measuring each) {
    for (Role role : quantity(row).needs()) {
      if (!each.roles().has(role)) {
        throw row.lacking(quantity(row).word(), each.machine().name(), role.word());
      }
    }
    return each.members(set).orElseThrow(() -> row.unknown(set, each.machine().name()));
  }

  /**
   * @param draws of each machine behind the ranges; empty: none
   */
  List<Eighteenth> over(List<Integer> years, List<Optional<Ensemble>> draws) {
    List<Optional<Ranges>> ranges = new ArrayList<>();
    for (int m = 0; m < measuring.size(); m++) {
      Measuring each = measuring.get(m);
      Map<Quantity, int[]> has = firms.get(m);
      ranges.add(draws.get(m).map(d -> new Ranges(each, has, years, d)));
    }
    List<Eighteenth> all = new ArrayList<>();
    for (Row row : rows) {
      Quantity quantity = quantity(row);
      List<Measured> of = new ArrayList<>();
      for (int m = 0; m < measuring.size(); m++) {
        Optional<Ranges> range = ranges.get(m);
        of.add(measured(row, quantity, m, years, range.flatMap(r -> r.of(quantity))));
      }
      all.add(
          new Eighteenth(
              quantity,
              row.text("en", "zh"),
              row.text("role_en", "role_zh"),
              row.text("unit_en", "unit_zh"),
              List.copyOf(of),
              ends(quantity, of, years),
              row.reason(),
              row.text("fails_en", "fails_zh")));
    }
    return List.copyOf(all);
  }

  private Measured measured(
      Row row, Quantity quantity, int m, List<Integer> years, Optional<TwinResult.Range> range) {
    Measuring each = measuring.get(m);
    Optional<int[]> of = Optional.ofNullable(firms.get(m).get(quantity));
    Bilingual none = new Bilingual("", "");
    if (of.isEmpty()) {
      Bilingual why = row.why(each.machine().name()).orElse(none);
      return new Measured(false, why, "", new double[0], "", "", Optional.empty());
    }
    String on = row.of(each.machine().name()).orElse("");
    if (quantity.overTime()) {
      double[] path = each.path(quantity, of.get(), years);
      return new Measured(true, none, on, path, "", "", range);
    }
    Measuring.Whole whole = each.whole(quantity);
    return new Measured(
        true, none, on, new double[] {whole.value()}, whole.sign(), whole.who(), range);
  }

  private static List<Ends> ends(Quantity quantity, List<Measured> of, List<Integer> years) {
    int zero = years.indexOf(0);
    int end = quantity.overTime() ? lastKnown(of, years.size()) : 0;
    return of.stream().map(m -> ends(m, quantity.overTime() ? zero : -1, end)).toList();
  }

  private static Ends ends(Measured measured, int from, int to) {
    return measured.defined() && to >= 0
        ? new Ends(from < 0 ? Double.NaN : measured.values()[from], measured.values()[to])
        : Ends.NONE;
  }

  /** The last year in which the first two machines both have it: lock-in ends before the run. */
  private static int lastKnown(List<Measured> of, int years) {
    for (int i = years - 1; i >= 0; i--) {
      int at = i;
      if (of.stream().limit(2).allMatch(m -> m.defined() && Double.isFinite(m.values()[at]))) {
        return i;
      }
    }
    return -1;
  }

  /** What a changed run makes of those that a run shows by itself, in its last year. */
  Map<Quantity, List<Effect>> changes(List<Optional<Run>> changed) {
    Map<Quantity, List<Effect>> changes = new LinkedHashMap<>();
    for (Row row : rows) {
      Quantity quantity = quantity(row);
      if (quantity.overTime()) {
        List<Effect> by = new ArrayList<>();
        for (int m = 0; m < measuring.size(); m++) {
          by.add(change(quantity, m, changed.get(m)));
        }
        changes.put(quantity, List.copyOf(by));
      }
    }
    return changes;
  }

  private Effect change(Quantity quantity, int m, Optional<Run> changed) {
    int[] of = firms.get(m).get(quantity);
    if (of == null || changed.isEmpty()) {
      return Effect.NONE;
    }
    Measuring each = measuring.get(m);
    double before = each.atEnd(each.machine().base().run(), quantity, of);
    double after = each.atEnd(changed.get(), quantity, of);
    return new Effect(after - before, Move.between(before, after), Optional.empty());
  }
}
