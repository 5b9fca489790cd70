package org.tiyun.study.open;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Nearest;

/**
 * Where the shipped models lie. A user names a model or ledger by its id ({@code ai-loop}) or by a
 * path of his own; an id means the folder of that name below {@code models}.
 *
 * @param root the folder that holds {@code models}
 */
public record Home(Path root) {
  private static final String MODEL = ".tiyun";

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

  /**
   * The file or folder meant by a name that the user typed.
   *
   * @throws Failure E0604 where there is none; E0613 where there is one of almost that name
   */
  public Path require(String name) {
    return find(name)
        .orElseThrow(() -> {
          List<String> shipped = shipped().stream().map(Home::id).toList();
          Optional<String> meant = Nearest.among(name, shipped);
          Finding finding =
              Finding.error(meant.isPresent() ? "E0613" : "E0604")
                  .with("name", name)
                  .with("shipped", String.join(", ", shipped));
          return new Failure(meant.map(m -> finding.with("meant", m)).orElse(finding));
        });
  }

  /** What lies below {@code models}: folders with a ledger or a model, then the textbook's. */
  public List<Path> shipped() {
    Path models = root.resolve("models");
    return Stream.concat(
            entries(models).filter(Home::isLedgerOrModel),
            entries(models.resolve("textbook")).filter(p -> p.toString().endsWith(MODEL)))
        .toList();
  }

  /** The twin's folder, for one, is neither: its tables are checked when machines are compared. */
  private static boolean isLedgerOrModel(Path folder) {
    return Files.isRegularFile(folder.resolve("datapackage.json"))
        || Files.isRegularFile(folder.resolve(folder.getFileName() + MODEL));
  }

  private static String id(Path shipped) {
    String name = String.valueOf(shipped.getFileName());
    return name.endsWith(MODEL) ? name.substring(0, name.length() - MODEL.length()) : name;
  }

  private static Stream<Path> entries(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList().stream();
    } catch (IOException e) {
      // Without the shipped models there is nothing to name.
      return Stream.of();
    }
  }

  /** A path as it is shown: below the root it is relative to it, else as the user wrote it. */
  public String shown(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path home = root.toAbsolutePath().normalize();
    Path shown = absolute.startsWith(home) && !path.equals(home) ? home.relativize(absolute) : path;
    return shown.toString().replace('\\', '/');
  }
}
