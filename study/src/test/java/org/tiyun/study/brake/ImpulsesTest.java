package org.tiyun.study.brake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiyun.engine.Plan;
import org.tiyun.language.model.Scenario;
import org.tiyun.study.Folder;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.roles.RolesFile;

/** What is left of a rise, where that can be reckoned by hand. */
class ImpulsesTest {
  @TempDir Path root;

  private Map<String, Double> gains(String more) {
    Folder folder = Folder.circle(root);
    folder.with("models/ring/study.csv", Folder.text(root, "models/ring/study.csv") + more);
    OpenModel ring = folder.open("ring");
    return new Impulses(Plan.of(ring.model()), RolesFile.of(ring), 1).of(Scenario.base());
  }

  @Test
  void aBeliefThatForgetsKeepsWhatItHasNotForgotten() {
    // 0.5 + 0.1 * 0.9^8 after two years from 0.6; from 0.66 it is 0.5 + 0.16 * 0.9^8.
    double kept = Math.pow(0.9, 8);
    double left = Math.log((0.5 + 0.16 * kept) / (0.5 + 0.1 * kept)) / Math.log(1.1);
    assertThat(gains("impulse,belief,\n").get("belief")).isCloseTo(left, within(1e-12));
  }

  @Test
  void whatNothingPullsBackStaysWhole() {
    assertThat(gains("impulse,fund_left,\n").get("fund_left")).isCloseTo(1, within(1e-12));
  }

  @Test
  void theClimbIsOneOfThem() {
    Map<String, Double> gains = gains("impulse,belief,\n");
    assertThat(gains.keySet()).containsExactly("worth", "belief");
    // Shares grow by the same share whatever they are worth; what is paid in dilutes the rise.
    assertThat(gains.get("worth")).isBetween(0.5, 1.0);
  }
}
