package org.tiyun.studio;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds of every screen alike, in a real browser. */
class BrowserScreensTest extends InBrowser {
  /** A screen, and something that stands there once it has woken. */
  private static final Map<String, String> SCREENS =
      Map.ofEntries(
          entry("map", "button.loop"),
          entry("firm", ".sankey"),
          entry("evidence", "tbody tr"),
          entry("run", ".charts .panel svg"),
          entry("brakes", ".heat rect.cell"),
          entry("twin", ".charts .panel svg"),
          entry("model", "pre button.sym"),
          entry("verdict", ".outcomes svg"),
          entry("believe", "[data-cell]"),
          entry("ensemble", ".charts .panel svg"),
          entry("backtest", ".charts .panel svg"),
          entry("report", "button[data-export=html]"));

  @Test
  void everyScreenStandsInBothLanguagesLightAndDarkWideAndNarrow() {
    List<String> wrong = new ArrayList<>();
    for (String screen : SCREENS.keySet()) {
      for (int width : new int[] {1400, 390}) {
        for (String lang : List.of("en", "zh")) {
          Page page =
              open("/" + screen + "?paths=200&lang=" + lang, width, false, SCREENS.get(screen));
          for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            look(page, screen + " " + width + " " + lang + " " + scheme, lang, wrong);
          }
          page.context().close();
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(browser.complaints).isEmpty();
  }

  private static void look(Page page, String where, String lang, List<String> wrong) {
    String text = (String) page.evaluate("document.body.innerText");
    if (text.contains("studio.") || text.contains("undefined") || text.contains("NaN")) {
      wrong.add(where + ": a text is missing");
    }
    if (lang.equals("zh") == (text.codePoints().filter(c -> c > 0x4e00).count() < 20)) {
      wrong.add(where + ": another language");
    }
    double over =
        ((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth")).doubleValue();
    if (over > 1) {
      wrong.add(where + ": wider than the screen by " + over);
    }
  }

  @Test
  void axeFindsNoSeriousFault() throws IOException {
    String axe;
    try (InputStream in = BrowserScreensTest.class.getResourceAsStream("/vendored/axe.min.js")) {
      axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    List<String> faults = new ArrayList<>();
    for (String screen : SCREENS.keySet()) {
      Page wide = open("/" + screen + "?paths=200&lang=en", 1400, false, SCREENS.get(screen));
      wide.evaluate(axe + "; null");
      serious(wide, screen + " light", faults);
      wide.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      serious(wide, screen + " dark", faults);
      wide.context().close();
      Page narrow = open("/" + screen + "?paths=200&lang=zh", 390, true, SCREENS.get(screen));
      narrow.evaluate(axe + "; null");
      serious(narrow, screen + " narrow", faults);
      narrow.context().close();
    }
    assertThat(faults).isEmpty();
  }

  private static void serious(Page page, String where, List<String> faults) {
    Object found =
        page.evaluate(
            "async () => (await axe.run(document, {resultTypes: ['violations'], iframes:"
                + " false})).violations.filter(v => ['serious',"
                + " 'critical'].includes(v.impact)).map(v => v.id + ': ' + v.nodes.slice(0,"
                + " 3).map(n => n.html.slice(0, 120) + ' ' + (n.any[0]?.message || '')).join(' |"
                + " '))");
    for (Object each : (List<?>) found) {
      faults.add(where + " " + each);
    }
  }

  @Test
  void theAddressOfEveryScreenLeadsBackToTheSame() {
    Map<String, String> addresses =
        Map.of(
            "/map?lang=en&view=promise&asof=2024-06&sel=nvidia", "ul.evidence li",
            "/map?lang=en&loop=amazon>anthropic", "p.step",
            "/firm?lang=zh&firm=openai&sign=drcr&t=2028Q1", ".card table tbody tr",
            "/evidence?lang=en&of=cells&grade=A", "tbody tr",
            "/brakes?lang=en&brake=rates-up&x=rate&y=covenant", ".heat rect.cell",
            "/verdict?lang=zh&outcome=glides&scenario=rates-up", ".outcomes svg",
            "/believe?lang=en&axes=chi,see_hub", "[data-cell]",
            "/backtest?lang=en&from=2023Q4", ".charts .panel svg",
            "/model?lang=en&sym=patience", ".side table");
    for (Map.Entry<String, String> each : addresses.entrySet()) {
      Page page = open(each.getKey(), 1400, false, each.getValue());
      page.waitForLoadState(LoadState.NETWORKIDLE);
      String shown = page.locator("main").innerText();
      String address = page.url();
      page.reload();
      page.waitForSelector(each.getValue());
      page.waitForLoadState(LoadState.NETWORKIDLE);
      page.waitForFunction("text => document.querySelector('main').innerText === text", shown);
      assertThat(page.url()).isEqualTo(address);
      page.context().close();
    }
  }

  @Test
  void everyScreenOfTheNavigationIsTested() {
    Page page = open("/map?lang=en", 1400, false, "button.loop");
    assertThat(page.locator("nav [data-screen]").count()).isEqualTo(SCREENS.size());
    for (String screen : SCREENS.keySet()) {
      assertThat(page.locator("nav [data-screen=" + screen + "]").count()).as(screen).isOne();
    }
    page.context().close();
  }
}
