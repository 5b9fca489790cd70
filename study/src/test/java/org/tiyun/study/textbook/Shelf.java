package org.tiyun.study.textbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.tiyun.study.open.Home;

/** What lies in {@code models/textbook}: a model that is added there is tested from then on. */
final class Shelf {
  static final Home HOME = new Home(Path.of("").toAbsolutePath().getParent());
  private static final Path FOLDER = HOME.root().resolve("models/textbook");

  private Shelf() {}

  /**
   * A figure of a model's variable.
   *
   * @param tolerance absolute
   * @param source how it was obtained
   */
  record Figure(String variable, int period, double value, double tolerance, String source) {}

  /** Figures of one scenario of a model; scenario {@code base} is the model as it is. */
  record Figures(String model, String scenario) {
    List<Figure> all() {
      return lines(FOLDER.resolve("figures").resolve(model).resolve(scenario + ".csv")).stream()
          .skip(1)
          .map(line -> line.split(",", 5))
          .map(c ->
              new Figure(
                  c[0],
                  Integer.parseInt(c[1]),
                  Double.parseDouble(c[2]),
                  Double.parseDouble(c[3]),
                  c[4]))
          .toList();
    }

    @Override
    public String toString() {
      return model + " " + scenario;
    }
  }

  static List<String> models() {
    return names(FOLDER, ".tiyun");
  }

  static List<Figures> figures() {
    return names(FOLDER.resolve("figures"), "").stream()
        .flatMap(model ->
            names(FOLDER.resolve("figures").resolve(model), ".csv").stream()
                .map(scenario -> new Figures(model, scenario)))
        .toList();
  }

  private static List<String> names(Path folder, String ending) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(p -> p.getFileName().toString())
          .filter(n -> n.endsWith(ending))
          .map(n -> n.substring(0, n.length() - ending.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
