package org.tiyun.studio.api;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.tiyun.studio.web.Limits;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/** Lets so many pieces of work run at once; the rest wait their turn, but not for ever. */
final class WorkLine {
  private final Semaphore places;

  WorkLine(int places) {
    this.places = new Semaphore(places, true);
  }

  /**
   * Does the work when its turn comes.
   *
   * @throws Failure E0706 where the turn does not come in time
   */
  <T> T when(Supplier<T> work) {
    try {
      if (!places.tryAcquire(Limits.LINE_SECONDS, TimeUnit.SECONDS)) {
        throw new Failure(Finding.error("E0706"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(Finding.error("E0706"));
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
