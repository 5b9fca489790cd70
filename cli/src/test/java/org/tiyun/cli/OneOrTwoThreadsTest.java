package org.tiyun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same question has the same bytes whether one processor or two work on it. Each answer is that
 * of a process of its own, since a machine's processors are counted once.
 */
class OneOrTwoThreadsTest {
  @TempDir Path folder;

  @Test
  void verdict() throws IOException, InterruptedException {
    same("verdict", "ai-loop", "--draws", "100");
  }

  @Test
  void brake() throws IOException, InterruptedException {
    same("brake", "ai-loop", "--scenario", "anchor-fails");
  }

  @Test
  void believe() throws IOException, InterruptedException {
    same("believe", "ai-loop", "--axes", "see_hub,chi", "--draws", "2");
  }

  @Test
  void backtest() throws IOException, InterruptedException {
    Path models = Typed.root().resolve("models");
    for (String name : List.of("ai-loop", "ai-2025")) {
      try (Stream<Path> files = Files.walk(models.resolve(name))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path to = folder.resolve(models.relativize(file).toString());
          Files.createDirectories(to.getParent());
          Files.copy(file, to);
        }
      }
    }
    Path settings = folder.resolve("ai-loop/backtest/settings.csv");
    String few = Files.readString(settings).replace("draws,8192,", "draws,150,");
    assertThat(few).contains("draws,150,");
    Files.writeString(settings, few);
    same("backtest", folder.resolve("ai-loop").toString());
  }

  private static void same(String... command) throws IOException, InterruptedException {
    String one = answer(1, command);
    assertThat(one).startsWith("{");
    assertThat(answer(2, command)).isEqualTo(one);
  }

  private static String answer(int processors, String... command)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(ProcessHandle.current().info().command().orElseThrow());
    words.add("-XX:ActiveProcessorCount=" + processors);
    words.add("-XX:+UseSerialGC");
    words.add("-Dtiyun.home=" + Typed.root());
    words.add("-cp");
    words.add(classPath());
    words.add(Main.class.getName());
    words.addAll(List.of(command));
    words.add("--json");
    Process process =
        new ProcessBuilder(words)
            .directory(Typed.root().toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    byte[] out = process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
    return new String(out, StandardCharsets.UTF_8);
  }

  /** Classes and libraries, wherever the tests found them. */
  private static String classPath() {
    return Stream.of("java.class.path", "jdk.module.path")
        .map(System::getProperty)
        .filter(Objects::nonNull)
        .filter(path -> !path.isEmpty())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
