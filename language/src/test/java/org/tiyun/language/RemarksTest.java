package org.tiyun.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiyun.language.model.Checked;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.words.Lang;
import org.tiyun.words.Words;

/** What is remarked on a sound model, and what is not. */
class RemarksTest {

  @Test
  void aSoundModelGivesRiseToNone() {
    assertThat(Texts.check(BooksTest.SIM).findings()).isEmpty();
  }

  @Test
  void inputsWithoutASourceAreOneRemark() {
    Checked<CheckedModel> checked =
        Texts.check(
            """
            model m
            param a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7
            param known = 1 source "x"
            param double = 2 * a
            param off = if(1 > 2, a, 0)
            x = off + a + b + c + d + e + f + g + known + double
            """);
    assertThat(Texts.codes(checked)).containsExactly("W0204");
    assertThat(checked.findings().getFirst().message(Words.in(Lang.EN)))
        .isEqualTo("7 inputs have no source: a, b, c, d, e, f, …");
    assertThat(checked.result()).isPresent();
  }

  @Test
  void aClaimThatAFlowMovesIsHeld() {
    assertThat(
            Texts.codes(
                Texts.check(
                    "model m sector a, b claim money issued by a claim debt issued by b"
                        + " flow f : a -> b for debt = 1")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x = p",
        "x = 1 initial x = p",
        "sector a, b claim money issued by a flow f : a -> b = p",
        "param q = 2 * p source \"x\" y = q",
        "param q = 2 range 0..p source \"x\" y = q",
        "x = lookup(t, 0: p, 1: 2)",
        "event e when t > p amount p",
        "set s = {a} set r of s = {a} x[i in r] = sum(j in s where j in {a} : p)",
      })
  void whatIsUsedAnywhereIsUsed(String text) {
    assertThat(Texts.codes(Texts.check("model m param p = 1 source \"x\" " + text)))
        .doesNotContain("W0203");
  }
}
