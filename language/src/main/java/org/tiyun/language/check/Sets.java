package org.tiyun.language.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tiyun.language.syntax.Ex;
import org.tiyun.language.syntax.SetEx;
import org.tiyun.language.syntax.Span;
import org.tiyun.language.syntax.Statement;

/** The sets and relations of a model, each worked out when first asked for. */
final class Sets {
  private static final int LARGEST = 1_000_000;

  /** Sets made of sets made of sets. */
  private static final int DEEPEST = 150;

  /** Sets that a relation may join. */
  private static final int WIDEST = 8;

  private final Rows rows;
  private final Report report;
  private final Map<String, Statement> declared = new LinkedHashMap<>();
  private final Map<String, Optional<Tuples>> known = new HashMap<>();
  private final Set<String> working = new HashSet<>();
  private final Set<String> used = new HashSet<>();
  private final Set<String> elements = new HashSet<>();
  private final Map<SetEx, Optional<Tuples>> inline = new IdentityHashMap<>();
  private int total;

  Sets(Rows rows, Report report) {
    this.rows = rows;
    this.report = report;
  }

  void declare(Ex.Element name, Statement statement) {
    declared.put(name.text(), statement);
  }

  /** Takes in a set that is known already: one of a checked model, for its scenarios. */
  void put(Tuples tuples, Statement origin) {
    declared.put(tuples.name(), origin);
    known.put(tuples.name(), Optional.of(tuples));
    tuples.rows().forEach(elements::addAll);
  }

  /** Takes in a name that may stand where an element does. */
  void element(String name) {
    elements.add(name);
  }

  /** All sets by name, in the order they are written. */
  Map<String, Tuples> all() {
    Map<String, Tuples> all = new LinkedHashMap<>();
    declared.keySet().forEach(n -> get(n).ifPresent(t -> all.put(n, t)));
    return all;
  }

  Set<String> names() {
    return declared.keySet();
  }

  boolean has(String name) {
    return declared.containsKey(name);
  }

  boolean used(String name) {
    return used.contains(name);
  }

  /** Every element of any set. */
  Set<String> elements() {
    return Collections.unmodifiableSet(elements);
  }

  /** Whether some element may be one of a set that could not be read. */
  boolean missing() {
    return report.unread().kind("set");
  }

  /** The set of that name; a finding and nothing where there is none. */
  Optional<Tuples> named(String name, Span span) {
    if (!declared.containsKey(name) && report.unread().may(name)) {
      return Optional.empty();
    }
    if (!declared.containsKey(name)) {
      report.error("E0215", span, "name", name, "near", report.near(name, declared.keySet()));
      return Optional.empty();
    }
    used.add(name);
    return get(name);
  }

  private Optional<Tuples> get(String name) {
    Optional<Tuples> made = known.get(name);
    if (made != null) {
      return made;
    }
    Statement statement = Objects.requireNonNull(declared.get(name));
    if (!working.add(name)) {
      report.error("E0226", statement.span(), "name", name);
      return Optional.empty();
    }
    if (working.size() > DEEPEST) {
      report.error("E0205", statement.span(), "limit", DEEPEST);
      return Optional.empty();
    }
    Optional<Tuples> tuples =
        switch (statement) {
          case Statement.SetDecl s -> set(s);
          case Statement.RelationDecl r -> relation(r);
          default -> Optional.empty();
        };
    working.remove(name);
    known.put(name, tuples);
    tuples.ifPresent(t -> t.rows().forEach(elements::addAll));
    return tuples;
  }

  private Optional<Tuples> set(Statement.SetDecl s) {
    Optional<Tuples> value = value(s.value(), s.name().text(), 1);
    if (s.of().isEmpty() || value.isEmpty()) {
      return value;
    }
    Optional<Tuples> parent = named(s.of().get().text(), s.of().get().span());
    if (parent.isEmpty()) {
      return Optional.empty();
    }
    for (List<String> row : value.get().rows()) {
      if (!parent.get().contains(row)) {
        report.error(
            "E0224",
            span(s.value(), row),
            "element",
            row.get(0),
            "set",
            parent.get().name(),
            "near",
            report.near(row.get(0), parent.get().elements()));
        return Optional.empty();
      }
    }
    return value;
  }

  private Optional<Tuples> relation(Statement.RelationDecl r) {
    if (r.sets().size() > WIDEST) {
      report.error("E0288", r.span(), "name", r.name().text(), "limit", WIDEST);
      return Optional.empty();
    }
    List<Tuples> over = new ArrayList<>();
    for (Ex.Element name : r.sets()) {
      named(name.text(), name.span()).ifPresent(over::add);
    }
    Optional<Tuples> value = value(r.value(), r.name().text(), r.sets().size());
    if (value.isEmpty() || over.size() < r.sets().size()) {
      return Optional.empty();
    }
    boolean table = r.value() instanceof SetEx.Columns;
    List<List<String>> kept = new ArrayList<>();
    for (List<String> row : value.get().rows()) {
      boolean fits = true;
      for (int i = 0; i < row.size(); i++) {
        boolean in = over.get(i).contains(List.of(row.get(i)));
        if (!in && !table) {
          report.error(
              "E0224",
              span(r.value(), row),
              "element",
              row.get(i),
              "set",
              over.get(i).name(),
              "near",
              report.near(row.get(i), over.get(i).elements()));
          return Optional.empty();
        }
        fits &= in;
      }
      if (fits) {
        kept.add(row);
      }
    }
    return Optional.of(new Tuples(r.name().text(), r.sets().size(), kept));
  }

  private static Span span(SetEx set, List<String> row) {
    if (set instanceof SetEx.Literal literal) {
      for (List<Ex.Element> tuple : literal.elements()) {
        if (tuple.stream().map(Ex.Element::text).toList().equals(row)) {
          return tuple.get(0).span().to(tuple.get(tuple.size() - 1).span());
        }
      }
    }
    return set.span();
  }

  /** The value of a set expression whose rows have {@code arity} parts. */
  Optional<Tuples> value(SetEx set, String name, int arity) {
    return rowsOf(set, name, arity).map(r -> new Tuples(name, arity, r));
  }

  private Optional<List<List<String>>> rowsOf(SetEx set, String name, int arity) {
    return switch (set) {
      case SetEx.Named n -> {
        Optional<Tuples> other = named(n.name(), n.span());
        if (other.isPresent() && other.get().arity() != arity) {
          report.error(
              "E0213", n.span(), "name", n.name(), "wanted", arity, "found", other.get().arity());
          yield Optional.empty();
        }
        yield other.map(Tuples::rows);
      }
      case SetEx.Literal l -> literal(l, name, arity);
      case SetEx.Range r -> range(r, name);
      case SetEx.Columns c -> columns(c, name, arity);
      case SetEx.Joined j -> joined(j, name, arity);
    };
  }

  private Optional<List<List<String>>> literal(SetEx.Literal l, String name, int arity) {
    List<List<String>> out = new ArrayList<>();
    Set<List<String>> seen = new HashSet<>();
    for (List<Ex.Element> tuple : l.elements()) {
      Span span = tuple.get(0).span();
      if (tuple.size() != arity) {
        report.error("E0213", span, "name", name, "wanted", arity, "found", tuple.size());
        return Optional.empty();
      }
      List<String> row = tuple.stream().map(Ex.Element::text).toList();
      if (!seen.add(row)) {
        report.error("E0261", span, "element", String.join(", ", row), "name", name);
      }
      out.add(row);
    }
    return grown(out.size(), name, l.span()) ? Optional.of(out) : Optional.empty();
  }

  private Optional<List<List<String>>> range(SetEx.Range r, String name) {
    double low = r.low() instanceof Ex.Num n ? n.value() : Double.NaN;
    double high = r.high() instanceof Ex.Num n ? n.value() : Double.NaN;
    boolean whole = low == Math.rint(low) && high == Math.rint(high) && Math.abs(low) < 1e15;
    if (!whole || high < low) {
      report.error("E0228", r.span());
      return Optional.empty();
    }
    double count = high - low + 1;
    if (!grown(count, name, r.span())) {
      return Optional.empty();
    }
    List<List<String>> out = new ArrayList<>();
    for (long i = (long) low; i <= (long) high; i++) {
      out.add(List.of(Long.toString(i)));
    }
    return Optional.of(out);
  }

  private Optional<List<List<String>>> columns(SetEx.Columns c, String name, int arity) {
    if (c.columns().size() != arity) {
      report.error("E0213", c.span(), "name", name, "wanted", arity, "found", c.columns().size());
      return Optional.empty();
    }
    var table = rows.table(c.table(), c.word());
    if (table.isEmpty()) {
      return Optional.empty();
    }
    int[] at = new int[arity];
    for (int i = 0; i < arity; i++) {
      at[i] = rows.column(table.get(), c.columns().get(i).text(), c.columns().get(i).span());
      if (at[i] < 0) {
        return Optional.empty();
      }
    }
    Set<List<String>> out = new LinkedHashSet<>();
    List<Ex> where = c.where().map(List::of).orElse(List.of());
    for (int row : rows.find(table.get(), where, new Scope(), this::inline)) {
      List<String> tuple = new ArrayList<>();
      for (int column : at) {
        tuple.add(table.get().rows().get(row).get(column));
      }
      if (!tuple.contains("")) {
        out.add(List.copyOf(tuple));
      }
    }
    return grown(out.size(), name, c.span()) ? Optional.of(List.copyOf(out)) : Optional.empty();
  }

  /** A set in a condition, such as {@code role in {"lab", "cloud"}}. */
  Optional<Tuples> inline(SetEx set) {
    if (set instanceof SetEx.Named n) {
      return named(n.name(), n.span());
    }
    // A condition is asked once for each row: what it names is worked out once.
    Optional<Tuples> made = inline.get(set);
    if (made == null) {
      boolean tuples = set instanceof SetEx.Literal l && !l.elements().isEmpty();
      int arity = tuples ? ((SetEx.Literal) set).elements().get(0).size() : 1;
      made = value(set, "{}", arity);
      inline.put(set, made);
    }
    return made;
  }

  private Optional<List<List<String>>> joined(SetEx.Joined j, String name, int arity) {
    Optional<List<List<String>>> a = rowsOf(j.a(), name, arity);
    Optional<List<List<String>>> b = rowsOf(j.b(), name, arity);
    if (a.isEmpty() || b.isEmpty()) {
      return Optional.empty();
    }
    Set<List<String>> out = new LinkedHashSet<>(a.get());
    switch (j.op()) {
      case '+' -> out.addAll(b.get());
      case '-' -> out.removeAll(new HashSet<>(b.get()));
      default -> out.retainAll(new HashSet<>(b.get()));
    }
    return grown(out.size(), name, j.span()) ? Optional.of(List.copyOf(out)) : Optional.empty();
  }

  private boolean grown(double by, String name, Span span) {
    if (total + by > LARGEST) {
      report.error("E0225", span, "name", name, "limit", LARGEST);
      return false;
    }
    total += (int) by;
    return true;
  }
}
