package org.tiyun.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.function.Consumer;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/** A file of the user's, written whole or not at all. */
final class OutputFile {
  private OutputFile() {}

  /**
   * Writes UTF-8 text.
   *
   * @param force whether an existing file may be replaced
   * @throws Failure E0116 the file exists, E0117 it cannot be written
   */
  static void write(Path file, String text, boolean force) {
    Path target = file.toAbsolutePath();
    if (Files.isDirectory(target) || !Files.isDirectory(folder(target))) {
      throw unwritable(file);
    }
    if (Files.exists(target) && !force) {
      if (holds(target, text)) {
        return;
      }
      throw new Failure(Finding.error("E0116").with("file", file));
    }
    moved(file, target, part -> print(file, part, out -> out.print(text)));
  }

  /**
   * Writes UTF-8 text as it comes.
   *
   * @param force whether an existing file may be replaced
   * @throws Failure E0116 the file exists, E0117 it cannot be written
   */
  static void stream(Path file, boolean force, Consumer<PrintStream> writing) {
    made(file, force, part -> print(file, part, writing));
  }

  /**
   * A file that somebody else writes.
   *
   * @param force whether an existing file may be replaced
   * @param making fills the empty file that it is given
   * @throws Failure E0116 the file exists, E0117 it cannot be written
   */
  static void made(Path file, boolean force, Consumer<Path> making) {
    Path target = file.toAbsolutePath();
    if (Files.isDirectory(target) || !Files.isDirectory(folder(target))) {
      throw unwritable(file);
    }
    if (Files.exists(target) && !force) {
      throw new Failure(Finding.error("E0116").with("file", file));
    }
    moved(file, target, making);
  }

  private static void print(Path file, Path part, Consumer<PrintStream> writing) {
    try (PrintStream out =
        new PrintStream(
            new BufferedOutputStream(Files.newOutputStream(part), 1 << 16),
            false,
            StandardCharsets.UTF_8)) {
      writing.accept(out);
      if (out.checkError()) {
        throw unwritable(file);
      }
    } catch (IOException e) {
      throw unwritable(file);
    }
  }

  private static void moved(Path file, Path target, Consumer<Path> making) {
    try {
      // Beside the target, so that the move is one step; gone at exit, also after Ctrl-C.
      Path part = Files.createTempFile(folder(target), ".tiyun", ".part");
      part.toFile().deleteOnExit();
      try {
        making.accept(part);
        readableAsUsual(part);
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw unwritable(file);
    }
  }

  /** Whether the file says just that already: the same question asked again is no overwriting. */
  private static boolean holds(Path file, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      return Files.size(file) == bytes.length && Arrays.equals(Files.readAllBytes(file), bytes);
    } catch (IOException e) {
      return false;
    }
  }

  private static Path folder(Path target) {
    Path parent = target.getParent();
    return parent == null ? target : parent;
  }

  /** A temporary file is its owner's alone; an answer is an ordinary file. */
  private static void readableAsUsual(Path file) {
    file.toFile().setReadable(true, false);
  }

  private static Failure unwritable(Path file) {
    return new Failure(Finding.error("E0117").with("file", file));
  }
}
