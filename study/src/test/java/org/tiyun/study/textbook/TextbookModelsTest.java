package org.tiyun.study.textbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiyun.engine.Engine;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Run;
import org.tiyun.engine.RunRequest;
import org.tiyun.language.model.Name;
import org.tiyun.language.model.Variable;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.run.ScenarioChoice;

/** The textbook models as a user runs them: opened from disk, planned, run with their scenarios. */
class TextbookModelsTest {

  static List<String> models() {
    return Shelf.models();
  }

  static List<Shelf.Figures> figures() {
    return Shelf.figures();
  }

  @ParameterizedTest
  @MethodSource("figures")
  void aRunMeetsTheFigures(Shelf.Figures figures) {
    OpenModel opened = opened(figures.model());
    int periods = figures.all().stream().mapToInt(Shelf.Figure::period).max().orElseThrow();
    Run run = run(opened, figures.scenario(), Optional.of(periods));
    for (Shelf.Figure figure : figures.all()) {
      assertThat(values(run, figure.variable())[figure.period()])
          .as("%s of %s in %d", figure.variable(), figures, figure.period())
          .isCloseTo(figure.value(), within(figure.tolerance()));
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void equationsAndBooksHoldInEveryScenario(String model) {
    OpenModel opened = opened(model);
    List<String> scenarios = new ArrayList<>(List.of("base"));
    opened.scenarios().forEach(s -> scenarios.add(s.id()));
    for (String scenario : scenarios) {
      Run run = run(opened, scenario, Optional.empty());
      assertThat(Residuals.largest(run))
          .as("equations of %s %s", model, scenario)
          .isLessThan(1e-10);
      assertThat(run.audit().relative()).as("books of %s %s", model, scenario).isLessThan(1e-9);
      redundantEquationHolds(run);
    }
  }

  /**
   * The equation that the book leaves out because the others imply it, in our models the variable
   * {@code redundant}. Start values printed in the book are rounded, and what they miss goes on;
   * from period 2 on nothing may be added.
   */
  private static void redundantEquationHolds(Run run) {
    double[] gap = values(run, "redundant");
    double largest = 1;
    for (Variable v : run.model().variables()) {
      largest = Math.max(largest, Math.abs(run.values()[v.id()][1]));
    }
    for (int t = 3; t <= run.periods(); t++) {
      assertThat(gap[t])
          .as("redundant equation of %s in %d", run.model().id(), t)
          .isCloseTo(gap[2], within(1e-9 * largest));
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyModelAndScenarioHasFiguresWithTheirOrigin(String model) {
    List<Shelf.Figures> own =
        Shelf.figures().stream().filter(f -> f.model().equals(model)).toList();
    assertThat(own).as("figures of %s", model).isNotEmpty();
    assertThat(own.stream().map(Shelf.Figures::scenario).toList())
        .containsAll(opened(model).scenarios().stream().map(OpenModel.ScenarioFile::id).toList());
    for (Shelf.Figures figures : own) {
      assertThat(figures.all()).hasSizeGreaterThan(10).noneMatch(f -> f.source().isBlank());
    }
  }

  @Test
  void everyModelOfTheBookIsThere() {
    assertThat(Shelf.models())
        .contains("sim", "simex", "pc", "pcex", "pcex1", "pcex2", "lp1", "lp2", "lp3", "reg")
        .contains("open", "openg", "openm", "openm3", "bmw", "bmwk", "dis", "disinf1", "disinf2")
        .contains("insout", "insoutb", "growth", "growthb")
        .contains("openfix", "openfixg", "openfixr", "openflex");
  }

  @ParameterizedTest
  @ValueSource(strings = {"insout", "insoutb", "dis", "lp1", "lp2", "lp3", "simex"})
  void whatHasNoLoopIsEvaluatedOnce(String model) {
    Plan plan = Plan.of(opened(model).model());
    assertThat(plan.shape()).isEqualTo(new Plan.Shape(plan.model().equations().size(), 0, 0, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sim", "pc", "pcex", "disinf2", "open", "openg", "openm", "openm3", "reg"})
  void linearLoopsAreSolvedWithoutIteration(String model) {
    Plan.Shape shape = Plan.of(opened(model).model()).shape();
    assertThat(shape.iterated()).isZero();
    assertThat(shape.formulas() + shape.systems()).isEqualTo(1);
  }

  private static OpenModel opened(String model) {
    ModelOpener.Opening opening = new ModelOpener(Shelf.HOME).tryOpen(model);
    assertThat(opening.findings()).as("findings on %s", model).isEmpty();
    return opening.model().orElseThrow();
  }

  private static Run run(OpenModel opened, String scenario, Optional<Integer> periods) {
    ScenarioChoice choice =
        scenario.equals("base") ? ScenarioChoice.base() : ScenarioChoice.of(scenario);
    RunRequest request = RunRequest.of(choice.on(opened).scenario());
    return Engine.run(
        Plan.of(opened.model()), periods.isEmpty() ? request : request.until(periods.get()));
  }

  private static double[] values(Run run, String variable) {
    for (Variable v : run.model().variables()) {
      if (v.name().equals(Name.of(variable))) {
        return run.values()[v.id()];
      }
    }
    throw new AssertionError(run.model().id() + " has no " + variable);
  }
}
