package org.tiyun.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** What a user sees after typing a command in the project's folder. */
record Typed(int code, String out, String err) {

  static Typed command(String... arguments) {
    return in(Map.of("LANG", "en_US.UTF-8"), arguments);
  }

  static Typed in(Map<String, String> environment, String... arguments) {
    return at(root(), environment, arguments);
  }

  /** The same in another folder. */
  static Typed at(Path home, Map<String, String> environment, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings around =
        new Surroundings(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            environment,
            home,
            false,
            false);
    int code = new Cli(around).run(arguments);
    return new Typed(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The project's folder; tests run in the module's. */
  static Path root() {
    return Path.of("").toAbsolutePath().getParent();
  }
}
