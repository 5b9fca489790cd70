package org.tiyun.circuit.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tiyun.circuit.MatrixMeasures;
import org.tiyun.circuit.Package;
import org.tiyun.circuit.matrix.FlowMatrix;

class FollowTest {
  private static final FlowMatrix MATRIX =
      FlowMatrix.balance(Package.flows(), Package.totals(), 2025);

  /** Found before with numpy: 19.16 of 100 dollars of equity return after 2.8 hands. */
  @Test
  void nvidiasEquityComesBackInPart() {
    Follow found = Follow.of(MATRIX, "nvidia", Follow.Start.INVESTED, 12);

    assertThat(found.amount()).isCloseTo(4.6, within(0.05));
    assertThat(100 * found.back()).isCloseTo(19.16, within(0.1));
    assertThat(found.meanHands()).isCloseTo(2.8, within(0.05));
    assertThat(found.byHands()[0]).isZero();
  }

  @ParameterizedTest
  @CsvSource({"nvidia", "microsoft", "amazon", "openai", "meta"})
  void whatIsPaidComesBackAsOwnMoneyBackSays(String firm) {
    Follow found = Follow.of(MATRIX, firm, Follow.Start.PAID, 10);
    double expected = MatrixMeasures.of(MATRIX).network().firm(firm).orElseThrow().ownMoneyBack();

    assertThat(found.back()).isCloseTo(expected, within(1e-8));
    assertThat(Arrays.stream(found.byHands()).sum()).isLessThanOrEqualTo(found.back() + 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"nvidia, PAID", "nvidia, INVESTED", "openai, PAID", "amazon, INVESTED"})
  void afterEveryHandTheWholeDollarIsSomewhere(String firm, Follow.Start start) {
    for (Follow.Hand hand : Follow.of(MATRIX, firm, start, 10).hands()) {
      double sum = hand.returned();
      sum += hand.held().values().stream().mapToDouble(Double::doubleValue).sum();
      sum += hand.left().values().stream().mapToDouble(Double::doubleValue).sum();
      assertThat(sum).as("hand %d", hand.number()).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void routesLeadHomeAndAddUpToNoMoreThanComesBack() {
    Follow found = Follow.of(MATRIX, "nvidia", Follow.Start.INVESTED, 10);

    assertThat(found.routes()).isNotEmpty();
    double sum = 0;
    for (Follow.Route route : found.routes()) {
      assertThat(route.path().getFirst()).isEqualTo("nvidia");
      assertThat(route.path().getLast()).isEqualTo("nvidia");
      assertThat(route.path().subList(1, route.path().size())).doesNotHaveDuplicates();
      sum += route.share();
    }
    assertThat(sum).isBetween(0.5 * found.back(), found.back());
  }

  @Test
  void aFirmThatPaidNothingSoHasNothingToFollow() {
    Follow found = Follow.of(MATRIX, "tsmc", Follow.Start.INVESTED, 5);

    assertThat(found.amount()).isZero();
    assertThat(found.back()).isZero();
    assertThat(found.meanHands()).isNaN();
  }
}
