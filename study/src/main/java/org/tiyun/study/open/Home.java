package org.tiyun.study.open;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the shipped models lie. A user names a model or ledger by its id ({@code ai-loop}) or by a
 * path of his own; an id means the folder of that name below {@code models}.
 *
 * @param root the folder that holds {@code models}
 */
public record Home(Path root) {

  /** Where things of that name may lie, the user's own paths first. */
  private List<Path> candidates(String name) {
    Path models = root.resolve("models");
    return List.of(
        Path.of(name),
        models.resolve(name),
        models.resolve("textbook").resolve(name),
        models.resolve("textbook").resolve(name + ".tiyun"));
  }

  /** The file or folder meant by a name; empty where there is none. */
  public Optional<Path> find(String name) {
    if (name.isEmpty() || name.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    return candidates(name).stream().filter(Files::exists).findFirst();
  }

  /** A path as it is shown: below the root it is relative to it, else as the user wrote it. */
  public String shown(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path home = root.toAbsolutePath().normalize();
    Path shown = absolute.startsWith(home) && !path.equals(home) ? home.relativize(absolute) : path;
    return shown.toString().replace('\\', '/');
  }
}
