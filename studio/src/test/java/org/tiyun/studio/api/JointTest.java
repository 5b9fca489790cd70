package org.tiyun.studio.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The same question at the same time is one computation. */
class JointTest {
  private final Joint<Integer> joint = new Joint<>();
  private final AtomicInteger made = new AtomicInteger();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  /** A reader on a thread of his own. */
  private final class Reader {
    final CompletableFuture<Integer> answer = new CompletableFuture<>();
    final Thread thread;

    Reader() {
      thread =
          Thread.ofPlatform()
              .daemon()
              .start(() -> {
                try {
                  answer.complete(joint.get("q", this::work));
                } catch (Throwable e) {
                  answer.completeExceptionally(e);
                }
              });
    }

    private int work() {
      begun.countDown();
      try {
        go.await();
      } catch (InterruptedException e) {
        ended.countDown();
        throw new CancellationException();
      }
      return made.incrementAndGet();
    }

    /** Waits until the reader waits. */
    Reader waits() throws InterruptedException {
      while (thread.getState() != Thread.State.TIMED_WAITING) {
        Thread.sleep(1);
      }
      return this;
    }
  }

  @Test
  void allWhoAskGetTheOneAnswerAlsoWhenTheFirstOfThemLeaves() throws Exception {
    Reader first = new Reader().waits();
    Reader second = new Reader().waits();
    Reader third = new Reader().waits();
    begun.await();
    first.thread.interrupt();
    assertThat(catchThrowable(() -> first.answer.get(60, TimeUnit.SECONDS)))
        .hasCauseInstanceOf(CancellationException.class);
    go.countDown();
    assertThat(second.answer.get(60, TimeUnit.SECONDS)).isEqualTo(1);
    assertThat(third.answer.get(60, TimeUnit.SECONDS)).isEqualTo(1);
    assertThat(made).hasValue(1);
    assertThat(joint.get("q", () -> 7)).as("a later question is a new one").isEqualTo(7);
  }

  @Test
  void theWorkEndsWithTheLastReaderAndTheQuestionCanBeAskedAgain() throws Exception {
    Reader first = new Reader().waits();
    Reader second = new Reader().waits();
    begun.await();
    first.thread.interrupt();
    second.thread.interrupt();
    assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(joint.get("q", () -> 7)).isEqualTo(7);
    assertThat(made).hasValue(0);
  }
}
