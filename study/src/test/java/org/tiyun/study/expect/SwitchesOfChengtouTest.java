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

/** Every mechanism of the chengtou machine can be switched off, and does what was expected. */
class SwitchesOfChengtouTest {
  private static final List<Expectations.Outcome> OUTCOMES =
      Expectations.of(
          new ModelOpener(new Home(Path.of("").toAbsolutePath().getParent())).open("chengtou"));

  /** Expectations that did not hold: docs/theory/chengtou.md says of each why. */
  private static final Set<String> FAILED =
      Set.of(
          "belief_moves: belief_mean SAME at 2009Q1",
          "order_of_payment: missed_safe HIGHER at 2028Q4");

  @Test
  void each_mechanism_has_a_switch() {
    assertThat(OUTCOMES.stream().flatMap(o -> o.mechanism().stream()).collect(Collectors.toSet()))
        .contains("M3", "M7", "M8", "M11", "M13");
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
        failed.add(o.name() + ": " + o.value() + " " + o.expected() + " at " + o.period());
      }
    }
    assertThat(failed).isEqualTo(new TreeSet<>(FAILED));
  }
}
