package org.tiyun.view.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tiyun.view.map.MapDrawing.Format;
import org.tiyun.view.map.MoneyMap.Category;
import org.tiyun.view.map.MoneyMap.Manner;
import org.tiyun.view.map.MoneyMap.Pipe;
import org.tiyun.view.map.MoneyMap.Side;
import org.tiyun.view.text.Figures;
import org.tiyun.words.Lang;

/** The picture says what the balanced matrix says. */
class CashMapTest {
  private static final MoneyMap MAP = ShippedMaps.cash(Lang.EN, Format.WIDE);

  private static double cells(Set<String> payers, Set<String> payees, Set<String> kinds) {
    return ShippedMaps.CIRCUIT.cash().matrix().cells().stream()
        .filter(c -> payers.contains(c.cell().payer()) && payees.contains(c.cell().payee()))
        .filter(c -> kinds.contains(c.cell().kind()))
        .mapToDouble(c -> c.value())
        .sum();
  }

  private static Pipe pipe(String payer, String payee) {
    return MAP.pipes().stream()
        .filter(p -> p.payer().equals(payer) && p.payee().equals(payee))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPipeIsTheSumOfItsCells() {
    double users =
        cells(Set.of("consumers", "enterprises"), Set.of("openai"), Set.of("sales", "api"));
    assertThat(pipe("end-users", "openai").width()).isCloseTo(users, within(1e-9));
    double running =
        cells(Set.of("nvidia"), Set.of("suppliers", "staff-tax"), Set.of("opex", "staff_tax"));
    assertThat(pipe("nvidia", "spending").width()).isCloseTo(running, within(1e-9));
    double cloud = cells(Set.of("openai"), Set.of("microsoft"), Set.of("cloud", "revenue_share"));
    assertThat(pipe("openai", "microsoft").width()).isCloseTo(cloud, within(1e-9));
  }

  @Test
  void aLabelIsItsAmount() {
    for (Pipe pipe : MAP.pipes()) {
      assertThat(pipe.label()).isEqualTo(new Figures(Lang.EN).money(pipe.width()));
    }
    for (Pipe pipe : ShippedMaps.cash(Lang.ZH, Format.WIDE).pipes()) {
      assertThat(pipe.label())
          .isEqualTo(new Figures(Lang.ZH).moneyNumber(pipe.width()))
          .contains("亿");
    }
  }

  @Test
  void onlyEndUsersMoneyIsGreenAndEverythingIsPaid() {
    for (Pipe pipe : MAP.pipes()) {
      boolean fromUsers = pipe.payer().equals("end-users");
      assertThat(pipe.category() == Category.END_USERS).as(pipe.toString()).isEqualTo(fromUsers);
      assertThat(pipe.manner()).isEqualTo(Manner.PAID);
    }
    assertThat(MAP.nodes().stream().filter(n -> n.side() == Side.END_USERS)).hasSize(1);
  }

  @Test
  void itSaysHowMuchItShows() {
    double total =
        ShippedMaps.CIRCUIT.cash().matrix().cells().stream()
            .filter(c -> !c.cell().payer().equals("cash") && !c.cell().payee().equals("cash"))
            .mapToDouble(c -> c.value())
            .sum();
    double shown = MAP.pipes().stream().mapToDouble(Pipe::width).sum();
    Figures figures = new Figures(Lang.EN);
    assertThat(MAP.subtitle()).contains(figures.money(shown), figures.money(total));
    assertThat(shown).isLessThan(total);
  }

  @Test
  void everyFirmOfTheMatrixIsThere() {
    assertThat(MAP.nodes())
        .extracting(MoneyMap.Node::id)
        .containsAll(ShippedMaps.CIRCUIT.cash().matrix().circle());
    assertThat(MAP.loop().orElseThrow().path()).containsExactly("amazon", "anthropic");
  }

  @Test
  void bothLanguagesShowTheSame() {
    MoneyMap chinese = ShippedMaps.cash(Lang.ZH, Format.WIDE);
    assertThat(chinese.pipes())
        .extracting(Pipe::amount)
        .isEqualTo(MAP.pipes().stream().map(Pipe::amount).toList());
    assertThat(chinese.title()).contains("2025").isNotEqualTo(MAP.title());
    assertThat(chinese.nodes()).extracting(MoneyMap.Node::name).contains("终端用户", "英伟达", "微软");
  }
}
