package org.tiyun.studio.shelf;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.tiyun.words.Failure;

/**
 * Things that are costly to make and are kept until their files change. Whoever asks while one is
 * being made waits for it instead of making it again.
 */
public final class Held<T> {
  private record Entry<T>(String stamp, FutureTask<T> task) {}

  private final Map<String, Entry<T>> entries = new ConcurrentHashMap<>();

  /** The thing of that key as its files stand now; failures are not kept. */
  public T get(String key, String stamp, Supplier<T> maker) {
    Entry<T> entry =
        entries.compute(
            key,
            (k, old) ->
                old != null && old.stamp().equals(stamp)
                    ? old
                    : new Entry<>(stamp, new FutureTask<>(maker::get)));
    entry.task().run();
    try {
      return entry.task().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      entries.remove(key, entry);
      if (e.getCause() instanceof Failure failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
