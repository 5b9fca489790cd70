package org.tiyun.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tiyun.language.model.ModelTables;
import org.tiyun.words.Finding;

/** What cannot be read is said once: names that it would have declared are not missed as well. */
class FollowUpsTest {

  static List<Arguments> texts() {
    return List.of(
        Arguments.of("param use = 3\nx = 2 * use\ny = use + x", "E0204:2"),
        Arguments.of("x = 2 * use\nparam use = 3\ny = use", "E0204:3"),
        Arguments.of("use = 3\nx = use * 2", "E0204:2"),
        Arguments.of("param a = 1, due = 2, b = 3\nx = a + due + b", "E0204:2"),
        Arguments.of("let from = 1\nx[i in s] = from\nset s = {a}", "E0204:2"),
        Arguments.of("z = 3 + *\nw = z + 1", "E0201:2"),
        Arguments.of("z = )\nw = z + nowhere", "E0201:2 E0210:3"),
        Arguments.of("z 3\nw = z", "E0201:2"),
        Arguments.of("p[i in s] = )\nset s = {a}\nw = p[a]", "E0201:2"),
        Arguments.of("set s = {a, *}\nx[i in s] = 1\ny = sum(i in s : x[i])\nz = x[a]", "E0201:2"),
        Arguments.of("relation r(s, s) = {(a, )}\nset s = {a}\nx[(i, j) in r] = 1", "E0201:2"),
        Arguments.of(
            "sector a, use\nclaim money issued by use\nflow f : a -> b = 1\nsector b", "E0204:2"),
        Arguments.of(
            "sector a, b\nclaim money issued a\nflow f : a -> b = 1\n"
                + "initial money[a] = 2\nx = money[b]",
            "E0201:3"),
        Arguments.of(
            "sector a, b\nclaim money issued by a\nflow f due : a b = 1\nx = owed(f) + f",
            "E0201:4"),
        // What cannot be read is always said: this one was once dropped without a word.
        Arguments.of("param p = 1 ~ uniform(0, 2) + 1 source \"x\"\nx = p", "E0201:2"),
        Arguments.of("switch s = maybe\nx = s", "E0201:2"),
        Arguments.of("include 3\nx = y + sum(i in s : 1)", "E0201:2"),
        Arguments.of("use ledger 3\nparam p = only(prices.value) source \"x\"\nx = p", "E0201:2"),
        Arguments.of("initial when[a] = 3\ny = when\nparam when = 1", "E0204:2"),
        Arguments.of("x[a] = 1\nx[b] = )\nset s = {a, b}\ny = x[b]", "E0201:3"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void onlyTheRootCauseIsSaid(String text, String wanted) {
    assertThat(codes(Texts.check("model m\n" + text).findings())).isEqualTo(wanted);
  }

  @Test
  void aModelLineThatCannotBeReadIsNotMissed() {
    assertThat(codes(Texts.check("model \"m\"\nx = 1").findings())).isEqualTo("E0201:1");
  }

  @Test
  void anIncludeThatIsMissingLeavesItsNamesUnjudged() {
    var checked =
        Language.check(
            "m.tiyun",
            Map.of("m.tiyun", "model m\ninclude \"labs.tiyun\"\nx = y\nz[i in s] = 1\n"),
            ModelTables.none());
    assertThat(codes(checked.findings())).isEqualTo("E0240:2");
  }

  @Test
  void aNameThatIsOnlyUsedInWhatCannotBeReadIsStillMissed() {
    assertThat(codes(Texts.check("model m\nx = y + )\nz = y").findings()))
        .isEqualTo("E0201:2 E0210:3");
  }

  private static String codes(List<Finding> findings) {
    return String.join(
        " ", findings.stream().map(f -> f.code() + ":" + f.place().get().line()).toList());
  }
}
