package org.tiyun.study.expect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tiyun.study.Folder;
import org.tiyun.study.open.ModelOpener;

/** Every mechanism of the telecom machine can be switched off, and does what was expected. */
class SwitchesOfTelecomTest {
  private static final List<Expectations.Outcome> OUTCOMES =
      Expectations.of(new ModelOpener(Folder.SHIPPED).open("telecom-2000"));

  @Test
  void each_mechanism_has_a_switch() {
    assertThat(OUTCOMES.stream().flatMap(o -> o.mechanism().stream()).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder("M2", "M5", "M7", "M13");
  }

  @Test
  void books_balance_with_any_of_them_off() {
    assertThat(OUTCOMES).allSatisfy(o -> assertThat(o.residual()).isLessThan(1e-9));
  }

  /** Those that did not come: docs/theory/telecom-2000.md says of each why. */
  @Test
  void what_was_expected_came_except_where_the_theory_page_says_so() {
    assertThat(OUTCOMES)
        .filteredOn(o -> !o.held())
        .extracting(Expectations.Outcome::name)
        .containsExactlyInAnyOrder("belief_moves", "wrong_way");
  }
}
