package org.tiyun.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiyun.ledger.columns.Column;
import org.tiyun.ledger.columns.Column.Kind;
import org.tiyun.ledger.columns.ColumnFiles;
import org.tiyun.ledger.columns.ColumnReader;
import org.tiyun.ledger.columns.ColumnWriter;
import org.tiyun.words.Failure;

/** What is written is what DuckDB itself reads back, to the last bit. */
class WriteTest {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("path", Kind.WHOLE),
          new Column("entity", Kind.TEXT),
          new Column("value", Kind.NUMBER));
  private static final List<String> TEXTS =
      List.of("", "openai", "a,\"b\"\n'c'", "梯云", "𝄞", " x ");

  /** More than a row group of DuckDB's (122,880), and no multiple of a vector. */
  private static final int ROWS = 300_001;

  @TempDir Path folder;

  @Test
  void everyBitAndEverySignComesBack() throws SQLException {
    Path file = written("runs.parquet");
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement ask = database.createStatement();
        ResultSet rows =
            ask.executeQuery("SELECT path, entity, value FROM read_parquet('" + file + "')")) {
      for (int row = 0; row < ROWS; row++) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getLong(1)).isEqualTo(whole(row));
        assertThat(rows.getString(2)).isEqualTo(text(row));
        assertThat(Double.doubleToRawLongBits(rows.getDouble(3)))
            .isEqualTo(Double.doubleToRawLongBits(number(row)));
      }
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void andOurOwnReaderAgrees() {
    Path file = written("runs.parquet");
    ColumnFiles files = ColumnFiles.of(file);
    assertThat(files.columns(file)).containsExactly("path", "entity", "value");
    try (ColumnReader rows = files.read(file, List.of("entity", "path"), List.of("value"))) {
      for (int row = 0; row < ROWS; row++) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.row()).isEqualTo(row + 1);
        assertThat(rows.text(0)).contains(text(row));
        assertThat(rows.text(1)).contains(Long.toString(whole(row)));
        assertThat(Double.doubleToRawLongBits(rows.number(0).orElseThrow()))
            .isEqualTo(Double.doubleToRawLongBits(number(row)));
      }
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void theSameRowsGiveTheSameBytes() throws IOException {
    assertThat(Files.mismatch(written("one.parquet"), written("two.parquet"))).isEqualTo(-1);
  }

  @Test
  void aTableWithoutRowsIsATable() {
    Path file = folder.resolve("none.parquet");
    try (ColumnWriter out = ColumnFiles.of(file).write(file, COLUMNS)) {
      out.finish();
    }
    try (ColumnReader rows = ColumnFiles.of(file).read(file, List.of("entity"), List.of("value"))) {
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void whatIsGivenUpIsNoParquetFile() {
    Path file = folder.resolve("half.parquet");
    try (ColumnWriter out = ColumnFiles.of(file).write(file, COLUMNS)) {
      fill(out, 10_000);
    }
    if (Files.exists(file)) {
      assertThatThrownBy(() -> ColumnFiles.of(file).columns(file))
          .isInstanceOfSatisfying(
              Failure.class, f -> assertThat(f.findings().getFirst().code()).isEqualTo("E0510"));
    }
  }

  @Test
  void whereNothingCanBeWrittenItIsSaid() {
    Path file = folder.resolve("no-such-folder/runs.parquet");
    assertThatThrownBy(
            () -> {
              try (ColumnWriter out = ColumnFiles.of(file).write(file, COLUMNS)) {
                fill(out, 100_000);
                out.finish();
              }
            })
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.findings().getFirst().code()).isEqualTo("E0117"));
  }

  private Path written(String name) {
    Path file = folder.resolve(name);
    try (ColumnWriter out = ColumnFiles.of(file).write(file, COLUMNS)) {
      fill(out, ROWS);
      out.finish();
    }
    return file;
  }

  private static void fill(ColumnWriter out, int rows) {
    for (int row = 0; row < rows; row++) {
      out.whole(whole(row)).text(text(row)).number(number(row));
    }
  }

  private static long whole(int row) {
    return new SplittableRandom(row).nextLong();
  }

  private static String text(int row) {
    return TEXTS.get(row % TEXTS.size());
  }

  private static double number(int row) {
    return switch (row) {
      case 0 -> -0.0;
      case 1 -> Double.MIN_VALUE;
      case 2 -> Double.MAX_VALUE;
      case 3 -> 0.1;
      default -> {
        double any = Double.longBitsToDouble(new SplittableRandom(row).split().nextLong());
        yield Double.isFinite(any) ? any : row;
      }
    };
  }
}
