package org.tiyun.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Supplier;

/** A line on the terminal while something takes longer than two seconds. */
final class Progress implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration BEAT = Duration.ofSeconds(1);

  private final Thread clock;

  private Progress(Thread clock) {
    this.clock = clock;
  }

  static Progress start(PrintStream err, Supplier<String> doing) {
    return new Progress(Thread.ofVirtual().start(() -> tick(err, doing)));
  }

  static Progress silent() {
    return new Progress(Thread.ofVirtual().unstarted(() -> {}));
  }

  private static void tick(PrintStream err, Supplier<String> doing) {
    boolean shown = false;
    try {
      Thread.sleep(PATIENCE);
      for (long seconds = PATIENCE.toSeconds(); ; seconds++) {
        err.print("\r" + doing.get() + " " + seconds + " s");
        err.flush();
        shown = true;
        Thread.sleep(BEAT);
      }
    } catch (InterruptedException done) {
      if (shown) {
        err.println();
        err.flush();
      }
    }
  }

  @Override
  public void close() {
    if (clock.getState() == Thread.State.NEW) {
      return;
    }
    clock.interrupt();
    try {
      clock.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
