package org.tiyun.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tiyun.language.model.Books;
import org.tiyun.language.model.Calendar;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Equation;
import org.tiyun.language.model.Expr;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.Name;
import org.tiyun.language.model.Origin;
import org.tiyun.language.model.Scenario;
import org.tiyun.language.model.Variable;
import org.tiyun.words.Place;

/** A textbook case: equations, parameters, start, scenarios, as stated in its model.md. */
final class CaseFile {
  private static final Pattern BLOCK =
      Pattern.compile("```(\\w+) ?(\\S*)\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(?:(\\d+(?:\\.\\d*)?(?:[eE][-+]?\\d+)?)|([A-Za-z_]\\w*)|(.))");

  private final String id;
  private final Map<String, String> blocks = new LinkedHashMap<>();
  private final Map<String, Integer> variables = new LinkedHashMap<>();
  private final Map<String, Integer> inputs = new LinkedHashMap<>();

  CaseFile(String id) {
    this.id = id;
    Matcher m = BLOCK.matcher(resource(id + "/model.md"));
    while (m.find()) {
      blocks.put((m.group(1) + " " + m.group(2)).strip(), m.group(3));
    }
    assignments("equations").keySet().forEach(n -> variables.put(n, variables.size()));
    assignments("parameters").keySet().forEach(n -> inputs.put(n, inputs.size()));
  }

  /** A published figure. */
  record Figure(String variable, int period, double value, double tolerance) {}

  List<Figure> figures(String file) {
    return resource(id + "/" + file)
        .lines()
        .skip(1)
        .map(l -> l.split(",", 5))
        .map(c ->
            new Figure(
                c[0], Integer.parseInt(c[1]), Double.parseDouble(c[2]), Double.parseDouble(c[3])))
        .toList();
  }

  int periods(String scenario) {
    return Integer.parseInt(
        blocks.get("scenario " + scenario).lines().findFirst().orElseThrow().substring(4).strip());
  }

  Scenario scenario(String name) {
    List<Scenario.Change> changes = new ArrayList<>();
    blocks
        .get("scenario " + name)
        .lines()
        .skip(1)
        .forEach(line -> {
          Matcher m = Pattern.compile("period (\\d+): (\\w+) = (\\S+)").matcher(line);
          if (m.matches()) {
            Expr value = new Expr.Const(Double.parseDouble(m.group(3)));
            changes.add(
                new Scenario.Change(
                    inputs.get(m.group(2)),
                    value,
                    Integer.parseInt(m.group(1)),
                    Integer.MAX_VALUE));
          }
        });
    List<Scenario.InitialValue> initials = new ArrayList<>();
    assignments("startof " + name)
        .forEach((n, v) ->
            initials.add(new Scenario.InitialValue(variables.get(n), Double.parseDouble(v))));
    return new Scenario(name, name, "", changes, initials);
  }

  CheckedModel model() {
    Map<String, String> start = assignments("start");
    List<Variable> vars = new ArrayList<>();
    List<Equation> equations = new ArrayList<>();
    assignments("equations")
        .forEach((name, right) -> {
          Place place = Place.text(id, vars.size() + 1, 1, 1, name + " = " + right);
          double initial = Double.parseDouble(start.getOrDefault(name, "0"));
          vars.add(
              new Variable(
                  vars.size(),
                  Name.of(name),
                  Variable.Role.EQUATION,
                  Optional.empty(),
                  initial,
                  Optional.empty(),
                  place));
          equations.add(new Equation(vars.size() - 1, new Parser(right).sum(), place));
        });
    List<Input> params = new ArrayList<>();
    assignments("parameters")
        .forEach((name, value) ->
            params.add(
                new Input(
                    params.size(),
                    Name.of(name),
                    Input.Kind.PARAMETER,
                    Double.parseDouble(value),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    new Origin.Unsourced(),
                    Optional.empty(),
                    Place.of(id))));
    return new CheckedModel(
        id,
        id,
        "",
        new Calendar(Calendar.Step.PERIOD, OptionalInt.empty(), 50),
        vars,
        params,
        equations,
        Optional.empty(),
        Books.none(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  int variable(String name) {
    return variables.get(name);
  }

  private Map<String, String> assignments(String block) {
    Map<String, String> result = new LinkedHashMap<>();
    blocks
        .getOrDefault(block, "")
        .lines()
        .filter(l -> l.contains("="))
        .forEach(l -> {
          int at = l.indexOf('=');
          result.put(l.substring(0, at).strip(), l.substring(at + 1).strip());
        });
    return result;
  }

  private static String resource(String name) {
    try (var in = CaseFile.class.getResourceAsStream("/textbook/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sums, products and lags: all that these cases need. */
  private final class Parser {
    private final List<String> tokens = new ArrayList<>();
    private int at;

    Parser(String text) {
      Matcher m = TOKEN.matcher(text);
      while (m.find()) {
        tokens.add(m.group().strip());
      }
      tokens.add("");
    }

    Expr sum() {
      Expr left = product();
      while (tokens.get(at).equals("+") || tokens.get(at).equals("-")) {
        var op = tokens.get(at++).equals("+") ? Expr.BinaryOp.ADD : Expr.BinaryOp.SUB;
        left = new Expr.Binary(op, left, product());
      }
      return left;
    }

    private Expr product() {
      Expr left = atom();
      while (tokens.get(at).equals("*") || tokens.get(at).equals("/")) {
        var op = tokens.get(at++).equals("*") ? Expr.BinaryOp.MUL : Expr.BinaryOp.DIV;
        left = new Expr.Binary(op, left, atom());
      }
      return left;
    }

    private Expr atom() {
      String token = tokens.get(at++);
      if (token.equals("-")) {
        return new Expr.Unary(Expr.UnaryOp.NEG, atom());
      }
      if (token.equals("(")) {
        Expr inside = sum();
        at++;
        return inside;
      }
      if (Character.isDigit(token.charAt(0))) {
        return new Expr.Const(Double.parseDouble(token));
      }
      int lag = 0;
      if (tokens.get(at).equals("(")) {
        lag = Integer.parseInt(tokens.get(at + 2));
        at += 4;
      }
      return variables.containsKey(token)
          ? new Expr.Var(variables.get(token), lag)
          : new Expr.In(inputs.get(token), lag);
    }
  }
}
