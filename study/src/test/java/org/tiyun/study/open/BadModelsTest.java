package org.tiyun.study.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiyun.engine.Plan;
import org.tiyun.study.Folder;
import org.tiyun.study.run.ModelRun;
import org.tiyun.study.run.Outputs;
import org.tiyun.study.run.ScenarioChoice;
import org.tiyun.words.Failure;

/** What people will bring: each gets its code and no stack trace. */
class BadModelsTest {
  @TempDir Path root;

  @Test
  void namesThatMeanNothing() {
    Folder folder = Folder.circle(root);
    assertThat(folder.faults("elephant")).containsExactly("E0604");
    assertThat(folder.faults("rung")).containsExactly("E0613");
    assertThat(folder.faults("")).containsExactly("E0604");
    folder.with("models/empty/readme.txt", "nothing here");
    assertThat(folder.faults("empty")).containsExactly("E0605");
  }

  @Test
  void textThatIsNoText() {
    Folder folder = Folder.circle(root);
    folder.withBytes("models/ring/ring.tiyun", new byte[] {'m', (byte) 0xff, (byte) 0xfe});
    assertThat(folder.faults("ring")).containsExactly("E0603");
    folder.withBytes(
        "models/ring/ring.tiyun", "model ring \"A\"\nx = (".getBytes(StandardCharsets.UTF_8));
    assertThat(folder.faults("ring")).isNotEmpty().allMatch(code -> code.startsWith("E02"));
  }

  @Test
  void aLedgerFromSomewhereElseIsNotRead() {
    Folder folder =
        Folder.circle(root)
            .with("models/far/far.tiyun", "model far \"A\"\nuse ledger \"../../secret\"\nx = 1\n");
    assertThat(folder.faults("far")).containsExactly("E0606");
  }

  @Test
  void aLinkDoesNotLeadOutOfTheFolder() throws IOException {
    Folder folder =
        Folder.circle(root)
            .with("secret/secret.tiyun", "the password is 1234\n")
            .with("models/far/far.tiyun", "model far \"A\"\ninclude \"near.tiyun\"\nx = 1\n")
            .with("models/off/off.tiyun", "model off \"A\"\ninclude \"in/secret.tiyun\"\nx = 1\n")
            .with("models/led/led.tiyun", "model led \"A\"\nuse ledger \"../linked\"\nx = 1\n")
            .with("models/own/own.tiyun", "model own \"A\"\ninclude \"alias.tiyun\"\nx = y\n")
            .with("models/own/part.tiyun", "y = 1\n")
            .with("models/own/scenarios/good.tiyun", "scenario good \"A\" of own\n");
    Path secret = root.resolve("secret");
    Files.createSymbolicLink(root.resolve("models/far/near.tiyun"), secret.resolve("secret.tiyun"));
    Files.createSymbolicLink(root.resolve("models/off/in"), secret);
    Files.createSymbolicLink(root.resolve("models/linked"), secret);
    Files.createSymbolicLink(root.resolve("models/own/alias.tiyun"), Path.of("part.tiyun"));
    Files.createSymbolicLink(
        root.resolve("models/own/scenarios/bad.tiyun"), secret.resolve("secret.tiyun"));
    assertThat(folder.faults("far")).containsExactly("E0240");
    assertThat(folder.faults("off")).containsExactly("E0240");
    assertThat(folder.faults("led")).containsExactly("E0606");
    assertThat(folder.open("own").scenarios())
        .extracting(OpenModel.ScenarioFile::id)
        .containsExactly("good");
  }

  @Test
  void aNameThatNoFileCanHave() {
    Folder folder =
        Folder.circle(root)
            .with("models/nul/nul.tiyun", "model nul \"A\"\ninclude \"a\0b\"\nx = 1\n")
            .with("models/led/led.tiyun", "model led \"A\"\nuse ledger \"a\0b\"\nx = 1\n");
    assertThat(folder.faults("nul")).containsExactly("E0240");
    assertThat(folder.faults("led")).containsExactly("E0606");
  }

  @Test
  void aTermNeedsBothLanguages() {
    Folder folder = Folder.circle(root).with("models/ring/terms.csv", "key,en,zh\na,word,\n");
    assertThat(folder.faults("ring")).containsExactly("E0607");
  }

  @Test
  void scenariosAndSettings() {
    OpenModel ring = Folder.circle(root).open("ring");
    assertThat(codes(ring, Optional.of("nowhere"), List.of())).containsExactly("E0608");
    assertThat(codes(ring, Optional.empty(), List.of("givin=3"))).containsExactly("E0103");
    assertThat(codes(ring, Optional.empty(), List.of("giving"))).containsExactly("E0106");
    assertThat(codes(ring, Optional.empty(), List.of("giving=lots"))).isNotEmpty();
    Failure near =
        catchThrowableOfType(
            Failure.class, () -> new ScenarioChoice(Optional.empty(), List.of("givin=3")).on(ring));
    assertThat(near.findings().get(0).values().get("near").toString()).contains("giving");
  }

  @Test
  void aScenarioThatReachesOutsideTheRun() {
    Folder folder =
        Folder.circle(root)
            .with(
                "models/ring/scenarios/late.tiyun",
                "scenario late \"Late\" of ring\nset giving = 1 from 2040Q1\n");
    assertThat(codes(folder.open("ring"), Optional.of("late"), List.of())).isNotEmpty();
  }

  @Test
  void aValueOutsideItsRangeIsRemarkedAndRun() {
    OpenModel ring = Folder.circle(root).open("ring");
    ScenarioChoice.Chosen chosen =
        new ScenarioChoice(Optional.empty(), List.of("giving=25")).on(ring);
    assertThat(chosen.warnings()).extracting(f -> f.code()).containsExactly("W0202");
    assertThat(chosen.scenario().changes()).hasSize(1);
  }

  @Test
  void aLoopWithoutASolutionIsSaidWithItsPeriod() {
    Folder folder =
        Folder.circle(root)
            .with("models/odd/odd.tiyun", "model odd \"Odd\"\nhorizon 3\nx = exp(x) + 1\n");
    OpenModel odd = folder.open("odd");
    Failure failure =
        catchThrowableOfType(
            Failure.class,
            () ->
                ModelRun.of(odd, Plan.of(odd.model()), ScenarioChoice.base(), Optional.empty(), 1));
    assertThat(Folder.codes(failure)).allMatch(code -> code.startsWith("E03"));
  }

  @Test
  void periodsAndOutputsThatDoNotExist() {
    OpenModel ring = Folder.circle(root).open("ring");
    Plan plan = Plan.of(ring.model());
    for (String until : List.of("2025Q4", "never")) {
      Failure failure =
          catchThrowableOfType(
              Failure.class,
              () -> ModelRun.of(ring, plan, ScenarioChoice.base(), Optional.of(until), 1));
      assertThat(Folder.codes(failure)).as(until).containsExactly("E0104");
    }
    Failure failure =
        catchThrowableOfType(
            Failure.class, () -> Outputs.named(ring, List.of("worth", "wort", "bil")));
    assertThat(Folder.codes(failure)).containsExactly("E0105", "E0105");
  }

  private static List<String> codes(
      OpenModel opened, Optional<String> scenario, List<String> settings) {
    return Folder.codes(
        catchThrowableOfType(
            Failure.class, () -> new ScenarioChoice(scenario, settings).on(opened)));
  }
}
