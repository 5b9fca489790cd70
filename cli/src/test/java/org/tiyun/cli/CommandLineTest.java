package org.tiyun.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CommandLineTest {

  @Test
  void aloneItShowsItsFirstCommandsAtWork() {
    Typed typed = Typed.command();
    assertThat(typed.code()).isZero();
    assertThat(typed.out())
        .contains(
            Arrays.stream(Verb.values()).limit(3).map(verb -> "  tiyun " + verb.word()).toList());
    assertThat(typed.err()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Verb.class)
  void everyCommandStandsInTheHelpAndHasAPageInBothLanguages(Verb verb) {
    assertThat(Typed.command("--help").out()).contains("\n  " + verb.word() + " ");
    for (String lang : new String[] {"en", "zh"}) {
      Typed page = Typed.command(verb.word(), "--help", "--lang", lang);
      assertThat(page.code()).isZero();
      assertThat(page.out())
          .contains("tiyun " + verb.word(), "--lang", "--force")
          .doesNotContain("cli.");
      assertThat(page.out().contains("选项")).isEqualTo(lang.equals("zh"));
      assertThat(Typed.command("help", verb.word(), "--lang", lang)).isEqualTo(page);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "zh_CN.UTF-8, , true",
    "zh_TW, , true",
    "en_US, , false",
    "C, , false",
    "zh_CN, C, false",
    "de_DE, zh_CN, true"
  })
  void theLanguageFollowsTheLocale(String lang, String all, boolean chinese) {
    Map<String, String> environment =
        all == null ? Map.of("LANG", lang) : Map.of("LANG", lang, "LC_ALL", all);
    assertThat(Typed.in(environment, "--help").out().contains("实验室")).isEqualTo(chinese);
    assertThat(Typed.in(environment, "--help", "--lang", "zh").out()).contains("实验室");
    assertThat(Typed.in(environment, "--lang=en", "--help").out()).contains("laboratory");
  }

  @Test
  void aRunAsCsvHasARowForEachValue() {
    Typed typed =
        Typed.command("run", "sim", "--until", "3", "--out", "Y,money[households]", "--csv");
    assertThat(typed.code()).isZero();
    assertThat(typed.out().lines().toList())
        .startsWith("variable,entity,period,value", "Y,,1,38.46153846153846")
        .hasSize(7)
        .anyMatch(line -> line.startsWith("money,households,3,"));
  }

  @ParameterizedTest
  @CsvSource({
    "chekc, E0110, `check`",
    "--jsn, E0111, --json",
    "frobnicate, E0110, --help",
    "check --forse, E0111, --force",
    "check -o, E0112, --output",
    "explain E0604 more, E0119, explain",
    "explain E9999, E0115, lists",
    "explain --csv, E0118, --csv",
    "check --lang fr, E0114, zh",
    "check nowhere, E0604, nowhere",
  })
  void whatCannotBeUnderstoodIsSaidInBothLanguages(String line, String code, String hint) {
    String[] words = line.split(" ");
    Typed english = Typed.command(words);
    Typed chinese = Typed.in(Map.of("LANG", "zh_CN.UTF-8"), words);
    assertThat(english.err()).startsWith("error[" + code + "]").contains(hint);
    assertThat(chinese.err()).contains("[" + code + "]").matches("(?s).*\\p{IsHan}.*");
    for (Typed typed : new Typed[] {english, chinese}) {
      assertThat(typed.code()).isEqualTo(2);
      assertThat(typed.out()).isEmpty();
      assertThat(typed.err()).doesNotContain("\tat ").doesNotContain("{");
    }
  }

  @Test
  void theMapsAreToBeHadAsPictures() {
    String cash = Typed.command("map", "--svg").out();
    assertThat(cash).startsWith("<svg").contains("</svg>", "Nvidia", "$182B");
    String promises = Typed.command("map", "--promises", "--lang", "zh").out();
    assertThat(promises).startsWith("<svg").contains("英伟达", "软银");
  }

  @Test
  void everyCodeIsExplained() {
    Typed list = Typed.command("explain");
    assertThat(list.out()).contains("E0110", "E0604");
    for (String line : list.out().lines().toList()) {
      String code = line.substring(0, 5);
      for (String lang : new String[] {"en", "zh"}) {
        Typed page = Typed.command("explain", code.toLowerCase(Locale.ROOT), "--lang", lang);
        assertThat(page.code()).isZero();
        assertThat(page.out().lines().count()).as(code + " has a page").isGreaterThan(2);
      }
    }
  }

  @Test
  void anExistingFileIsLeftAloneUnlessForced(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("page.txt");
    assertThat(Typed.command("explain", "E0604", "-o", file.toString()).out()).isEmpty();
    String page = Files.readString(file);
    assertThat(page).isEqualTo(Typed.command("explain", "E0604").out());

    Files.writeString(file, "mine");
    Typed refused = Typed.command("explain", "E0604", "-o", file.toString());
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("E0116", "--force");
    assertThat(file).hasContent("mine");

    assertThat(Typed.command("explain", "E0604", "--force", "-o", file.toString()).code()).isZero();
    assertThat(Files.readString(file)).isEqualTo(page);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void aFileThatCannotBeWrittenIsSaid(@TempDir Path folder) {
    for (Path target : new Path[] {folder, folder.resolve("none").resolve("page.txt")}) {
      Typed typed = Typed.command("explain", "E0604", "--force", "-o", target.toString());
      assertThat(typed.code()).isEqualTo(2);
      assertThat(typed.err()).contains("E0117");
    }
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    assertThat(Typed.command("--version").out()).matches("tiyun \\d+\\.\\d+\\.\\d+\\R");
  }

  @Test
  void aFaultOfOursIsOneFindingAndATraceOnlyWhenAskedFor() {
    for (boolean trace : new boolean[] {false, true}) {
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      PrintStream broken =
          new PrintStream(OutputStream.nullOutputStream()) {
            @Override
            public void print(String text) {
              throw new IllegalStateException("the paper is out");
            }
          };
      Surroundings around =
          new Surroundings(
              broken, new PrintStream(err, true, UTF_8), Map.of(), Typed.root(), false, false);
      String[] line = trace ? new String[] {"explain", "--trace"} : new String[] {"explain"};
      assertThat(new Cli(around).run(line)).isEqualTo(3);
      assertThat(err.toString(UTF_8)).contains("E0199", "the paper is out", "CONTRIBUTING.md");
      assertThat(err.toString(UTF_8).contains("\tat ")).isEqualTo(trace);
    }
  }
}
