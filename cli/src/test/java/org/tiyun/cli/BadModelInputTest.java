package org.tiyun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do to the shipped model and its ledger, and what they are told. */
class BadModelInputTest {
  private static final Map<String, String> CHINESE = Map.of("LANG", "zh_CN.UTF-8");

  @TempDir Path folder;

  @Test
  void aFirmWithoutABalanceIsNamedWithTheLineThatNeedsIt() throws IOException {
    copy("ai-loop");
    copy("ai-2025");
    without("balances.csv", "coreweave");
    Typed typed = Typed.command("run", folder.resolve("ai-loop").toString());
    assertThat(typed.code()).isNotZero();
    assertThat(typed.err()).contains("E0229", "coreweave", "balances", "start-data.tiyun");
  }

  @Test
  void firmsThatAreNoEntitiesAreNamedTogetherWithWhatNeedsThem() throws IOException {
    copy("ai-loop");
    copy("ai-2025");
    without("entities.csv", "coreweave", "mistral");
    Typed typed = Typed.command("run", folder.resolve("ai-loop").toString());
    assertThat(typed.code()).isNotZero();
    assertThat(typed.err())
        .containsOnlyOnce("error[")
        .contains("E0630", "missing (2)", "coreweave", "mistral", "start-data.tiyun", "deals.csv");
  }

  @Test
  void aFirmOfWhichTheLedgerHasNoWordIsNoSilentZero() throws IOException {
    for (String firm : List.of("nvidia", "amd", "broadcom", "oracle", "nebius", "xai", "mistral")) {
      copy("ai-loop");
      copy("ai-2025");
      for (String table : List.of("entities", "balances", "series", "totals", "deals", "flows")) {
        without(table + ".csv", firm);
      }
      Typed typed = Typed.in(CHINESE, "run", folder.resolve("ai-loop").toString());
      assertThat(typed.code()).as(firm).isNotZero();
      assertThat(typed.out()).as(firm).isEmpty();
      assertThat(typed.err()).as(firm).containsOnlyOnce("[E0630]").contains("缺模型需要的公司", firm);
    }
  }

  @Test
  void aFirmWithoutABalanceRunsOnWhatIsAssumedAndSaysSo() throws IOException {
    copy("ai-loop");
    copy("ai-2025");
    without("balances.csv", "amd");
    String model = folder.resolve("ai-loop").toString();
    Typed english = Typed.command("run", model);
    assertThat(english.code()).isZero();
    assertThat(english.err()).contains("W0209", "cash0[amd] = 8 bn USD");
    assertThat(Typed.in(CHINESE, "run", model).err()).contains("W0209", "改用假设", "cash0[amd]");
  }

  @Test
  void aNumberThatNobodyAssumedIsNotTakenSilently() throws IOException {
    copy("ai-loop");
    copy("ai-2025");
    rows("balances.csv", line -> !line.startsWith("coreweave,cash_and_securities"));
    Typed typed = Typed.command("run", folder.resolve("ai-loop").toString());
    assertThat(typed.err()).contains("W0208", "`cash0[coreweave]`", "`else`, 0, is assumed");
  }

  @Test
  void aLedgerLaterThanTheStartOfTheModelIsSaidWithBothDates() throws IOException {
    copy("ai-loop");
    copy("ai-2025");
    Path main = folder.resolve("ai-loop/ai-loop.tiyun");
    Files.writeString(
        main, Files.readString(main).replace("horizon 2026Q1..2032Q4", "horizon 2024Q1..2030Q4"));
    String model = folder.resolve("ai-loop").toString();
    assertThat(Typed.command("run", model).err())
        .contains("W0207", "starts from 2023Q4", "the latest is of 2026-01-25");
    assertThat(Typed.in(CHINESE, "run", model).err()).contains("W0207", "2023Q4", "2026-01-25");
    copy("ai-loop");
    rows(
        "balances.csv",
        line -> true,
        "oracle,debt,2026-05-31,130,usd_b,reported," + "https://example.org/,Example,2026-06-20,B");
    assertThat(Typed.command("run", model).err())
        .contains("W0207", "starts from 2025Q4, and 1 of", "2026-05-31", "debt0[oracle]");
  }

  @Test
  void theShippedModelIsSilent() {
    assertThat(Typed.command("run", "ai-loop").err()).isEmpty();
  }

  @Test
  void aValueBeyondItsRangeNamesTheRangeAndWhereItIsStated() throws IOException {
    Path scenario =
        Files.writeString(
            folder.resolve("y.tiyun"),
            "scenario y \"y\" of ai_loop\nset patience = 5 from 2027Q1\n");
    for (List<String> said :
        List.of(List.of("--set", "patience=5"), List.of("--scenario", scenario.toString()))) {
      String[] command = {"run", "ai-loop", said.get(0), said.get(1)};
      assertThat(Typed.command(command).code()).isZero();
      assertThat(Typed.command(command).err())
          .contains("W0202", "0..1", "is stated here", "ai-loop/switches.tiyun", "used as given");
      assertThat(Typed.in(CHINESE, command).err()).contains("W0202", "0..1", "写在这里", "照用");
    }
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

  /** Takes every row away that has one of these firms in a cell. */
  private void without(String table, String... firms) throws IOException {
    rows(
        table, line -> Stream.of(firms).noneMatch(f -> ("," + line + ",").contains("," + f + ",")));
  }

  private void rows(String table, Predicate<String> kept, String... more) throws IOException {
    Path file = folder.resolve("ai-2025").resolve(table);
    List<String> rows = Files.readAllLines(file).stream().filter(kept).toList();
    Files.write(file, Stream.concat(rows.stream(), Stream.of(more)).toList());
  }

  private void copy(String name) throws IOException {
    Path from = Typed.root().resolve("models").resolve(name);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = folder.resolve(name).resolve(from.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
