package org.tiyun.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingTest {
  private static final Words EN = Words.in(Lang.EN);
  private static final Words ZH = Words.in(Lang.ZH);

  @Test
  void aFindingIsSaidInTheReadersLanguage() {
    Finding finding = Finding.error("E0116").with("file", "out.html");
    assertThat(finding.message(EN)).contains("out.html").contains("exists");
    assertThat(finding.message(ZH)).contains("out.html").contains("存在");
    assertThat(finding.help(EN)).hasValueSatisfying(help -> assertThat(help).contains("--force"));
  }

  @Test
  void aTermInsideAMessageIsTranslatedWithIt() {
    Finding finding = Finding.error("E0199").with("fault", new Term("error"));
    assertThat(finding.message(EN)).endsWith("error");
    assertThat(finding.message(ZH)).endsWith("错误");
  }

  @Test
  void aPlaceWithoutValueStaysAndAValueIsNotReadAgain() {
    assertThat(EN.say("E0116.message", Map.of())).contains("{file}");
    assertThat(EN.say("E0116.message", "file", "{file} $1 \\")).contains("`{file} $1 \\`");
  }

  @Test
  void addingToAFindingLeavesTheFirstAsItWas() {
    Map<String, Object> values = new HashMap<>(Map.of("a", 1));
    Finding first = new Finding("E0116", Severity.WARNING, Optional.empty(), values, List.of());
    values.put("a", 2);
    Place place = Place.text("m.tiyun", 3, 5, 2, "let x = y");
    Finding more = first.with("b", 2).because("error", Optional.of(place), Map.of());
    assertThat(first.values()).containsExactly(Map.entry("a", 1));
    assertThat(first.because()).isEmpty();
    assertThat(more.values()).containsKeys("a", "b");
    assertThat(more.because())
        .extracting(Finding.Because::place)
        .containsExactly(Optional.of(place));
    assertThat(more.severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void aFailureNamesItsFirstFinding() {
    Failure failure = new Failure(Finding.warning("E0116", Place.cell("deals.csv", 7, "amount")));
    assertThat(failure).hasMessageContaining("E0116");
    assertThat(failure.findings()).hasSize(1);
    assertThat(failure.findings().get(0).place().orElseThrow().field()).contains("amount");
    assertThat(new Failure(List.of())).hasMessage("failure");
    assertThat(new Failure(Finding.error("E0117", Place.of("x"))).findings().get(0).place())
        .contains(Place.of("x"));
  }

  @Test
  void aKeyThatIsNotThereIsAFaultOfOurs() {
    assertThat(EN.has("no.such.key")).isFalse();
    assertThatThrownBy(() -> EN.text("no.such.key")).hasMessageContaining("no.such.key");
  }

  @Test
  void anyChineseLocaleReadsChinese() {
    assertThat(Lang.of(Locale.TAIWAN)).isEqualTo(Lang.ZH);
    assertThat(Lang.of(Locale.FRANCE)).isEqualTo(Lang.EN);
    assertThat(ZH.lang().tag()).isEqualTo("zh");
    assertThat(EN.lang().tag()).isEqualTo("en");
  }
}
