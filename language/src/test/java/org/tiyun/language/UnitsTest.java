package org.tiyun.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.words.Finding;
import org.tiyun.words.Lang;
import org.tiyun.words.Words;

/** Units: what goes together, what is inferred, and what an error says. */
class UnitsTest {
  private static final String HEAD =
      """
      model m
      step quarter
      horizon 2026Q1..2030Q4
      set s = {a, b}
      param cash = 5 unit "bn USD" source "x"
      param power = 3 unit "GW" source "x"
      param price = 30 unit "bn USD/GW" source "x"
      param rate = 0.01 unit "share" source "x"
      param k[i in s] = 2 source "x"
      param free = 2 source "x"
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x = cash + price * power",
        "x = cash / power - price",
        "x = 5 + cash",
        "x = max(0, cash - 1)",
        "x = cash * (1 + rate) ^ t",
        "x = log(cash / (price * power))",
        "x = sqrt(cash * cash) + cash",
        "x = (cash ^ 2) ^ 0.5 + cash",
        "x = pow(cash, 1 / 3) ^ 3 + cash",
        "x = sum(i in s : k[i] * power) + cash",
        "x = if(cash > 3, cash, price * power)",
        "x = clip(power, 0, 2 * power)",
        "x = smooth(cash, 4) + delay(cash, 2) + cash(-1)",
        "x = free * power + cash",
        "x = cash unit \"bn USD/quarter\"",
        "x = cash * normal(\"n\") + cash * step(2027Q1)",
        "x = exp(rate) * cash + lookup(cash / 5, 0: 1, 1: 2) * cash",
        "x = 1 / price * cash + power",
      })
  void goTogether(String equation) {
    assertThat(Texts.errors(Texts.check(HEAD + equation).findings())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x = cash + power                        | E0284",
        "x = cash + price                        | E0284",
        "x = if(cash > power, 1, 2)              | E0284",
        "x = min(cash, power)                    | E0284",
        "x = if(t > 1, cash, power)              | E0284",
        "x = exp(power)                          | E0285",
        "x = 2 ^ cash                            | E0285",
        "x = cash unit \"GW\"                    | E0287",
        "x = cash unit \"bn USD/year\"           | E0287",
        "x = cash unit \"USD\"                   | E0287",
        "x = power initial x = cash              | E0287",
        "x[a] = cash x[b] = power                | E0287",
        "x = free * power + cash y = free + cash | E0284",
        "x = smooth(cash, 4) + power             | E0284",
        "x = cash unit \"bn USD/\"               | E0286",
        "x = cash unit \"bn USD^x\"              | E0286",
      })
  void doNotGoTogether(String equation, String code) {
    assertThat(Texts.codes(Texts.check(HEAD + equation))).contains(code);
  }

  @Test
  void anErrorShowsBothUnitsAndWhereTheyComeFrom() {
    Finding finding =
        Texts.check(HEAD + "need = price * power\nx = need + power").findings().stream()
            .filter(f -> f.code().equals("E0284"))
            .findFirst()
            .orElseThrow();
    assertThat(finding.message(Words.in(Lang.EN))).isEqualTo("bn USD and GW do not go together");
    assertThat(finding.message(Words.in(Lang.ZH))).isEqualTo("bn USD 与 GW 单位不合");
    assertThat(finding.because()).hasSize(2);
    assertThat(finding.because().get(0).key()).isEqualTo("language.unit_inferred");
    assertThat(finding.because().get(0).place().orElseThrow().line()).isEqualTo(11);
    assertThat(finding.because().get(1).key()).isEqualTo("language.unit_given");
    assertThat(finding.because().get(1).place().orElseThrow().line()).isEqualTo(6);
  }

  @Test
  void flowsAreInTheUnitOfTheMoneyAndClaimsMoveInIt() {
    String head =
        """
        model m
        sector a, b
        claim money issued by a unit "bn USD"
        claim debt issued by b
        param power = 3 unit "GW" source "x"
        """;
    CheckedModel model = Texts.model(head + "flow f : a -> b for debt = 0.1 * money[b](-1)");
    assertThat(Texts.variable(model, "f").unit()).contains("bn USD");
    assertThat(Texts.variable(model, "debt").unit()).contains("bn USD");
    assertThat(Texts.variable(model, "money", "b").unit()).contains("bn USD");
    assertThat(Texts.codes(Texts.check(head + "flow f : a -> b = power"))).contains("E0287");
    assertThat(Texts.codes(Texts.check(head + "flow f : a -> b = 1 unit \"GW\"")))
        .contains("E0284");
    assertThat(
            Texts.codes(
                Texts.check(
                    head.replace("by b", "by b unit \"GW\"") + "flow f : a -> b for debt = 1")))
        .contains("E0284");
  }

  @Test
  void unitsAreInferredAndWrittenInNormalForm() {
    CheckedModel model =
        Texts.model(HEAD + "x = cash * power / 4\ny = x / power ^ 3\nz = free\nw = cash / cash");
    assertThat(Texts.variable(model, "x").unit()).contains("GW*bn USD");
    assertThat(Texts.variable(model, "y").unit()).contains("bn USD/GW^2");
    assertThat(Texts.variable(model, "z").unit()).isEmpty();
    assertThat(Texts.variable(model, "w").unit()).isEmpty();
  }

  @Test
  void unitsOfRowsCount() {
    assertThat(
            Texts.codes(
                Texts.check(
                    HEAD
                        + """
                        set firm = {openai, microsoft}
                        param c[f in firm] = last(balances[entity = f, item = "cash"].value)
                        x[f in firm] = c[f] + power
                        """)))
        .containsOnlyOnce("E0284");
  }

  @Test
  void aModelWithoutUnitsIsNotChecked() {
    assertThat(Texts.codes(Texts.check("model m\nx = exp(y) + y\ny = x * x + 2 ^ y")))
        .isEqualTo(List.of());
  }

  @Test
  void inferenceEndsOnHostileTextsToo() {
    StringBuilder text = new StringBuilder("model m\nparam u = 1 unit \"GW\" source \"x\"\n");
    for (int i = 0; i < 3000; i++) {
      text.append(
          "x" + i + " = x" + (i + 1) + " * y" + i + " ^ 2\ny" + i + " = 1 + y" + i + "(-1)\n");
    }
    assertThat(Texts.errors(Texts.check(text + "x3000 = u").findings())).isEmpty();
  }
}
