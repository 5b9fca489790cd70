package org.tiyun.studio.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tiyun.studio.web.Answer;

/**
 * Answers that were given lately, by the question; the oldest go first. Whoever asks what is being
 * answered already waits for that answer.
 */
final class AnswerCache {
  private static final int MOST_BYTES = 48 << 20;

  private final Map<String, Answer> answers = new LinkedHashMap<>(64, 0.75f, true);
  private final Joint<Answer> making = new Joint<>();
  private long bytes;

  Answer get(String question, Supplier<Answer> maker) {
    Optional<Answer> kept = kept(question);
    if (kept.isPresent()) {
      return kept.get();
    }
    return making.get(
        question,
        () -> {
          Answer made = maker.get();
          keep(question, made);
          return made;
        });
  }

  private synchronized Optional<Answer> kept(String question) {
    return Optional.ofNullable(answers.get(question));
  }

  private synchronized void keep(String question, Answer answer) {
    Answer old = answers.put(question, answer);
    bytes += answer.body().length - (old == null ? 0 : old.body().length);
    var oldest = answers.entrySet().iterator();
    while (bytes > MOST_BYTES && oldest.hasNext()) {
      bytes -= oldest.next().getValue().body().length;
      oldest.remove();
    }
  }
}
