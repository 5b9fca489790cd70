package org.tiyun.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of one's own, served beside the shipped ones: a model changed, ledgers with faults. */
class BrowserOwnTest {
  @TempDir static Path folder;
  private static Served served;
  private static Browsing browser;

  @BeforeAll
  static void start() throws IOException {
    browser = Browsing.start();
    Path models = Served.home().root().resolve("models");
    String sim = Files.readString(models.resolve("textbook/sim.tiyun"));
    Path mine = Files.createDirectories(folder.resolve("my-sim")).resolve("my-sim.tiyun");
    Files.writeString(mine, sim.replaceFirst("model sim", "model my_sim"));
    Path hollow = Files.createDirectories(folder.resolve("hollow")).resolve("hollow.tiyun");
    Files.writeString(
        hollow,
        """
        model hollow "A price that can be nothing"
        step quarter
        horizon 2026Q1..2026Q4
        sector a, b
        claim money issued by a
        param price = 1 range 0..1 source "assumption"
        many = 1 / price
        flow f : a -> b = many
        """);
    for (String name : List.of("faulty", "deals-only")) {
      copy(models.resolve("ai-2025"), folder.resolve(name));
    }
    Path deals = folder.resolve("faulty/deals.csv");
    List<String> lines = Files.readAllLines(deals);
    lines.set(1, lines.get(1).replaceFirst("^([^,]*,)", "$1soon-"));
    Files.write(deals, lines);
    Path flows = folder.resolve("deals-only/flows.csv");
    Files.write(flows, Files.readAllLines(flows).subList(0, 1));
    served = Served.shipped(folder);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  @AfterAll
  static void stop() {
    browser.close();
    served.close();
  }

  private static Page open(String address, String until) {
    Page page = browser.page(1400, 900, false);
    page.navigate(served.url(address));
    page.waitForSelector(until);
    return page;
  }

  @Test
  void aModelOfOnesOwnRunsOnEveryScreenThatItCan() {
    Page page = open("/run?m=my-sim&lang=zh", ".charts .panel svg");
    assertThat(page.locator("input[type=range][name]").count()).isGreaterThan(1);
    assertThat(page.locator(".hash").last().innerText()).contains("my-sim@");
    page.context().close();
    Page text = open("/model?m=my-sim&lang=en", "pre button.sym");
    assertThat(text.locator("pre.text").innerText()).contains("model my_sim");
    text.context().close();
    Page verdict = open("/verdict?m=my-sim&lang=zh", ".fault code");
    assertThat(verdict.locator(".fault").innerText()).contains("my-sim", "verdict.csv", "没有");
    verdict.context().close();
  }

  @Test
  void theShelfOffersOnesOwnModelsAndLedgers() {
    Page page = open("/model?lang=en&sym=patience&s.patience=0.5", "select[name=m]");
    page.selectOption("select[name=m]", "my-sim");
    page.waitForFunction("() => document.querySelector('pre.text')?.innerText.includes('my_sim')");
    assertThat(page.url()).contains("m=my-sim").doesNotContain("patience");
    page.navigate(served.url("/evidence?lang=zh"));
    page.waitForSelector("tbody tr");
    page.selectOption("select[name=l]", "deals-only");
    page.waitForFunction("() => document.querySelector('.hash')?.innerText.includes('deals-only')");
    page.context().close();
  }

  @Test
  void aRunWithoutASolutionNamesPeriodAndEquationAndKeepsTheLastOne() {
    Page page = open("/run?m=hollow&lang=en", ".charts .panel svg");
    page.focus("input[name=price]");
    page.keyboard().press("ArrowLeft");
    page.waitForFunction("() => /s[.]price=0[.]9/.test(location.search)");
    page.keyboard().press("Home");
    page.waitForSelector(".fault code");
    assertThat(page.textContent(".fault")).contains("E03", "many", "2026Q1");
    assertThat(page.locator("#screen.stale .charts .panel svg").count()).isPositive();
    page.keyboard().press("End");
    page.waitForFunction("() => !document.querySelector('.fault, #screen.stale')");
    assertThat(page.url()).doesNotContain("s.price");
    page.context().close();
  }

  @Test
  void theFaultsOfALedgerAreToldInBothLanguagesWithTheirRows() {
    for (String lang : List.of("en", "zh")) {
      for (String screen : List.of("map", "evidence", "firm")) {
        Page page = open("/" + screen + "?l=faulty&lang=" + lang, ".fault code");
        String told = page.locator(".fault").innerText();
        assertThat(told).as(screen).contains("E04").doesNotContain(folder.toString());
        assertThat(told.codePoints().anyMatch(c -> c > 0x4e00)).isEqualTo(lang.equals("zh"));
        assertThat(page.locator("nav [data-screen]").first().isVisible()).isTrue();
        page.context().close();
      }
    }
  }

  @Test
  void aLedgerWithoutYearlyFlowsShowsItsDeals() {
    Page page = open("/evidence?l=deals-only&lang=en", "tbody tr");
    assertThat(page.locator("tbody tr").count()).isGreaterThan(100);
    page.click(".seg button >> nth=1");
    assertThat(page.textContent(".fault")).contains("E0540");
    page.context().close();
    Page map = open("/map?l=deals-only&lang=zh", ".fault code");
    assertThat(map.textContent(".fault")).contains("E0540");
    map.context().close();
  }
}
