package org.tiyun.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tiyun.language.model.Checked;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.words.Finding;
import org.tiyun.words.Lang;
import org.tiyun.words.Place;
import org.tiyun.words.Words;

/** Every fault that the language knows, in a text that has it: code, line, column, and words. */
class FaultsTest {
  private static final Pattern REPEAT = Pattern.compile("⟨(\\d+)\\*(.*?)⟩", Pattern.DOTALL);

  /** A case of {@code faults.txt}. */
  record Case(List<String> codes, String what, String model, Optional<String> more, boolean set) {
    @Override
    public String toString() {
      return codes + " " + what;
    }

    /** The finding that the case is about: the first with the code named last. */
    Finding found(List<Finding> findings) {
      return findings.stream().filter(f -> f.code().equals(codes.getLast())).findFirst().get();
    }

    /** The part that is at fault. */
    String faulty() {
      return more.orElse(model);
    }
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (String part : resource().split("(?m)^== ")) {
      int line = part.indexOf('\n');
      List<String> codes = new ArrayList<>();
      List<String> what = new ArrayList<>();
      for (String word : part.substring(0, Math.max(line, 0)).split(" ")) {
        (word.matches("[EW]\\d{4}") && what.isEmpty() ? codes : what).add(word);
      }
      if (codes.isEmpty()) {
        continue;
      }
      String text =
          REPEAT
              .matcher(part.substring(line + 1).stripTrailing())
              .replaceAll(
                  m -> Matcher.quoteReplacement(m.group(2).repeat(Integer.parseInt(m.group(1)))));
      Matcher second = Pattern.compile("(?m)^--(scenario|set)\n").matcher(text);
      boolean two = second.find();
      cases.add(
          new Case(
              codes,
              String.join(" ", what),
              two ? text.substring(0, second.start()) : text,
              two ? Optional.of(text.substring(second.end())) : Optional.empty(),
              two && second.group(1).equals("set")));
    }
    return cases;
  }

  private static String resource() {
    try (var in = FaultsTest.class.getResourceAsStream("faults.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Finding> findings(Case c) {
    String text = c.model().replace("⟦", "");
    if (c.more().isEmpty()) {
      Checked<CheckedModel> checked = Texts.check(text);
      boolean errors = checked.findings().stream().anyMatch(f -> f.code().startsWith("E"));
      assertThat(checked.result().isEmpty())
          .as("a model with errors is no model")
          .isEqualTo(errors);
      return checked.findings();
    }
    CheckedModel model = Texts.model(text);
    String more = c.more().get().replace("⟦", "");
    return c.set()
        ? Language.settings(List.of(more), model).findings()
        : Language.scenario("s.tiyun", more, model).findings();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isFoundWhereItStands(Case c) {
    List<Finding> findings = findings(c);
    assertThat(findings.stream().map(Finding::code).distinct())
        .containsExactlyElementsOf(c.codes());
    int mark = c.faulty().indexOf('⟦');
    if (mark < 0) {
      assertThat(c.found(findings).place()).isEmpty();
      return;
    }
    String before = c.faulty().substring(0, mark);
    int line = (int) before.chars().filter(ch -> ch == '\n').count() + 1;
    int column = before.length() - (before.lastIndexOf('\n') + 1) + 1 + (c.set() ? 4 : 0);
    Place place = c.found(findings).place().orElseThrow();
    assertThat(place.line() + ":" + place.column()).isEqualTo(line + ":" + column);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhatIsWrongAndWhatToDoInBothLanguages(Case c) {
    Finding finding = c.found(findings(c));
    for (Lang lang : Lang.values()) {
      Words words = Words.in(lang);
      assertThat(finding.message(words)).as(lang.tag()).isNotBlank().doesNotContain("{");
      assertThat(finding.help(words)).as("help in " + lang.tag()).isPresent();
      assertThat(finding.help(words).get()).isNotBlank().doesNotContain("{near}");
      assertThat(words.text(finding.code() + ".explain")).isNotBlank();
    }
  }

  @Test
  void everyCodeOfTheCatalogueIsProvoked() {
    Set<String> said = new TreeSet<>();
    for (String key : Words.in(Lang.EN).keys()) {
      if (key.matches("[EW]02\\d\\d\\.message")) {
        said.add(key.substring(0, 5));
      }
    }
    Set<String> provoked = new TreeSet<>();
    cases().forEach(c -> provoked.addAll(c.codes()));
    // Said of a checked model, when its matrix is asked for.
    provoked.add("E0289");
    // Said of a model with its ledger, when it is opened.
    provoked.addAll(List.of("W0207", "W0209"));
    assertThat(provoked).containsAll(said);
  }

  static Stream<Object[]> nearMisses() {
    return Stream.of(
        new Object[] {"spending = 1\nx = spendin", "spending"},
        new Object[] {"x = lgo(3)", "log"},
        new Object[] {"set clouds = {a}\nx[i in cloud] = 1", "clouds"},
        new Object[] {"sector firms\nclaim money issued by firm", "firms"},
        new Object[] {"param p = only(balanecs[item = \"cash\"].value)", "balances"},
        new Object[] {"param p = only(balances[itme = \"cash\"].value)", "item"});
  }

  @ParameterizedTest
  @MethodSource("nearMisses")
  void offersWhatWasProbablyMeant(String text, String meant) {
    Finding finding =
        Texts.check("model m\n" + text).findings().stream()
            .filter(f -> f.values().containsKey("near"))
            .findFirst()
            .orElseThrow();
    assertThat(finding.values()).containsEntry("near", meant);
    assertThat(finding.help(Words.in(Lang.EN)).orElseThrow()).contains("`" + meant + "`");
    assertThat(finding.help(Words.in(Lang.ZH)).orElseThrow()).contains("`" + meant + "`");
  }

  @Test
  void offersNothingWhereNothingIsNear() {
    Finding finding = Texts.check("model m\nspending = 1\nx = qqqqqq").findings().getFirst();
    assertThat(finding.values()).doesNotContainKey("near");
    assertThat(finding.help(Words.in(Lang.EN))).hasValueSatisfying(h -> assertThat(h).isNotBlank());
  }

  @Test
  void allIndependentFaultsComeAtOnceAndNoneThatFollowsFromAnother() {
    Checked<CheckedModel> checked =
        Texts.check(
            """
            model m
            set s = {a, b}
            param p[i in sss] = 1 source "test"
            x[i in s] = p[i]
            y = log(1, 2)
            z = )
            w = nowhere
            """);
    assertThat(checked.findings().stream().map(f -> f.code() + ":" + f.place().get().line()))
        .containsExactlyInAnyOrder("E0201:6", "E0215:3", "E0221:5", "E0210:7");
  }
}
