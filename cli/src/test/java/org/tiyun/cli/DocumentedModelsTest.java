package org.tiyun.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever copies a model out of the page of the language can check and run it. */
class DocumentedModelsTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```tiyun( scenario)?\n(.*?)^```$");
  private static final Pattern NAME = Pattern.compile("(?:model|scenario) (\\w+)");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"language.md", "language.zh.md"})
  void everyModelOfThePageRuns(String page) throws IOException {
    copied("ai-2025");
    Map<String, String> runs = new LinkedHashMap<>();
    for (Path file : written(page)) {
      String scenario = file.getParent().endsWith("scenarios") ? file.toString() : "";
      Path model = scenario.isEmpty() ? file : folder.resolve("tour/tour.tiyun");
      List<String> run = new ArrayList<>(List.of("run", model.toString(), "--csv"));
      if (!scenario.isEmpty()) {
        run.addAll(List.of("--scenario", scenario));
      }
      Typed said = Typed.command(run.toArray(String[]::new));
      // The tour assumes balances that the ledger lacks, and is told so.
      assertThat(said.err().lines().filter(l -> l.startsWith("error") || l.startsWith("warning")))
          .as(file.toString())
          .allMatch(l -> l.startsWith("warning[W0209]"));
      assertThat(said.code()).isZero();
      runs.put(file.getFileName().toString().replace(".tiyun", ""), said.out());
    }
    assertThat(runs)
        .containsOnlyKeys("sim", "multiplier", "tour", "failure_costs", "patience_ends");
    assertThat(value(runs.get("sim"), "YD,,50")).isCloseTo(80, within(0.1));
    assertThat(value(runs.get("failure_costs"), "first.owed,,1")).isEqualTo(100);
    assertThat(value(runs.get("failure_costs"), "first,,1")).isEqualTo(40);
    assertThat(value(runs.get("failure_costs"), "second,,1")).isEqualTo(47);
    assertThat(runs.get("patience_ends")).isNotEqualTo(runs.get("tour"));
  }

  private List<Path> written(String page) throws IOException {
    Matcher block = BLOCK.matcher(Files.readString(Typed.root().resolve("docs").resolve(page)));
    List<Path> files = new ArrayList<>();
    while (block.find()) {
      Matcher name = NAME.matcher(block.group(2));
      assertThat(name.find()).isTrue();
      Path home =
          block.group(1) == null ? folder.resolve(name.group(1)) : folder.resolve("tour/scenarios");
      Files.createDirectories(home);
      files.add(Files.writeString(home.resolve(name.group(1) + ".tiyun"), block.group(2)));
    }
    return files;
  }

  private void copied(String ledger) throws IOException {
    Path from = Typed.root().resolve("models").resolve(ledger);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(ledger).resolve(from.relativize(file).toString()));
      }
    }
  }

  private static double value(String csv, String row) {
    return csv.lines()
        .filter(line -> line.startsWith(row + ","))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(',') + 1)))
        .findFirst()
        .orElseThrow();
  }
}
