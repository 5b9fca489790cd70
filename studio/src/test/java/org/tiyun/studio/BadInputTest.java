package org.tiyun.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Bad questions get a finding with a code, in both languages; never a trace, a file or a hang. */
class BadInputTest {
  private static Served served;

  @BeforeAll
  static void start() {
    served = Served.shipped();
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/nowhere|404|E0700",
        "/api/models/nobody|404|E0708",
        "/api/ledgers/ai-2024/map|404|E0708",
        "/api/models/..%2f..%2fetc%2fpasswd|400|E0711",
        "/static/..%2f..%2fmodule-info.class|400|E0711",
        "/static/%2e%2e/%2e%2e/pom.xml|400|E0711",
        "/static/screens/..%5c..%5capp.js|400|E0711",
        "/static/module-info.class|404|E0700",
        "/%00|400|E0705",
        "/%ff%fe|400|E0705",
        "/%e4%b8|400|E0705",
        "/api/runs?m=..%2F..%2Fetc|404|E0708",
        "/api/runs?scenario=..%2F..%2F..%2Fetc%2Fpasswd|404|E0608",
        "/api/runs?scenario=%2Fetc%2Fpasswd|404|E0608",
        "/api/runs?s.patiense=0.5|400|E0103",
        "/api/runs?s.patience=abc|400|",
        "/api/runs?until=9999Q4|400|E0707",
        "/api/runs?until=never|400|E0104",
        "/api/runs?seed=-1|400|E0705",
        "/api/runs?seed=1e99|400|E0705",
        "/api/runs?colour=red|400|E0705",
        "/api/verdicts?draws=1000000|400|E0705",
        "/api/verdicts?m=gl|404|E0708",
        "/api/believe?axes=patiense,chi|400|E0652",
        "/api/believe?axes=chi|400|E0652",
        "/api/believe?draws=65|400|E0705",
        "/api/brakes/limits?s.patiense=1|400|E0103",
        "/api/runs?scenario=rates-up&force=2|400|E0705",
        "/api/runs?scenario=rates-up&force=NaN|400|E0705",
        "/api/verdicts?scenario=rates-up&force=0.5|400|E0705",
        "/api/backtests?m=chengtou|400|",
        "/api/twins?with=nobody|404|E0708",
        "/api/twins?draws=5000|400|E0705",
        "/api/twins/roles?with=..%2F..|404|E0708",
        "/api/ledgers/ai-2025/map?view=sideways|400|E0705",
        "/api/ledgers/ai-2025/map?asof=tomorrow|400|E0705",
        "/api/ledgers/ai-2025/map?year=1999|400|E0501"
      })
  void everySlipIsToldInBothLanguages(String address, int status, String code) {
    for (String lang : List.of("en", "zh")) {
      String sep = address.contains("?") ? "&" : "?";
      HttpResponse<String> answer = served.get(address + sep + "lang=" + lang);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
      JsonNode finding = Served.read(answer.body()).at("/findings/0");
      if (code != null) {
        assertThat(finding.at("/code").asString()).isEqualTo(code);
      }
      String message = finding.at("/message").asString();
      assertThat(message.codePoints().anyMatch(c -> c > 0x4e00))
          .as(message)
          .isEqualTo(lang.equals("zh"));
      assertThat(answer.body()).doesNotContain("Exception", "at org.tiyun", "java.", "root:");
    }
  }

  @Test
  void anAddressTooLongIsRefused() {
    assertThat(served.get("/api/runs?m=" + "a".repeat(20_000)).statusCode()).isEqualTo(400);
    assertThat(served.get("/" + "a/".repeat(2_000)).statusCode()).isEqualTo(400);
  }

  @Test
  void anotherSitesPageIsRefused() throws Exception {
    assertThat(served.get("/api/home", "Origin", "https://evil.example").statusCode())
        .isEqualTo(403);
    assertThat(raw("GET /api/home HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 403");
    HttpResponse<String> put =
        served.send(
            HttpRequest.newBuilder(URI.create(served.url("/api/home")))
                .PUT(HttpRequest.BodyPublishers.ofString("x"))
                .build());
    assertThat(put.statusCode()).isEqualTo(405);
  }

  @Test
  void noiseOnTheLineDoesNotStopTheServer() throws Exception {
    for (String noise :
        List.of(
            "\r\n\r\n",
            "GET\r\n\r\n",
            "\u0000\u0001\u0002\r\n\r\n",
            "GET / HTTP/9.9\r\n\r\n",
            "GET /a b c HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
      raw(noise);
    }
    assertThat(served.get("/api/home").statusCode()).isEqualTo(200);
  }

  @Test
  void aReaderWhoLeavesHarmsNobody() throws Exception {
    for (int i = 0; i < 50; i++) {
      try (Socket socket = new Socket("localhost", served.studio.port())) {
        socket
            .getOutputStream()
            .write(
                ("GET /api/runs?m=ai-loop&seed=" + i + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
      }
    }
    assertThat(served.get("/api/home").statusCode()).isEqualTo(200);
  }

  @Test
  void manyAtOnceAreAnsweredOrTurnedAwayAndNoneIsLost() {
    List<CompletableFuture<HttpResponse<String>>> all =
        IntStream.range(0, 2_000)
            .mapToObj(i ->
                served.client.sendAsync(
                    HttpRequest.newBuilder(URI.create(served.url("/api/ledgers/ai-2025"))).build(),
                    HttpResponse.BodyHandlers.ofString()))
            .toList();
    int fine = 0;
    for (var each : all) {
      HttpResponse<String> answer = each.join();
      assertThat(answer.statusCode()).isIn(200, 503);
      fine += answer.statusCode() == 200 ? 1 : 0;
    }
    assertThat(fine).isPositive();
    assertThat(served.get("/api/home").statusCode()).isEqualTo(200);
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket("localhost", served.studio.port())) {
      socket.setSoTimeout(3_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      try (InputStream in = socket.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      } catch (IOException silence) {
        return "";
      }
    }
  }
}
