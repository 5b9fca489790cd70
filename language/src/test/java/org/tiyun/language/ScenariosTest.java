package org.tiyun.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tiyun.language.model.Checked;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Expr;
import org.tiyun.language.model.ModelTables;
import org.tiyun.language.model.Scenario;

/** Overlays: what a scenario and a setting change, from when to when. */
class ScenariosTest {
  private static final CheckedModel MODEL =
      Texts.model(
          """
          model loop
          step quarter
          horizon 2026Q1..2028Q4
          set lab = {openai, anthropic}
          sector a, b
          claim money issued by a
          param mu[l in lab] = {openai: 19, else: 15} range 0..100 source "x"
          param eta = 0.5 source "x"
          path w = 11 source "x"
          switch boom = on
          flow f : a -> b = w * eta * sum(l in lab : mu[l]) when boom
          K = K(-1)
          """);

  private static List<Scenario.Change> changes(String lines) {
    return Texts.scenario("scenario s \"A title\" of loop\n" + lines, MODEL).changes();
  }

  private static int input(String base, String... elements) {
    return Texts.input(MODEL, base, elements).id();
  }

  @Test
  void aValueFromAPeriodOnAndForAWhile() {
    assertThat(changes("set eta = 0.2 from 2027Q1"))
        .containsExactly(
            new Scenario.Change(input("eta"), new Expr.Const(0.2), 5, Integer.MAX_VALUE));
    assertThat(changes("set eta = 0.2 from 2027Q1 to 2027Q4"))
        .containsExactly(new Scenario.Change(input("eta"), new Expr.Const(0.2), 5, 8));
    assertThat(changes("set eta = 0.2").getFirst().from()).isZero();
  }

  @Test
  void whatDiffersFromItsFileByDashesIsCalledAsTheFile() {
    String text = "model my_loop\nstep quarter\nhorizon 2026Q1..2026Q4\nparam a = 1 source \"x\"";
    CheckedModel model =
        Language.check("my-loop.tiyun", Map.of("my-loop.tiyun", text), ModelTables.none())
            .result()
            .orElseThrow();
    assertThat(model.id()).isEqualTo("my-loop");
    assertThat(Texts.model(text).id()).as("of another file").isEqualTo("my_loop");
    String scenario = "scenario rates_up \"x\" of my_loop\nset a = 2";
    Checked<Scenario> checked = Language.scenario("scenarios/rates-up.tiyun", scenario, model);
    assertThat(checked.findings()).isEmpty();
    assertThat(checked.result().orElseThrow().id()).isEqualTo("rates-up");
    assertThat(Texts.scenario(scenario, model).id()).isEqualTo("rates_up");
  }

  @Test
  void baseIsWhatItWouldHaveBeen() {
    assertThat(changes("set eta = base * 0.5").getFirst().value())
        .isEqualTo(
            new Expr.Binary(Expr.BinaryOp.MUL, new Expr.In(input("eta"), 0), new Expr.Const(0.5)));
  }

  @Test
  void oneElementEachElementOrAll() {
    assertThat(changes("set mu[openai] = 12"))
        .extracting(Scenario.Change::input)
        .containsExactly(input("mu", "openai"));
    assertThat(changes("set mu[l in lab] = 12")).hasSize(2);
    assertThat(changes("set mu = 12")).hasSize(2);
  }

  @Test
  void pathsAndSwitches() {
    assertThat(changes("path w = {2026Q3: 9, 2027Q1: 8}"))
        .extracting(Scenario.Change::from)
        .containsExactly(3, 5);
    assertThat(changes("path w = 9 from 2027Q1"))
        .extracting(Scenario.Change::from)
        .containsExactly(5);
    assertThat(changes("switch boom off from 2027Q1"))
        .containsExactly(
            new Scenario.Change(input("boom"), new Expr.Const(0), 5, Integer.MAX_VALUE));
  }

  @Test
  void startingValues() {
    Scenario scenario =
        Texts.scenario("scenario s of loop\ninitial K = 100\ninitial money[b] = 2 * 4", MODEL);
    assertThat(scenario.initials())
        .containsExactly(
            new Scenario.InitialValue(Texts.variable(MODEL, "K").id(), 100),
            new Scenario.InitialValue(Texts.variable(MODEL, "money", "b").id(), 8));
  }

  @Test
  void settingsAreLinesOfAScenario() {
    Checked<Scenario> checked =
        Language.settings(List.of("eta=0.3", "mu[openai] = 1", "boom=off"), MODEL);
    assertThat(checked.findings()).isEmpty();
    assertThat(checked.result().orElseThrow().changes())
        .extracting(Scenario.Change::value)
        .containsExactly(new Expr.Const(0.3), new Expr.Const(1), new Expr.Const(0));
  }

  @Test
  void aSettingOutsideItsRangeIsRemarkedAndUsed() {
    Checked<Scenario> checked = Language.settings(List.of("mu[openai]=500"), MODEL);
    assertThat(Texts.codes(checked)).containsExactly("W0202");
    assertThat(checked.findings().get(0).because())
        .as("where the range is stated")
        .singleElement()
        .satisfies(b -> assertThat(b.place().orElseThrow().file()).isEqualTo(Texts.FILE));
    assertThat(checked.result()).isPresent();
  }

  @Test
  void theSameTextHasTheSameHash() {
    Scenario one = Texts.scenario("scenario s of loop\nset eta = 1", MODEL);
    Scenario two = Texts.scenario("scenario s of loop\nset eta = 1", MODEL);
    Scenario other = Texts.scenario("scenario s of loop\nset eta = 2", MODEL);
    assertThat(one.hash()).isEqualTo(two.hash()).hasSize(12).isNotEqualTo(other.hash());
  }
}
