package org.tiyun.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiyun.words.Lang;
import org.tiyun.words.Words;

/** A ledger far beyond the shipped one is read like any other. */
class LargePackageTest {
  private static final int ROWS = 200_000;

  @TempDir Path folder;

  private void grow(String stage) throws IOException {
    Packages.copy(folder);
    StringBuilder rows = new StringBuilder(Files.readString(folder.resolve("deals.csv")));
    for (int i = 0; i < ROWS; i++) {
      rows.append("more-")
          .append(i)
          .append(",2025-03-01,loan,nvidia,openai,")
          .append(i % 97)
          .append(",total,")
          .append(stage)
          .append(",cash,2025-01,2026-12,flow,,B,row ")
          .append(i)
          .append(",https://a.example/")
          .append(i)
          .append(",P,2025-03,\n");
    }
    Files.writeString(folder.resolve("deals.csv"), rows);
  }

  @Test
  void twoHundredThousandDealsAreRead() throws IOException {
    grow("paid");
    LedgerReading reading = LedgerReader.read(folder);
    assertThat(reading.findings()).isEmpty();
    assertThat(reading.ledger().orElseThrow().deals()).hasSize(ROWS + 288);
  }

  @Test
  void twoHundredThousandFindingsAreCountedAndTheFirstKept() throws IOException {
    grow("payed");
    LedgerReading reading = LedgerReader.read(folder);
    assertThat(reading.findings()).hasSize(50_001);
    var last = reading.findings().get(50_000);
    assertThat(last.values()).containsEntry("beyond", 150_000);
    assertThat(last.message(Words.in(Lang.ZH))).contains("150000");
  }
}
