package org.tiyun.study.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.Origin;
import org.tiyun.study.open.Home;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.run.ScenarioChoice;

class GroundsTest {
  private static final OpenModel AI_LOOP =
      new ModelOpener(new Home(Path.of("").toAbsolutePath().getParent())).open("ai-loop");
  private static final Grounds GROUNDS = new Grounds(AI_LOOP.model());

  private static List<String> under(String name) {
    return GROUNDS.of(name).stream().map(i -> i.name().toString()).toList();
  }

  @Test
  void a_flow_leads_to_the_contract_and_to_the_rents_of_the_same_pair() {
    assertThat(under("compute[openai, oracle]"))
        .contains("signed0[openai, oracle]", "rented[openai, oracle]", "cash0[openai]")
        .doesNotContain("signed0[openai, microsoft]", "cash0[anthropic]", "eta");
  }

  @Test
  void what_falls_due_and_what_is_held_lead_to_their_start() {
    assertThat(under("interest[oracle]"))
        .containsExactlyInAnyOrder("spread[oracle]", "debt0[oracle]");
    assertThat(under("money[openai]")).first().isEqualTo("cash0[openai]");
    assertThat(under("resale_decay")).containsExactlyInAnyOrder("h100_then", "h100_now");
  }

  @Test
  void what_is_computed_gives_way_to_what_it_is_computed_from() {
    assertThat(GROUNDS.of("chips[amazon, nvidia]"))
        .isNotEmpty()
        .allSatisfy(i -> assertThat(i.origin()).isNotInstanceOf(Origin.Computed.class));
    assertThat(under("nobody")).isEmpty();
  }

  @Test
  void every_flow_stock_and_due_of_an_explanation_has_something_under_it() {
    Quantities quantities =
        Quantities.of(AI_LOOP, ScenarioChoice.base(), Optional.of("2028Q4"), 0, 1);
    for (Quantities.Row row : quantities.rows()) {
      leads(row.quantity() + " " + row.entity(), row.figure());
    }
    assertThat(GROUNDS.under(quantities.rows()).stream().map(Input::origin))
        .hasAtLeastOneElementOfType(Origin.Rows.class)
        .hasAtLeastOneElementOfType(Origin.Stated.class)
        .hasAtLeastOneElementOfType(Origin.Assumed.class);
  }

  private static void leads(String of, Figure figure) {
    boolean ofAFirm = figure.thing().contains("[");
    if (ofAFirm) {
      assertThat(GROUNDS.under(figure)).as("%s: %s", of, figure.thing()).isNotEmpty();
    }
    figure.of().forEach(part -> leads(of, part));
  }
}
