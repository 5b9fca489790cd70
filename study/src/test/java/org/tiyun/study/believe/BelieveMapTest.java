package org.tiyun.study.believe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiyun.study.Folder;
import org.tiyun.study.run.ScenarioChoice;
import org.tiyun.study.verdict.Outcome;
import org.tiyun.words.Failure;

/** Regions of outcome over parameters that nobody knows. */
class BelieveMapTest {
  @TempDir Path root;

  @Test
  void theBorderLiesWhereThePencilPutsIt() {
    BelieveMap map = of(List.of());
    assertThat(map.axes().get(0).parameter()).isEqualTo("giving");
    assertThat(map.axes().get(0).values()).hasSize(7).startsWith(0).endsWith(20);
    assertThat(map.regions()).hasSize(49);
    // Alive to the end where the market gives 50/12 a quarter or more, whatever the weight.
    assertThat(map.regions())
        .allSatisfy(region ->
            assertThat(region.ruling())
                .contains(region.at()[0] >= 50.0 / 12 ? Outcome.TAKES_OFF : Outcome.STALLS));
    assertThat(map.ruled(Outcome.STALLS) + map.ruled(Outcome.TAKES_OFF)).isEqualTo(1);
  }

  @Test
  void aThirdParameterMakesPanels() {
    BelieveMap map = of(List.of("giving", "weight", "multiple"));
    assertThat(map.regions()).hasSize(7 * 7 * 3);
    assertThat(map.regions().get(1).at()[2]).isGreaterThan(map.regions().get(0).at()[2]);
    // Where users pay ten times as much nobody needs the market.
    assertThat(map.regions().get(2).ruling()).contains(Outcome.TAKES_OFF);
  }

  @Test
  void axesThatCannotBeDrawnAreRefused() {
    for (List<String> axes :
        List.of(
            List.of("giving"),
            List.of("giving", "giving"),
            List.of("giving", "nothing"),
            List.of("giving", "weight", "multiple", "fund"))) {
      Failure failure = catchThrowableOfType(Failure.class, () -> of(axes));
      assertThat(Folder.codes(failure)).as(axes.toString()).containsExactly("E0652");
    }
  }

  private BelieveMap of(List<String> axes) {
    Folder folder =
        Folder.circle(root)
            .with(
                "models/ring/verdict.csv",
                """
                outcome,group,measure,name,from,to,over,test,than
                takes_off,alive,failed,,,,,<,1
                glides,never,highest,drive,,,,<,0
                stalls,dead,failed,,,,,>=,1
                """);
    return BelieveMap.of(folder.open("ring"), ScenarioChoice.base(), axes, 4, 1);
  }
}
