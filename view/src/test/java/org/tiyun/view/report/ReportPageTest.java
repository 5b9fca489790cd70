package org.tiyun.view.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tiyun.study.brake.BrakeTable;
import org.tiyun.study.brake.BrakeTable.BrakeCase;
import org.tiyun.study.report.BrakeReading;
import org.tiyun.study.run.EventLine;
import org.tiyun.view.Shipped;
import org.tiyun.words.Lang;
import org.tiyun.words.Words;

/** The report as a reader gets it: one file, whole, in one language, the same every time. */
class ReportPageTest {
  private static final Map<Lang, String> PAGES = new EnumMap<>(Lang.class);

  private static String page(Lang lang) {
    return PAGES.computeIfAbsent(lang, l -> ReportPage.of(Shipped.REPORT, Words.in(l)));
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void isOneFileUnderThreeMegabytesThatAsksNobodyForAnything(Lang lang) {
    String page = page(lang);
    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isBetween(100_000, 3_000_000);
    assertThat(page).doesNotContain("<script", "<link", "<img", "@import", "url(", " src=");
    assertThat(page).startsWith("<!doctype html>").endsWith("</html>\n");
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void everyElementThatOpensCloses(Lang lang) {
    String page = page(lang);
    for (String name : new String[] {"table", "details", "figure", "svg", "section", "ul", "div"}) {
      assertThat(count(page, "<" + name + "[ >]"))
          .as(name)
          .isEqualTo(count(page, "</" + name + ">"));
    }
    Set<String> ids = new HashSet<>();
    Matcher id = Pattern.compile(" id=\"([^\"]+)\"").matcher(page);
    while (id.find()) {
      assertThat(ids.add(id.group(1))).as(id.group(1)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void everyPictureCanBeReadAloud(Lang lang) {
    String page = page(lang);
    assertThat(count(page, "<svg[ >]")).isGreaterThan(10);
    assertThat(count(page, "<svg[^>]*>\\s*<title[ >]")).isEqualTo(count(page, "<svg[ >]"));
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void hasItsFiguresHashesAndSources(Lang lang) {
    String page = page(lang);
    assertThat(page)
        .contains(Shipped.MODEL.model().hash())
        .contains(Shipped.MODEL.ledger().orElseThrow().hash());
    // Each deal of the ledger is in the evidence.
    assertThat(count(page, "<a href=\"https?://"))
        .isGreaterThan(Shipped.MODEL.ledger().orElseThrow().deals().size() / 2);
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void noKeyOfTheCatalogueAndNoNumberThatIsNoneIsLeft(Lang lang) {
    assertThat(page(lang)).doesNotContain("NaN", "Infinity", "Optional[");
    assertThat(page(lang)).doesNotContainPattern(">(report|view|map|origin)\\.[a-z]");
    assertThat(page(lang)).doesNotContainPattern("\\{[a-z]+}</");
  }

  @Test
  void theChineseReportSpeaksChinese() {
    Matcher heading = Pattern.compile("<h[123][^>]*>([^<]+)</h").matcher(page(Lang.ZH));
    int headings = 0;
    while (heading.find()) {
      headings++;
      assertThat(heading.group(1)).as(heading.group(1)).containsPattern("\\p{IsHan}");
    }
    assertThat(headings).isGreaterThan(5);
    assertThat(page(Lang.ZH)).contains("lang=\"zh");
  }

  @Test
  void theVerdictStandsInThePageAndForTheTerminalAlike() {
    for (Lang lang : Lang.values()) {
      for (String sentence : ReportPage.verdict(Shipped.REPORT, Words.in(lang))) {
        assertThat(page(lang)).contains(Html.escape(sentence));
      }
    }
  }

  @Test
  void theSameContentGivesTheSameBytes() {
    assertThat(ReportPage.of(Shipped.REPORT, Words.in(Lang.EN))).isEqualTo(page(Lang.EN));
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void setsEveryBrakeOfTheModelSideBySide(Lang lang) {
    Words words = Words.in(lang);
    String chapter = chapter(lang, words.text("report.brakes.title"));
    // The run without a brake, then every scenario of the model, and the head.
    assertThat(count(chapter, "<tr>")).isEqualTo(Shipped.MODEL.scenarios().size() + 2);
    for (var scenario : Shipped.MODEL.scenarios()) {
      String title =
          Shipped.MODEL.terms().or("scenario." + scenario.id().replace('-', '_')).in(lang);
      assertThat(chapter).contains(Html.escape(title));
    }
    assertThat(chapter).contains("tiyun brake ai-loop --all", ">100%<");
    assertThat(chapter).doesNotContain("equity_market", "insiders");
  }

  @Test
  void theBrakesSideBySideAreThoseOfTheBrakeCommand() {
    BrakeTable table = BrakeTable.of(Shipped.MODEL, List.of("revenue-triples", "patience-ends"), 1);
    for (BrakeCase expected : table.cases()) {
      BrakeReading reading =
          Shipped.REPORT.brakes().stream()
              .filter(r -> r.scenario().equals(expected.result().scenario()))
              .findFirst()
              .orElseThrow();
      assertThat(reading.failures().stream().map(EventLine::entity))
          .containsExactlyElementsOf(expected.failed());
      assertThat(reading.hub()).isEqualTo(expected.hub());
      assertThat(reading.loss()).isEqualTo(expected.loss());
    }
  }

  /** A folded part by its title. */
  private static String chapter(Lang lang, String title) {
    String page = page(lang);
    int start = page.indexOf("<details><summary>" + Html.escape(title) + "</summary>");
    assertThat(start).as(title).isPositive();
    return page.substring(start, page.indexOf("</details>", start));
  }

  private static int count(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    int count = 0;
    while (matcher.find()) {
      count++;
    }
    return count;
  }
}
