package org.tiyun.study.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiyun.study.Folder;
import org.tiyun.study.run.ScenarioChoice;

/**
 * A host that puts 4 a quarter into the lab that buys 8 of it, reckoned by hand: users pay the lab
 * 5, the market puts 10 into the host, and the host's halls fall idle and cheap while it owes.
 */
class ClosedCircleTest {
  private static final String MODEL =
      """
      model closed "A host feeds its customer"
      step quarter
      horizon 2026Q1..2027Q4
      set firm = {lab, host}
      sector each firm
      sector users, market, rest
      claim money issued by rest unit "bn USD"
      claim stock[f in firm] issued by f unit "bn USD"
      settle money
      initial money[lab] = 10
      initial money[host] = 10
      initial stock[lab][host] = 4
      initial stock[host][market] = 10
      five = 5 unit "bn USD"
      flow sales : users -> lab = five
      flow round : host -> lab for stock[lab] = 0.8 * five
      flow rent : lab -> host = 1.6 * five
      flow wages : lab -> rest = 0.2 * five
      flow fresh : market -> host for stock[host] = 2 * five
      flow income : rest -> users = five
      flow savings : rest -> market = 2 * five
      books_of[f in firm] = if(f = host, 100 - 10 * t, 0) unit "bn USD"
      used[f in firm] = if(f = host, 0.9 - 0.1 * (t - 1), 1)
      fetches[f in firm] = if(f = host, 60 - 5 * t, 0) unit "bn USD"
      owes[f in firm] = if(f = host, 90 - 15 * t, 0) unit "bn USD"
      initial books_of[f in firm] = 100
      initial used[f in firm] = 1
      initial fetches[f in firm] = 60
      initial owes[f in firm] = if(f = host, 90, 0)
      event never[f in firm] when t > 99 because "it cannot"
      """;
  private static final String ROLES =
      """
      role,name,value
      circle,firm,
      end_users,users,
      outside_equity,market,
      failure,never,
      capex,five,
      equity_in,round,
      equity_in,fresh,
      book_value,books_of,
      utilisation,used,
      collateral,fetches,
      debt,owes,
      """;

  @TempDir Path root;
  private Quantities quantities;

  @BeforeEach
  void measure() {
    Folder folder =
        new Folder(root)
            .with("models/closed/closed.tiyun", MODEL)
            .with("models/closed/study.csv", ROLES);
    quantities =
        Quantities.of(folder.open("closed"), ScenarioChoice.base(), Optional.empty(), 0, 1);
  }

  private Figure figure(Quantity quantity, String entity, String period) {
    return quantities.rows().stream()
        .filter(r -> r.quantity() == quantity)
        .filter(r -> r.entity().equals(entity) && r.period().equals(period))
        .findFirst()
        .orElseThrow()
        .figure();
  }

  @Test
  void moneyThatIsAlikeMixesTheHostsEquityWithTheUsersMoney() {
    // phi_lab = (5 + 4 phi_host) / 9 and phi_host = 8 phi_lab / 18.
    double lab = 5.0 / 9 / (1 - 4.0 / 9 * 8 / 18);
    assertThat(figure(Quantity.END_USER_SHARE, "host", "2026Q4").value())
        .isCloseTo(lab, within(1e-12));
  }

  @Test
  void equityTiedToPurchasesPaysForHalfOfThem() {
    // Half of the 8 is the host's own 4 come back, the other half users' money alone:
    // mix = (phi_host + 1) / 2 and phi_host = 8 mix / 18.
    double mix = 0.5 / (1 - 2.0 / 9);
    assertThat(figure(Quantity.END_USER_SHARE, "host", "2026Q4").of())
        .filteredOn(f -> f.what().equals("users_in_sales_earmarked"))
        .singleElement()
        .satisfies(f -> assertThat(f.value()).isCloseTo(mix, within(1e-12)));
    // All sales: 5 of users and 8 of the lab's.
    assertThat(figure(Quantity.END_USER_SHARE, "earmarked", "2026Q4").value())
        .isCloseTo((5 + 8 * mix) / 13, within(1e-12));
  }

  @Test
  void capitalThatFellIdleIsStranded() {
    // In use 0.9 at the start and 0.2 at the end, of 20 in the books.
    assertThat(figure(Quantity.CASCADE_LOSS, "", "").of())
        .filteredOn(f -> f.what().equals("stranded"))
        .singleElement()
        .satisfies(f -> {
          assertThat(f.thing()).isEqualTo("host");
          assertThat(f.value()).isCloseTo(20 * (1 - 0.2 / 0.9), within(1e-12));
        });
  }

  @Test
  void debtComesAboveWaterWhenItFallsFasterThanItsCollateral() {
    // 60 - 5 t reaches 90 - 15 t in the third quarter.
    Figure host = figure(Quantity.COLLATERAL_HALF_LIFE, "host", "");
    assertThat(List.of(host.what(), host.thing())).containsExactly("above_water", "2026Q3");
    assertThat(host.value()).isEqualTo(3);
    assertThat(quantities.rows())
        .as("the lab owes nothing")
        .noneMatch(r -> r.quantity() == Quantity.COLLATERAL_HALF_LIFE && r.entity().equals("lab"));
  }

  @Test
  void moneyFromOutsideTurnsOverByTheGain() {
    Figure gain = figure(Quantity.LOOP_GAIN, "", "2026Q4");
    assertThat(gain.value()).isCloseTo(Math.sqrt(4.0 / 18 * 8 / 9), within(1e-9));
    assertThat(gain.of())
        .filteredOn(f -> f.what().equals("turnover_of_one"))
        .singleElement()
        .satisfies(f -> assertThat(f.value()).isCloseTo(1 / (1 - gain.value()), within(1e-12)));
  }
}
