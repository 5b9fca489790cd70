package org.tiyun.view.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tiyun.view.map.MapDrawing.Format;
import org.tiyun.view.map.MoneyMap.Category;
import org.tiyun.view.map.MoneyMap.Manner;
import org.tiyun.view.map.MoneyMap.Node;
import org.tiyun.view.map.MoneyMap.Pipe;
import org.tiyun.view.map.MoneyMap.Side;
import org.tiyun.words.Lang;
import org.tiyun.words.Words;

/**
 * The markup: well formed whatever the names, safe to stand twice in a page, legible when small.
 */
class MapDrawingTest {
  private static final Words WORDS = Words.in(Lang.EN);

  /** Every tag closes in its turn, no bare sign of markup stands in a text. */
  static void assertWellFormed(String svg) {
    assertThat(svg.codePoints())
        .allMatch(c -> c == '\n' || (c >= 0x20 && c != 0xFFFE && (c < 0xD800 || c > 0xDFFF)));
    assertThat(Pattern.compile("&(?!(amp|lt|gt|quot|#39);)").matcher(svg).find()).isFalse();
    Deque<String> open = new ArrayDeque<>();
    Matcher tag = Pattern.compile("<(/?)([a-z]+)((?: [a-zA-Z-]+=\"[^\"<]*\")*)(/?)>").matcher(svg);
    int tags = 0;
    while (tag.find()) {
      tags++;
      if (!tag.group(1).isEmpty()) {
        assertThat(open.pop()).isEqualTo(tag.group(2));
      } else if (tag.group(4).isEmpty()) {
        open.push(tag.group(2));
      }
    }
    assertThat(open).isEmpty();
    assertThat(svg.chars().filter(c -> c == '<').count()).isEqualTo(tags);
  }

  private static MoneyMap map(String name, List<Pipe> pipes) {
    return new MoneyMap(
        name,
        name,
        name,
        name,
        name,
        false,
        List.of(
            new Node("a", name, Side.INSIDE, OptionalDouble.of(2), name),
            new Node("b", "B", Side.INSIDE, OptionalDouble.empty(), ""),
            new Node("c", name, Side.OUTSIDE, OptionalDouble.empty(), "")),
        pipes,
        Optional.empty());
  }

  @Test
  void hostileNamesStayText() {
    String evil = "</text><script>alert(\"1\")</script>&amp;'\u0000\u0007\uFFFE\uD800";
    Pipe pipe =
        new Pipe(
            "a",
            "b",
            OptionalDouble.of(1),
            Category.DEBT,
            Manner.CONTRACT,
            evil,
            Optional.of(evil));
    for (Format format : Format.values()) {
      String svg = MapDrawing.file(map(evil, List.of(pipe)), WORDS, format);
      assertWellFormed(svg);
      assertThat(svg)
          .doesNotContain("<script")
          .contains("&lt;/text&gt;&lt;script&gt;alert(&quot;1&quot;)");
    }
  }

  @Test
  void anEmptyMapIsStillAPicture() {
    MoneyMap none =
        new MoneyMap("t", "s", "d", "b", "a", true, List.of(), List.of(), Optional.empty());
    for (Format format : Format.values()) {
      assertWellFormed(MapDrawing.file(none, WORDS, format));
      assertThat(MapDrawing.file(map("x", List.of()), WORDS, format))
          .doesNotContain("NaN", "Infinity");
    }
  }

  @Test
  void theManyAndTheLopsidedAreDrawn() {
    List<Node> nodes = new ArrayList<>();
    List<Pipe> pipes = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Side side = i < 45 ? Side.INSIDE : Side.OUTSIDE;
      nodes.add(new Node("n" + i, "Firm " + i, side, OptionalDouble.of(i), ""));
      pipes.add(
          new Pipe(
              "n" + i,
              "n" + (i * 7 + 1) % 60,
              OptionalDouble.of(Math.pow(10, i % 9 - 4)),
              Category.CLOUD,
              Manner.PAID,
              "x",
              Optional.empty()));
    }
    MoneyMap map = new MoneyMap("t", "s", "d", "b", "a", true, nodes, pipes, Optional.empty());
    for (Format format : Format.values()) {
      assertThat(MapDrawing.svg(map, WORDS, format, "m")).doesNotContain("NaN", "Infinity");
    }
  }

  @Test
  void idsBelongToTheirPrefixAndThePictureHasWords() {
    MoneyMap cash = ShippedMaps.cash(Lang.EN, Format.WIDE);
    String svg = MapDrawing.svg(cash, WORDS, Format.WIDE, "one");
    assertThat(Pattern.compile(" id=\"(.*?)\"").matcher(svg).results().map(m -> m.group(1)))
        .containsExactly("one-title", "one-desc");
    assertThat(svg)
        .contains("role=\"img\"", "aria-labelledby=\"one-title one-desc\"")
        .doesNotContain("<style");
    assertWellFormed(svg);
    assertThat(svg.substring(svg.indexOf("<desc"), svg.indexOf("</desc>")))
        .contains("Nvidia to Suppliers, staff, taxes: $80.4B", "End users to OpenAI");
  }

  @Test
  void noLetterIsSmallerThanElevenInTheNarrowPicture() {
    for (Lang lang : Lang.values()) {
      for (MoneyMap map :
          List.of(
              ShippedMaps.cash(lang, Format.NARROW), ShippedMaps.promises(lang, Format.NARROW))) {
        String svg = MapDrawing.svg(map, Words.in(lang), Format.NARROW, "n");
        assertThat(svg).contains("viewBox=\"0 0 390 ");
        assertThat(
                Pattern.compile("font-size=\"([0-9.]+)\"")
                    .matcher(svg)
                    .results()
                    .mapToDouble(m -> Double.parseDouble(m.group(1))))
            .allMatch(size -> size >= 11);
      }
    }
  }
}
