package org.tiyun.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tiyun.language.Language;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.ModelTables;
import org.tiyun.language.model.Name;
import org.tiyun.language.model.Scenario;

/** A scenario that gives somebody more to begin with lets the issuer owe that much more. */
class OpeningsTest {

  @Test
  void theOpeningBalanceSheetBalancesUnderAScenarioToo() {
    String text =
        """
        model m
        horizon 3
        sector a, b, c
        claim money issued by a
        param start = 5
        flow f : b -> c = 1
        initial money[b] = start
        """;
    CheckedModel model =
        Language.check("m", Map.of("m", text), ModelTables.none()).result().orElseThrow();
    Scenario scenario =
        Language.scenario("s", "scenario s of m\nset start = 7\ninitial money[c] = 20", model)
            .result()
            .orElseThrow();
    Run run = Engine.run(Plan.of(model), RunRequest.of(scenario));
    assertThat(at(run, "a", 0)).isEqualTo(-27);
    assertThat(at(run, "b", 0)).isEqualTo(7);
    assertThat(at(run, "a", 3)).isEqualTo(-27);
    int outstanding = model.variable(Name.of("money")).orElseThrow();
    assertThat(run.values()[outstanding][0]).isEqualTo(27);
    assertThat(run.values()[outstanding][3]).isEqualTo(27);
  }

  private static double at(Run run, String sector, int period) {
    return run.values()[run.model().variable(Name.of("money", sector)).orElseThrow()][period];
  }
}
