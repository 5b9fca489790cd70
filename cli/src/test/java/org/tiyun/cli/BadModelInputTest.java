package org.tiyun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do to the shipped model and its ledger, and what they are told. */
class BadModelInputTest {
  @TempDir Path folder;

  @Test
  void aFirmWithoutABalanceIsNamedWithTheLineThatNeedsIt() throws IOException {
    copy("ai-loop");
    copy("ai-2025");
    Path balances = folder.resolve("ai-2025/balances.csv");
    List<String> kept =
        Files.readAllLines(balances).stream().filter(l -> !l.startsWith("coreweave,")).toList();
    Files.write(balances, kept);
    Typed typed = Typed.command("run", folder.resolve("ai-loop").toString());
    assertThat(typed.code()).isNotZero();
    assertThat(typed.err()).contains("E0229", "coreweave", "balances", "start-data.tiyun");
  }

  @Test
  void aFirmThatIsNoEntityOfTheLedgerIsNamedRowByRow() throws IOException {
    copy("ai-loop");
    copy("ai-2025");
    Path entities = folder.resolve("ai-2025/entities.csv");
    List<String> kept =
        Files.readAllLines(entities).stream().filter(l -> !l.startsWith("coreweave,")).toList();
    Files.write(entities, kept);
    Typed typed = Typed.command("run", folder.resolve("ai-loop").toString());
    assertThat(typed.code()).isNotZero();
    assertThat(typed.err()).contains("E0433", "coreweave", "entities.csv");
  }

  @Test
  void aScenarioSaysAllItsFaultsAtOnce() throws IOException {
    Path scenario =
        Files.writeString(
            folder.resolve("x.tiyun"),
            """
            scenario x "x" of ai_loop
            set nonsense = 3 from 2027Q1
            set patience = 5 from 2027Q1
            set patience = 0.2 from 2050Q1
            """);
    Typed typed = Typed.command("brake", "ai-loop", "--scenario", scenario.toString());
    assertThat(typed.code()).isNotZero();
    assertThat(typed.out()).isEmpty();
    assertThat(typed.err()).contains("E0103", "nonsense", "E0282", "2050Q1", "W0202", "0..1");
  }

  private void copy(String name) throws IOException {
    Path from = Typed.root().resolve("models").resolve(name);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = folder.resolve(name).resolve(from.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
  }
}
