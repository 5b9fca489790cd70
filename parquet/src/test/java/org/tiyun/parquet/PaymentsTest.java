package org.tiyun.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiyun.circuit.cascade.BalanceSheets;
import org.tiyun.circuit.edges.BalanceSheetFiles;
import org.tiyun.circuit.edges.EdgeList;
import org.tiyun.circuit.network.PaymentGraph;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Lang;
import org.tiyun.words.Words;

/** Edge lists in Parquet say the same as in CSV, or what is wrong with them and where. */
class PaymentsTest {
  @TempDir Path folder;

  @Test
  void theNetworkIsThatOfTheCsv() throws SQLException, IOException {
    SplittableRandom random = new SplittableRandom(4);
    StringBuilder csv = new StringBuilder("from,to,amount\n");
    for (int row = 0; row < 20_000; row++) {
      csv.append("firm ").append(random.nextInt(300)).append(",梯").append(random.nextInt(300));
      csv.append(',').append(random.nextDouble(1e6)).append('\n');
    }
    Path text = Files.writeString(folder.resolve("e.csv"), csv);
    Path file =
        made(
            "e.parquet",
            "SELECT \"to\", 'more' AS more, amount, \"from\" FROM read_csv('"
                + text
                + "', types = {'amount': 'DOUBLE'})");
    EdgeList one = EdgeList.read(text, Optional.empty());
    EdgeList other = EdgeList.read(file, Optional.empty());
    assertThat(other.network().parties()).isEqualTo(one.network().parties());
    same(other.network().inside(), one.network().inside());
  }

  @Test
  void amountsAndNamesOfEveryFittingType() throws SQLException {
    for (String type :
        List.of("UTINYINT", "INTEGER", "HUGEINT", "FLOAT", "DOUBLE", "DECIMAL(20,3)")) {
      Path file =
          made(
              type.replaceAll("\\W", "") + ".parquet",
              "SELECT 7 AS \"from\", 'b' AS \"to\", CAST(12.0 AS " + type + ") AS amount");
      EdgeList read = EdgeList.read(file, Optional.empty());
      assertThat(read.network().parties()).as(type).containsExactly("7", "b");
      assertThat(read.network().inside().amount()).as(type).containsExactly(12);
    }
  }

  @Test
  void aDecimalIsTheNearestDouble() throws SQLException {
    Path file =
        made(
            "d.parquet",
            "SELECT 'a' AS \"from\", 'b' AS \"to\","
                + " CAST('123456789012.12345678912' AS DECIMAL(38,11)) AS amount");
    assertThat(EdgeList.read(file, Optional.empty()).network().inside().amount())
        .containsExactly(Double.parseDouble("123456789012.12345678912"));
  }

  @Test
  void faultyCellsAreNamedWithTheirRows() throws SQLException {
    Path file =
        made(
            "cells.parquet",
            "SELECT * FROM (VALUES ('a', 'b', 1.0), (NULL, 'b', 1.0), ('a', ' ', 1.0),"
                + " ('a', 'b', NULL), ('a', 'b', 'nan'::DOUBLE), ('a', 'b', 'infinity'::DOUBLE),"
                + " ('a', 'b', -2.0)) AS t(\"from\", \"to\", amount)");
    List<Finding> findings = failure(file).findings();
    assertThat(findings.stream().map(Finding::code))
        .containsExactly("E0513", "E0513", "E0512", "E0512", "E0512", "E0512");
    assertThat(findings.stream().map(f -> f.place().orElseThrow().line()))
        .containsExactly(2, 3, 4, 5, 6, 7);
    assertThat(findings.stream().map(f -> f.place().orElseThrow().field().orElseThrow()))
        .containsExactly("from", "to", "amount", "amount", "amount", "amount");
    assertThat(findings.get(2).message(Words.in(Lang.EN))).contains("\"null\"");
  }

  @Test
  void columnsThatAreMissingOrOfAnotherType() throws SQLException {
    Path file =
        made(
            "types.parquet",
            "SELECT DATE '2025-01-01' AS \"from\", 'b' AS \"To\", [1.5] AS amount");
    List<Finding> findings = failure(file).findings();
    assertThat(findings.stream().map(Finding::code)).containsExactly("E0534", "E0511", "E0534");
    assertThat(findings.get(0).message(Words.in(Lang.EN)))
        .isEqualTo("the column from holds DATE, not text or whole numbers");
    assertThat(findings.get(0).message(Words.in(Lang.ZH))).isEqualTo("from 列的类型是 DATE，不是文本或整数");
    assertThat(findings.get(1).help(Words.in(Lang.EN)).orElseThrow())
        .isEqualTo("the header has: from, To, amount");
    assertThat(
            failure(made("bool.parquet", "SELECT 'a' AS \"from\", 'b' AS \"to\", true AS amount"))
                .findings())
        .extracting(Finding::code)
        .containsExactly("E0534");
  }

  @Test
  void nothingInsideAColumnIsTakenForAColumn() throws SQLException {
    Path file =
        made(
            "nested.parquet",
            "SELECT {'amount': 3, 'x': {'to': 1}} AS s, [{'from': 2}] AS l,"
                + " 'a' AS \"from\", 'b' AS \"to\", 5 AS amount");
    assertThat(EdgeList.read(file, Optional.empty()).network().inside().amount())
        .containsExactly(5);
  }

  @Test
  void noRows() throws SQLException {
    Path file =
        made("none.parquet", "SELECT 'a' AS \"from\", 'b' AS \"to\", 1 AS amount WHERE false");
    assertThat(failure(file).findings()).extracting(Finding::code).containsExactly("E0516");
  }

  @Test
  void whatIsNoParquetFile() throws IOException {
    Path csv = Files.writeString(folder.resolve("text.parquet"), "from,to,amount\na,b,1\n");
    Path empty = Files.writeString(folder.resolve("empty.parquet"), "");
    Path only = Files.writeString(folder.resolve("magic.parquet"), "PAR1PAR1PAR1");
    Path nowhere = folder.resolve("nowhere.parquet");
    Path directory = Files.createDirectory(folder.resolve("folder.parquet"));
    for (Path file : List.of(csv, empty, only, nowhere, directory)) {
      List<Finding> findings = failure(file).findings();
      assertThat(findings).as(file.toString()).extracting(Finding::code).containsExactly("E0510");
      assertThat(findings.getFirst().message(Words.in(Lang.EN))).contains(file.toString());
    }
  }

  @Test
  void cutOffOrMaimed() throws SQLException, IOException {
    byte[] whole =
        Files.readAllBytes(
            made(
                "whole.parquet",
                "SELECT 'a' || i % 50 AS \"from\", 'b' || i % 70 AS \"to\", i * 1.5 AS amount"
                    + " FROM range(5000) AS t(i)"));
    for (int length = 1; length < whole.length; length += 211) {
      Path file = folder.resolve("cut.parquet");
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(failure(file).findings()).extracting(Finding::code).containsExactly("E0510");
    }
    SplittableRandom random = new SplittableRandom(11);
    for (int k = 0; k < 300; k++) {
      byte[] maimed = whole.clone();
      for (int n = random.nextInt(1, 4); n > 0; n--) {
        maimed[random.nextInt(maimed.length)] = (byte) random.nextInt();
      }
      Path file = folder.resolve("maimed.parquet");
      Files.write(file, maimed);
      try {
        EdgeList.read(file, Optional.empty());
      } catch (Failure failure) {
        // Any finding will do; what must not come is anything else than one.
        assertThat(failure.findings()).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a[1]*?.parquet", "it's.parquet", "from=x/e.parquet", "空 格.parquet"})
  void namesThatMeanSomethingElsewhere(String name) throws SQLException, IOException {
    Path plain = made("plain.parquet", "SELECT 'a' AS \"from\", 'b' AS \"to\", 5 AS amount");
    made("a1x.parquet", "SELECT 'a' AS \"from\", 'b' AS \"to\", 6 AS amount");
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.copy(plain, file);
    EdgeList read = EdgeList.read(file, Optional.empty());
    assertThat(read.network().parties()).containsExactly("a", "b");
    assertThat(read.network().inside().amount()).containsExactly(5);
  }

  @Test
  void debtsAndBalanceSheetsToo() throws SQLException, IOException {
    Path debts = made("debts.parquet", "SELECT 'a' AS \"from\", 'b' AS \"to\", 5 AS amount");
    Path nodes =
        made("nodes.parquet", "SELECT unnest(['a', 'b']) AS node, unnest([-1.5, 2]) AS equity");
    BalanceSheets sheets = BalanceSheetFiles.read(debts, nodes).sheets();
    BalanceSheets plain =
        BalanceSheetFiles.read(
                text("debts.csv", "from,to,amount\na,b,5\n"),
                text("nodes.csv", "node,equity\na,-1.5\nb,2\n"))
            .sheets();
    assertThat(sheets.parties()).isEqualTo(plain.parties());
    same(sheets.debts(), plain.debts());
  }

  private Path text(String name, String text) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }

  private static void same(PaymentGraph one, PaymentGraph other) {
    assertThat(one.edges()).isEqualTo(other.edges());
    assertThat(one.target()).isEqualTo(other.target());
    assertThat(one.amount()).isEqualTo(other.amount());
  }

  private Path made(String name, String select) throws SQLException {
    Path file = folder.resolve(name);
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement()) {
      statement.execute("COPY (" + select + ") TO '" + file + "' (FORMAT parquet)");
    }
    return file;
  }

  private static Failure failure(Path file) {
    return catchThrowableOfType(Failure.class, () -> EdgeList.read(file, Optional.empty()));
  }
}
