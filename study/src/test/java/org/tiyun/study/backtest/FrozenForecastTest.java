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

  /** The model as it stands has a forecast of its own, or somebody must freeze one. */
  @Test
  void the_same_model_and_ledger_give_it_again() throws IOException {
    OpenModel opened = new ModelOpener(new Home(ROOT)).open("ai-loop");
    // By its hash: the older files call the model ai_loop.
    String made = "@" + opened.model().hash() + "," + opened.ledger().orElseThrow().hash() + ",";
    List<String> lines = List.of();
    for (String file : files()) {
      List<String> read = Files.readAllLines(FOLDER.resolve(file));
      if (read.get(1).contains(made)) {
        lines = read;
      }
    }
    assertThat(lines)
        .as(
            "no forecast is of this model and ledger (%s): freeze a new file beside the old ones,"
                + " ./tiyun backtest ai-loop --forecast --csv, and add its sum to SHA256SUMS",
            made)
        .isNotEmpty();
    Forecast again = Forecast.of(opened);
    assertThat(lines).hasSize(1 + again.rows().size());
    for (int row = 0; row < again.rows().size(); row++) {
      Forecast.Row forecast = again.rows().get(row);
      StringBuilder expected = new StringBuilder(forecast.target() + "," + forecast.quarter());
      forecast.values().forEach(v -> expected.append(",").append(v));
      assertThat(lines.get(row + 1)).startsWith(expected.toString());
    }
  }

  /** Older files too are whole: nothing unlisted, one model, ledger and seed throughout. */
  @Test
  void every_file_is_whole_and_listed() throws IOException {
    try (java.util.stream.Stream<Path> there = Files.list(FOLDER)) {
      assertThat(there.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".csv")))
          .containsExactlyInAnyOrderElementsOf(files());
    }
    for (String file : files()) {
      List<String> lines = Files.readAllLines(FOLDER.resolve(file));
      assertThat(lines).as(file).hasSize(1 + 16 * 8);
      assertThat(
              lines.stream()
                  .skip(1)
                  .map(l -> l.replaceFirst("^.*?,(?=ai[_-]loop@)", ""))
                  .distinct())
          .as(file)
          .hasSize(1);
    }
  }

  private static List<String> files() throws IOException {
    return Files.readAllLines(FOLDER.resolve("SHA256SUMS")).stream()
        .map(line -> line.split(" +")[1])
        .toList();
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
