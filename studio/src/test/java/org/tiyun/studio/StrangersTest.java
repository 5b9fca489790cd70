package org.tiyun.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Models and bodies of strangers, slow readers, and readers who leave in the middle. */
class StrangersTest {
  @TempDir static Path folder;
  private static Path model;
  private static Served served;

  @BeforeAll
  static void start() throws Exception {
    model = Files.createDirectories(folder.resolve("mine")).resolve("mine.tiyun");
    Files.copy(Served.home().root().resolve("models/textbook/sim.tiyun"), model);
    served = Served.shipped(folder);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @Test
  void aModelOfOnesOwnIsServedAndItsFaultsAreFindings() throws Exception {
    assertThat(served.json("/api/home").at("/models").toString()).contains("\"mine\"");
    assertThat(served.json("/api/runs?m=mine").at("/audit/relative").asDouble()).isLessThan(1e-9);
    String sound = Files.readString(model);
    for (String hostile :
        new String[] {
          "<script>alert(1)</script>", "model \"x", "\u0000\u0001", "(".repeat(20_000), ""
        }) {
      Files.writeString(model, hostile + " ".repeat(hostile.length() % 7 + 1));
      HttpResponse<String> answer = served.get("/api/runs?m=mine&lang=zh");
      assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
      JsonNode finding = Served.read(answer.body()).at("/findings/0");
      assertThat(finding.at("/code").asString()).startsWith("E0");
      assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("json");
      assertThat(answer.body()).doesNotContain("org.tiyun.", "Exception", folder.toString());
    }
    Files.writeString(model, sound + "\n// mended\n");
    assertThat(served.get("/api/runs?m=mine").statusCode()).isEqualTo(200);
  }

  @Test
  void bodiesTooLargeOrMalformedAreRefused() {
    HttpResponse<String> large = served.post("/api/runs", "{\"m\":\"" + "a".repeat(2 << 20));
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(Served.read(large.body()).at("/findings/0/code").asString()).isEqualTo("E0703");
    for (String body :
        new String[] {"", "[]", "{", "{\"model\":", "{\"a\":{\"b\":{}}}", "\u0000", "{}{}"}) {
      HttpResponse<String> answer = served.post("/api/runs", body);
      assertThat(answer.statusCode()).as(body).isEqualTo(400);
      assertThat(Served.read(answer.body()).at("/findings/0/code").asString()).isEqualTo("E0704");
    }
    assertThat(served.post("/api/runs", "{\"model\":\"ai-loop\"}").statusCode()).isEqualTo(200);
  }

  @Test
  void slowSendersAndReadersHoldUpNobody() throws Exception {
    Socket[] slow = new Socket[60];
    for (int i = 0; i < slow.length; i++) {
      slow[i] = new Socket("localhost", served.studio.port());
      String begun =
          i % 3 == 0
              ? "GET /api/ho"
              : i % 3 == 1
                  ? "POST /api/runs HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900\r\n\r\n{"
                  : "GET /api/ledgers/ai-2025/deals HTTP/1.1\r\nHost: localhost\r\n\r\n";
      slow[i].getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
    }
    for (int i = 0; i < 20; i++) {
      assertThat(served.get("/api/home").statusCode()).isEqualTo(200);
    }
    assertThat(served.get("/api/runs?m=mine").statusCode()).isEqualTo(200);
    for (Socket each : slow) {
      each.close();
    }
    assertThat(served.get("/api/home").statusCode()).isEqualTo(200);
  }

  @Test
  void thousandsOfRunsAtOnceAreAnsweredOrTurnedAwayInBoundedMemory() {
    assertThat(served.get("/api/runs?m=ai-loop").statusCode()).isEqualTo(200);
    long before = held();
    int[] by = new int[600];
    IntStream.range(0, 3_000)
        .mapToObj(i ->
            served
                .client
                .sendAsync(
                    HttpRequest.newBuilder(URI.create(served.url("/api/runs?m=ai-loop&seed=" + i)))
                        .build(),
                    HttpResponse.BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode))
        .toList()
        .forEach(each -> by[each.join()]++);
    assertThat(by[200] + by[503]).isEqualTo(3_000);
    assertThat(by[200]).isPositive();
    assertThat(served.get("/api/home").statusCode()).isEqualTo(200);
    // What is kept of answers is 48 MB at most; the rest is room for the client of this test.
    assertThat(held() - before).isLessThan(160L << 20);
  }

  /** Bytes of the heap that are still held once everything loose is gone. */
  private static long held() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  void theWorkOfReadersWhoLeaveEnds() throws Exception {
    // Both places for ensembles are taken by work of most of a minute; a third reader is turned
    // away after ten seconds unless the work ends with its readers.
    for (int i = 0; i < 2; i++) {
      try (Socket leaver = new Socket("localhost", served.studio.port())) {
        OutputStream out = leaver.getOutputStream();
        String asked =
            "GET /api/ensembles?m=ai-loop&paths=20000&seed=" + i + " HTTP/1.1\r\nHost: localhost";
        out.write((asked + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        assertThat(leaver.getInputStream().read()).isEqualTo('H');
      }
    }
    HttpResponse<String> next = served.get("/api/ensembles?m=ai-loop&paths=2");
    assertThat(next.body()).contains("event: end");
  }
}
