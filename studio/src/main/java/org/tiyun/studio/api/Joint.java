package org.tiyun.studio.api;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.tiyun.studio.web.Task;

/**
 * Work that several ask for at the same time is done once, and all wait for it. Who leaves takes
 * nothing from the others; when the last has left, the work is ended.
 */
final class Joint<T> {
  private static final Duration ALWAYS = Duration.ofDays(1);

  private static final class Work<T> {
    private final Task<T> task;
    private int waiting;

    private Work(Task<T> task) {
      this.task = task;
    }
  }

  private final Map<String, Work<T>> going = new HashMap<>();

  /**
   * What the work comes to, or what it throws.
   *
   * @throws CancellationException where the one who waits is interrupted
   */
  T get(String question, Supplier<T> maker) {
    Work<T> work = join(question, maker);
    try {
      return work.task.get(ALWAYS);
    } catch (TimeoutException never) {
      throw new IllegalStateException(never);
    } finally {
      leave(question, work);
    }
  }

  private synchronized Work<T> join(String question, Supplier<T> maker) {
    Work<T> work = going.computeIfAbsent(question, q -> new Work<>(Task.start(maker)));
    work.waiting++;
    return work;
  }

  private synchronized void leave(String question, Work<T> work) {
    work.waiting--;
    if (work.waiting == 0) {
      going.remove(question, work);
      work.task.end();
    }
  }
}
