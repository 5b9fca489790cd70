package org.tiyun.language.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tiyun.language.syntax.Ex;
import org.tiyun.language.syntax.SetEx;
import org.tiyun.language.syntax.Statement;

/** Every name that stands anywhere in a model but where it is declared. */
final class Mentions {
  private final Set<String> names = new HashSet<>();
  private final Deque<Ex> open = new ArrayDeque<>();

  private Mentions() {}

  static Set<String> of(List<Statement> statements) {
    Mentions mentions = new Mentions();
    statements.forEach(mentions::statement);
    return mentions.names;
  }

  /** Names in one expression. */
  static Set<String> in(Ex ex) {
    Mentions mentions = new Mentions();
    mentions.open.push(ex);
    mentions.work();
    return mentions.names;
  }

  private void work() {
    while (!open.isEmpty()) {
      expression(open.pop());
    }
  }

  private void statement(Statement statement) {
    switch (statement) {
      case Statement.SetDecl s -> {
        s.of().ifPresent(n -> names.add(n.text()));
        set(s.value());
      }
      case Statement.RelationDecl r -> {
        r.sets().forEach(n -> names.add(n.text()));
        set(r.value());
      }
      case Statement.Sector s -> names.add(s.name().text());
      case Statement.Claim c -> {
        head(c.head());
        c.issuer().ifPresent(open::push);
      }
      case Statement.Settle s -> names.add(s.claim().text());
      case Statement.Param p -> value(p.head(), p.value(), p.clauses());
      case Statement.Path p -> value(p.head(), p.value(), p.clauses());
      case Statement.Switch s -> s.expects().forEach(e -> open.push(e.value()));
      case Statement.Flow f -> {
        value(f.head(), f.amount(), f.clauses());
        open.push(f.payer());
        open.push(f.payee());
        f.claim().ifPresent(open::push);
        f.when().ifPresent(w -> names.add(w.text()));
      }
      case Statement.Equation e -> value(e.head(), e.right(), e.clauses());
      case Statement.Initial i -> {
        head(i.head());
        open.push(i.value());
      }
      case Statement.Revalue r -> {
        value(r.head(), r.amount(), r.clauses());
        open.push(r.holding());
      }
      case Statement.Event e -> {
        head(e.head());
        open.push(e.when());
        e.amount().ifPresent(open::push);
      }
      case Statement.Model _,
          Statement.Step _,
          Statement.Horizon _,
          Statement.UseLedger _,
          Statement.Include _,
          Statement.Scenario _,
          Statement.Change _,
          Statement.Turn _ -> {}
    }
    work();
  }

  private void value(Statement.Head head, Ex value, Statement.Clauses clauses) {
    head(head);
    open.push(value);
    clauses.low().ifPresent(open::push);
    clauses.high().ifPresent(open::push);
    clauses.draws().ifPresent(open::push);
  }

  private void head(Statement.Head head) {
    head.groups().forEach(this::binders);
  }

  private void binders(List<Ex.Binder> binders) {
    for (Ex.Binder binder : binders) {
      binder.set().ifPresent(s -> names.add(s.text()));
    }
  }

  private void set(SetEx set) {
    Deque<SetEx> sets = new ArrayDeque<>(List.of(set));
    while (!sets.isEmpty()) {
      switch (sets.pop()) {
        case SetEx.Named n -> names.add(n.name());
        case SetEx.Joined j -> {
          sets.push(j.a());
          sets.push(j.b());
        }
        case SetEx.Columns c -> c.where().ifPresent(open::push);
        case SetEx.Literal _, SetEx.Range _ -> {}
      }
    }
  }

  private void expression(Ex ex) {
    switch (ex) {
      case Ex.Ref r -> {
        names.add(r.name());
        r.groups().forEach(g -> g.forEach(open::push));
      }
      case Ex.Call c -> c.args().forEach(open::push);
      case Ex.Lookup l -> {
        open.push(l.x());
        for (Ex.Point point : l.points()) {
          open.push(point.x());
          open.push(point.y());
        }
      }
      case Ex.Over o -> {
        binders(o.binders());
        o.where().ifPresent(open::push);
        o.body().ifPresent(open::push);
      }
      case Ex.Unary u -> open.push(u.a());
      case Ex.Binary b -> {
        open.push(b.a());
        open.push(b.b());
      }
      case Ex.Member m -> {
        m.left().forEach(open::push);
        set(m.set());
      }
      case Ex.Read r -> r.conditions().forEach(open::push);
      case Ex.Map m -> m.entries().forEach(e -> open.push(e.value()));
      case Ex.Else e -> {
        open.push(e.value());
        open.push(e.other());
      }
      case Ex.Num _, Ex.Text _, Ex.Period _ -> {}
    }
  }
}
