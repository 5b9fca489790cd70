package org.tiyun.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The address is the document: what it says is shown, and what is changed it says. */
class BrowserAddressTest extends InBrowser {
  /** An address, what stands there once it is shown, and what must then hold in the page. */
  private record Shown(String address, String until, String holds) {}

  @Test
  void whatTheAddressSaysIsShown() {
    for (Shown each :
        List.of(
            new Shown(
                "/twin?lang=en&with=telecom-2000&k=2&brake=outside-money-stops",
                "table.eighteen tbody tr",
                "document.querySelector('select[name=with]').value === 'telecom-2000' &&"
                    + " document.querySelector('input[name=clock]').value === '2' &&"
                    + " document.querySelector('select[name=brake]').value ==="
                    + " 'outside-money-stops'"),
            new Shown(
                "/ensemble?lang=en&paths=200&scenario=rates-up&target=failures",
                "select[name=target]",
                "document.querySelector('[aria-pressed=true]').textContent.includes('200') &&"
                    + " document.querySelector('select[name=scenario]').value === 'rates-up' &&"
                    + " document.querySelector('select[name=target]').value === 'failures'"),
            new Shown(
                "/report?lang=zh&scenario=rates-up",
                "iframe.report",
                "document.querySelector('iframe.report').src.includes('scenario=rates-up') &&"
                    + " document.querySelector('iframe.report').src.includes('lang=zh')"),
            new Shown(
                "/firm?lang=en&firm=openai&sign=drcr&t=2028Q1",
                ".card table",
                "document.querySelector('select[name=firm]').value === 'openai' &&"
                    + " document.querySelector('.card table thead').innerText.includes('2028Q1')"),
            new Shown(
                "/evidence?lang=en&stage=paid&grade=A&q=nvidia",
                "tbody tr",
                "document.querySelector('select[name=stage]').value === 'paid' &&"
                    + " [...document.querySelectorAll('tbody tr')].every(r =>"
                    + " r.cells[4].textContent === 'A' && /nvidia/i.test(r.textContent))"),
            new Shown(
                "/verdict?lang=en&scenario=rates-up&outcome=glides",
                "select[name=outcome]",
                "document.querySelector('select[name=outcome]').value === 'glides' &&"
                    + " document.querySelector('select[name=scenario]').value === 'rates-up'"),
            new Shown(
                "/believe?lang=en&axes=chi,see_hub",
                "[data-cell]",
                "document.querySelector('select[name=down]').value === 'chi' &&"
                    + " document.querySelector('select[name=across]').value === 'see_hub' &&"
                    + " document.querySelectorAll('[data-cell]').length === 49"),
            new Shown(
                "/backtest?lang=en&from=2023Q4",
                ".charts .panel svg",
                "document.querySelector('[data-from=\"2023Q4\"]').ariaPressed === 'true'"),
            new Shown(
                "/model?lang=en&sym=patience",
                ".side table",
                "document.querySelector('.side h2').textContent === 'patience'"))) {
      Page page = open(each.address(), 1400, false, each.until());
      page.waitForFunction("() => " + each.holds());
      page.reload();
      page.waitForSelector(each.until());
      page.waitForFunction("() => " + each.holds());
      assertThat(page.url()).isEqualTo(served.url(each.address()));
      page.context().close();
    }
  }

  @Test
  void whatIsChangedStandsInTheAddress() {
    Page page = open("/twin?lang=en", 1400, false, "table.eighteen tbody tr");
    page.selectOption("select[name=brake]", "outside-money-stops");
    page.focus("input[name=clock]");
    page.keyboard().press("ArrowRight");
    assertThat(page.url()).contains("brake=outside-money-stops", "k=");
    page.navigate(served.url("/firm?lang=en"));
    page.waitForSelector("select[name=firm]");
    page.selectOption("select[name=firm]", "openai");
    assertThat(page.url()).contains("firm=openai");
    page.navigate(served.url("/evidence?lang=en"));
    page.waitForSelector("tbody tr");
    page.selectOption("select[name=grade]", "B");
    page.fill("input[name=q]", "oracle");
    assertThat(page.url()).contains("grade=B", "q=oracle");
    page.navigate(served.url("/backtest?lang=en"));
    page.waitForSelector("[data-from]");
    page.click("[data-from] >> nth=0");
    assertThat(page.url()).contains("from=");
    page.navigate(served.url("/model?lang=en"));
    page.waitForSelector("pre button.sym");
    page.click("pre button.sym >> nth=3");
    assertThat(page.url()).contains("sym=");
    page.navigate(served.url("/verdict?lang=en"));
    page.waitForSelector("select[name=outcome]");
    page.selectOption("select[name=outcome]", "glides");
    assertThat(page.url()).contains("outcome=glides");
    page.navigate(served.url("/believe?lang=en&axes=chi,see_hub"));
    page.waitForSelector("[data-cell]");
    page.selectOption("select[name=down]", "see_hub");
    page.waitForFunction("() => location.search.includes('axes=see_hub%2Cchi')");
    page.navigate(served.url("/report?lang=en"));
    page.waitForSelector("select[name=scenario]");
    page.selectOption("select[name=scenario]", "rates-up");
    assertThat(page.url()).contains("scenario=rates-up");
    page.navigate(served.url("/ensemble?lang=en&paths=200"));
    page.waitForSelector("select[name=target]");
    page.selectOption("select[name=target]", "failures");
    assertThat(page.url()).contains("target=failures");
    page.context().close();
  }

  @Test
  void sharingNamesTheStatesAndAnOlderOneOpensWithANotice() {
    Page page = open("/run?lang=en&s.patience=0.6", 1400, false, ".charts .panel svg");
    page.click("[data-do=share]");
    page.waitForFunction("() => /[?&]m=ai-loop@[0-9a-f]+/.test(location.search)");
    assertThat(page.url()).contains("l=ai-2025@", "s.patience=0.6");
    assertThat(page.locator(".pinned").count()).isZero();
    page.navigate(served.url("/verdict?lang=en&m=ai-loop@4f2a00000000"));
    page.waitForSelector(".outcomes svg");
    assertThat(page.textContent(".pinned")).contains("ai-loop@4f2a00000000");
    page.navigate(served.url("/map?lang=zh&l=ai-2025@91cc00000000"));
    page.waitForSelector("button.loop");
    page.waitForSelector(".pinned");
    assertThat(page.textContent(".pinned")).contains("ai-2025@91cc00000000", "现在显示的是");
    page.context().close();
  }
}
