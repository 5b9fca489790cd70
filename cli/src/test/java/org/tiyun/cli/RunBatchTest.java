package org.tiyun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tiyun run MODEL --draws N}. */
class RunBatchTest {
  @TempDir Path folder;

  private String model() throws IOException {
    Path file = folder.resolve("drawn.tiyun");
    Files.writeString(
        file,
        """
        model drawn "drawn"
        step period
        horizon 3
        param a = 0.5 ~ uniform(0, 1) source "assumption"
        x = a + x(-1)
        y = 2 * a
        """);
    return file.toString();
  }

  @Test
  void csvGivesEveryPathAndTheSameOnAnyNumberOfThreads() throws IOException {
    Typed one = Typed.command("run", model(), "--draws", "300", "--threads", "1", "--csv");
    assertThat(one.code()).isZero();
    List<String> lines = one.out().lines().toList();
    assertThat(lines.getFirst()).isEqualTo("path,variable,entity,period,value");
    assertThat(lines).hasSize(1 + 300 * 2 * 3);
    assertThat(lines.getLast()).startsWith("299,y,,3,");
    assertThat(Typed.command("run", model(), "--draws", "300", "--threads", "3", "--csv"))
        .isEqualTo(one);
    assertThat(Typed.command("run", model(), "--draws", "300", "--seed", "2", "--csv").out())
        .isNotEqualTo(one.out());
  }

  @Test
  void withoutThePartForParquetItIsSaidWhatToDo() throws IOException {
    // The part is on the class path only where ./tiyun has put it.
    String file = folder.resolve("runs.parquet").toString();
    Typed said = Typed.command("run", model(), "--draws", "3", "-o", file);
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("error[E0120]", "runs.parquet", "80 MB", "CSV");
    assertThat(folder.resolve("runs.parquet")).doesNotExist();
    assertThat(Typed.command("run", model(), "-o", file, "--lang", "zh").err())
        .contains("[E0120]", "改用 CSV");
    Files.writeString(folder.resolve("runs.parquet"), "PAR1");
    assertThat(Typed.command("map", file).err()).contains("error[E0120]");
  }

  @Test
  void quantilesAreThoseOfThePaths() throws IOException {
    double[] drawn =
        Typed.command("run", model(), "--draws", "100", "--csv", "--out", "y")
            .out()
            .lines()
            .filter(line -> line.contains(",y,,3,"))
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(',') + 1)))
            .sorted()
            .toArray();
    assertThat(drawn).hasSize(100);
    String json = Typed.command("run", model(), "--draws", "100", "--json", "--out", "y").out();
    for (double share : new double[] {5, 25, 50, 75, 95}) {
      String value = String.valueOf(drawn[(int) share - 1]);
      assertThat(json.replaceAll("\\s", "")).contains("\"" + (int) share + "\":[" + value);
    }
    assertThat(json).contains("\"drawn\"", "\"rank_error\"");
    assertThat(Arrays.stream(drawn).min().orElseThrow()).isBetween(0.0, 2.0);
    Typed text = Typed.command("run", model(), "--draws", "100", "--lang", "zh");
    assertThat(text.out()).contains("95%", "抽样 100 次").doesNotContain("view.");
  }

  @Test
  void aFileIsWholeAndNeverReplacedUnasked() throws IOException {
    Path file = folder.resolve("paths.csv");
    String[] typed = {"run", model(), "--draws", "10", "--csv", "-o", file.toString()};
    assertThat(Typed.command(typed).code()).isZero();
    assertThat(Files.readAllLines(file)).hasSize(61);
    assertThat(Typed.command(typed).err()).contains("E0116");
    try (var left = Files.list(folder)) {
      assertThat(left.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder("drawn.tiyun", "paths.csv");
    }
  }

  @Test
  void whatMakesNoSenseIsSaid() throws IOException {
    assertThat(Typed.command("run", model(), "--draws", "0").err()).contains("E0113");
    assertThat(Typed.command("run", model(), "--draws", "5", "--threads", "0").code())
        .isEqualTo(ExitCode.USAGE);
    Typed same = Typed.command("run", "sim", "--draws", "5");
    assertThat(same.code()).isZero();
    assertThat(same.err()).contains("E0342");
  }
}
