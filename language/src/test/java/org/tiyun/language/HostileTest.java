package org.tiyun.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tiyun.language.model.Checked;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.ModelTables;
import org.tiyun.words.Finding;
import org.tiyun.words.Lang;
import org.tiyun.words.Words;

/** Texts that would hurt a careless reader end in a message with its place. */
class HostileTest {

  @ParameterizedTest
  @CsvSource({
    "(, )",
    "-, ''",
    "'not ', ''",
    "abs(, )",
    "x[, ]",
    "'2 ^ ', ''",
    "'if(1, ', ', 0)'",
    "'sum(i in s : ', )",
    "'min(1, ', )",
    "'lookup(', ', 0: 1, 1: 2)'",
    "'(a, ', )"
  })
  void nestedAHundredThousandDeep(String open, String close) {
    String text =
        "model m\nset s = {a}\nx = "
            + open.repeat(100_000)
            + "1"
            + close.repeat(100_000)
            + "\ny = )";
    Checked<CheckedModel> checked = Texts.check(text);
    assertThat(Texts.codes(checked)).contains("E0205", "E0201");
    Finding deep =
        checked.findings().stream().filter(f -> f.code().equals("E0205")).findFirst().orElseThrow();
    assertThat(deep.place().orElseThrow().line()).isEqualTo(3);
    assertThat(deep.message(Words.in(Lang.EN))).contains("150");
  }

  @Test
  void nestedBracesAndSetsToo() {
    assertThat(Texts.codes(Texts.check("model m\nparam p = " + "{a: ".repeat(100_000))))
        .contains("E0205");
    assertThat(Texts.codes(Texts.check("model m\nset s = " + "(".repeat(100_000))))
        .contains("E0205");
    assertThat(Texts.codes(Texts.check("model m\nset s = {a}" + " + {a}".repeat(100_000))))
        .contains("E0205");
  }

  @Test
  void aNameOfAMegabyte() {
    String name = "n".repeat(1 << 20);
    Checked<CheckedModel> checked = Texts.check("model m\nx = " + name + "\n'a" + name + "' = 1 1");
    assertThat(Texts.codes(checked)).contains("E0210");
    for (Finding finding : checked.findings()) {
      assertThat(finding.message(Words.in(Lang.EN)).length()).isLessThan(300);
      assertThat(finding.place().orElseThrow().sourceLine()).isEmpty();
    }
    CheckedModel model = Texts.model("model m\n" + name + " = " + name + "(-1)");
    assertThat(model.variables().getFirst().name().base()).isEqualTo(name);
  }

  @Test
  void tenMillionCells() {
    assertThat(Texts.codes(Texts.check("model m\nset s = 1..10000000\nx[i in s] = 1")))
        .containsExactly("E0225");
    assertThat(
            Texts.codes(
                Texts.check("model m\nset s = 1..3163\nset r = 1..3163\nx[i in s, j in r] = 1")))
        .containsExactly("E0225");
    assertThat(
            Texts.codes(
                Texts.check(
                    "model m\nset s = 1..3163\nx[i in s] = 1\ninitial x[i in s] = sum(j in s : 1)")))
        .containsExactly("E0265");
  }

  @Test
  void aHundredThousandUnknownNamesAreAllNamed() {
    String text =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "x" + i + " = zz" + i)
            .collect(Collectors.joining("\n", "model m\n", ""));
    Checked<CheckedModel> checked = Texts.check(text);
    assertThat(checked.findings()).hasSize(100_000);
    assertThat(checked.findings().getLast().place().orElseThrow().line()).isEqualTo(100_001);
  }

  @Test
  void parametersOfParametersTenThousandLong() {
    String chain =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "param p" + i + " = p" + (i + 1) + " + 1 source \"x\"")
            .collect(Collectors.joining("\n"));
    CheckedModel model =
        Texts.model("model m\nx = p0\n" + chain + "\nparam p10000 = 1 source \"x\"");
    assertThat(Texts.input(model, "p0").value()).isEqualTo(10_001);
  }

  @Test
  void startsOfStartsThatDoubleEachTime() {
    String chain =
        IntStream.range(0, 200)
            .mapToObj(
                i -> "x" + i + " = 1\ninitial x" + i + " = k * x" + (i + 1) + " + x" + (i + 1))
            .collect(Collectors.joining("\n"));
    assertThat(
            Texts.codes(
                Texts.check(
                    "model m\nparam k = 2 source \"x\"\nx200 = k\ninitial x200 = k\n" + chain)))
        .contains("E0265");
    String tall =
        IntStream.range(0, 3000)
            .mapToObj(i -> "x" + i + " = 1\ninitial x" + i + " = k * x" + (i + 1))
            .collect(Collectors.joining("\n"));
    assertThat(
            Texts.codes(
                Texts.check(
                    "model m\nparam k = 2 source \"x\"\nx3000 = k\ninitial x3000 = k\n" + tall)))
        .contains("E0205");
  }

  @Test
  void setsOfSetsAndDelaysOfDelays() {
    String chain =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "set s" + i + " = s" + (i + 1) + " + {a}")
            .collect(Collectors.joining("\n"));
    assertThat(Texts.codes(Texts.check("model m\n" + chain + "\nset s10000 = {b}\nx[i in s0] = 1")))
        .contains("E0205");
    assertThat(
            Texts.codes(
                Texts.check(
                    "model m\ny = t\nx = " + "delay(".repeat(100) + "y" + ", 900)".repeat(100))))
        .containsExactly("E0208");
  }

  @Test
  void numbersBeyondNumbers() {
    assertThat(Texts.codes(Texts.check("model m\nx = 1e999"))).containsExactly("E0202");
    assertThat(Texts.codes(Texts.check("model m\nx = " + "9".repeat(100_000))))
        .containsExactly("E0202");
    for (String bad : List.of("1 / 0", "log(-1)", "sqrt(-2)", "exp(1000)", "1e308 * 10", "0 / 0")) {
      Checked<CheckedModel> checked =
          Texts.check("model m\nparam p = " + bad + " source \"x\"\nx = p");
      assertThat(Texts.codes(checked)).as(bad).containsExactly("E0234");
      assertThat(checked.findings().getFirst().place().orElseThrow().column()).isEqualTo(11);
    }
  }

  @Test
  void whatIsNoNumberInATableIsNamedWithItsRow() {
    for (String cell : List.of("NaN", "Infinity", "1e999", "0x10", "--1", "1,5", "٣")) {
      ModelTables tables =
          new ModelTables(
              "l",
              "h",
              List.of(
                  new ModelTables.Table(
                      "t",
                      "t.csv",
                      List.of("id", "value"),
                      List.of("id"),
                      List.of(List.of("a", cell)),
                      new int[] {7})));
      String text = "model m\nparam p = t[id = \"a\"].value\nx = p";
      Checked<CheckedModel> checked = Language.check(Texts.FILE, Map.of(Texts.FILE, text), tables);
      assertThat(Texts.codes(checked)).as(cell).containsExactly("E0231");
      assertThat(checked.findings().getFirst().message(Words.in(Lang.EN)))
          .isEqualTo("t.csv, line 7, column value: `" + cell + "` is no number");
    }
  }

  @Test
  void includesInARingAreReadOnce() {
    Checked<CheckedModel> checked =
        Language.check(
            "a",
            Map.of(
                "a", "model m\ninclude \"b\"\nx = y", "b", "include \"a\"\ninclude \"b\"\ny = 1"),
            ModelTables.none());
    assertThat(checked.findings()).isEmpty();
    assertThat(checked.result()).isPresent();
  }

  @Test
  void aFaultInAnIncludedFileIsShownThere() {
    Checked<CheckedModel> checked =
        Language.check(
            "a", Map.of("a", "model m\ninclude \"b\"", "b", "\ny = zz"), ModelTables.none());
    assertThat(checked.findings()).hasSize(1);
    assertThat(checked.findings().getFirst().place().orElseThrow().file()).isEqualTo("b");
    assertThat(checked.findings().getFirst().place().orElseThrow().line()).isEqualTo(2);
  }

  @Test
  void whatAFileNeedsIsTakenFromAnyText() {
    Language.Needs needs =
        Language.needs("include \"labs.tiyun\" use ledger \"../x\" ((( include 5 include \"b\"");
    assertThat(needs.includes()).contains("labs.tiyun");
    assertThat(needs.ledgers()).containsExactly("../x");
    assertThat(Language.needs("\u0000\uD800('").includes()).isEmpty();
  }
}
