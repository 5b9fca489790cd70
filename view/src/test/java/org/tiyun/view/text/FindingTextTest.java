package org.tiyun.view.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tiyun.words.Finding;
import org.tiyun.words.Lang;
import org.tiyun.words.Place;
import org.tiyun.words.Words;

class FindingTextTest {

  @Test
  void theCaretStandsUnderTheFaultBehindWideSignsAndTabs() {
    Place place = Place.text("m.tiyun", 12, 7, 2, "\t现金 = xy");
    Finding finding = Finding.error("E0604", place).with("name", "xy").with("shipped", "sim, pc");
    String text = new FindingText(Words.in(Lang.EN), Style.PLAIN).of(finding);
    assertThat(text)
        .isEqualTo(
            """
            error[E0604]: there is no model, ledger or file `xy`
              --> m.tiyun:12:7
               |
            12 |  现金 = xy
               |         ^^
            help: Ids of what is shipped: sim, pc. Or give a path.
            """);
  }

  @Test
  void signsThatTurnTheLineAroundAreNotShown() {
    Place place = Place.text("m.tiyun", 1, 8, 2, "a\u202E\u2066b = zz");
    String text =
        new FindingText(Words.in(Lang.EN), Style.PLAIN)
            .of(Finding.error("E0604", place).with("name", "zz").with("shipped", "sim"));
    assertThat(text).contains("1 | a  b = zz\n").contains("  |        ^^\n");
  }

  @Test
  void aHundredFindingsAreEnoughForATerminal() {
    List<Finding> many = Collections.nCopies(250, Finding.error("E0603").with("byte", 1));
    FindingText text = new FindingText(Words.in(Lang.EN), Style.PLAIN);
    assertThat(text.of(many).split("E0603", -1)).hasSize(1 + 100);
    assertThat(text.of(many)).contains("150 more are not shown", "250 errors, 0 warnings");
    assertThat(text.terse(many)).hasLineCount(250);
  }

  @Test
  void aTerseFindingIsOneLine() {
    Finding finding = Finding.error("E0607", Place.cell("terms.csv", 3, "zh"));
    String text = new FindingText(Words.in(Lang.ZH), Style.PLAIN).terse(List.of(finding));
    assertThat(text).startsWith("terms.csv:3: 错误[E0607]: ").hasLineCount(1);
  }

  @Test
  void aLineOfAMillionSignsIsShownAroundItsFault() {
    Place place = Place.text("m.tiyun", 1, 500_000, 1, "x".repeat(1_000_000));
    String text =
        new FindingText(Words.in(Lang.EN), Style.PLAIN)
            .of(Finding.error("E0603", place).with("byte", 1));
    assertThat(text.length()).isLessThan(1000);
  }
}
