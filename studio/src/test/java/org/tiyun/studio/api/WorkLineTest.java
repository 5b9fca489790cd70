package org.tiyun.studio.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.tiyun.words.Failure;

/** Work waits its turn, and nobody waits for ever. */
class WorkLineTest {
  @Test
  void anAnswerThatDoesNotComeIsGivenUpAndItsPlaceComesBackWhenItEnds() throws Exception {
    WorkLine line = new WorkLine(1, Duration.ofMillis(100), Duration.ofMillis(100));
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Failure late =
        catchThrowableOfType(
            Failure.class,
            () ->
                line.when(() -> {
                  // Like an engine's loop, it does not heed an interrupt.
                  boolean open = true;
                  while (open) {
                    try {
                      end.await();
                      open = false;
                    } catch (InterruptedException heedless) {
                      // On it goes.
                    }
                  }
                  ended.countDown();
                  return 1;
                }));
    assertThat(late.findings().getFirst().code()).isEqualTo("E0713");
    Failure full = catchThrowableOfType(Failure.class, () -> line.when(() -> 2));
    assertThat(full.findings().getFirst().code()).isEqualTo("E0706");
    end.countDown();
    ended.await();
    WorkLine patient = line;
    int answer = 0;
    for (int i = 0; i < 50 && answer == 0; i++) {
      try {
        answer = patient.when(() -> 3);
      } catch (Failure notYet) {
        assertThat(notYet.findings().getFirst().code()).isEqualTo("E0706");
      }
    }
    assertThat(answer).isEqualTo(3);
  }

  @Test
  void whatWorkThrowsIsThrown() {
    WorkLine line = new WorkLine(1, Duration.ofSeconds(5), Duration.ofSeconds(5));
    assertThat(
            catchThrowableOfType(
                IllegalArgumentException.class,
                () ->
                    line.when(() -> {
                      throw new IllegalArgumentException("x");
                    })))
        .hasMessage("x");
    assertThat(line.<Integer>when(() -> 4)).isEqualTo(4);
  }
}
