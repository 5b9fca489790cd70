package org.tiyun.view.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tiyun.study.twin.TwinResult;
import org.tiyun.view.Shipped;
import org.tiyun.view.map.MapDrawing.Format;
import org.tiyun.view.map.MoneyMap.Category;
import org.tiyun.view.map.MoneyMap.Pipe;
import org.tiyun.words.Lang;
import org.tiyun.words.Words;

/** Machines as maps: what is compared stands in one place and is measured with one scale. */
class RoleMapsTest {
  private static final TwinResult TWIN = Shipped.Few.TWIN;
  private static final List<String> NAMES =
      TWIN.models().stream().map(TwinResult.Side::name).toList();

  static List<MoneyMap> maps(Lang lang) {
    return new RoleMaps(TWIN, NAMES, Words.in(lang))
        .rows().stream().flatMap(row -> row.maps().stream()).toList();
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void aRoleStandsInTheSamePlaceInEveryMap(Lang lang) {
    Map<String, String> places = new HashMap<>();
    for (MoneyMap map : maps(lang)) {
      assertThat(map.nodes()).hasSize(TWIN.roles().size() + 1);
      String svg = MapDrawing.svg(map, Words.in(lang), Format.ALIGNED, "m");
      for (MatchResult block : blocks(svg)) {
        double x = number(block, 2) + number(block, 4) / 2;
        double y = number(block, 3) + number(block, 5) / 2;
        String place = Math.round(x) + "," + Math.round(y);
        String before = places.putIfAbsent(block.group(1), place);
        assertThat(before == null ? place : before).as(block.group(1)).isEqualTo(place);
      }
    }
    assertThat(places).hasSize(TWIN.roles().size() + 1);
  }

  private static List<MatchResult> blocks(String svg) {
    return Pattern.compile(
            "data-party=\"([a-z]+)\" x=\"([0-9.]+)\" y=\"([0-9.]+)\" width=\"([0-9.]+)\""
                + " height=\"([0-9.]+)\"")
        .matcher(svg)
        .results()
        .toList();
  }

  private static double number(MatchResult match, int group) {
    return Double.parseDouble(match.group(group));
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void oneScaleOfWidthsHoldsForAllMaps(Lang lang) {
    List<MoneyMap> maps = maps(lang);
    double widest =
        maps.stream().flatMap(map -> map.pipes().stream()).mapToDouble(Pipe::width).max().orElse(0);
    assertThat(maps).allMatch(map -> map.widest() == widest);
    for (MoneyMap map : maps) {
      MapLayout layout = MapLayout.of(map, Words.in(lang), Format.ALIGNED);
      for (Route route : layout.routes()) {
        assertThat(route.width())
            .isEqualTo(Routes.width(route.pipe().width(), widest, layout.frame()));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void sharesOfAMachineAreOfAllItsPayments(Lang lang) {
    for (MoneyMap map : maps(lang)) {
      double shown = map.pipes().stream().mapToDouble(Pipe::width).sum();
      assertThat(shown).isBetween(0.8, 1.0);
    }
    for (TwinResult.RoleMap map : TWIN.maps()) {
      map.of()
          .forEach(flows ->
              assertThat(
                      flows.within() + flows.payments().stream().mapToDouble(p -> p.amount()).sum())
                  .isCloseTo(flows.total(), org.assertj.core.data.Percentage.withPercentage(1e-9)));
    }
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void greenIsWhatFinalUsersPayAndNothingElse(Lang lang) {
    for (MoneyMap map : maps(lang)) {
      assertThat(map.pipes()).anyMatch(pipe -> pipe.category() == Category.END_USERS);
      assertThat(map.pipes())
          .allMatch(
              pipe -> (pipe.category() == Category.END_USERS) == pipe.payer().equals("payer"));
    }
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void eachMomentHasAMapOfEachMachineAndATableOfWhatTheyShow(Lang lang) {
    RoleMaps drawn = new RoleMaps(TWIN, NAMES, Words.in(lang));
    assertThat(drawn.rows()).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertThat(drawn.rows().get(i).maps()).hasSize(NAMES.size());
      List<List<String>> table = drawn.table(i);
      assertThat(table).allMatch(row -> row.size() == drawn.head().size());
      long pairs =
          drawn.rows().get(i).maps().stream()
              .flatMap(map -> map.pipes().stream())
              .map(pipe -> List.of(pipe.payer(), pipe.payee()))
              .distinct()
              .count();
      assertThat(table).hasSize((int) pairs);
    }
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void theFileHoldsAllMapsInWordsToo(Lang lang) {
    String file = new RoleMaps(TWIN, NAMES, Words.in(lang)).file();
    MapDrawingTest.assertWellFormed(file);
    List<String> said = new ArrayList<>();
    maps(lang).forEach(map -> said.add(map.description()));
    assertThat(said).hasSize(9).doesNotHaveDuplicates();
    said.forEach(text -> assertThat(file).contains(Svg.escape(text)));
    assertThat(file).contains(Words.in(lang).text("map.legend")).contains("prefers-color-scheme");
  }
}
