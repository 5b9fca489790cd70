package org.tiyun.studio.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** An answer that takes longer than three seconds. */
class SlowAnswerTest {
  private static WebServer serving(Supplier<Answer> work) {
    return WebServer.start("localhost", 0, request -> Optional.of(new Routes.Reply.Worked(work)));
  }

  private static void sleep() {
    try {
      Thread.sleep(1000L * Limits.WHOLE_SECONDS + 600);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<String> get(WebServer server) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/?lang=zh"))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void itBeginsWithEmptyLinesAndIsJsonAsEver() throws Exception {
    Supplier<Answer> slow =
        () -> {
          sleep();
          return Answer.json("{\"a\":1}");
        };
    try (WebServer server = serving(slow)) {
      HttpResponse<String> answer = get(server);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).startsWith("\n").endsWith("{\"a\":1}");
      assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    }
  }

  @Test
  void whatFailsLateSaysItsStatus() throws Exception {
    Supplier<Answer> failing =
        () -> {
          sleep();
          throw new Failure(Finding.error("E0713"));
        };
    try (WebServer server = serving(failing)) {
      JsonNode told = new ObjectMapper().readTree(get(server).body());
      assertThat(told.at("/status").asInt()).isEqualTo(422);
      assertThat(told.at("/findings/0/code").asString()).isEqualTo("E0713");
      assertThat(told.at("/findings/0/message").asString()).contains("太久");
    }
  }

  @Test
  void theWorkEndsWhenTheReaderLeaves() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    Supplier<Answer> endless =
        () -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            ended.countDown();
          }
          return Answer.json("{}");
        };
    try (WebServer server = serving(endless)) {
      try (Socket reader = new Socket("localhost", server.port())) {
        ask(reader);
        assertThat(reader.getInputStream().read()).isEqualTo('H');
      }
      assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static void ask(Socket reader) throws IOException {
    reader
        .getOutputStream()
        .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
  }
}
