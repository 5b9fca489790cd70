package org.tiyun.studio.web;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Who answers. Whatever is wrong is thrown as a {@link org.tiyun.words.Failure}. */
public interface Routes {
  /** What is answered: whole, or as a stream of events. */
  sealed interface Reply {
    record Whole(Answer answer) implements Reply {}

    /** JSON that is worked on while the reader waits, and no longer. */
    record Worked(Supplier<Answer> work) implements Reply {}

    record Events(Consumer<Stream> work) implements Reply {}
  }

  /** The reply, or nothing where nothing is there. */
  Optional<Reply> reply(Request request);
}
