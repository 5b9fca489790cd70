package org.tiyun.studio.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.tiyun.view.json.FindingsJson;
import org.tiyun.words.Failure;
import org.tiyun.words.Words;

/**
 * The end of an answer in JSON that takes long. The JDK's server tells of a reader who has left
 * only when something is sent: so an empty line goes out now and then, which JSON allows before a
 * value. The status is then 200 whatever comes; a refusal says its own in {@code status}.
 */
final class SlowAnswer {
  private static final Duration BEAT = Duration.ofMillis(250);

  private SlowAnswer() {}

  /**
   * Sends blanks until the work is done, then what it came to.
   *
   * @throws IOException where the reader has gone: the work is then ended
   */
  static void send(HttpExchange exchange, Task<Answer> work, Words words) throws IOException {
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      for (; ; ) {
        try {
          out.write(work.get(BEAT).body());
          return;
        } catch (TimeoutException notYet) {
          out.write('\n');
          out.flush();
        } catch (Failure failure) {
          int status = Status.of(failure.findings());
          String text = FindingsJson.late(Told.of(failure.findings()), status, words);
          out.write(text.getBytes(StandardCharsets.UTF_8));
          return;
        }
      }
    }
  }
}
