package org.tiyun.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Test;

/** Maps under mouse, keys and fingers, in a real browser. */
class BrowserMapTest extends InBrowser {
  /** How far the map of a page is magnified and moved, as the drawing says it. */
  private static String view(Page page) {
    return (String)
        page.evaluate("document.querySelector('main svg.tm > g').getAttribute('transform') || ''");
  }

  @Test
  void theMapIsMagnifiedAndMovedWithWheelAndMouseAndThePageStillScrolls() {
    Page page = open("/map?lang=en", 1400, false, "button.loop");
    BoundingBox map = page.locator("figure.map svg").boundingBox();
    page.mouse().move(map.x + 500, map.y + 300);
    page.mouse().wheel(0, 200);
    page.waitForFunction("() => scrollY > 0");
    assertThat(view(page)).as("a wheel alone scrolls the page").isEmpty();
    page.evaluate("scrollTo(0, 0)");
    page.keyboard().down("Control");
    page.mouse().wheel(0, -40);
    page.keyboard().up("Control");
    page.waitForFunction("() => document.querySelector('svg.magnified')");
    String before = view(page);
    page.mouse().down();
    page.mouse().move(map.x + 420, map.y + 260, new Mouse.MoveOptions().setSteps(4));
    page.mouse().up();
    assertThat(view(page)).isNotEqualTo(before);
    assertThat(page.url()).as("a drag chooses nothing").doesNotContain("sel=");
    // A magnified map takes the wheel, until it is whole again.
    page.mouse().wheel(0, 3000);
    page.waitForFunction("() => !document.querySelector('svg.magnified')");
    assertThat(page.evaluate("scrollY")).isEqualTo(0);
    assertThat(browser.complaints).isEmpty();
    page.context().close();
  }

  @Test
  void theMapIsMagnifiedAndMovedByKeysAndWhoWalksByKeysIsKeptInSight() {
    Page page = open("/run?lang=en&t=2028Q1", 1400, false, ".charts .panel svg");
    page.keyboard().press("+");
    page.keyboard().press("+");
    String before = view(page);
    assertThat(before).contains("scale(2.25");
    page.keyboard().press("Shift+ArrowRight");
    assertThat(view(page)).contains("scale(2.25").isNotEqualTo(before);
    assertThat(page.textContent(".when")).isEqualTo("2028Q1");
    page.focus("[data-party=suppliers]");
    Object seen =
        page.evaluate(
            "() => { const a = document.querySelector('.stage svg').getBoundingClientRect(), b ="
                + " document.querySelector('[data-party=suppliers]').getBoundingClientRect();"
                + " return b.left >= a.left - 1 && b.right <= a.right + 1 && b.top >= a.top - 1 &&"
                + " b.bottom <= a.bottom + 1; }");
    assertThat(seen).isEqualTo(true);
    page.keyboard().press("0");
    assertThat(view(page)).isEmpty();
    page.click("[data-zoom=in]");
    assertThat(view(page)).contains("scale(1.5");
    page.click("[data-zoom=whole]");
    assertThat(view(page)).isEmpty();
    page.context().close();
  }

  @Test
  void twoFingersMagnifyTheMapAndOneScrollsThePage() {
    Page page = open("/map?lang=zh", 390, false, "button.loop");
    CDPSession fingers = page.context().newCDPSession(page);
    JsonObject screen = new JsonObject();
    screen.addProperty("enabled", true);
    screen.addProperty("maxTouchPoints", 5);
    fingers.send("Emulation.setTouchEmulationEnabled", screen);
    page.reload();
    page.waitForSelector("button.loop");
    BoundingBox map = page.locator("figure.map svg").boundingBox();
    touch(fingers, "touchStart", map.x + 150, map.y + 200);
    touch(fingers, "touchMove", map.x + 150, map.y + 120);
    touch(fingers, "touchEnd");
    assertThat(view(page)).isEmpty();
    page.evaluate("scrollTo(0, 0)");
    touch(fingers, "touchStart", map.x + 140, map.y + 200, map.x + 180, map.y + 200);
    touch(fingers, "touchMove", map.x + 100, map.y + 200, map.x + 220, map.y + 200);
    touch(fingers, "touchEnd");
    page.waitForFunction("() => document.querySelector('svg.magnified')");
    page.context().close();
  }

  /** Fingers at pairs of x and y. */
  private static void touch(CDPSession fingers, String kind, double... at) {
    JsonArray points = new JsonArray();
    for (int i = 0; i < at.length; i += 2) {
      JsonObject point = new JsonObject();
      point.addProperty("x", at[i]);
      point.addProperty("y", at[i + 1]);
      point.addProperty("id", i);
      points.add(point);
    }
    JsonObject said = new JsonObject();
    said.addProperty("type", kind);
    said.add("touchPoints", points);
    fingers.send("Input.dispatchTouchEvent", said);
  }
}
