package org.tiyun.view.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tiyun.study.backtest.OriginScore;
import org.tiyun.study.brake.Brake;
import org.tiyun.study.report.Chapter;
import org.tiyun.study.report.Report;
import org.tiyun.study.report.ReportContent;
import org.tiyun.study.verdict.Outcome;
import org.tiyun.view.Shipped;
import org.tiyun.view.text.Figures;
import org.tiyun.words.Lang;
import org.tiyun.words.Words;

/** The full report: its chapters are open, in the reader's language, and say what was computed. */
class FullReportTest {
  private static final ReportContent FULL =
      Report.of(
          Shipped.MODEL,
          Brake.USUAL,
          1,
          "test",
          List.of(
              new Chapter.Shares(Shipped.Few.VERDICT),
              new Chapter.Beliefs(Shipped.Few.BELIEFS),
              new Chapter.Past(Shipped.Few.BACKTEST),
              new Chapter.Machines(Shipped.Few.TWIN)));
  private static final Map<Lang, String> PAGES = new EnumMap<>(Lang.class);

  private static String page(Lang lang) {
    return PAGES.computeIfAbsent(lang, l -> ReportPage.of(FULL, Words.in(l)));
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void saysTheShareOfEachOutcomeInTheChapterAndInTheMechanisms(Lang lang) {
    Figures figures = new Figures(lang);
    Words words = Words.in(lang);
    for (Outcome outcome : Outcome.values()) {
      String share = figures.percent(Shipped.Few.VERDICT.share(outcome));
      assertThat(page(lang)).contains(words.text("view.outcome." + outcome.word()) + " " + share);
      assertThat(section(lang, "report.mechanisms.title")).contains(share);
    }
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void drawsOneCellForEachRegionOfTheMapOfBeliefs(Lang lang) {
    String chapter = section(lang, "view.believe.title");
    // Four more are the key.
    assertThat(count(chapter, "<rect "))
        .isEqualTo(Shipped.Few.BELIEFS.regions().size() + Outcome.values().length);
    assertThat(count(chapter, "<rect [^>]*><title>"))
        .isEqualTo(Shipped.Few.BELIEFS.regions().size());
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void scoresEachOriginOfTheBackTest(Lang lang) {
    Figures figures = new Figures(lang);
    String chapter = section(lang, "report.past.title");
    for (OriginScore origin : Shipped.Few.BACKTEST.origins()) {
      assertThat(chapter)
          .contains(figures.period(origin.origin()))
          .contains(figures.percent(origin.coverage()));
    }
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void drawsEachMachineInEachChartAndNamesItsPlayers(Lang lang) {
    String chapter = section(lang, "report.twin.title");
    int machines = Shipped.Few.TWIN.models().size();
    assertThat(machines).isEqualTo(3);
    assertThat(count(chapter, "<path class=\"m\\d\""))
        .isEqualTo(machines * Shipped.Few.TWIN.quantities().size());
    Shipped.Few.TWIN
        .roles()
        .forEach(role ->
            role.of()
                .forEach(
                    player -> assertThat(chapter).contains(Html.escape(player.words().in(lang)))));
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void setsMapsOfAllMachinesSideBySideAtEachMoment(Lang lang) {
    String chapter = section(lang, "report.twin.title");
    int machines = Shipped.Few.TWIN.models().size();
    assertThat(count(chapter, "<div class=\"aligned\">")).isEqualTo(3);
    // And one legend for all of them.
    assertThat(count(chapter, "class=\"tm\"")).isEqualTo(3 * machines + 1);
    assertThat(count(chapter, "data-party=\"sponsor\"")).isEqualTo(3 * machines);
    assertThat(count(chapter, "<title id=\"twin\\dm\\d-title\">")).isEqualTo(3 * machines);
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void saysFirstWhereTheLikenessBreaksAndWhy(Lang lang) {
    String chapter = section(lang, "report.twin.title");
    Words words = Words.in(lang);
    int breaks = chapter.indexOf(Html.escape(words.text("report.twin.breaks")));
    assertThat(breaks).isBetween(0, chapter.indexOf("class=\"aligned\""));
    assertThat(chapter)
        .contains(Html.escape(words.text("view.twin.reason.decay")))
        .contains(words.text("view.twin.how.apart"));
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void saysWhereTheLikenessFailsForEachQuantity(Lang lang) {
    String chapter = section(lang, "report.twin.title");
    Shipped.Few.TWIN
        .quantities()
        .forEach(q -> assertThat(chapter).contains(Html.escape(q.fails().in(lang))));
    assertThat(Shipped.Few.TWIN.eighteen()).hasSize(18);
    Shipped.Few.TWIN
        .eighteen()
        .forEach(each -> assertThat(chapter).contains(Html.escape(each.name().in(lang))));
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void leavesNoKeyNoPlaceAndNoNameOfTheProgramsOwn(Lang lang) {
    String chapters = page(lang).substring(page(lang).indexOf("<section class=\"chapter\">"));
    chapters = chapters.substring(0, chapters.indexOf("<details>"));
    assertThat(chapters).doesNotContain("NaN", "Optional[", "equity_market", "capex_total");
    assertThat(chapters).doesNotContainPattern(">(report|view)\\.[a-z]");
    assertThat(chapters).doesNotContainPattern("\\{[a-z]+}");
    assertThat(chapters).doesNotContainPattern(">[a-z]+_[a-z_]+<");
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void thePlainReportHasNoneOfIt(Lang lang) {
    String plain = ReportPage.of(Shipped.REPORT, Words.in(lang));
    assertThat(plain).doesNotContain("class=\"chapter\"", "class=\"believe\"");
  }

  private static String section(Lang lang, String title) {
    String page = page(lang);
    int start = page.indexOf("<h2>" + Html.escape(Words.in(lang).text(title)) + "</h2>");
    assertThat(start).as(title).isPositive();
    return page.substring(start, page.indexOf("</section>", start));
  }

  private static int count(String text, String pattern) {
    return (int) Pattern.compile(pattern).matcher(text).results().count();
  }
}
