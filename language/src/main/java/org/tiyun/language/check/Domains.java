package org.tiyun.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tiyun.language.syntax.Ex;

/** Runs through what indices run over. */
final class Domains {
  private final Sets sets;
  private final Report report;

  Domains(Sets sets, Report report) {
    this.sets = sets;
    this.report = report;
  }

  /** Whether every binder is sound: its set is there, of the right width, and its names are new. */
  boolean sound(List<Ex.Binder> binders, Scope scope, boolean declaration) {
    boolean ok = true;
    List<String> bound = new ArrayList<>(scope.names());
    for (Ex.Binder binder : binders) {
      if (binder.set().isEmpty()) {
        Ex.Element e = binder.names().get(0);
        if (!sets.elements().contains(e.text())) {
          if (!sets.missing()) {
            report.error(
                "E0220",
                e.span(),
                "name",
                e.text(),
                "near",
                report.near(e.text(), sets.elements()));
          }
          ok = false;
        }
        continue;
      }
      Ex.Element name = binder.set().get();
      Optional<Tuples> set = sets.named(name.text(), name.span());
      if (set.isEmpty()) {
        ok = false;
        continue;
      }
      int found = binder.names().size();
      if (set.get().arity() != found) {
        report.error(
            "E0213",
            binder.span(),
            "name",
            name.text(),
            "wanted",
            set.get().arity(),
            "found",
            found);
        ok = false;
      }
      for (Ex.Element index : binder.names()) {
        boolean restricts = found > 1 && !declaration;
        if (bound.contains(index.text()) && !restricts) {
          report.error("E0222", index.span(), "name", index.text());
          ok = false;
        }
        bound.add(index.text());
      }
    }
    return ok;
  }

  /** Calls {@code at} for each tuple of sound binders, with the indices bound in {@code scope}. */
  void each(List<Ex.Binder> binders, Scope scope, Consumer<List<String>> at) {
    each(binders, 0, scope, new ArrayList<>(), at);
  }

  private void each(
      List<Ex.Binder> binders,
      int from,
      Scope scope,
      List<String> sofar,
      Consumer<List<String>> at) {
    if (from == binders.size()) {
      at.accept(List.copyOf(sofar));
      return;
    }
    Ex.Binder binder = binders.get(from);
    int width = sofar.size();
    int bound = scope.size();
    for (List<String> row : rows(binder, scope)) {
      sofar.addAll(row);
      if (binder.set().isPresent()) {
        for (int i = 0; i < row.size(); i++) {
          scope.push(binder.names().get(i).text(), row.get(i));
        }
      }
      each(binders, from + 1, scope, sofar, at);
      scope.cut(bound);
      while (sofar.size() > width) {
        sofar.remove(sofar.size() - 1);
      }
    }
  }

  private List<List<String>> rows(Ex.Binder binder, Scope scope) {
    if (binder.set().isEmpty()) {
      return List.of(List.of(binder.names().get(0).text()));
    }
    Tuples set = sets.named(binder.set().get().text(), binder.set().get().span()).orElseThrow();
    int mask = 0;
    List<String> values = new ArrayList<>();
    for (int i = 0; i < binder.names().size(); i++) {
      Optional<String> value = scope.value(binder.names().get(i).text());
      if (value.isPresent()) {
        mask |= 1 << i;
        values.add(value.get());
      }
    }
    return set.restrict(mask, values);
  }

  /** How many tuples there are, without running through them. */
  double count(List<Ex.Binder> binders) {
    double count = 1;
    for (Ex.Binder binder : binders) {
      if (binder.set().isPresent()) {
        count *=
            sets.named(binder.set().get().text(), binder.set().get().span())
                .map(t -> t.rows().size())
                .orElse(0);
      }
    }
    return count;
  }
}
