package org.tiyun.study.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The largest eigenvalue, where it is known. */
class LoopGainTest {
  @Test
  void aLineOfFirmsHasNoLoop() {
    // Powers by steps came to 2 / 5000 here, and that was shown as a gain.
    double[][] line = {{0, 0.9, 0}, {0, 0, 0.9}, {0, 0, 0}};
    assertThat(LoopGain.spectralRadius(line)).isZero();
  }

  @Test
  void aRingPassesOnTheRootOfItsProduct() {
    double[][] ring = {{0, 0.5, 0}, {0, 0, 0.4}, {0.3, 0, 0}};
    assertThat(LoopGain.spectralRadius(ring)).isCloseTo(Math.cbrt(0.06), within(1e-12));
  }

  @Test
  void twoLoopsGiveTheLarger() {
    double[][] two = {{0.2, 0, 0}, {0, 0, 0.9}, {0, 0.4, 0}};
    assertThat(LoopGain.spectralRadius(two)).isCloseTo(0.6, within(1e-12));
  }

  @Test
  void nobodyPassesOnNothing() {
    assertThat(LoopGain.spectralRadius(new double[0][0])).isZero();
    assertThat(LoopGain.spectralRadius(new double[2][2])).isZero();
  }
}
