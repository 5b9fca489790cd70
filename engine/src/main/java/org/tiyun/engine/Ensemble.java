package org.tiyun.engine;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.tiyun.engine.lanes.Future;
import org.tiyun.engine.lanes.Worker;
import org.tiyun.engine.plan.Interruption;
import org.tiyun.words.Failure;

/** Runs the blocks of a batch on some threads and hands their paths on in order. */
final class Ensemble {
  private final Worker worker;
  private final BatchRequest request;
  private final Consumer<Path> consumer;
  private long done;
  private long failed;
  private double residual;

  Ensemble(Worker worker, BatchRequest request, Consumer<Path> consumer) {
    this.worker = worker;
    this.request = request;
    this.consumer = consumer;
  }

  Batch run() {
    boolean cancelled = false;
    Deque<java.util.concurrent.Future<List<Future>>> ahead = new ArrayDeque<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(request.threads(), Ensemble::daemon)) {
      long next = 0;
      while (done < request.paths()) {
        Interruption.heed();
        cancelled = request.cancelled().getAsBoolean();
        if (cancelled) {
          pool.shutdownNow();
          break;
        }
        // Two blocks a thread are ahead at most: that bounds memory, whatever the number of paths.
        while (next < request.paths() && ahead.size() < 2 * request.threads()) {
          long first = next;
          int lanes = (int) Math.min(worker.lanes(request.lanes()), request.paths() - next);
          ahead.add(pool.submit(() -> worker.run(first, lanes)));
          next += lanes;
        }
        take(ahead.remove().get()).forEach(consumer);
        request.progress().done(done, request.paths());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
    List<Integer> drawn = Arrays.stream(worker.drawn()).boxed().toList();
    return new Batch(done, failed, cancelled, drawn, residual);
  }

  private List<Path> take(List<Future> futures) {
    return futures.stream().map(this::path).toList();
  }

  private Path path(Future future) {
    done++;
    failed += future.failure().isPresent() ? 1 : 0;
    if (future.failure().isEmpty()) {
      double relative = future.stock() > 0 ? future.gap() / future.stock() : future.gap();
      residual = Math.max(residual, relative);
    }
    return new Path(
        future.path(),
        future.values(),
        future.drawn(),
        Engine.happenings(future.events()),
        future.gap(),
        future.stock(),
        future.failure().map(Failure::findings).map(List::getFirst));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "tiyun-lanes");
    thread.setDaemon(true);
    return thread;
  }
}
