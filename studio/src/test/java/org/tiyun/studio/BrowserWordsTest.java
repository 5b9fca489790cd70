package org.tiyun.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every screen in one language: no key, id or sentence of the other shows. What stands as the
 * ledger or a model has it, in English, is marked as that; symbols of a model stand as code.
 */
class BrowserWordsTest extends InBrowser {
  /** Screens in several states, and what stands there when all has come. */
  private static final List<List<String>> STATES =
      List.of(
          List.of("/map?sel=nvidia", "ul.evidence li"),
          List.of("/map?view=promise&sel=openai", "ul.evidence li"),
          List.of("/map?loop=amazon>anthropic", "p.step"),
          List.of("/firm?firm=openai", ".card table"),
          List.of("/evidence", "tbody tr"),
          List.of("/evidence?of=cells", "tbody tr"),
          List.of("/evidence?of=conflicts", "tbody tr"),
          List.of("/run?scenario=patience-ends", ".charts .panel svg"),
          List.of("/run?m=chengtou", ".charts .panel svg"),
          List.of("/run?m=telecom-2000", ".charts .panel svg"),
          List.of("/brakes?s.patience=0.5", "table.futures"),
          List.of("/twin?brake=outside-money-stops&role=vehicle", "table.eighteen tbody tr"),
          List.of("/model?sym=patience", ".side table"),
          List.of("/verdict", ".outcomes svg"),
          List.of("/verdict?m=bmw", ".fault code"),
          List.of("/believe", "[data-cell]"),
          List.of("/ensemble?paths=200", ".grid2 .card table"),
          List.of("/backtest", ".charts .panel svg"),
          List.of("/report", "button[data-export=html]"));

  /** Texts and labels that do not belong to a language. */
  private static final String STRANGE =
      """
      lang => {
        document.querySelectorAll('details').forEach(d => { d.open = true; });
        const apart = 'code,pre,.hash,[lang=en],datalist,select[name=m],select[name=l],script,style,iframe,[data-do=lang]';
        const raw = t => /[a-z]+_[a-z]/.test(t) || /^(studio|view|map|unit|ledger|origin)\\.[a-z]/.test(t);
        const english = t => /\\b[a-z]{3,} [a-z]{2,} [a-z]{2,}/.test(t) || /^[a-z]+(-[a-z]+)+$/.test(t);
        const strange = t => raw(t) || (lang === 'zh' ? english(t) : /[\\u4e00-\\u9fff]/.test(t));
        const found = new Set();
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) {
          const t = walk.currentNode.textContent.trim();
          if (t && !walk.currentNode.parentElement.closest(apart) && strange(t)) found.add(t.slice(0, 90));
        }
        for (const a of ['aria-label', 'title', 'placeholder']) {
          for (const e of document.querySelectorAll('[' + a + ']')) {
            const t = e.getAttribute(a);
            if (t && !e.closest(apart) && strange(t)) found.add('@' + a + ' ' + t.slice(0, 90));
          }
        }
        return [...found];
      }
      """;

  @Test
  void noScreenShowsTheOtherLanguageOrARawId() {
    List<String> wrong = new ArrayList<>();
    for (String lang : List.of("zh", "en")) {
      for (List<String> state : STATES) {
        String address = state.get(0) + (state.get(0).contains("?") ? "&" : "?") + "lang=" + lang;
        Page page = open(address, 1400, false, state.get(1));
        page.waitForLoadState(LoadState.NETWORKIDLE);
        for (Object each : (List<?>) page.evaluate(STRANGE, lang)) {
          wrong.add(address + ": " + each);
        }
        page.context().close();
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void reasonsOfAssumedNumbersAreInThePagesLanguage() {
    String said = "1 would forgive any gap between end users' money and cost";
    for (String address : List.of("/model?sym=patience", "/run?")) {
      String reasons = address.startsWith("/model") ? ".side p" : ".lever details p";
      String ready = address.startsWith("/model") ? ".side table" : ".lever details";
      Page page = open(address + "&lang=en", 1400, false, ready);
      assertThat(page.locator(reasons).allTextContents()).anyMatch(p -> p.contains(said));
      page.click("[data-do=lang]");
      page.waitForFunction("() => document.documentElement.lang === 'zh'");
      page.waitForSelector(ready);
      assertThat(page.locator(reasons).allTextContents())
          .noneMatch(p -> p.contains(said))
          .anyMatch(p -> p.contains("假设：取 1 时"));
      page.context().close();
    }
  }

  @Test
  void whatIsWrongIsToldInThePagesLanguageAndNotTheBrowsers() {
    Page page = open("/verdict?m=bmw&lang=zh", 1400, false, ".fault code");
    assertThat(page.textContent(".fault")).contains("没有");
    page.click("[data-do=lang]");
    page.waitForFunction("() => document.querySelector('.fault')?.textContent.includes('has no')");
    page.context().close();
  }
}
