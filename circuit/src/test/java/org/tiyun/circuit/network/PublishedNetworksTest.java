package org.tiyun.circuit.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Numbers that nobody here made. */
class PublishedNetworksTest {

  /** enaR 3.1.0 on the oyster reef: FCI 0.1101686, TST 83.5833, APL 2.015512. */
  @Test
  void finnIndexOfTheOysterReef() {
    Cycling found = Cycling.of(Networks.oyster());

    assertThat(found.finn()).isCloseTo(0.110168608814836, within(1e-9));
    assertThat(found.totalThroughflow()).isCloseTo(83.5833, within(1e-9));
    assertThat(found.averagePathLength()).isCloseTo(2.01551241861587, within(1e-12));
    double[] cycling = {
      0, 0.0924462, 0.229051334100227, 0.11037476427053, 0.00508047625798315, 0.279800362533013
    };
    for (int i = 0; i < cycling.length; i++) {
      assertThat(found.ownMoneyBack()[i]).isCloseTo(cycling[i], within(1e-7));
    }
  }

  /** Finn's index of Cone Spring is printed as 0.092 (enaR; Ulanowicz 1986). */
  @Test
  void finnIndexOfConeSpring() {
    FlowNetwork spring = Networks.coneSpring();

    assertThat(spring.unbalanced(1e-9)).isEmpty();
    assertThat(Cycling.of(spring).finn()).isCloseTo(0.092, within(0.0005));
  }

  /** Balanced flow forwarding and maximum circularity, inside flows only. */
  @Test
  void circularityOfBothNetworks() {
    PaymentGraph reef = Networks.oyster().inside();
    PaymentGraph spring = Networks.coneSpring().inside();

    assertThat(ForwardedCirculation.of(reef).index()).isCloseTo(0.376, within(0.0005));
    assertThat(MaximumCirculation.of(reef, 1e6).shareInside()).isCloseTo(0.377, within(0.0005));
    assertThat(ForwardedCirculation.of(spring).index()).isCloseTo(0.220, within(0.0005));
    assertThat(MaximumCirculation.of(spring, 1).shareInside()).isCloseTo(0.222, within(0.0005));
  }
}
