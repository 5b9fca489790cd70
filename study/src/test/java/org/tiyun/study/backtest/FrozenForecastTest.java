package org.tiyun.study.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tiyun.study.open.Home;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;

/** A forecast once given is not changed, and the model that gave it gives it again. */
class FrozenForecastTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path FOLDER = ROOT.resolve("models/ai-loop/forecasts");

  @Test
  void every_forecast_is_as_it_was_given() throws IOException, NoSuchAlgorithmException {
    List<String> sums = Files.readAllLines(FOLDER.resolve("SHA256SUMS"));
    assertThat(sums).isNotEmpty();
    for (String line : sums) {
      String[] parts = line.split(" +");
      byte[] bytes = Files.readAllBytes(FOLDER.resolve(parts[1]));
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      assertThat(HexFormat.of().formatHex(digest)).as(parts[1]).isEqualTo(parts[0]);
    }
  }

  /** A model or ledger that was changed since has another hash and gives another forecast. */
  @Test
  void the_same_model_and_ledger_give_it_again() throws IOException {
    OpenModel opened = new ModelOpener(new Home(ROOT)).open("ai-loop");
    List<String> lines = Files.readAllLines(FOLDER.resolve("2025Q4.csv"));
    String made =
        ","
            + opened.model().id()
            + "@"
            + opened.model().hash()
            + ","
            + opened.ledger().orElseThrow().hash()
            + ",";
    assertThat(lines).hasSize(1 + 16 * 8);
    if (!lines.get(1).contains(made)) {
      return;
    }
    Forecast again = Forecast.of(opened);
    for (int row = 0; row < again.rows().size(); row++) {
      Forecast.Row forecast = again.rows().get(row);
      StringBuilder expected = new StringBuilder(forecast.target() + "," + forecast.quarter());
      forecast.values().forEach(v -> expected.append(",").append(v));
      assertThat(lines.get(row + 1)).startsWith(expected.toString());
    }
  }

  @Test
  void quantiles_ascend_and_nothing_before_2026_is_forecast() throws IOException {
    for (String line : Files.readAllLines(FOLDER.resolve("2025Q4.csv")).stream().skip(1).toList()) {
      String[] cells = line.split(",");
      assertThat(cells[1]).isBetween("2026Q1", "2027Q4");
      for (int i = 3; i < 9; i++) {
        assertThat(Double.parseDouble(cells[i]))
            .as(line)
            .isGreaterThanOrEqualTo(Double.parseDouble(cells[i - 1]));
      }
    }
  }
}
