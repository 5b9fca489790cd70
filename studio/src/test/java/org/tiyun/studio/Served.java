package org.tiyun.studio;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tiyun.study.open.Home;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A studio on a free port, and a reader of it. */
final class Served implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  final Studio studio;
  final HttpClient client = HttpClient.newHttpClient();

  private Served(Studio studio) {
    this.studio = studio;
  }

  static Served shipped(Path... besides) {
    return at(0, besides);
  }

  static Served at(int port, Path... besides) {
    return new Served(
        Studio.start(new StudioSettings(home(), List.of(besides), "localhost", port, "test")));
  }

  /** The folder that holds the shipped models, above the module's own. */
  static Home home() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(here.resolve("models/ai-loop"))) {
      here = java.util.Objects.requireNonNull(here.getParent());
    }
    return new Home(here);
  }

  String url(String address) {
    return "http://localhost:" + studio.port() + address;
  }

  HttpResponse<String> get(String address, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(address)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  HttpResponse<String> post(String address, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(url(address)))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  JsonNode json(String address) {
    HttpResponse<String> answer = get(address);
    if (answer.statusCode() != 200) {
      throw new AssertionError(address + ": " + answer.statusCode() + " " + answer.body());
    }
    return read(answer.body());
  }

  static JsonNode read(String text) {
    return JSON.readTree(text);
  }

  @Override
  public void close() {
    client.close();
    studio.close();
  }
}
