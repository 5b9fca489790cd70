package org.tiyun.view.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables of a terminal stay in their columns, in both languages. */
class TextTableTest {
  @Test
  void aLongFirstCellGoesOnInTheNextLines() {
    String text =
        new TextTable(1, 12)
            .row("", "a")
            .row("what is built in a year", "1")
            .row("  short", "22")
            .text();
    // Twelve columns for the name, two between, two for the figures.
    assertThat(text.lines())
        .containsExactly(
            "               a", "what is        1", "  built in a", "  year", "  short       22");
  }

  @Test
  void whatStandsBeneathSharesALineWithTheRestOfTheName() {
    String text =
        new TextTable(1, 8)
            .row(List.of("one two three", "1"), List.of("0 .. 2"))
            .row(List.of("four", "1"), List.of("0 .. 2"))
            .text();
    assertThat(text.lines().map(String::stripTrailing))
        .containsExactly(
            "one           1", "  two    0 .. 2", "  three", "four          1", "         0 .. 2");
  }

  @Test
  void chineseBreaksBetweenSignsAndNotBeforeAStop() {
    assertThat(Columns.lines("城投公司，学校", 8)).containsExactly("城投公", "司，学校");
    assertThat(Columns.lines("a b", 1)).containsExactly("a", "b");
    assertThat(Columns.lines("", 5)).containsExactly("");
  }

  @Test
  void aHeadingWidensNoColumn() {
    String text = new TextTable(1).heading("a heading that is long").row("x", "1").text();
    assertThat(text).isEqualTo("a heading that is long\nx  1\n");
  }

  @Test
  void headsGiveWayFirstThenTheWidestWords() {
    TextTable table =
        new TextTable(1)
            .row("brake", "hub's revenue at the end")
            .row("the anchor customer finds no more money", "83.8%")
            .row("rates rise", "90%");
    assertThat(table.text().lines().findFirst().orElseThrow()).hasSize(65);
    assertThat(table.text(32).lines())
        .containsExactly(
            "brake                    hub's",
            "                       revenue",
            "                        at the",
            "                           end",
            "the anchor customer      83.8%",
            "  finds no more money",
            "rates rise                 90%");
    // Nothing is broken where there is room.
    assertThat(table.text(65)).isEqualTo(table.text());
  }

  @Test
  void aLineBreakInACellStaysOneAndFiguresAreNeverBroken() {
    String text = new TextTable(1).row("", "stated\n[range]").row("a", "$5B\n[1B 9B]").text(5);
    assertThat(text.lines())
        .containsExactly("    stated", "   [range]", "a      $5B", "   [1B 9B]");
  }
}
