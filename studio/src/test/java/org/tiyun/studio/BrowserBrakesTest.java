package org.tiyun.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The screen of the brakes, in a real browser. */
class BrowserBrakesTest extends InBrowser {
  @Test
  void theShockIsDraggedAndTheCascadeFollows() {
    Page page =
        open("/brakes?lang=en&brake=patience-ends&x=credit_appetite", 1400, false, ".hops li");
    String whole = page.innerText(".hops");
    page.focus("input[name=force]");
    page.keyboard().press("Home");
    page.waitForFunction(
        "text => (document.querySelector('.hops')?.innerText || '') !== text", whole);
    assertThat(page.url()).contains("force=0");
    assertThat(page.evaluate("document.activeElement.name")).isEqualTo("force");
    page.keyboard().press("z");
    page.waitForFunction("text => document.querySelector('.hops')?.innerText === text", whole);
    assertThat(page.url()).doesNotContain("force");
    page.selectOption("select[name=x]", "outside_growth");
    page.waitForFunction("() => document.querySelector('.heat path.c-stall')");
    page.context().close();
  }

  @Test
  void theBrakesStandSideBySideWithTheirLimits() {
    Page page = open("/brakes?lang=en", 1400, false, ".cards .card");
    int rows = page.locator("table.brakes tbody tr").count();
    assertThat(rows).isGreaterThan(10);
    assertThat(page.locator("table.brakes").innerText()).doesNotContain("…");
    assertThat(page.locator("table.futures tbody tr").count()).isEqualTo(rows);
    page.click("[data-brake=anchor-fails]");
    assertThat(page.textContent(".hops")).contains("OpenAI").contains("$");
    page.context().close();
  }
}
