package org.tiyun.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tiyun.language.model.Checked;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Distribution;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.LookUp;
import org.tiyun.language.model.Origin;

/** Parameters, paths, sets and relations, written out or read from tables. */
class InputsTest {

  @Test
  void aParameterKeepsItsRangeUnitSourceAndDistribution() {
    CheckedModel model =
        Texts.model(
            """
            model m
            param a = 0.6 range 0.4..0.8 unit "share" source "a book" doc "what it is" ~ uniform(0.5, 0.7)
            param b = 2 * a ~ triangular(1, 1.2, 2) source "x", c = 1 ~ normal(1, 0.1) source "x"
            param d = 1 ~ lognormal(0, 0.5) source "x"
            x = a + b + c + d
            """);
    Input a = Texts.input(model, "a");
    assertThat(a.value()).isEqualTo(0.6);
    assertThat(a.low()).contains(0.4);
    assertThat(a.high()).contains(0.8);
    assertThat(a.unit()).contains("share");
    assertThat(a.doc()).contains("what it is");
    assertThat(a.origin()).isEqualTo(new Origin.Stated("a book"));
    assertThat(a.draws()).contains(new Distribution.Uniform(0.5, 0.7));
    assertThat(Texts.input(model, "b").value()).isEqualTo(1.2);
    assertThat(Texts.input(model, "b").formula()).isPresent();
    assertThat(Texts.input(model, "b").draws()).contains(new Distribution.Triangular(1, 1.2, 2));
    assertThat(Texts.input(model, "c").draws()).contains(new Distribution.Normal(1, 0.1));
    assertThat(Texts.input(model, "d").draws()).contains(new Distribution.LogNormal(0, 0.5));
  }

  @Test
  void valuesByElementWithAnElseAndNested() {
    CheckedModel model =
        Texts.model(
            """
            model m
            set s = {a, b, c}
            param p[i in s] = {a: 1, b: 2 * 2, else: 9} source "x"
            param q[i in s, j in s] = {(a, b): 1, c: {a: 7, else: 8}, else: 0} source "x"
            x = p[a] + q[a, a]
            """);
    assertThat(List.of("a", "b", "c").stream().map(e -> Texts.input(model, "p", e).value()))
        .containsExactly(1.0, 4.0, 9.0);
    assertThat(Texts.input(model, "q", "a", "b").value()).isEqualTo(1);
    assertThat(Texts.input(model, "q", "c", "a").value()).isEqualTo(7);
    assertThat(Texts.input(model, "q", "c", "b").value()).isEqualTo(8);
    assertThat(Texts.input(model, "q", "b", "b").value()).isZero();
  }

  @Test
  void pathsAreStepsOrFormulas() {
    CheckedModel model =
        Texts.model(
            """
            model m
            step quarter
            horizon 2026Q1..2027Q4
            param g = 2% source "x"
            path w = {2026Q1: 11.5, 2026Q4: 10} source "x"
            path pop = 100 * (1 + g) ^ t source "x"
            path r = series[entity = "nvidia", metric = "revenue"].value
            set s = {a, b}
            path each[i in s] = {a: {2026Q1: 1, 2026Q2: 2}, b: 5} source "x"
            x = w + pop + r + each[a] + each[b]
            """);
    assertThat(Texts.input(model, "w").steps())
        .containsExactly(new Input.Step(1, 11.5), new Input.Step(4, 10));
    assertThat(Texts.input(model, "pop").formula()).isPresent();
    assertThat(Texts.input(model, "r").steps())
        .containsExactly(new Input.Step(1, 10), new Input.Step(3, 12));
    assertThat(Texts.input(model, "r").unit()).contains("bn USD");
    assertThat(Texts.input(model, "each", "a").steps()).hasSize(2);
    assertThat(Texts.input(model, "each", "b").value()).isEqualTo(5);
  }

  @Test
  void aValueFromATableKeepsItsRow() {
    CheckedModel model =
        Texts.model(
            """
            model m
            use ledger "../test"
            set firm = {openai, microsoft, anthropic, nvidia}
            param cash[f in firm] = last(balances[entity = f, item = "cash"].value)
              else {anthropic: 5, else: 1} source "assumption: small"
            param n = count(deals[payer = "openai"].id)
            param total = sum(balances[entity = "microsoft"].value)
            param middle = mean(balances[entity = "microsoft"].value)
            x = sum(f in firm : cash[f]) + n + total + middle
            """);
    Input microsoft = Texts.input(model, "cash", "microsoft");
    assertThat(microsoft.value()).isEqualTo(100);
    assertThat(microsoft.unit()).contains("bn USD");
    assertThat(microsoft.origin())
        .isInstanceOfSatisfying(
            Origin.Rows.class,
            rows -> {
              assertThat(rows.rows()).hasSize(1);
              assertThat(rows.rows().getFirst().line()).isEqualTo(4);
              assertThat(rows.rows().getFirst().key()).isEqualTo("microsoft/cash/2025-12-31");
              assertThat(rows.rows().getFirst().grade()).contains("A");
            });
    // A blank cell is unknown, not 0: the assumption is taken, and called one.
    assertThat(Texts.input(model, "cash", "anthropic").value()).isEqualTo(5);
    assertThat(Texts.input(model, "cash", "anthropic").origin()).isInstanceOf(Origin.Assumed.class);
    assertThat(Texts.input(model, "cash", "nvidia").value()).isEqualTo(1);
    assertThat(Texts.input(model, "n").value()).isEqualTo(2);
    assertThat(Texts.input(model, "total").value()).isEqualTo(190);
    assertThat(Texts.input(model, "middle").value()).isEqualTo(95);
  }

  @Test
  void aSumOfNoRowsIsReadAndNotAssumed() {
    CheckedModel model =
        Texts.model("model m\nparam p = sum(balances[entity = \"nobody\"].value)\nx = p");
    assertThat(Texts.input(model, "p").value()).isZero();
    assertThat(Texts.input(model, "p").origin()).isEqualTo(new Origin.Rows(List.of()));
  }

  @Test
  void setsByPredicateAndByArithmetic() {
    CheckedModel model =
        Texts.model(
            """
            model m
            use ledger "../test"
            set cloud = entities.id where role = "cloud"
            set other = entities.id where role in {"lab", "chip"} and not id = "openai"
            set all = cloud + other
            set few of all = all - {google} & {microsoft, nvidia}
            set lab = entities.id where role = "lab"
            relation hosts(lab, cloud) = deals.(payer, payee) where kind = "compute"
            x = count(i in all) + count(i in few) + sum((l, c) in hosts : 1)
            """);
    assertThat(elements(model, "cloud")).containsExactly("microsoft", "google");
    assertThat(elements(model, "other")).containsExactly("anthropic", "nvidia");
    assertThat(elements(model, "all"))
        .containsExactly("microsoft", "google", "anthropic", "nvidia");
    assertThat(elements(model, "few")).containsExactly("microsoft", "nvidia");
    // A pair of firms counts once, however many deals they have.
    assertThat(elements(model, "hosts")).containsExactly("openai/microsoft", "anthropic/google");
    assertThat(Texts.shown(model, "x")).isEqualTo("8");
  }

  private static List<String> elements(CheckedModel model, String set) {
    return model.sets().stream()
        .filter(s -> s.name().equals(set))
        .flatMap(s -> s.elements().stream())
        .map(e -> String.join("/", e))
        .toList();
  }

  @Test
  void startsFollowTheInputsThatTheyAreMadeOf() {
    CheckedModel model =
        Texts.model(
            """
            model m
            param k0 = 4 source "x"
            K = K(-1) + I
            I = 1
            initial K = k0 / 2 + I
            initial I = 3
            """);
    assertThat(Texts.variable(model, "K").initial()).isEqualTo(5);
    assertThat(Texts.variable(model, "K").initialFormula()).isPresent();
    assertThat(Texts.variable(model, "I").initialFormula()).isEmpty();
  }

  @Test
  void everyElementWithoutARowIsTold() {
    Checked<CheckedModel> checked =
        Texts.check(
            """
            model m
            set firm = {openai, google, nvidia}
            param cash[f in firm] = last(balances[entity = f, item = "cash"].value)
            param debt = only(balances[entity = "openai", item = "debt"].value)
            x = sum(f in firm : cash[f]) + debt
            """);
    assertThat(checked.findings())
        .allSatisfy(f -> assertThat(f.code()).isEqualTo("E0229"))
        .extracting(f -> f.values().get("where"))
        .containsExactly(" (f = google)", " (f = nvidia)", "");
  }

  @Test
  void lookUpsAreHeardWhetherOrNotARowAnswers() {
    List<LookUp> heard = new ArrayList<>();
    Language.check(
        Texts.FILE,
        Map.of(
            Texts.FILE,
            """
            model m
            set firm = {openai, nvidia}
            param cash[f in firm] = last(balances[entity = f, item = "cash"].value) else 1
            x = sum(f in firm : cash[f])
            """),
        Texts.TABLES,
        heard::add);
    assertThat(heard)
        .extracting(l -> l.input() + " " + l.table() + " " + l.where() + " " + l.rows())
        .containsExactly(
            "cash[openai] balances {entity=openai, item=cash} 1",
            "cash[nvidia] balances {entity=nvidia, item=cash} 0");
  }
}
