package org.tiyun.studio.web;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Work on a thread of its own, so that whoever waits for it can give it up. */
public final class Task<T> {
  private final FutureTask<T> future;
  private final Thread thread;

  private Task(Supplier<T> work) {
    this.future = new FutureTask<>(work::get);
    this.thread = Thread.ofVirtual().start(future);
  }

  public static <T> Task<T> start(Supplier<T> work) {
    return new Task<>(work);
  }

  /**
   * What the work comes to, or what it throws.
   *
   * @throws TimeoutException where it takes longer
   * @throws CancellationException where the one who waits is interrupted
   */
  public T get(Duration most) throws TimeoutException {
    try {
      return future.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException fault -> throw fault;
        case Error fault -> throw fault;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  /** Asks the work to end: runs look between their periods. */
  public void end() {
    thread.interrupt();
  }
}
