package org.tiyun.study.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tiyun.language.model.Origin;
import org.tiyun.study.open.Home;
import org.tiyun.study.open.LedgerCut;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.sources.Sources;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/** Nothing later than an origin enters its forecast, and the same settings give the same scores. */
class BacktestOfAiLoopTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final ModelOpener OPENER = new ModelOpener(new Home(ROOT));
  private static final OpenModel AI_LOOP = OPENER.open("ai-loop");
  private static final Settings SETTINGS = Settings.of(AI_LOOP);

  private static Sources sources(String model, LedgerCut cut) {
    return Sources.of(
        OPENER.open(ROOT.resolve("models/ai-loop/" + model + ".tiyun").toString(), cut).model());
  }

  @Test
  void no_row_later_than_the_origin_stands_behind_any_number() {
    for (String origin : SETTINGS.origins()) {
      Sources sources = sources(SETTINGS.modelOf(origin), LedgerCut.at(origin));
      int year = LedgerCut.at(origin).year();
      assertThat(sources.numbers().stream().flatMap(f -> f.rows().stream()))
          .as(origin)
          .isNotEmpty()
          .allSatisfy(row -> assertThat(when(row)).isLessThanOrEqualTo(latest(row, origin, year)));
    }
  }

  /** A period or year out of a row's key. */
  private static String when(Origin.Row row) {
    List<String> key = Arrays.asList(row.key().split("/"));
    return switch (row.file()) {
      case "series.csv", "balances.csv" ->
          key.get(2)
              .replace("Q1", "-03")
              .replace("Q2", "-06")
              .replace("Q3", "-09")
              .replace("Q4", "-12");
      case "flows.csv", "totals.csv" -> key.get(0);
      default -> "";
    };
  }

  private static String latest(Origin.Row row, String origin, int year) {
    boolean yearly = row.file().equals("flows.csv") || row.file().equals("totals.csv");
    return yearly
        ? Integer.toString(year)
        : origin.replace("Q1", "-03").replace("Q2", "-06").replace("Q3", "-09").replace("Q4", "-12")
            + "-31";
  }

  @Test
  void an_origin_starts_from_nothing_later_and_from_no_number_that_nobody_assumed() {
    for (String origin : SETTINGS.origins()) {
      String model =
          ROOT.resolve("models/ai-loop/" + SETTINGS.modelOf(origin) + ".tiyun").toString();
      assertThat(OPENER.open(model, LedgerCut.at(origin)).warnings()).as(origin).isEmpty();
      assertThat(OPENER.open(model).warnings())
          .as("without the cut, from %s", origin)
          .extracting(Finding::code)
          .containsExactly("W0207");
    }
  }

  @Test
  void without_the_cut_later_rows_would_enter() {
    Sources uncut =
        Sources.of(
            OPENER.open(ROOT.resolve("models/ai-loop/backtest-2024q4.tiyun").toString()).model());
    assertThat(uncut.numbers().stream().flatMap(f -> f.rows().stream()))
        .anySatisfy(row -> assertThat(row.key()).contains("2025"));
  }

  @Test
  void the_same_settings_give_the_same_scores() {
    Settings few = SETTINGS.draws(120, 0.1);
    Backtest first = Backtest.of(OPENER, AI_LOOP, few, (stage, done, of) -> {});
    Backtest second = Backtest.of(OPENER, AI_LOOP, few, (stage, done, of) -> {});
    assertThat(first.origins()).hasSameSizeAs(SETTINGS.origins());
    for (int o = 0; o < first.origins().size(); o++) {
      OriginScore a = first.origins().get(o);
      OriginScore b = second.origins().get(o);
      assertThat(a.error()).isEqualTo(b.error()).isFinite();
      assertThat(a.intervalScore()).isEqualTo(b.intervalScore()).isFinite();
      assertThat(a.coverage()).isEqualTo(b.coverage()).isBetween(0.0, 1.0);
      assertThat(a.kept()).isEqualTo(12);
      assertThat(a.series())
          .allSatisfy(s -> {
            for (int q = 0; q < s.forecast().length; q++) {
              assertThat(s.low()[q]).isLessThanOrEqualTo(s.forecast()[q]);
              assertThat(s.forecast()[q]).isLessThanOrEqualTo(s.high()[q]);
            }
          });
    }
  }

  @Test
  void a_model_without_settings_says_what_is_missing() {
    assertThatThrownBy(() -> Settings.of(OPENER.open("sim")))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.findings().get(0).code()).isEqualTo("E0621"));
  }
}
