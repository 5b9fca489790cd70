package org.tiyun.cli;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.tiyun.engine.Path;
import org.tiyun.study.run.BatchRun;
import org.tiyun.study.run.BatchSummary;
import org.tiyun.view.json.BatchCsv;
import org.tiyun.view.json.BatchJson;
import org.tiyun.view.text.BatchText;
import org.tiyun.words.Finding;

/** {@code tiyun run MODEL --draws N}: many futures, as quantiles or one by one. */
final class RunBatch {
  private final Session session;
  private final Format format;
  private final boolean history;
  private final AtomicLong done = new AtomicLong();

  RunBatch(Session session, Format format, boolean history) {
    this.session = session;
    this.format = format;
    this.history = history;
  }

  void answer(BatchRun prepared) {
    BatchRun batch = prepared.watched((paths, of) -> done.set(paths), session::readerIsGone);
    try (Progress _ = session.progress(part -> said(batch))) {
      switch (format) {
        case CSV -> rows(batch);
        case JSON ->
            session.answer(BatchJson.of(BatchSummary.of(batch), history, Version.current()));
        case TEXT ->
            session.answer(
                new BatchText(session.words()).of(BatchSummary.of(batch), Version.current()));
      }
    }
    session.show(batch.warnings());
  }

  private String said(BatchRun batch) {
    return session
        .words()
        .say("cli.progress.batch", "done", done.get(), "of", batch.request().paths());
  }

  private void rows(BatchRun batch) {
    if (session.inColumns()) {
      RunColumns table =
          new RunColumns(batch.opened().model(), batch.variables(), history, batch.periods());
      session.columns(RunColumns.ofBatch(), out -> paths(batch, path -> table.write(path, out)));
      return;
    }
    BatchCsv csv = new BatchCsv(batch, history);
    session.stream(out -> {
      out.print(BatchCsv.HEAD);
      paths(batch, path -> out.print(csv.of(path)));
    });
  }

  private void paths(BatchRun batch, Consumer<Path> written) {
    Finding[] first = new Finding[1];
    Consumer<Path> print =
        path -> {
          written.accept(path);
          Optional<Finding> failure = path.failure();
          if (first[0] == null && failure.isPresent()) {
            first[0] = failure.get();
          }
        };
    long failed = batch.run(print).failed();
    if (failed > 0) {
      session.say("view.batch.failed", "failed", failed);
      session.show(java.util.List.of(first[0]));
    }
  }
}
