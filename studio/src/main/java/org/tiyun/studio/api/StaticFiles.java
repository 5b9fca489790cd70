package org.tiyun.studio.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tiyun.studio.web.Answer;
import org.tiyun.view.believe.BelieveDrawing;
import org.tiyun.view.map.MapStyle;

/** The scripts and styles that are part of the program; no folder of the machine is reachable. */
final class StaticFiles {
  private static final Map<String, String> TYPES =
      Map.of(
          "js",
          "text/javascript",
          "css",
          "text/css",
          "svg",
          "image/svg+xml",
          "json",
          "application/json",
          "txt",
          "text/plain");

  private final Map<String, Answer> read = new ConcurrentHashMap<>();

  Optional<Answer> file(List<String> path) {
    String name = String.join("/", path);
    if (name.equals("map.css")) {
      return Optional.of(Answer.text(200, "text/css", MapStyle.CSS));
    }
    if (name.equals("believe.css")) {
      return Optional.of(Answer.text(200, "text/css", BelieveDrawing.CSS));
    }
    if (!name.matches("(?:screens/|vendor/)?[a-z][a-z0-9-]{0,40}\\.[a-z]{2,4}")) {
      return Optional.empty();
    }
    Answer known = read.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Answer> found = resource(name);
    found.ifPresent(answer -> read.put(name, answer));
    return found;
  }

  private static Optional<Answer> resource(String name) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    try (InputStream in = StaticFiles.class.getResourceAsStream("/org/tiyun/studio/web/" + name)) {
      return in == null || type == null
          ? Optional.empty()
          : Optional.of(
              Answer.text(200, type, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
