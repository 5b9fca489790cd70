package org.tiyun.studio.api;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.tiyun.studio.web.Task;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/**
 * Lets so many pieces of work run at once; the rest wait their turn, but not for ever, and nobody
 * waits for ever for the answer. Work that is given up is interrupted, and keeps its place until it
 * ends, so that there is never more of it than there are places.
 */
final class WorkLine {
  private final Semaphore places;
  private final Duration turn;
  private final Duration most;

  /**
   * @param turn how long work may wait in line
   * @param most how long its answer may take
   */
  WorkLine(int places, Duration turn, Duration most) {
    this.places = new Semaphore(places, true);
    this.turn = turn;
    this.most = most;
  }

  /**
   * Does the work when its turn comes.
   *
   * @throws Failure E0706 where the turn does not come in time, E0713 where the answer does not
   * @throws CancellationException where the one who waits is interrupted
   */
  <T> T when(Supplier<T> work) {
    try {
      if (!places.tryAcquire(turn.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Failure(Finding.error("E0706"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
    Task<T> task =
        Task.start(() -> {
          try {
            return work.get();
          } finally {
            places.release();
          }
        });
    try {
      return task.get(most);
    } catch (TimeoutException late) {
      throw new Failure(Finding.error("E0713"));
    } finally {
      task.end();
    }
  }
}
