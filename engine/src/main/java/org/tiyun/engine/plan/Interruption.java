package org.tiyun.engine.plan;

import java.util.concurrent.CancellationException;

/**
 * Whoever runs something for somebody who has left interrupts its thread. Runs look between
 * periods, so that none goes on for long.
 */
public final class Interruption {
  private Interruption() {}

  /**
   * Ends the work where the thread is interrupted, and leaves it so.
   *
   * @throws CancellationException then
   */
  public static void heed() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException();
    }
  }
}
