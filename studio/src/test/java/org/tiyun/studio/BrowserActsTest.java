package org.tiyun.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a reader does, screen by screen, in a real browser. */
class BrowserActsTest extends InBrowser {
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
    assertThat(Files.readString(csv.path()))
        .startsWith("# Cash paid in 2025")
        .contains("\nledger,hash,view");
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
