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
import org.tiyun.study.quantity.Quantity;
import org.tiyun.study.roles.Role;
import org.tiyun.study.twin.Correspondence.Row;
import org.tiyun.study.twin.TwinResult.Eighteenth;
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
   * @param draws of each machine behind the ranges; 0: none
   */
  List<Eighteenth> over(List<Integer> years, int draws, int threads) {
    List<Optional<Ranges>> ranges = new ArrayList<>();
    for (int m = 0; m < measuring.size(); m++) {
      ranges.add(draws > 0 ? Optional.of(ranges(m, years, draws, threads)) : Optional.empty());
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
              sameSign(quantity, of, years),
              row.text("fails_en", "fails_zh")));
    }
    return List.copyOf(all);
  }

  private Ranges ranges(int m, List<Integer> years, int draws, int threads) {
    Measuring each = measuring.get(m);
    return new Ranges(each, firms.get(m), years, Draws.of(each.machine(), draws, threads));
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

  private static Optional<Boolean> sameSign(
      Quantity quantity, List<Measured> of, List<Integer> years) {
    if (!quantity.overTime() || of.size() < 2 || !of.get(0).defined() || !of.get(1).defined()) {
      return Optional.empty();
    }
    int zero = years.indexOf(0);
    double[] a = of.get(0).values();
    double[] b = of.get(1).values();
    for (int i = a.length - 1; i > zero; i--) {
      double up = a[i] - a[zero];
      double other = b[i] - b[zero];
      // Lock-in ends a year before the run does.
      if (Double.isFinite(up) && Double.isFinite(other)) {
        return Optional.of(Math.signum(up) == Math.signum(other));
      }
    }
    return Optional.empty();
  }

  /** What a changed run makes of those that a run shows by itself, in its last year. */
  Map<Quantity, double[]> changes(List<Optional<Run>> changed) {
    Map<Quantity, double[]> changes = new LinkedHashMap<>();
    for (Row row : rows) {
      Quantity quantity = quantity(row);
      if (quantity.overTime()) {
        double[] by = new double[measuring.size()];
        for (int m = 0; m < by.length; m++) {
          by[m] = change(quantity, m, changed.get(m));
        }
        changes.put(quantity, by);
      }
    }
    return changes;
  }

  private double change(Quantity quantity, int m, Optional<Run> changed) {
    int[] of = firms.get(m).get(quantity);
    if (of == null || changed.isEmpty()) {
      return Double.NaN;
    }
    Measuring each = measuring.get(m);
    return each.atEnd(changed.get(), quantity, of)
        - each.atEnd(each.machine().base().run(), quantity, of);
  }
}
