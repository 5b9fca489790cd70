package org.tiyun.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiyun.ledger.columns.ColumnFiles;
import org.tiyun.ledger.columns.ColumnReader;

/** {@code tiyun ... FILE.parquet} as a user calls it, each time in a process of its own. */
class CommandTest {
  @TempDir Path folder;

  @Test
  void aRunHasTheFiguresOfItsCsv() throws Exception {
    assertThat(tiyun("run", "sim", "--history", "-o", "sim.parquet").code()).isZero();
    List<String> rows = rows("sim.parquet", List.of("variable", "entity", "period"));
    String csv = tiyun("run", "sim", "--history", "--csv").out();
    assertThat(rows).isEqualTo(csv.lines().skip(1).toList());
    assertThat(rows).hasSizeGreaterThan(500);
  }

  @Test
  void aBatchToo() throws Exception {
    String[] question = {"run", "ai-loop", "--draws", "20", "--out", "capex,money", "--seed", "3"};
    assertThat(tiyun(with(question, "-o", "batch.parquet")).code()).isZero();
    List<String> rows = rows("batch.parquet", List.of("path", "variable", "entity", "period"));
    assertThat(rows).isEqualTo(tiyun(with(question, "--csv")).out().lines().skip(1).toList());
    assertThat(rows).hasSizeGreaterThan(5_000);
  }

  @Test
  void aMapOfPayments() throws Exception {
    Files.writeString(
        folder.resolve("e.csv"), "from,to,amount\na,b,1.25\nb,c,0.5\nc,a,0.25\nc,d,3\n");
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement()) {
      statement.execute(
          "COPY (FROM read_csv('" + folder + "/e.csv')) TO '" + folder + "/e.parquet'");
    }
    Said map = tiyun("map", "e.parquet", "--json");
    assertThat(map.code()).isZero();
    assertThat(map.out()).isEqualTo(tiyun("map", "e.csv", "--json").out());
    assertThat(map.out()).contains("finn_cycling_index");
  }

  @Test
  void aTableOfSomethingElse() throws Exception {
    assertThat(tiyun("run", "sim", "-o", "x.parquet").code()).isZero();
    Said wrong = tiyun("map", "x.parquet", "--lang", "zh");
    assertThat(wrong.code()).isEqualTo(1);
    assertThat(wrong.err()).contains("[E0511]", "缺少 from 这一列", "variable, entity, period, value");
  }

  @Test
  void twoFormsAtOnceAreRefused() throws Exception {
    Said both = tiyun("run", "sim", "--json", "-o", "x.parquet");
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err()).contains("E0122", "--json");
    Said none = tiyun("sources", "sim", "-o", "x.parquet");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("E0118", "-o FILE.parquet");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anExistingFileIsLeftAlone() throws Exception {
    Files.writeString(folder.resolve("x.parquet"), "mine");
    Said said = tiyun("run", "sim", "-o", "x.parquet");
    assertThat(said.err()).contains("E0116");
    assertThat(folder.resolve("x.parquet")).hasContent("mine");
    assertThat(tiyun("run", "sim", "-o", "x.parquet", "--force").code()).isZero();
    assertThat(rows("x.parquet", List.of("variable"))).isNotEmpty();
  }

  @Test
  void whoeverStopsItFindsNothingHalf() throws Exception {
    Process process =
        started(List.of("run", "sim", "--draws", "100000000", "-o", "endless.parquet"));
    while (process.isAlive() && parts().isEmpty()) {
      Thread.sleep(50);
    }
    assertThat(process.isAlive()).isTrue();
    process.destroy();
    process.waitFor();
    assertThat(folder).isEmptyDirectory();
  }

  private List<Path> parts() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toFile().length() > 0).toList();
    }
  }

  /** The rows of a file as lines of CSV; none of the names needs quotation marks. */
  private List<String> rows(String name, List<String> texts) {
    Path file = folder.resolve(name);
    List<String> lines = new ArrayList<>();
    try (ColumnReader rows = ColumnFiles.of(file).read(file, texts, List.of("value"))) {
      while (rows.next()) {
        StringBuilder line = new StringBuilder();
        for (int k = 0; k < texts.size(); k++) {
          line.append(rows.text(k).orElseThrow()).append(',');
        }
        lines.add(line.append(rows.number(0).orElseThrow()).toString());
      }
    }
    return lines;
  }

  private record Said(int code, String out, String err) {}

  private static String[] with(String[] question, String... more) {
    return Stream.concat(Stream.of(question), Stream.of(more)).toArray(String[]::new);
  }

  private Said tiyun(String... arguments) throws IOException, InterruptedException {
    Path err = Files.createTempFile("tiyun", ".err");
    try {
      Process process = started(List.of(arguments), err);
      String out = new String(process.getInputStream().readAllBytes());
      int code = process.waitFor();
      return new Said(code, out, Files.readString(err));
    } finally {
      Files.delete(err);
    }
  }

  private Process started(List<String> arguments) throws IOException {
    return started(arguments, Path.of("/dev/null"));
  }

  private Process started(List<String> arguments, Path err) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dtiyun.home=" + Path.of("").toAbsolutePath().getParent(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.tiyun.cli.Main"));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectError(err.toFile())
        .start();
  }
}
