package org.tiyun.studio.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import org.tiyun.view.json.FindingsJson;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Lang;
import org.tiyun.words.Words;

/**
 * The JDK's own server, one virtual thread for each request, with what it lacks: limits, strict
 * headers, ETags, findings instead of stack traces.
 */
public final class WebServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads;
  private final Routes routes;
  private final boolean loopback;
  private final Semaphore room = new Semaphore(Limits.REQUESTS);

  private WebServer(HttpServer server, Routes routes, boolean loopback) {
    this.server = server;
    this.routes = routes;
    this.loopback = loopback;
    this.threads = Executors.newVirtualThreadPerTaskExecutor();
  }

  /**
   * Listens and answers.
   *
   * @throws Failure E0710 where the address or port cannot be had
   */
  public static WebServer start(String host, int port, Routes routes) {
    // Read once by the JDK's server when it is first loaded. Small answers must not wait for the
    // reader's acknowledgement, and nobody may hold a connection for ever.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxReqTime", String.valueOf(Limits.REQUEST_SECONDS));
    System.setProperty("sun.net.httpserver.maxRspTime", String.valueOf(Limits.ANSWER_SECONDS));
    try {
      InetAddress address = InetAddress.getByName(host);
      HttpServer http = HttpServer.create(new InetSocketAddress(address, port), 1024);
      WebServer web = new WebServer(http, routes, address.isLoopbackAddress());
      http.setExecutor(web.threads);
      http.createContext("/", web::handle);
      http.start();
      return web;
    } catch (IOException | IllegalArgumentException e) {
      throw new Failure(Finding.error("E0710").with("host", host).with("port", port));
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) {
    boolean head = exchange.getRequestMethod().equals("HEAD");
    Lang lang = lang(exchange);
    boolean admitted = room.tryAcquire();
    try {
      if (!admitted) {
        throw new Failure(Finding.error("E0706"));
      }
      answer(exchange, lang, head);
    } catch (Failure failure) {
      refuse(exchange, failure.findings(), lang, head);
    } catch (UncheckedIOException | IOException gone) {
      // The reader has left, or was too slow: there is nobody to tell.
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
      refuse(exchange, List.of(Finding.error("E0712")), lang, head);
    } finally {
      if (admitted) {
        room.release();
      }
      exchange.close();
    }
  }

  private void answer(HttpExchange exchange, Lang lang, boolean head) throws IOException {
    guard(exchange);
    Request request = request(exchange, lang);
    Optional<Routes.Reply> reply = routes.reply(request);
    if (reply.isEmpty()) {
      throw new Failure(
          Finding.error("E0700").with("path", "/" + String.join("/", request.path())));
    }
    switch (reply.get()) {
      case Routes.Reply.Whole(Answer answer) -> send(exchange, answer, head);
      case Routes.Reply.Worked(var work) -> worked(exchange, Task.start(work), request, head);
      case Routes.Reply.Events(var work) -> {
        Headers headers = headers(exchange, "text/event-stream; charset=utf-8", Answer.STRICT);
        headers.set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, head ? -1 : 0);
        if (!head) {
          try (OutputStream out = exchange.getResponseBody()) {
            work.accept(new Stream(out));
          }
        }
      }
    }
  }

  /** Most answers come so soon that they are sent whole. Nobody works for a reader who has left. */
  private static void worked(
      HttpExchange exchange, Task<Answer> work, Request request, boolean head) throws IOException {
    try {
      send(exchange, work.get(Duration.ofSeconds(Limits.WHOLE_SECONDS)), head);
    } catch (TimeoutException slow) {
      headers(exchange, "application/json; charset=utf-8", Answer.STRICT);
      SlowAnswer.send(exchange, work, request.words());
    } finally {
      work.end();
    }
  }

  /**
   * Another site's page may neither read nor drive this server, nor reach it under its own name.
   */
  private void guard(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    String host = Optional.ofNullable(headers.getFirst("Host")).orElse("");
    String name = host.replaceAll(":\\d+$", "").toLowerCase(Locale.ROOT);
    if (loopback && !List.of("localhost", "127.0.0.1", "[::1]").contains(name)) {
      throw new Failure(Finding.error("E0701"));
    }
    String origin = headers.getFirst("Origin");
    if (origin != null && !origin.equalsIgnoreCase("http://" + host)) {
      throw new Failure(Finding.error("E0701"));
    }
    String method = exchange.getRequestMethod();
    if (!List.of("GET", "HEAD", "POST").contains(method)) {
      throw new Failure(Finding.error("E0702").with("method", method.replaceAll("[^A-Za-z]", "?")));
    }
  }

  private static Request request(HttpExchange exchange, Lang lang) throws IOException {
    String path = Optional.ofNullable(exchange.getRequestURI().getRawPath()).orElse("/");
    String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    if (path.length() > Limits.PATH || query.length() > Limits.QUERY) {
      throw new Failure(Finding.error("E0711"));
    }
    List<String> parts = new ArrayList<>();
    for (String raw : path.split("/")) {
      if (!raw.isEmpty()) {
        String part = Query.decoded(raw.replace("+", "%2B"));
        if (part.startsWith(".")
            || part.chars().anyMatch(c -> c < 32 || c == '/' || c == '\\' || c == ':')) {
          throw new Failure(Finding.error("E0711"));
        }
        parts.add(part);
      }
    }
    byte[] body = exchange.getRequestMethod().equals("POST") ? body(exchange) : new byte[0];
    return new Request(
        exchange.getRequestMethod(), List.copyOf(parts), Query.parse(query), lang, body);
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    try (InputStream in = exchange.getRequestBody()) {
      byte[] body = in.readNBytes(Limits.BODY + 1);
      if (body.length > Limits.BODY) {
        exchange.getResponseHeaders().set("Connection", "close");
        throw new Failure(Finding.error("E0703").with("limit", Limits.BODY >> 10));
      }
      return body;
    }
  }

  private static void send(HttpExchange exchange, Answer answer, boolean head) throws IOException {
    Headers headers = headers(exchange, answer.type(), answer.policy());
    headers.set("ETag", "\"" + answer.tag() + "\"");
    answer
        .file()
        .ifPresent(
            name -> headers.set("Content-Disposition", "attachment; filename=\"" + name + "\""));
    boolean same = answer.status() == 200 && knows(exchange, answer.tag());
    if (same || head || answer.body().length == 0) {
      exchange.sendResponseHeaders(same ? 304 : answer.status(), -1);
      return;
    }
    exchange.sendResponseHeaders(answer.status(), answer.body().length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(answer.body());
    }
  }

  /** Whether the reader has this content already. */
  private static boolean knows(HttpExchange exchange, String tag) {
    List<String> known = exchange.getRequestHeaders().get("If-None-Match");
    return known != null && known.stream().anyMatch(k -> k.contains("\"" + tag + "\""));
  }

  private static Headers headers(HttpExchange exchange, String type, String policy) {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type);
    headers.set("Content-Security-Policy", policy);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cache-Control", "no-cache");
    headers.set("Vary", "Accept-Language");
    return headers;
  }

  private static void refuse(
      HttpExchange exchange, List<Finding> findings, Lang lang, boolean head) {
    if (exchange.getResponseCode() != -1) {
      return;
    }
    try {
      int status = Status.of(findings);
      if (status == 503) {
        exchange.getResponseHeaders().set("Retry-After", "1");
      }
      String text = FindingsJson.of(Told.of(findings), Words.in(lang));
      send(exchange, Answer.text(status, "application/json", text), head);
    } catch (IOException gone) {
      // Nobody is there to be told.
    }
  }

  private static Lang lang(HttpExchange exchange) {
    String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    for (String pair : query.split("&")) {
      if (pair.equals("lang=zh")) {
        return Lang.ZH;
      }
      if (pair.equals("lang=en")) {
        return Lang.EN;
      }
    }
    String wished =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Accept-Language")).orElse("");
    return wished.toLowerCase(Locale.ROOT).startsWith("zh") ? Lang.ZH : Lang.EN;
  }
}
