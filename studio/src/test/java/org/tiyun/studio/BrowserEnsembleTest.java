package org.tiyun.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Single futures of an ensemble: opened as runs, and chosen by how they end. */
class BrowserEnsembleTest extends InBrowser {
  private static final String ASKED = "&scenario=rates-up&s.patience=0.7&seed=3&paths=200";

  /** What the server tells of the same ensemble, under an event's name; the last one. */
  private static JsonNode told(String event) {
    String stream = served.get("/api/ensembles?m=ai-loop" + ASKED).body();
    int at = stream.lastIndexOf("event: " + event + "\n");
    return Served.read(
        stream.substring(stream.indexOf("data: ", at) + 6).lines().findFirst().get());
  }

  private static Page ensemble(String more) {
    // A scenario's force belongs to runs; an ensemble draws with its whole force.
    return open(
        "/ensemble?lang=en&force=0.5" + ASKED + more, 1400, false, "select[name=brush-from]");
  }

  /** The figures of the run that is shown are those of the thin line. */
  private static void isTheRunOf(Page page, JsonNode chart, int k) {
    long number = chart.get("paths").get(k).get("path").asLong();
    String figure = "figure[data-chart=" + chart.get("id").asString() + "] ";
    page.waitForSelector(figure + "svg");
    assertThat(page.url()).contains("/run?", "path=" + number, "s.patience=0.7", "seed=3");
    page.click(figure + "details.behind > summary");
    page.waitForSelector(figure + "details.behind tbody tr");
    List<String> shown =
        page.locator(figure + "details.behind tbody tr td:nth-child(2)").allInnerTexts();
    int first = chart.get("first").asInt();
    List<String> expected = new ArrayList<>();
    for (JsonNode value : chart.get("paths").get(k).get("values")) {
      expected.add(value.isNull() ? "" : inUnit(page, value.asDouble(), chart));
    }
    assertThat(expected.size()).isGreaterThan(first + 10);
    assertThat(shown.subList(first, shown.size()))
        .isEqualTo(expected.subList(first, expected.size()));
  }

  private static double last(JsonNode values) {
    return values.get(values.size() - 1).asDouble();
  }

  private static String inUnit(Page page, double value, JsonNode chart) {
    return (String)
        page.evaluate(
            "async ([v, unit]) => (await import('/static/words.js')).inUnit(v, unit)",
            List.of(value, chart.get("unit").asString()));
  }

  @Test
  void aClickOnAThinLineOpensTheRunOfThatVeryDraw() {
    JsonNode chart = told("fan").get("charts").get(0);
    Page page = ensemble("");
    // The highest of them at its end, where no other is as near.
    JsonNode lines = chart.get("paths");
    int k =
        IntStream.range(0, lines.size())
            .boxed()
            .max(Comparator.comparingDouble(i -> last(lines.get(i).get("values"))))
            .get();
    Object at =
        page.evaluate(
            "k => { const p = document.querySelector('.charts [data-path=\"' + k + '\"]'); const q"
                + " = p.getPointAtLength(p.getTotalLength() - 0.5).matrixTransform("
                + "p.getScreenCTM()); return [q.x, q.y]; }",
            k);
    List<?> point = (List<?>) at;
    page.mouse()
        .click(((Number) point.get(0)).doubleValue(), ((Number) point.get(1)).doubleValue());
    page.waitForSelector(".runmap");
    isTheRunOf(page, chart, k);
    page.goBack();
    page.waitForSelector("select[name=brush-from]");
    page.context().close();
  }

  @Test
  void theKeysWalkTheThinLinesAndEnterOpensOne() {
    JsonNode chart = told("fan").get("charts").get(1);
    Page page = ensemble("");
    page.focus("figure[data-chart=" + chart.get("id").asString() + "] [data-path='0']");
    for (int i = 0; i < 3; i++) {
      page.keyboard().press("ArrowDown");
    }
    assertThat(page.evaluate("document.activeElement.getAttribute('aria-label')"))
        .isEqualTo(
            "Future "
                + chart.get("paths").get(3).get("path").asLong()
                + ": replay it on the Run screen");
    page.keyboard().press("Enter");
    page.waitForSelector(".runmap");
    isTheRunOf(page, chart, 3);
    page.context().close();
  }

  @Test
  void failuresAreBrushedToSeeTheirParameters() {
    JsonNode end = told("end");
    int[] first = end.get("first").values().stream().mapToInt(JsonNode::asInt).toArray();
    long failing = IntStream.of(first).filter(p -> p > 0).count();
    Page page = ensemble("&target=failures");
    assertThat(page.textContent(".brushed"))
        .as("before anything is brushed all that fail are chosen")
        .startsWith("Chosen: " + failing + " of " + first.length + " futures; in 100%");
    String before = page.innerText(".brush tbody");

    page.locator(".brushing").scrollIntoViewIfNeeded();
    BoundingBox box = page.locator(".brushing").boundingBox();
    page.mouse().move(box.x + box.width * 0.12, box.y + box.height / 2);
    page.mouse().down();
    page.mouse().move(box.x + box.width * 0.2, box.y + box.height / 2);
    page.mouse().move(box.x + box.width * 0.4, box.y + box.height / 2);
    page.mouse().up();
    page.waitForFunction(
        "before => document.querySelector('.brush tbody').innerText !== before", before);
    int from = Integer.parseInt(page.inputValue("select[name=brush-from]"));
    int to = Integer.parseInt(page.inputValue("select[name=brush-to]"));
    assertThat(to).isGreaterThan(from);
    assertThat(page.url()).contains("brush=20");

    boolean[] chosen = new boolean[first.length];
    for (int i = 0; i < first.length; i++) {
      chosen[i] = first[i] - 1 >= from && first[i] - 1 <= to;
    }
    assertSpread(page, end, chosen);

    page.reload();
    page.waitForSelector(".brush tbody tr");
    assertThat(page.inputValue("select[name=brush-from]")).isEqualTo("" + from);
    assertSpread(page, end, chosen);
    page.context().close();
  }

  @Test
  void withoutAMouseBothEndsAreChosenAndAFutureOfThemOpens() {
    JsonNode end = told("end");
    JsonNode target = end.get("targets").get(0);
    double[] ends = target.get("ends").values().stream().mapToDouble(JsonNode::asDouble).toArray();
    Page page = ensemble("&target=" + target.get("variable").asString());
    page.focus("input[name=fails]");
    page.keyboard().press("Space");
    page.focus("select[name=brush-to]");
    page.keyboard().press("Home");
    for (int i = 0; i < 4; i++) {
      page.keyboard().press("ArrowDown");
    }
    page.waitForFunction("() => /brush=least\\.\\.-?[0-9.e]+/.test(location.search)");
    double below =
        ((Number)
                page.evaluate(
                    "async () => { const s = document.querySelector('select[name=brush-to]');"
                        + " return Number(s.options[s.selectedIndex].text.replace(/,/g,"
                        + " '').replace('\\u2212', '-')); }"))
            .doubleValue();
    boolean[] chosen = new boolean[ends.length];
    for (int i = 0; i < ends.length; i++) {
      chosen[i] = ends[i] < below;
    }
    assertSpread(page, end, chosen);
    String future = page.getAttribute(".singles a", "data-future");
    page.focus(".singles a");
    page.keyboard().press("Enter");
    page.waitForSelector(".runmap");
    assertThat(page.url()).contains("/run?", "path=" + future).doesNotContain("brush=");
    page.context().close();
  }

  /** The table on the page against medians and mean ranks that are computed here. */
  private static void assertSpread(Page page, JsonNode end, boolean[] chosen) {
    int count = (int) IntStream.range(0, chosen.length).filter(i -> chosen[i]).count();
    assertThat(count).isBetween(1, chosen.length - 1);
    page.waitForFunction(
        "text => document.querySelector('.brushed').textContent.startsWith(text)",
        "Chosen: " + count + " of " + chosen.length);
    record Row(double among, double all, double shift) {}
    List<Row> rows = new ArrayList<>();
    for (JsonNode each : end.get("believe")) {
      double[] draws =
          each.get("draws").values().stream().mapToDouble(JsonNode::asDouble).toArray();
      double[] mine =
          IntStream.range(0, draws.length)
              .filter(i -> chosen[i])
              .mapToDouble(i -> draws[i])
              .toArray();
      double shift = 0;
      for (double v : mine) {
        double lower = 0;
        for (double w : draws) {
          lower += w < v ? 1 : w == v ? 0.5 : 0;
        }
        shift += 100 * (lower / draws.length - 0.5) / mine.length;
      }
      rows.add(new Row(median(mine), median(draws), shift));
    }
    rows.sort(Comparator.comparingDouble(r -> -Math.abs(r.shift())));
    List<String> shown = page.locator(".brush tbody tr").allInnerTexts();
    assertThat(shown).hasSize(12);
    for (int i = 0; i < 12; i++) {
      String[] cells = shown.get(i).split("\t");
      Row row = rows.get(i);
      assertThat(cells[1]).as(shown.get(i)).isEqualTo(number(page, row.among()));
      assertThat(cells[2]).as(shown.get(i)).isEqualTo(number(page, row.all()));
      assertThat(Double.parseDouble(cells[3].replace('\u2212', '-')))
          .isCloseTo(row.shift(), org.assertj.core.api.Assertions.within(0.051));
    }
  }

  private static String number(Page page, double value) {
    return (String) page.evaluate("async v => (await import('/static/words.js')).number(v)", value);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    java.util.Arrays.sort(sorted);
    int n = sorted.length;
    return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
  }
}
