package org.tiyun.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every file that a screen gives, saved and opened in a browser that knows nothing of the studio.
 */
class BrowserExportTest extends InBrowser {
  /** A screen, what stands there when it is ready, and how many drawings it has at least. */
  private record Screen(String address, String ready, int drawings) {}

  private static final List<Screen> SCREENS =
      List.of(
          new Screen("/map", "button.loop", 1),
          new Screen("/map?view=promise", "button.loop", 1),
          new Screen("/run?t=2029Q1", ".charts .panel svg", 10),
          new Screen("/brakes", ".heat rect.cell", 1),
          new Screen("/twin", "table.eighteen tbody tr", 5),
          new Screen("/firm", ".sankey", 1),
          new Screen("/verdict", ".outcomes svg", 2),
          new Screen("/believe", "[data-cell]", 1),
          new Screen("/ensemble?paths=200", "select[name=target]", 5),
          new Screen("/backtest", ".charts .panel svg", 3));

  /** Screens without drawings. */
  private static final List<Screen> WORDS =
      List.of(
          new Screen("/evidence", "tbody tr", 0),
          new Screen("/evidence?of=cells", "tbody tr", 0),
          new Screen("/evidence?of=conflicts", "tbody tr", 0),
          new Screen("/model", "pre button.sym", 0));

  @TempDir static Path folder;

  private static final Map<Screen, List<Path>> FILES = new LinkedHashMap<>();

  /** Saves all that there is, in a dark studio on a light screen. */
  @BeforeAll
  static void save() {
    for (Screen screen : Stream.concat(SCREENS.stream(), WORDS.stream()).toList()) {
      String join = screen.address().contains("?") ? "&" : "?";
      Page page = open(screen.address() + join + "lang=en&theme=dark", 1400, false, screen.ready());
      page.evaluate("document.querySelectorAll('details.behind').forEach(d => { d.open = true; })");
      page.waitForFunction(
          "() => !document.querySelector('table.brakes')?.innerText.includes('…')");
      Locator buttons = page.locator("[data-export=svg], [data-export=csv], [data-do=save]");
      List<Path> files = new ArrayList<>();
      for (int i = 0; i < buttons.count(); i++) {
        Locator button = buttons.nth(i);
        files.add(saved(page, button::click, FILES.size() + "-" + i + "-"));
        // Chromium drops what is more than ten files in a second.
        page.waitForTimeout(100);
      }
      FILES.put(screen, files);
      page.context().close();
    }
  }

  private static Path saved(Page page, Runnable act, String prefix) {
    Download download = page.waitForDownload(act);
    Path file = folder.resolve(prefix + download.suggestedFilename());
    download.saveAs(file);
    return file;
  }

  private static List<Path> files(Screen screen, String ending) {
    return FILES.get(screen).stream().filter(f -> f.toString().endsWith(ending)).toList();
  }

  @Test
  void everyDrawingStandsAloneWithTitleHashesSourcesAndTheThemeOfThePage() {
    List<String> wrong = new ArrayList<>();
    Page reader = browser.page(1600, 1200, false);
    for (Screen screen : SCREENS) {
      List<Path> drawings = files(screen, ".svg");
      assertThat(drawings).as(screen.address()).hasSizeGreaterThanOrEqualTo(screen.drawings());
      for (Path file : drawings) {
        String where = screen.address() + " " + file.getFileName();
        reader.navigate(file.toUri().toString());
        for (Object fault : (List<?>) reader.evaluate(LOOK)) {
          wrong.add(where + ": " + fault);
        }
        String text = (String) reader.evaluate("document.documentElement.textContent");
        check(text, "Data end 2025-12-31", where, wrong);
        check(text, "tiyun serve → /", where, wrong);
        check(text, "Sources (", where, wrong);
        boolean ledger = screen.address().startsWith("/map") || screen.address().equals("/firm");
        check(text, ledger ? "ledger ai-2025@" : "model ai-loop@", where, wrong);
        if (text.contains("not a forecast") == ledger) {
          wrong.add(where + ": a model or not");
        }
      }
    }
    reader.context().close();
    assertThat(wrong).isEmpty();
    assertThat(browser.complaints).isEmpty();
  }

  private static void check(String text, String wanted, String where, List<String> wrong) {
    if (!text.contains(wanted)) {
      wrong.add(where + ": lacks " + wanted);
    }
  }

  /**
   * What is wrong with a drawing that was opened alone: its background, texts past its edges,
   * styles of the page.
   */
  private static final String LOOK =
      """
      () => {
        const root = document.documentElement;
        const faults = [];
        if (root.nodeName !== 'svg') return ['no drawing'];
        const fill = getComputedStyle(root.querySelector('rect')).fill.match(/\\d+/g).map(Number);
        if (fill[0] + fill[1] + fill[2] > 150) faults.push('light: ' + fill);
        if (/var\\(|class=/.test(root.outerHTML)) faults.push('needs the styles of the page');
        if (!root.querySelector('title').textContent) faults.push('no title');
        const box = root.getBoundingClientRect();
        const texts = [...root.children].filter((e) => e.nodeName === 'text');
        if (texts.length < 3) faults.push('says too little');
        for (const text of texts) {
          const t = text.getBoundingClientRect();
          if (t.right > box.right + 1 || t.bottom > box.bottom + 1) faults.push('past the edge: ' + text.textContent);
          const ink = getComputedStyle(text).fill.match(/\\d+/g).map(Number);
          if (ink[0] + ink[1] + ink[2] < 300) faults.push('dark on dark: ' + text.textContent);
        }
        if (!root.querySelectorAll('svg path, svg rect, svg circle').length) faults.push('empty');
        return faults;
      }
      """;

  @Test
  void aLightStudioGivesLightDrawingsOnADarkScreenAndPicturesOfTwiceTheSize() {
    Page page = browser.page(1400, 900, true);
    page.navigate(served.url("/run?lang=zh&theme=light&t=2029Q1"));
    page.waitForSelector(".charts .panel svg");
    Path svg = saved(page, () -> page.locator("[data-export=svg]").first().click(), "light-");
    Path png = saved(page, () -> page.locator("[data-export=png]").first().click(), "light-");
    Page reader = browser.page(1600, 1200, true);
    reader.navigate(svg.toUri().toString());
    String back =
        (String)
            reader.evaluate(
                "getComputedStyle(document.documentElement.querySelector('rect')).fill");
    assertThat(back).isEqualTo("rgb(251, 250, 247)");
    assertThat(reader.locator("svg svg circle").count()).as("discs and dots").isGreaterThan(50);
    double width =
        ((Number) reader.evaluate("document.documentElement.viewBox.baseVal.width")).doubleValue();
    reader.navigate(png.toUri().toString());
    assertThat(((Number) reader.evaluate("document.images[0].naturalWidth")).doubleValue())
        .isEqualTo(2 * width);
    reader.context().close();
    page.context().close();
  }

  @Test
  void everyTableOfFiguresSaysWhatItIs() throws IOException {
    for (Screen screen : FILES.keySet()) {
      List<Path> tables = files(screen, ".csv");
      assertThat(tables.isEmpty())
          .as(screen.address())
          .isEqualTo(screen.address().equals("/model"));
      for (Path file : tables) {
        List<String> lines = Files.readAllLines(file);
        List<String> head = lines.stream().takeWhile(l -> l.startsWith("# ")).toList();
        String where = screen.address() + " " + head.getFirst();
        assertThat(head).as(where).hasSizeBetween(3, 4);
        assertThat(head.get(1)).as(where).contains("@", "Data end 2025-12-31");
        assertThat(head.getLast()).as(where).startsWith("# tiyun serve → /");
        assertThat(lines.size()).as(where).isGreaterThan(head.size() + 2);
        assertThat(lines.get(head.size())).as(where).contains(",");
      }
    }
  }

  @Test
  void everyScreenIsSavedAsOnePageThatNeedsNothingElse() throws IOException {
    Page reader = browser.page(1400, 1000, false);
    List<String> asked = new ArrayList<>();
    reader.onRequest(request -> {
      if (!request.url().startsWith("file:")) {
        asked.add(request.url());
      }
    });
    for (Screen screen : FILES.keySet()) {
      Path file = files(screen, "-en.html").getFirst();
      assertThat(Files.readString(file)).doesNotContain("<script", "<button", "<select", "<iframe");
      reader.navigate(file.toUri().toString());
      assertThat((String) reader.evaluate("document.body.innerText"))
          .as(screen.address())
          .contains(reader.textContent("h1"), "Data end 2025-12-31", "tiyun serve → /", "@");
      assertThat(reader.evaluate("getComputedStyle(document.body).backgroundColor"))
          .isEqualTo("rgb(18, 21, 27)");
      assertThat(reader.locator("svg").count()).isGreaterThanOrEqualTo(screen.drawings());
      assertThat(reader.locator("table, pre").count()).as(screen.address()).isPositive();
      double over =
          ((Number) reader.evaluate("document.documentElement.scrollWidth - innerWidth"))
              .doubleValue();
      assertThat(over).as(screen.address()).isLessThanOrEqualTo(1);
    }
    assertThat(asked).isEmpty();
    assertThat(browser.complaints).isEmpty();
    reader.context().close();
  }
}
