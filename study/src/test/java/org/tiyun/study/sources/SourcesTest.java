package org.tiyun.study.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiyun.study.open.Home;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.Terms;
import org.tiyun.words.Lang;

class SourcesTest {
  private static final ModelOpener OPENER =
      new ModelOpener(new Home(Path.of("").toAbsolutePath().getParent()));
  private static final Sources SOURCES = Sources.of(OPENER.open("ai-loop").model());

  private static Sources.Figure figure(String name) {
    return SOURCES.numbers().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void a_number_of_the_ledger_names_its_row_and_grade() {
    Sources.Figure cash = figure("cash0[microsoft]");
    assertThat(cash.kind()).isEqualTo(Sources.Kind.LEDGER);
    assertThat(cash.value()).isEqualTo(89.462);
    assertThat(cash.rows()).hasSize(1);
    assertThat(cash.rows().get(0).file()).isEqualTo("balances.csv");
    assertThat(cash.rows().get(0).key()).isEqualTo("microsoft/cash_and_securities/2025-12-31");
    assertThat(cash.grade()).contains("B");
  }

  @Test
  void a_figure_that_no_row_gives_is_an_assumption() {
    assertThat(figure("cash0[openai]").kind()).isEqualTo(Sources.Kind.ASSUMPTION);
    assertThat(figure("see_hub").kind()).isEqualTo(Sources.Kind.ASSUMPTION);
    assertThat(figure("see_hub").said().orElseThrow()).startsWith("assumption");
  }

  @Test
  void every_assumption_of_the_model_says_so_in_words_or_points_to_one_that_does() {
    assertThat(SOURCES.numbers())
        .filteredOn(f -> f.kind() == Sources.Kind.UNSOURCED)
        .as("only sums over no rows stand without a source")
        .allSatisfy(f -> assertThat(f.value()).isZero());
  }

  @Test
  void what_is_drawn_has_a_stated_range_that_holds_its_value() {
    assertThat(SOURCES.numbers())
        .filteredOn(f -> f.draws().isPresent() && !f.name().equals("common_lasting"))
        .isNotEmpty()
        .allSatisfy(f -> {
          assertThat(f.low()).as(f.name()).isPresent();
          assertThat(f.value()).as(f.name()).isBetween(f.low().get(), f.high().orElseThrow());
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"ai-loop", "chengtou", "telecom-2000"})
  void what_the_texts_say_of_sources_is_said_in_chinese_too(String model) throws IOException {
    Path folder = Path.of("").toAbsolutePath().getParent().resolve("models").resolve(model);
    Set<String> said = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".tiyun")).toList()) {
        Matcher source = Pattern.compile("source \"([^\"]*)\"").matcher(Files.readString(file));
        while (source.find()) {
          said.add(source.group(1));
        }
      }
    }
    Terms terms = OPENER.open(model).terms();
    assertThat(terms.sources().keySet()).as("rows of sources.csv").isEqualTo(said);
    assertThat(said)
        .allSatisfy(text -> assertThat(terms.source(text, Lang.EN)).isEqualTo(text))
        .allSatisfy(text -> assertThat(terms.source(text, Lang.ZH)).containsPattern("\\p{IsHan}"));
    assertThat(terms.source("a text of nobody", Lang.ZH)).isEqualTo("a text of nobody");
  }
}
