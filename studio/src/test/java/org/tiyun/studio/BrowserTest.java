package org.tiyun.studio;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages in a real browser, as a reader meets them. */
class BrowserTest {
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

  private static Served served;
  private static Browsing browser;

  @BeforeAll
  static void start() {
    browser = Browsing.start();
    served = Served.shipped();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    if (served != null) {
      served.close();
    }
  }

  @BeforeEach
  void quiet() {
    browser.complaints.clear();
  }

  private static Page open(String address, int width, boolean dark, String until) {
    Page page = browser.page(width, 900, dark);
    page.navigate(served.url(address));
    page.waitForSelector(until);
    return page;
  }

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
    try (InputStream in = BrowserTest.class.getResourceAsStream("/vendored/axe.min.js")) {
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
  void aDollarStepsRoundTheLoop() {
    Page page = open("/map?lang=en", 1400, false, "button.loop");
    page.click("button.loop >> nth=1");
    assertThat(page.url()).contains("loop=");
    int hands = page.locator("ol.hands li").count();
    assertThat(page.textContent("p.step")).startsWith("Of $100 at the start, $100 are at");
    for (int i = 1; i < hands; i++) {
      page.keyboard().press("Tab");
      page.focus("[data-do=hand]");
      page.keyboard().press("Enter");
      assertThat(page.locator("ol.hands li").nth(i).getAttribute("aria-current")).isEqualTo("step");
    }
    assertThat(page.textContent("p.step")).contains("come back to");
    page.context().close();
  }

  @Test
  void theTourAsksOnceShowsSixStepsAndIsNeverInTheWay() {
    Page page = open("/map?lang=en", 1400, false, ".tour");
    double[] overlap = box(page, ".tour");
    assertThat(overlap[1]).as("it ends above the screen").isLessThanOrEqualTo(box(page, "main")[0]);
    page.focus("[data-do=tour]");
    page.keyboard().press("Enter");
    List<String> screens = new ArrayList<>();
    for (int step = 1; step <= 6; step++) {
      assertThat(page.textContent(".tour")).startsWith(step + " of 6.");
      screens.add(page.getAttribute("nav [aria-current=page]", "data-screen"));
      page.keyboard().press("Enter");
    }
    assertThat(screens).containsExactly("map", "map", "run", "brakes", "twin", "verdict");
    assertThat(page.locator(".tour").count()).isZero();
    page.navigate(served.url("/map?lang=zh"));
    page.waitForSelector("button.loop");
    assertThat(page.locator(".tour").count()).as("not asked again").isZero();
    page.keyboard().press("?");
    page.click("dialog [data-do=tour]");
    assertThat(page.textContent(".tour")).startsWith("第 1 步");
    page.keyboard().press("Escape");
    assertThat(page.locator(".tour").count()).isZero();
    page.context().close();
  }

  /** Top and bottom of an element on the page. */
  private static double[] box(Page page, String selector) {
    BoundingBox box = page.locator(selector).first().boundingBox();
    return new double[] {box.y, box.y + box.height};
  }

  @Test
  void theReportStandsBelowItsButton() {
    Page page = open("/report?lang=en", 1400, false, "iframe.report");
    page.frameLocator("iframe.report").locator("h1").waitFor();
    assertThat(page.frameLocator("iframe.report").locator("h1").textContent()).contains("AI");
    Download saved = page.waitForDownload(() -> page.click("[data-export=html]"));
    assertThat(saved.suggestedFilename()).isEqualTo("tiyun-report-en.html");
    page.context().close();
  }

  @Test
  void dotsAreConserved() {
    Page page = open("/run?lang=en&t=2030Q1", 1400, false, ".charts .panel svg");
    page.waitForFunction("() => document.querySelector('.runmap').tiyunMap.periods > 0");
    for (String period : List.of("2027Q3", "2031Q4")) {
      page.evaluate(
          "p => { const m = document.querySelector('.runmap').tiyunMap; m.setTime(p === '2027Q3' ?"
              + " 6.37 : 23.81); }",
          period);
      Object bad =
          page.evaluate(
              "() => document.querySelector('.runmap').tiyunMap.audit().filter(p => !(p.dots *"
                  + " p.dot <= p.flow + 1e-6 && p.flow < (p.dots + 1) * p.dot + 1e-6)).length");
      assertThat(((Number) bad).intValue()).isZero();
      int dots =
          ((Number)
                  page.evaluate(
                      "() => document.querySelector('.runmap').tiyunMap.audit().reduce((a, p) => a"
                          + " + p.dots, 0)"))
              .intValue();
      assertThat(dots).isGreaterThan(100);
    }
    page.context().close();
  }

  @Test
  void theAddressIsTheDocument() {
    Page page =
        open(
            "/run?lang=zh&scenario=patience-ends&s.patience=0.35&t=2029Q2&theme=dark",
            1400,
            false,
            ".charts .panel svg");
    assertThat(page.inputValue("input[name=patience]")).isEqualTo("0.35");
    assertThat(page.inputValue("select[name=scenario]")).isEqualTo("patience-ends");
    assertThat(page.textContent(".when")).isEqualTo("2029年二季度");
    assertThat(page.evaluate("document.documentElement.dataset.theme")).isEqualTo("dark");
    String lead = page.textContent(".lead");
    String address = page.url();
    page.click("[data-do=lang]");
    page.waitForFunction("() => document.documentElement.lang === 'en'");
    page.waitForSelector(".charts .panel svg");
    assertThat(page.textContent(".when")).isEqualTo("2029Q2");
    page.navigate(address);
    page.waitForSelector(".charts .panel svg");
    assertThat(page.textContent(".lead")).isEqualTo(lead);
    page.context().close();
  }

  @Test
  void aLeverActsWhileItRunsAndUndoTakesItBack() {
    Page page = open("/run?lang=en", 1400, false, ".charts .panel svg");
    // The figures themselves: a chart's scale also has to hold the ghost of the run before.
    String flows = "JSON.stringify(document.querySelector('.runmap').tiyunFlows)";
    String before = (String) page.evaluate("() => " + flows);
    page.click("[data-do=play]");
    page.waitForFunction("() => Number(document.querySelector('.transport input').value) >= 1");
    page.locator("input[name=patience]")
        .evaluate(
            "e => { for (const v of [0.6, 0.4, 0.2, 0.1]) { e.value = v; e.dispatchEvent(new"
                + " Event('input', {bubbles: true})); } e.dispatchEvent(new Event('change',"
                + " {bubbles: true})); }");
    page.waitForFunction("(before) => " + flows + " !== before", before);
    assertThat(page.url()).contains("s.patience=0.1");
    assertThat(page.getAttribute("[data-do=play]", "aria-pressed")).isEqualTo("true");
    assertThat(page.locator(".c-ghost").count()).isPositive();
    page.click("[data-do=undo]");
    page.waitForFunction("(before) => " + flows + " === before", before);
    assertThat(page.url()).doesNotContain("s.patience");
    page.context().close();
  }

  @Test
  void theKeyboardIsEnough() {
    Page page = open("/run?lang=en&t=2026Q3", 1400, false, ".charts .panel svg");
    page.keyboard().press("ArrowRight");
    assertThat(page.textContent(".when")).isEqualTo("2026Q4");
    page.keyboard().press("ArrowLeft");
    page.keyboard().press("ArrowLeft");
    assertThat(page.textContent(".when")).isEqualTo("2026Q2");
    page.keyboard().press("Space");
    assertThat(page.getAttribute("[data-do=play]", "aria-pressed")).isEqualTo("true");
    page.keyboard().press("Space");
    page.keyboard().press("]");
    assertThat(page.textContent("[data-do=speed]")).isEqualTo("×2");
    page.keyboard().press("?");
    page.waitForSelector("dialog[open]");
    page.keyboard().press("Escape");
    page.keyboard().press("b");
    page.waitForSelector(".heat select");
    assertThat(page.url()).contains("/brakes");
    page.navigate(served.url("/map?lang=en"));
    page.waitForSelector("button.loop");
    page.focus("[data-party=nvidia]");
    page.keyboard().press("ArrowRight");
    page.waitForSelector("ul.evidence li");
    assertThat(page.url()).contains("sel=");
    page.keyboard().press("l");
    page.waitForSelector("button.loop[aria-pressed=true]");
    page.context().close();
  }

  @Test
  void exportsOpen() throws IOException {
    Page page = open("/map?lang=en", 1400, false, "button.loop");
    Download svg = page.waitForDownload(() -> page.click("[data-export=svg]"));
    String drawing = Files.readString(svg.path());
    assertThat(drawing).startsWith("<svg").contains("Nvidia", "ledger ai-2025@", "2025-12-31");
    javax.xml.parsers.DocumentBuilderFactory xml =
        javax.xml.parsers.DocumentBuilderFactory.newInstance();
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> xml.newDocumentBuilder().parse(Files.newInputStream(svg.path()))))
        .isNull();
    Download png = page.waitForDownload(() -> page.click("[data-export=png]"));
    assertThat(Files.readAllBytes(png.path()))
        .startsWith(0x89, 'P', 'N', 'G')
        .hasSizeGreaterThan(20_000);
    Download csv = page.waitForDownload(() -> page.click("[data-export=csv]"));
    assertThat(Files.readString(csv.path())).startsWith("ledger,hash,view");
    page.context().close();
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

  @Test
  void theSameBrakeActsOnBothMachinesAndTheRoleIsLitInBoth() {
    Page page = open("/twin?lang=en&k=3", 1400, false, "table.eighteen tbody tr");
    assertThat(page.locator("table.eighteen tbody tr").count()).isEqualTo(18);
    page.waitForFunction(
        "() => [...document.querySelectorAll('section .when')].every(w => w.textContent)");
    String before = page.locator("section").first().innerText();
    page.selectOption("select[name=brake]", "outside-money-stops");
    page.waitForFunction(
        "before => document.querySelector('section').innerText !== before", before);
    assertThat(page.locator("h2").allTextContents())
        .anyMatch(h -> h.contains("outside money stops"));
    page.click("[data-role=vehicle]");
    assertThat(page.locator("section:nth-of-type(1) .party.lit[data-party=openai]").count())
        .isOne();
    assertThat(page.locator(".party.lit[data-party=lgfv_weak]").count()).isOne();
    assertThat(page.locator(".party.lit[data-party=banks]").count()).isZero();
    assertThat(page.url()).contains("brake=outside-money-stops", "role=vehicle", "k=3");
    page.context().close();
  }

  @Test
  void aCellOfTheBeliefsOpensAsARunWithItsValues() {
    Page page = open("/believe?lang=en", 1400, false, "[data-cell]");
    assertThat(page.locator("[data-cell]").count()).isEqualTo(147);
    page.focus("[data-cell='0']");
    page.keyboard().press("Enter");
    page.waitForSelector(".runmap svg");
    assertThat(page.url()).contains("/run", "s.see_hub=0", "s.revenue_ceiling=175", "s.chi=0.4");
    page.context().close();
  }

  @Test
  void theBrakesStandSideBySideWithTheirLimits() {
    Page page = open("/brakes?lang=en", 1400, false, ".cards .card");
    int rows = page.locator("table.brakes tbody tr").count();
    assertThat(rows).isGreaterThan(10);
    assertThat(page.locator("table.brakes").innerText()).doesNotContain("…");
    page.click("[data-brake=anchor-fails]");
    assertThat(page.textContent(".hops")).contains("OpenAI").contains("$");
    page.context().close();
  }

  @Test
  void aPageSurvivesARestartOfTheServer() {
    Served first = Served.shipped();
    int port = first.studio.port();
    Page page = browser.page(1400, 900, false);
    page.navigate("http://localhost:" + port + "/run?lang=en");
    page.waitForSelector(".charts .panel svg");
    first.close();
    page.locator("input[name=patience]")
        .evaluate("e => { e.value = 0.3; e.dispatchEvent(new Event('input', {bubbles: true})); }");
    page.waitForSelector(".offline-note");
    assertThat(page.locator(".charts .panel svg").count()).as("what was shown stays").isPositive();
    Served second = Served.at(port);
    page.waitForFunction("() => !document.querySelector('.offline-note')");
    page.waitForFunction("() => !document.querySelector('#screen').classList.contains('stale')");
    second.close();
    page.context().close();
  }

  @Test
  void reducedMotionHasNoDots() {
    Page page = browser.page(1400, 900, false);
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
    page.navigate(served.url("/run?lang=en&t=2029Q1"));
    page.waitForSelector(".charts .panel svg");
    assertThat(page.textContent(".dotline")).contains("no dots");
    page.context().close();
  }
}
