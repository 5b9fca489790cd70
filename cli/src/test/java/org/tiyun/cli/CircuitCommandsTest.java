package org.tiyun.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code accounts} and {@code follow} on the shipped ledger. */
class CircuitCommandsTest {

  @Test
  void everyCellOfTheYearHasValueIntervalAndBasis() {
    Map<String, String> found = json("accounts", "--year", "2025", "--draws", "200");
    assertThat(found).containsEntry("year", "2025");
    assertThat(number(found, "residual")).isLessThan(2e-6);
    int cells = 0;
    for (; found.containsKey("cells." + cells + ".payer"); cells++) {
      String cell = "cells." + cells + ".";
      assertThat(number(found, cell + "low")).isLessThanOrEqualTo(number(found, cell + "high"));
      assertThat(number(found, cell + "value"))
          .isBetween(
              number(found, cell + "possible.low") - 1e-9,
              number(found, cell + "possible.high") + 1e-9);
      assertThat(found.get(cell + "basis")).isIn("reported", "derived", "estimate", "unknown");
      assertThat(found.get(cell + "file")).isEqualTo("flows.csv");
    }
    assertThat(cells).isEqualTo(204);
    assertThat(found).containsKey("conflicts.0.strain");
    assertThat(number(found, "conflicts.0.strain"))
        .isGreaterThanOrEqualTo(number(found, "conflicts.1.strain"));
  }

  @Test
  void accountsAreATableForPeopleAndSpreadsheets() {
    Typed csv = Typed.command("accounts", "--draws", "50", "--csv");
    assertThat(csv.out().lines().toList()).hasSize(205).anyMatch(line -> line.contains("nvidia"));
    for (String lang : List.of("en", "zh")) {
      Typed text = Typed.command("accounts", "--draws", "50", "--lang", lang);
      assertThat(text.code()).isZero();
      assertThat(text.out()).contains("204", "openai operating_outflow").doesNotContain("view.");
    }
  }

  /** The figures of the ledger's method: 0.886 and 19.16 of 100 dollars. */
  @Test
  void ofNvidiasDollarLittleComesBackAndMoreOfWhatItInvests() {
    Map<String, String> found = json("follow", "nvidia", "--amount", "100", "--draws", "200");
    assertThat(number(found, "back.share")).isCloseTo(0.00886, within(0.0001));
    assertThat(number(found, "invested.back.share")).isCloseTo(0.1916, within(0.001));
    assertThat(number(found, "back.low")).isLessThan(number(found, "back.share"));
    assertThat(number(found, "back.high")).isGreaterThan(number(found, "back.share"));
    assertThat(found)
        .containsEntry("routes.0.path.0", "nvidia")
        .containsKey("routes.0.rows.0.line");
    double sum = 0;
    for (int k = 0; found.containsKey("back.by_hands." + k); k++) {
      sum += number(found, "back.by_hands." + k);
    }
    assertThat(sum).isCloseTo(number(found, "back.share"), within(1e-6));
    assertThat(json("follow", "nvidia", "--invested", "--draws", "20").get("start"))
        .isEqualTo("invested");
  }

  @Test
  void theAmountAskedAboutIsShownAsItIs() {
    for (String[] row :
        new String[][] {
          {"1234.5", "Of $1,234.50 that Nvidia", "每付出 1,234.50 美元"},
          {"1e15", "Of $1,000T that Nvidia", "每付出 1,000万亿美元"}
        }) {
      assertThat(Typed.command("follow", "nvidia", "--amount", row[0], "--draws", "20").out())
          .contains(row[1]);
      assertThat(
              Typed.command("follow", "nvidia", "--amount", row[0], "--draws", "20", "--lang", "zh")
                  .out())
          .contains(row[2]);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "accounts --boundary moon, E0526, own-cash-as-end-use",
    "accounts --draws 3, E0113, --draws",
    "accounts nowhere, E0604, nowhere",
    "follow acme, E0527, nvidia",
    "follow nvidia --amount -5, E0113, --amount",
    "follow nvidia --amount NaN, E0113, --amount",
    "follow nvidia --hands 1, E0113, --hands",
  })
  void whatCannotBeAskedIsSaid(String line, String code, String hint) {
    for (String lang : List.of("en", "zh")) {
      Typed typed = Typed.command((line + " --lang " + lang).split(" "));
      assertThat(typed.code()).isEqualTo(2);
      assertThat(typed.out()).isEmpty();
      assertThat(typed.err()).contains("[" + code + "]", hint);
    }
  }

  @Test
  void aYearThatTheLedgerLacksIsNamed() {
    Typed typed = Typed.command("follow", "nvidia", "--year", "1999");
    assertThat(typed.code()).isEqualTo(1);
    assertThat(typed.err()).contains("[E0501]", "2025");
  }

  private static Map<String, String> json(String... line) {
    String[] asked = java.util.Arrays.copyOf(line, line.length + 1);
    asked[line.length] = "--json";
    Typed typed = Typed.command(asked);
    assertThat(typed.err()).isEmpty();
    assertThat(typed.code()).isZero();
    return Flat.of(typed.out());
  }

  private static double number(Map<String, String> found, String name) {
    return Double.parseDouble(found.get(name));
  }
}
