package org.tiyun.study.textbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tiyun.engine.Engine;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Run;
import org.tiyun.engine.RunRequest;
import org.tiyun.language.model.Name;
import org.tiyun.language.model.Variable;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.run.ScenarioChoice;

/**
 * Where the steady state can be solved by hand, a long run ends there: government spending over the
 * tax rate in SIM, autonomous consumption over what leaks in BMW, BMWK and DIS.
 */
class SteadyStateTest {
  /**
   * Long enough to arrive. Not longer: in the bank models a gap between deposits and loans, were it
   * only rounding, bears interest for ever, which after 1,000 periods at 4 percent is 1e17 times
   * the gap.
   */
  private static final int PERIODS = 200;

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    // Y = G / theta, wealth = (1 - alpha1) / alpha2 times disposable income
    "sim, base, Y, 100",
    "sim, base, Hh, 80",
    "sim, gd25, Y, 125",
    "sim, alpha70, Hh, 60",
    "simex, base, Y, 100",
    "simex, base, Hh, 80",
    // Y = alpha0 / ((1 - alpha1) (1 - delta kappa) - alpha2 kappa), deposits = capital = kappa Y
    "bmw, base, Y, 200",
    "bmw, alpha0_28, Y, 224",
    "bmw, alpha1_74, Y, 186.56716417910448",
    "bmw, alpha1_74, Mh, 186.56716417910448",
    // Y = alpha0 / (1 - delta kappa - alpha1w (1 - (r + delta) kappa) - alpha1r r kappa - alpha2
    // kappa)
    "bmwk, base, Y, 185.1851851851852",
    "bmwk, rate, Y, 181.8181818181818",
    // YD = alpha0 / (1 - alpha1 - alpha2 sigmat UC / P)
    "dis, base, YDkhs, 79.7568710359408",
  })
  void aLongRunEndsInTheSteadyState(String model, String scenario, String variable, double value) {
    OpenModel opened = new ModelOpener(Shelf.HOME).open(model);
    ScenarioChoice choice =
        scenario.equals("base") ? ScenarioChoice.base() : ScenarioChoice.of(scenario);
    Run run =
        Engine.run(
            Plan.of(opened.model()), RunRequest.of(choice.on(opened).scenario()).until(PERIODS));
    Variable found =
        run.model().variables().stream()
            .filter(v -> v.name().equals(Name.of(variable)))
            .findFirst()
            .orElseThrow();
    assertThat(run.values()[found.id()][PERIODS]).isCloseTo(value, within(1e-8 * value));
  }
}
