package org.tiyun.view.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tiyun.circuit.Circuit;
import org.tiyun.engine.Run;
import org.tiyun.study.brake.BrakeTable;
import org.tiyun.study.run.Outputs;
import org.tiyun.view.Shipped;

/** Programs may rely on the fields of docs/machine-output.md. */
class AnswersJsonTest {
  private static final Run RUN = Shipped.BRAKE.braked();

  @Test
  void theMapHasItsMeasures() {
    Circuit circuit = Circuit.of(Shipped.MODEL.ledger().orElseThrow(), OptionalInt.of(2025));
    Map<?, ?> map = JsonTree.of(MapJson.of(circuit, 6));
    assertThat(map.get("matrix")).isEqualTo(2025.0);
    assertThat(JsonTree.at(map, "measures"))
        .containsKeys("finn_cycling_index", "total_throughflow", "average_path_length")
        .containsKeys("maximum_circulation", "bff_circularity", "components");
    assertThat((double) JsonTree.at(map, "measures").get("finn_cycling_index"))
        .isBetween(0.00428, 0.00432);
    assertThat(JsonTree.at(map, "entering").keySet())
        .isEqualTo(
            Set.of(
                "total",
                "end_users",
                "other_chip_buyers",
                "own_business",
                "lenders",
                "outside_equity",
                "own_cash"));
    assertThat(JsonTree.at(map, "layers").keySet())
        .isEqualTo(Set.of("paid", "committed", "announced", "intent", "reported"));
    assertThat((List<?>) map.get("firms")).hasSize(18);
  }

  @Test
  void aRunHasItsAuditEventsAndSeries() {
    List<Integer> shown = Outputs.named(Shipped.MODEL, List.of("capex_five", "cash[openai]"));
    Map<?, ?> run = JsonTree.of(RunJson.of(Shipped.MODEL, RUN, shown, true, "9"));
    assertThat(run.get("scenario")).isEqualTo("patience-ends");
    assertThat((double) JsonTree.at(run, "audit").get("relative")).isLessThan(1e-9);
    List<?> series = (List<?>) run.get("series");
    assertThat(series).hasSize(2);
    Map<?, ?> second = (Map<?, ?>) series.get(1);
    assertThat(second.get("entity")).isEqualTo("openai");
    assertThat((List<?>) second.get("periods")).hasSize(29).first().isEqualTo("2025Q4");
    // JSON numbers read back as the same doubles.
    int id = shown.get(1);
    assertThat((List<?>) second.get("values")).last().isEqualTo(RUN.values()[id][28]);
    assertThat((List<?>) run.get("events")).hasSize(Shipped.BRAKE.events().size());
  }

  @Test
  void aTableHasOneRowPerVariableEntityAndPeriod() {
    List<Integer> shown = Outputs.named(Shipped.MODEL, List.of("capex_five", "cash[openai]"));
    List<String> lines = RunCsv.of(RUN, shown, false).lines().toList();
    assertThat(lines).hasSize(1 + 2 * 28);
    assertThat(lines.get(0)).isEqualTo("variable,entity,period,value");
    assertThat(lines.get(1)).startsWith("capex_five,,2026Q1,");
    assertThat(lines.getLast()).startsWith("cash,openai,2032Q4,");
  }

  @Test
  void aBrakeNamesWhoFailsWhen() {
    BrakeTable table = BrakeTable.of(Shipped.MODEL, List.of("patience-ends"), 1);
    Map<?, ?> brake = JsonTree.of(BrakeJson.of(table, "9"));
    Map<?, ?> scenario = (Map<?, ?>) ((List<?>) brake.get("scenarios")).get(0);
    assertThat(scenario.get("id")).isEqualTo("patience-ends");
    assertThat((List<?>) scenario.get("events")).hasSize(Shipped.BRAKE.events().size());
    assertThat((List<?>) scenario.get("failures")).hasSize(table.cases().get(0).failures().size());
    Map<?, ?> loss = (Map<?, ?>) scenario.get("loss");
    assertThat((Map<?, ?>) loss.get("by_holder")).isNotEmpty();
    assertThat((Map<?, ?>) scenario.get("runway_months")).isNotEmpty();
    // Nobody who counts fails in the plain run: the bill is nil and not absent.
    Map<?, ?> bill = (Map<?, ?>) brake.get("backstop_bill");
    assertThat(bill.get("value")).isEqualTo(0.0);
    Map<?, ?> least = (Map<?, ?>) brake.get("minimum_external_revenue");
    assertThat(least.get("status")).isEqualTo("found");
    assertThat((double) least.get("tolerance")).isLessThanOrEqualTo(0.001);
  }
}
