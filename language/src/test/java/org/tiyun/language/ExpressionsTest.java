package org.tiyun.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Variable;

/** Expressions as written, and the scalar expressions that they become. */
class ExpressionsTest {
  private static String right(String expression) {
    CheckedModel model =
        Texts.model(
            """
            model m
            step quarter
            horizon 2026Q1..2030Q4
            set s = {a, b, c}
            set age = 0..2
            relation pair(s, s) = {(a, b), (a, c), (b, c)}
            param p = 2, q[i in s] = {a: 1, b: 2, c: 3} source "test"
            x = 1 + x(-1)
            y = x
            k[i in s] = q[i] * x
            v[i in age] = if(i = 0, x, v[i - 1](-1))
            w[(i, j) in pair] = k[i] + k[j]
            it =
            """
                    .stripTrailing()
                + " "
                + expression);
    return Texts.shown(model, "it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x + y * x             | (x ADD (y MUL x))",
        "x - y - x             | ((x SUB y) SUB x)",
        "x / y / x             | ((x DIV y) DIV x)",
        "x ^ y ^ x             | (x POW (y POW x))",
        "-x ^ y                | NEG((x POW y))",
        "x ^ -y                | (x POW NEG(y))",
        "(x + y) * x           | ((x ADD y) MUL x)",
        "x < y and not y > x or x = y  | (((x LT y) AND NOT((y GT x))) OR (x EQ y))",
        "x != y                | (x NE y)",
        "2 * 3 + x             | (6 ADD x)",
        "15% * x               | (0.15 MUL x)",
        "x(-3)                 | x(-3)",
        "p(-1) * x             | (p(-1) MUL x)",
        "k[a](-2)              | k[a](-2)",
        "min(x, y, 3)          | ((x MIN y) MIN 3)",
        "clip(x, 0, 1)         | ((x MAX 0) MIN 1)",
        "abs(x) + exp(x) + log(x) + sqrt(x) | (((ABS(x) ADD EXP(x)) ADD LOG(x)) ADD SQRT(x))",
        "pow(x, 2) + logistic(x) | ((x POW 2) ADD LOGISTIC(x))",
        "if(x > 1, x, y)       | if((x GT 1), x, y)",
        "sum(i in s : k[i])    | ((k[a] ADD k[b]) ADD k[c])",
        "mean(i in s : k[i])   | (((k[a] ADD k[b]) ADD k[c]) DIV 3)",
        "max(i in s : k[i])    | ((k[a] MAX k[b]) MAX k[c])",
        "count(i in s : k[i] > 1) | (((k[a] GT 1) ADD (k[b] GT 1)) ADD (k[c] GT 1))",
        "count(i in s)         | 3",
        "sum((i, j) in pair : w[i, j]) | ((w[a, b] ADD w[a, c]) ADD w[b, c])",
        "sum(i in s where i != b : k[i]) | (k[a] ADD k[c])",
        "sum(i in s where (i, c) in pair : k[i]) | (k[a] ADD k[b])",
        "sum(i in s where i in {a} : k[i]) | k[a]",
        "sum(i in s : sum((i, j) in pair : k[j])) | (((k[b] ADD k[c]) ADD k[c]) ADD 0)",
        "lookup(x, 0: 1, 10: 2 * 2) | lookup(x, [0.0, 10.0], [1.0, 4.0])",
        "delay(x + y, 2)       | (x(-2) ADD y(-2))",
        "step(2027Q1)          | (t GE 5)",
        "pulse(2027Q1, 4)      | ((t GE 5) AND (t LT 9))",
        "t                     | t",
        "year                  | ((t ADD 8103) DIV 4)",
        "normal(\"d\") + uniform(\"d\", a) | (normal(d) ADD uniform(d[a]))",
        "v[1 + 1]              | v[2]",
      })
  void becomes(String written, String meant) {
    assertThat(right(written)).isEqualTo(meant);
  }

  @Test
  void aStateIsMadeForWhatRemembers() {
    CheckedModel model = Texts.model("model m\nx = smooth(t, 4)");
    assertThat(Texts.shown(model, "x")).isEqualTo("smooth#1");
    assertThat(Texts.variable(model, "smooth#1").role()).isEqualTo(Variable.Role.HIDDEN);
    assertThat(Texts.shown(model, "smooth#1"))
        .isEqualTo("if((t LE 1), t, (smooth#1(-1) ADD ((t SUB smooth#1(-1)) DIV 4)))");
  }

  @Test
  void vintagesMoveOnByOneEachPeriod() {
    CheckedModel model =
        Texts.model(
            """
            model m
            set age = 0..3
            gpu[a in age] = if(a = 0, t, gpu[a - 1](-1))
            """);
    assertThat(Texts.shown(model, "gpu", "0")).isEqualTo("t");
    assertThat(Texts.shown(model, "gpu", "3")).isEqualTo("gpu[2](-1)");
  }

  @Test
  void linesMayStandInAnyOrderAndBreakAnywhere() {
    CheckedModel model =
        Texts.model(
            "C = alpha * Y_d Y_d = Y - T\n T = 0.2 * Y(-1) Y =\n C\n + 20 param alpha = 0.6\nmodel m");
    assertThat(Texts.shown(model, "C")).isEqualTo("(alpha MUL Y_d)");
    assertThat(Texts.shown(model, "Y")).isEqualTo("(C ADD 20)");
    assertThat(model.books().flows()).isEmpty();
    assertThat(model.clearing()).isEmpty();
  }

  @Test
  void aNameOfAnyScriptOrInQuotes() {
    CheckedModel model = Texts.model("model m\n收入 = 1\n'other-neo clouds' = 收入(-1)");
    assertThat(Texts.shown(model, "other-neo clouds")).isEqualTo("收入(-1)");
  }
}
