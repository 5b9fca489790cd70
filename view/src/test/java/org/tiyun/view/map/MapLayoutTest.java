package org.tiyun.view.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tiyun.view.map.MapDrawing.Format;
import org.tiyun.words.Lang;
import org.tiyun.words.Words;

/** What a reader must be able to read: no text under another, nothing out of the picture. */
class MapLayoutTest {

  static List<MapLayout> layouts() {
    List<MapLayout> layouts = new ArrayList<>();
    for (Lang lang : Lang.values()) {
      for (Format format : List.of(Format.WIDE, Format.NARROW)) {
        layouts.add(MapLayout.of(ShippedMaps.cash(lang, format), Words.in(lang), format));
        layouts.add(MapLayout.of(ShippedMaps.promises(lang, format), Words.in(lang), format));
      }
      RoleMapsTest.maps(lang)
          .forEach(map -> layouts.add(MapLayout.of(map, Words.in(lang), Format.ALIGNED)));
    }
    return layouts;
  }

  private static List<Box> texts(MapLayout layout) {
    return Stream.of(
            layout.names().stream().map(NameTag::box),
            layout.labels().stream().map(Label::box),
            layout.badge().stream().map(Badge::box),
            layout.boundaryText().stream().map(Line::box),
            layout.heading().stream().map(Line::box))
        .flatMap(boxes -> boxes)
        .toList();
  }

  @Test
  void noTwoTextsOverlapAndAllAreInThePicture() {
    for (MapLayout layout : layouts()) {
      List<Box> texts = texts(layout);
      Box picture = new Box(0, 0, layout.frame().width(), layout.height());
      for (int i = 0; i < texts.size(); i++) {
        assertThat(picture.contains(texts.get(i))).as(texts.get(i).toString()).isTrue();
        for (int j = 0; j < i; j++) {
          assertThat(texts.get(i).overlaps(texts.get(j)))
              .as(
                  "%s %s: %s, %s",
                  layout.words().lang(), layout.frame().narrow(), texts.get(i), texts.get(j))
              .isFalse();
        }
      }
    }
  }

  @Test
  void firmsStandInsideTheBoundaryAndOthersOutside() {
    for (MapLayout layout : layouts()) {
      for (MoneyMap.Node node : layout.map().nodes()) {
        Body body = layout.bodies().get(node.id());
        boolean inside = layout.frame().reach(body.centre(), 0) < 1;
        assertThat(inside).as(node.id()).isEqualTo(node.side() == MoneyMap.Side.INSIDE);
      }
    }
  }

  @Test
  void mostAmountsAreLabelledAndTheLoopsAlways() {
    for (MapLayout layout : layouts()) {
      long wanted = layout.routes().stream().filter(r -> !r.pipe().label().isEmpty()).count();
      long shownAtMost = layout.frame().narrow() ? Labels.MOST_NARROW : wanted;
      // Small maps in a row have a table of all their amounts beneath.
      double part = layout.frame().aligned() ? 0.5 : 0.8;
      assertThat(layout.labels().size())
          .isGreaterThan((int) (part * Math.min(wanted, shownAtMost)));
      List<String> shown = layout.labels().stream().map(Label::text).toList();
      layout.routes().stream()
          .filter(layout::inLoop)
          .forEach(route -> assertThat(shown).contains(route.pipe().label()));
    }
  }

  @Test
  void theSameMapIsTheSamePicture() {
    MoneyMap map = ShippedMaps.cash(Lang.EN, Format.WIDE);
    assertThat(MapDrawing.file(map, Words.in(Lang.EN), Format.WIDE))
        .isEqualTo(MapDrawing.file(map, Words.in(Lang.EN), Format.WIDE));
  }
}
