package org.tiyun.study.expect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tiyun.study.open.Home;
import org.tiyun.study.open.ModelOpener;

/** Every mechanism of the AI loop can be switched off, and does what was expected or is named. */
class SwitchesOfAiLoopTest {
  private static final List<Expectations.Outcome> OUTCOMES =
      Expectations.of(
          new ModelOpener(new Home(Path.of("").toAbsolutePath().getParent())).open("ai-loop"));

  /** Expectations that did not hold: docs/theory/ai-loop.md says of each why. */
  private static final Set<String> FAILED =
      Set.of("belief_moves: belief SAME at 2026Q1", "credit_brakes: debt_total HIGHER at 2030Q4");

  @Test
  void each_mechanism_that_can_be_switched_has_a_switch() {
    assertThat(OUTCOMES.stream().flatMap(o -> o.mechanism().stream()).collect(Collectors.toSet()))
        .contains("M1", "M2", "M5", "M6", "M7", "M8", "M9", "M11", "M12", "M13", "M14");
  }

  @Test
  void books_balance_with_any_of_them_off() {
    assertThat(OUTCOMES).allSatisfy(o -> assertThat(o.residual()).isLessThan(1e-9));
  }

  @Test
  void what_was_expected_came_except_where_the_theory_page_says_so() {
    Set<String> failed = new TreeSet<>();
    for (Expectations.Outcome o : OUTCOMES) {
      if (!o.held()) {
        failed.add(
            o.name()
                + ": "
                + o.value()
                + " "
                + o.expected()
                + " at "
                + o.period()
                + ", was "
                + o.on()
                + " on, "
                + o.off()
                + " off");
      }
    }
    assertThat(failed.stream().map(f -> f.substring(0, f.indexOf(','))))
        .as("failed: %s", failed)
        .containsExactlyInAnyOrderElementsOf(FAILED);
  }
}
