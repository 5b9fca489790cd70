package org.tiyun.language.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.tiyun.language.model.Expr.BinaryOp;
import org.tiyun.language.model.Expr.UnaryOp;
import org.tiyun.language.model.LookUp;
import org.tiyun.language.model.ModelTables;
import org.tiyun.language.model.ModelTables.Table;
import org.tiyun.language.syntax.Ex;
import org.tiyun.language.syntax.SetEx;
import org.tiyun.language.syntax.Span;

/** Finds the rows of a table for which a condition holds. */
final class Rows {
  private final Map<String, Table> tables = new HashMap<>();
  private final Report report;

  /** By table and column: the rows that have a value there, so that many look-ups cost no scan. */
  private final Map<String, Map<String, List<Integer>>> indexes = new HashMap<>();

  /** Hears what values ask of tables. */
  private final Consumer<LookUp> heard;

  Rows(ModelTables tables, Report report, Consumer<LookUp> heard) {
    tables.tables().forEach(t -> this.tables.put(t.name(), t));
    this.report = report;
    this.heard = heard;
  }

  Consumer<LookUp> heard() {
    return heard;
  }

  /** Columns that must hold one text, with that text. */
  static Map<String, String> demanded(Table table, List<Ex> conditions, Scope scope) {
    Map<String, String> demanded = new LinkedHashMap<>();
    for (Ex condition : conditions) {
      equal(table, condition, scope).ifPresent(e -> demanded.put(e.column(), e.text()));
    }
    return demanded;
  }

  /** A condition that a column holds a text. */
  private record Equal(String column, String text) {}

  private static Optional<Equal> equal(Table table, Ex condition, Scope scope) {
    if (condition instanceof Ex.Binary b
        && b.op() == BinaryOp.EQ
        && b.a() instanceof Ex.Ref column
        && column.groups().isEmpty()
        && table.columns().contains(column.name())) {
      Optional<String> wanted =
          b.b() instanceof Ex.Text text
              ? Optional.of(text.text())
              : b.b() instanceof Ex.Ref ref && ref.groups().isEmpty()
                  ? scope.value(ref.name())
                  : Optional.empty();
      return wanted.map(text -> new Equal(column.name(), text));
    }
    return Optional.empty();
  }

  /** Looks elements of sets up by name, for {@code in cloud} in a condition. */
  interface SetLookup {
    Optional<Tuples> set(SetEx set);
  }

  Optional<Table> table(String name, Span span) {
    Table table = tables.get(name);
    if (table == null && !report.unread().kind("use")) {
      report.error("E0216", span, "name", name, "near", report.near(name, tables.keySet()));
    }
    return Optional.ofNullable(table);
  }

  int column(Table table, String name, Span span) {
    int at = table.columns().indexOf(name);
    if (at < 0) {
      report.error(
          "E0217",
          span,
          "column",
          name,
          "table",
          table.name(),
          "near",
          report.near(name, table.columns()));
    }
    return at;
  }

  /** Positions of the rows for which every condition holds; empty where a condition is at fault. */
  List<Integer> find(Table table, List<Ex> conditions, Scope scope, SetLookup sets) {
    List<Integer> candidates = null;
    for (Ex condition : conditions) {
      Optional<List<Integer>> quick = indexed(table, condition, scope);
      if (quick.isPresent() && (candidates == null || quick.get().size() < candidates.size())) {
        candidates = quick.get();
      }
    }
    List<Integer> found = new ArrayList<>();
    int count = candidates == null ? table.rows().size() : candidates.size();
    for (int i = 0; i < count; i++) {
      int row = candidates == null ? i : candidates.get(i);
      boolean all = true;
      for (Ex condition : conditions) {
        all = all && holds(condition, new Row(table, row), scope, sets);
      }
      if (all) {
        found.add(row);
      }
    }
    if (count == 0) {
      // Columns are still looked up, so that a wrong name is told though no row is there.
      conditions.forEach(c -> holds(c, new Row(table, -1), scope, sets));
    }
    return found;
  }

  private Optional<List<Integer>> indexed(Table table, Ex condition, Scope scope) {
    return equal(table, condition, scope)
        .map(e ->
            indexes
                .computeIfAbsent(
                    table.name() + "\n" + e.column(),
                    k -> index(table, table.columns().indexOf(e.column())))
                .getOrDefault(e.text(), List.of()));
  }

  private static Map<String, List<Integer>> index(Table table, int column) {
    Map<String, List<Integer>> index = new HashMap<>();
    for (int i = 0; i < table.rows().size(); i++) {
      index.computeIfAbsent(table.rows().get(i).get(column), k -> new ArrayList<>()).add(i);
    }
    return index;
  }

  private record Row(Table table, int at) {
    String cell(int column) {
      return at < 0 || column < 0 ? "" : table.rows().get(at).get(column);
    }
  }

  private boolean holds(Ex condition, Row row, Scope scope, SetLookup sets) {
    return switch (condition) {
      case Ex.Unary u when u.op() == UnaryOp.NOT -> !holds(u.a(), row, scope, sets);
      case Ex.Binary b when b.op() == BinaryOp.AND ->
          holds(b.a(), row, scope, sets) & holds(b.b(), row, scope, sets);
      case Ex.Binary b when b.op() == BinaryOp.OR ->
          holds(b.a(), row, scope, sets) | holds(b.b(), row, scope, sets);
      case Ex.Binary b -> compare(b, row, scope);
      case Ex.Member m when m.left().size() == 1 -> {
        String left = text(m.left().get(0), row, scope);
        yield sets.set(m.set()).map(t -> t.contains(List.of(left))).orElse(false);
      }
      default -> {
        report.error("E0260", condition.span());
        yield false;
      }
    };
  }

  private boolean compare(Ex.Binary b, Row row, Scope scope) {
    String left = text(b.a(), row, scope);
    String right = text(b.b(), row, scope);
    OptionalDouble x = number(left);
    OptionalDouble y = number(right);
    boolean numbers = x.isPresent() && y.isPresent();
    int order = numbers ? Double.compare(x.getAsDouble(), y.getAsDouble()) : left.compareTo(right);
    boolean known = !left.isEmpty() && !right.isEmpty();
    return switch (b.op()) {
      case EQ -> order == 0;
      case NE -> order != 0;
      case LT -> known && order < 0;
      case LE -> known && order <= 0;
      case GT -> known && order > 0;
      case GE -> known && order >= 0;
      default -> {
        report.error("E0260", b.span());
        yield false;
      }
    };
  }

  private String text(Ex ex, Row row, Scope scope) {
    return switch (ex) {
      case Ex.Text t -> t.text();
      case Ex.Num n -> n.span().text();
      case Ex.Period p -> p.label();
      case Ex.Ref r when r.groups().isEmpty() && r.lag() == 0 -> {
        // On the left of a comparison and on its right: an index that is bound wins over a column
        // only where no column has that name.
        int at = row.table().columns().indexOf(r.name());
        if (at >= 0) {
          yield row.cell(at);
        }
        Optional<String> bound = scope.value(r.name());
        if (bound.isEmpty()) {
          column(row.table(), r.name(), r.span());
        }
        yield bound.orElse("");
      }
      default -> {
        report.error("E0260", ex.span());
        yield "";
      }
    };
  }

  /** The number that a cell holds; empty where it holds none. */
  static OptionalDouble number(String cell) {
    String text = cell.strip();
    if (text.isEmpty()
        || text.length() > 64
        || !text.matches("[-+]?[0-9][0-9.]*([eE][-+]?[0-9]+)?")) {
      return OptionalDouble.empty();
    }
    try {
      double value = Double.parseDouble(text);
      return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
