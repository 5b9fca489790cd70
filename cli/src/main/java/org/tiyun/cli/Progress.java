package org.tiyun.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.tiyun.study.run.Watcher;
import org.tiyun.view.text.Columns;

/** A line on the terminal while something takes longer than two seconds. */
final class Progress implements Watcher, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration BEAT = Duration.ofSeconds(1);

  private final AtomicReference<Part> reached = new AtomicReference<>(Part.UNKNOWN);
  private final Thread clock;

  /**
   * How far the work is.
   *
   * @param of pieces in all; 0 where nobody said
   */
  record Part(String stage, long done, long of) {
    static final Part UNKNOWN = new Part("", 0, 0);
  }

  private Progress(PrintStream err, Function<Part, String> doing) {
    this.clock = Thread.ofVirtual().unstarted(() -> tick(err, doing));
  }

  /**
   * @param doing says what is being done, asked once a second
   */
  static Progress start(PrintStream err, Function<Part, String> doing) {
    Progress progress = new Progress(err, doing);
    progress.clock.start();
    return progress;
  }

  static Progress silent() {
    return new Progress(new PrintStream(OutputStream.nullOutputStream()), part -> "");
  }

  @Override
  public void at(String stage, long done, long of) {
    reached.set(new Part(stage, done, of));
  }

  private void tick(PrintStream err, Function<Part, String> doing) {
    int shown = 0;
    try {
      Thread.sleep(PATIENCE);
      for (long seconds = PATIENCE.toSeconds(); ; seconds++) {
        String line = doing.apply(reached.get()) + " " + seconds + " s";
        int width = Columns.of(line);
        // Blanks over what a longer line before left standing.
        err.print("\r" + line + " ".repeat(Math.max(0, shown - width)));
        err.flush();
        shown = width;
        Thread.sleep(BEAT);
      }
    } catch (InterruptedException done) {
      if (shown > 0) {
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
