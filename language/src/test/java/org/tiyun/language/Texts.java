package org.tiyun.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.tiyun.language.model.Checked;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Expr;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.ModelTables;
import org.tiyun.language.model.Name;
import org.tiyun.language.model.Scenario;
import org.tiyun.language.model.Variable;
import org.tiyun.words.Finding;
import org.tiyun.words.Severity;

/** Model texts for tests, and what comes of them. */
final class Texts {
  static final String FILE = "m.tiyun";

  /** A small ledger: five firms, some of their cash, one series. */
  static final ModelTables TABLES =
      new ModelTables(
          "test-ledger",
          "0123456789ab",
          List.of(
              table(
                  "entities",
                  List.of("id", "role"),
                  List.of("id"),
                  "openai,lab",
                  "anthropic,lab",
                  "microsoft,cloud",
                  "google,cloud",
                  "nvidia,chip"),
              table(
                  "balances",
                  List.of("entity", "item", "as_of", "value", "unit", "source_url", "grade"),
                  List.of("entity", "item", "as_of"),
                  "openai,cash,2025-12-31,20,bn USD,https://example.org/o,B",
                  "microsoft,cash,2025-09-30,90,bn USD,https://example.org/m,A",
                  "microsoft,cash,2025-12-31,100,bn USD,https://example.org/m,A",
                  "anthropic,cash,2025-12-31,,bn USD,,",
                  "google,debt,2025-12-31,much,bn USD,,"),
              table(
                  "deals",
                  List.of("id", "payer", "payee", "kind"),
                  List.of("id"),
                  "d1,openai,microsoft,compute",
                  "d2,anthropic,google,compute",
                  "d3,microsoft,nvidia,chips",
                  "d4,openai,microsoft,compute"),
              table(
                  "series",
                  List.of("entity", "metric", "period", "value", "unit"),
                  List.of("entity", "metric", "period"),
                  "nvidia,revenue,2026Q1,10,bn USD",
                  "nvidia,revenue,2026Q3,12,bn USD")));

  private Texts() {}

  private static ModelTables.Table table(
      String name, List<String> columns, List<String> keys, String... rows) {
    return new ModelTables.Table(
        name,
        name + ".csv",
        columns,
        keys,
        List.of(rows).stream().map(r -> List.of(r.split(",", -1))).toList(),
        IntStream.range(0, rows.length).map(i -> i + 2).toArray());
  }

  static Checked<CheckedModel> check(String text) {
    return Language.check(FILE, Map.of(FILE, text), TABLES);
  }

  /** The model of a text that has no errors. */
  static CheckedModel model(String text) {
    Checked<CheckedModel> checked = check(text);
    assertThat(errors(checked.findings())).isEmpty();
    return checked.result().orElseThrow();
  }

  static List<String> errors(List<Finding> findings) {
    return findings.stream()
        .filter(f -> f.severity() == Severity.ERROR)
        .map(f -> f.code() + " " + f.place() + " " + f.values())
        .toList();
  }

  static List<String> codes(Checked<?> checked) {
    return checked.findings().stream().map(Finding::code).toList();
  }

  static Scenario scenario(String text, CheckedModel model) {
    Checked<Scenario> checked = Language.scenario("s.tiyun", text, model);
    assertThat(errors(checked.findings())).isEmpty();
    return checked.result().orElseThrow();
  }

  static Input input(CheckedModel model, String base, String... elements) {
    OptionalInt id = model.input(Name.of(base, elements));
    assertThat(id).as(base).isPresent();
    return model.inputs().get(id.getAsInt());
  }

  static Variable variable(CheckedModel model, String base, String... elements) {
    OptionalInt id = model.variable(Name.of(base, elements));
    assertThat(id).as(base + List.of(elements)).isPresent();
    return model.variables().get(id.getAsInt());
  }

  /** The right side of a variable's equation. */
  static Expr right(CheckedModel model, String base, String... elements) {
    int id = variable(model, base, elements).id();
    return model.equations().stream()
        .filter(e -> e.variable() == id)
        .findFirst()
        .orElseThrow()
        .right();
  }

  /** The right side as text: names for variables and inputs, brackets around everything. */
  static String shown(CheckedModel model, String base, String... elements) {
    return new Shown(model).of(right(model, base, elements));
  }

  private record Shown(CheckedModel model) {
    String of(Expr e) {
      return switch (e) {
        case Expr.Const c ->
            c.value() == Math.rint(c.value())
                ? Long.toString((long) c.value())
                : Double.toString(c.value());
        case Expr.Var v -> model.variables().get(v.id()).name() + lag(v.lag());
        case Expr.In i -> model.inputs().get(i.id()).name() + lag(i.lag());
        case Expr.Time t -> "t";
        case Expr.Unary u -> u.op() + "(" + of(u.a()) + ")";
        case Expr.Binary b -> "(" + of(b.a()) + " " + b.op() + " " + of(b.b()) + ")";
        case Expr.If i -> "if(" + of(i.test()) + ", " + of(i.a()) + ", " + of(i.b()) + ")";
        case Expr.Lookup l -> "lookup(" + of(l.x()) + ", " + l.xs() + ", " + l.ys() + ")";
        case Expr.Draw d ->
            (d.normal() ? "normal(" : "uniform(") + model.streams().get(d.stream()) + ")";
      };
    }

    private static String lag(int lag) {
      return lag == 0 ? "" : "(-" + lag + ")";
    }
  }
}
