package org.tiyun.study.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiyun.study.Folder;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;
import org.tiyun.words.Failure;

/** Outturns made up for the test; nothing of 2026 is in the repository. */
class ForecastScoreTest {
  private static final OpenModel MODEL = new ModelOpener(Folder.SHIPPED).open("ai-loop");

  @TempDir Path folder;

  private String outturns(String rows) throws IOException {
    Path file = folder.resolve("came.csv");
    Files.writeString(file, "variable,entity,period,value\n" + rows);
    return file.toString();
  }

  /** Cell of the newest frozen forecast. */
  private static double forecast(String target, String quarter, String column) throws IOException {
    List<String> lines =
        Files.readAllLines(MODEL.folder().resolve("forecasts").resolve("2025Q4-2.csv"));
    int at = List.of(lines.get(0).split(",")).indexOf(column);
    return lines.stream()
        .filter(l -> l.startsWith(target + "," + quarter + ","))
        .mapToDouble(l -> Double.parseDouble(l.split(",")[at]))
        .findFirst()
        .orElseThrow();
  }

  private static ForecastScore newest(List<ForecastScore> scores) {
    return scores.stream().filter(s -> s.file().endsWith("2025Q4-2.csv")).findFirst().orElseThrow();
  }

  @Test
  void anOutturnAtTheMedianHasNoErrorAndLiesInTheBand() throws IOException {
    double median = forecast("capex_microsoft", "2026Q1", "q50");
    List<ForecastScore> scores =
        ForecastScore.of(MODEL, outturns("capex,microsoft,2026Q1," + median + "\n"));
    assertThat(scores).hasSizeGreaterThanOrEqualTo(2);
    ForecastScore.Series series = newest(scores).series().get(0);
    assertThat(newest(scores).coverage()).isEqualTo(1);
    assertThat(series.target()).isEqualTo("capex_microsoft");
    assertThat(series.error()).isZero();
    assertThat(series.crps()).isPositive();
    assertThat(series.growth())
        .isCloseTo(
            Math.abs(Math.log(forecast("capex_microsoft", "2026Q1", "growth") / median)),
            within(1e-12));
  }

  @Test
  void anOutturnFarAboveIsOutsideAndCostsTheDistance() throws IOException {
    double high = 100 * forecast("capex_microsoft", "2026Q1", "q95");
    ForecastScore score =
        newest(ForecastScore.of(MODEL, outturns("capex,microsoft,2026Q1," + high + "\n")));
    assertThat(score.coverage()).isZero();
    // Levels are symmetric about one half: far out the score is the mean distance to the quantiles.
    double mean = 0;
    for (double level : Forecast.QUANTILES) {
      double q = forecast("capex_microsoft", "2026Q1", "q" + Math.round(level * 100));
      mean += 2 * level * Math.log(high / q) / Forecast.QUANTILES.size();
    }
    assertThat(score.series().get(0).crps()).isCloseTo(mean, within(1e-12));
  }

  @Test
  void whatCannotBeScoredIsSaid() throws IOException {
    assertThat(code(outturns("capex,microsoft,2026Q1,none\n"))).isEqualTo("E0624");
    assertThat(code(outturns("capex,microsoft,2026Q1,-3\n"))).isEqualTo("E0624");
    assertThat(code(outturns("weather,microsoft,2026Q1,3\n"))).isEqualTo("E0625");
    assertThat(code(outturns("capex,microsoft,2036Q1,3\n"))).isEqualTo("E0625");
    assertThat(code(folder.resolve("nowhere.csv").toString())).isEqualTo("E0601");
    Path short1 = Files.writeString(folder.resolve("short.csv"), "variable,value\ncapex,1\n");
    assertThat(code(short1.toString())).isEqualTo("E0642");
  }

  private static String code(String path) {
    return catchThrowableOfType(Failure.class, () -> ForecastScore.of(MODEL, path))
        .findings()
        .get(0)
        .code();
  }
}
