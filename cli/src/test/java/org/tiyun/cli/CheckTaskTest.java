package org.tiyun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTaskTest {
  @TempDir Path folder;

  @BeforeEach
  void copyTheShippedLedger() throws IOException {
    try (Stream<Path> files = Files.list(Typed.root().resolve("models/ai-2025"))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void everythingShippedPassesInSilence() {
    assertThat(Typed.command("check")).isEqualTo(new Typed(0, "", ""));
  }

  @Test
  void aSoundLedgerIsSilent() {
    assertThat(Typed.command("check", "ai-2025")).isEqualTo(new Typed(0, "", ""));
    assertThat(Typed.command("check", folder.toString())).isEqualTo(new Typed(0, "", ""));
    assertThat(Typed.command("check", folder.resolve("datapackage.json").toString()))
        .isEqualTo(new Typed(0, "", ""));
  }

  @Test
  void twoFaultsAreBothFoundAndNeitherStopsTheOther() throws IOException {
    Path entities = folder.resolve("entities.csv");
    String text = Files.readString(entities);
    Files.writeString(entities, text + text.lines().skip(1).findFirst().orElseThrow() + "\n");
    Files.delete(folder.resolve("totals.csv"));

    Typed people = Typed.command("check", folder.toString());
    assertThat(people.code()).isEqualTo(1);
    assertThat(people.out()).isEmpty();
    assertThat(people.err()).contains("entities.csv", "totals.csv");
    assertThat(Typed.command("check", "--terse", folder.toString()).err().lines())
        .allMatch(line -> line.matches(".*error\\[E04\\d\\d]: .*"));

    Typed programs = Typed.command("check", "--json", folder.toString());
    assertThat(programs.code()).isEqualTo(1);
    assertThat(programs.err()).isEmpty();
    assertThat(programs.out()).startsWith("{").contains("\"findings\"", "\"code\"", "totals.csv");
  }

  @Test
  void aFolderWithoutDescriptorIsNamed() throws IOException {
    Files.delete(folder.resolve("datapackage.json"));
    Typed typed = Typed.command("check", folder.toString());
    assertThat(typed.code()).isEqualTo(1);
    assertThat(typed.err()).contains("datapackage.json");
  }
}
