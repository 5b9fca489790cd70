package org.tiyun.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Models of Godley and Lavoie, as equations alone, meet their published numbers. The shipped
 * models, with flows where the book has them, are tested in study.
 */
class TextbookTest {

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "sim, baseline, base",
    "sim, gd25, gd25",
    "sim, alpha70, alpha70",
    "pc, baseline, base",
    "pc, rate, rate",
    "bmw, alpha0_28, alpha0_28",
    "bmw, alpha1_74, alpha1_74"
  })
  void runMeetsThePublishedNumbers(String id, String scenario, String file) {
    CaseFile given = new CaseFile(id);
    Plan plan = Plan.of(given.model());
    Run run =
        Engine.run(plan, RunRequest.of(given.scenario(scenario)).until(given.periods(scenario)));
    for (CaseFile.Figure figure : given.figures(file)) {
      assertThat(run.values()[given.variable(figure.variable())][figure.period()])
          .as("%s in %d", figure.variable(), figure.period())
          .isCloseTo(figure.value(), within(figure.tolerance()));
    }
    assertThat(Residuals.largest(run)).as("equations hold").isLessThan(1e-12);
  }

  @Test
  void theLoopOfSimIsSolvedByAFormula() {
    assertThat(Plan.of(new CaseFile("sim").model()).shape()).isEqualTo(new Plan.Shape(10, 1, 0, 0));
    assertThat(Plan.of(new CaseFile("pc").model()).shape().formulas()).isEqualTo(1);
    assertThat(Plan.of(new CaseFile("bmw").model()).shape().iterated()).isEqualTo(1);
  }
}
