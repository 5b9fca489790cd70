package org.tiyun.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tiyun.language.model.Books;
import org.tiyun.language.model.Calendar;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Clearing;
import org.tiyun.language.model.Distribution;
import org.tiyun.language.model.Equation;
import org.tiyun.language.model.Event;
import org.tiyun.language.model.Expr;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.Name;
import org.tiyun.language.model.Origin;
import org.tiyun.language.model.Variable;
import org.tiyun.words.Place;

/** Builds small models for tests. */
final class Models {
  final List<Variable> variables = new ArrayList<>();
  final List<Equation> equations = new ArrayList<>();
  final List<Input> inputs = new ArrayList<>();
  final List<Event> events = new ArrayList<>();
  Optional<Clearing> clearing = Optional.empty();
  Books books = Books.none();
  List<String> streams = List.of();

  Expr.Var variable(String name, Variable.Role role, double initial, Expr right) {
    int id = variables.size();
    Place place = Place.text("test.tiyun", id + 1, 1, 1, name);
    variables.add(
        new Variable(id, Name.of(name), role, Optional.empty(), initial, Optional.empty(), place));
    if (right != null) {
      equations.add(new Equation(id, right, place));
    }
    return new Expr.Var(id, 0);
  }

  Expr.Var variable(String name, double initial, Expr right) {
    return variable(name, Variable.Role.EQUATION, initial, right);
  }

  Expr.In input(String name, double value, Distribution draws) {
    int id = inputs.size();
    inputs.add(
        new Input(
            id,
            Name.of(name),
            Input.Kind.PARAMETER,
            value,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.ofNullable(draws),
            new Origin.Unsourced(),
            Optional.empty(),
            Place.text("test.tiyun", 100 + id, 1, 1, name)));
    return new Expr.In(id, 0);
  }

  CheckedModel model(int periods) {
    return new CheckedModel(
        "test",
        "test",
        "",
        new Calendar(Calendar.Step.PERIOD, OptionalInt.empty(), periods),
        variables,
        inputs,
        equations,
        clearing,
        books,
        events,
        List.of(),
        streams,
        List.of());
  }

  static Expr of(double value) {
    return new Expr.Const(value);
  }

  static Expr var(int id, int lag) {
    return new Expr.Var(id, lag);
  }

  static Expr op(Expr.BinaryOp op, Expr a, Expr b) {
    return new Expr.Binary(op, a, b);
  }

  static Expr op(Expr.UnaryOp op, Expr a) {
    return new Expr.Unary(op, a);
  }
}
