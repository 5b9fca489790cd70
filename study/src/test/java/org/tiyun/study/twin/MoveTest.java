package org.tiyun.study.twin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Two that stand still do not go the same way. */
class MoveTest {
  @Test
  void whatHardlyMovesStandsStill() {
    assertThat(Move.between(1, 1.004)).isEqualTo(Move.FLAT);
    assertThat(Move.between(1, 1.006)).isEqualTo(Move.UP);
    assertThat(Move.between(0, 0.0004)).isEqualTo(Move.FLAT);
    assertThat(Move.between(0.01, 0.009)).isEqualTo(Move.DOWN);
    assertThat(Move.between(1000, 1004)).isEqualTo(Move.FLAT);
    assertThat(Move.between(Double.NaN, 1)).isEqualTo(Move.UNKNOWN);
  }

  @Test
  void standingStillIsNeitherTheSameWayNorTheOpposite() {
    assertThat(Likeness.of(Move.FLAT, Move.FLAT)).isEqualTo(Likeness.NEITHER);
    assertThat(Likeness.of(Move.UP, Move.FLAT)).isEqualTo(Likeness.FIRST_ONLY);
    assertThat(Likeness.of(Move.FLAT, Move.DOWN)).isEqualTo(Likeness.SECOND_ONLY);
    assertThat(Likeness.of(Move.UP, Move.UP)).isEqualTo(Likeness.SAME);
    assertThat(Likeness.of(Move.UP, Move.DOWN)).isEqualTo(Likeness.OPPOSITE);
    assertThat(Likeness.of(Move.UP, Move.UNKNOWN)).isEqualTo(Likeness.UNKNOWN);
  }
}
