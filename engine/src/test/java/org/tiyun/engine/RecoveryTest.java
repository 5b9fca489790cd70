package org.tiyun.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tiyun.language.Language;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.ModelTables;
import org.tiyun.language.model.Name;

/** Clearing as a model says it: who can pay what, what a failure costs, who is paid first. */
class RecoveryTest {
  /**
   * The example of the R package systemicrisk (Gandy and Veraart), whose numbers 165/112, 159/112
   * and 1.5 come from its linear program with alpha = beta = 1.
   */
  private static final String THREE_BANKS =
      """
      model banks
      horizon 2
      sector A, B, C, outside, centre
      claim money issued by centre
      SETTLE
      initial money[A] = 0.5
      initial money[B] = 0.625
      initial money[C] = 0.75
      flow ab due : A -> B = if(t = 1, 0.5, 0)
      flow ac due : A -> C = if(t = 1, 0.5, 0)
      flow ba due : B -> A = if(t = 1, 0.5, 0)
      flow bc due : B -> C = if(t = 1, 0.5, 0)
      flow ca due : C -> A = if(t = 1, 0.5, 0)
      flow cb due : C -> B = if(t = 1, 0.5, 0)
      flow ao due : A -> outside = if(t = 1, 1.5, 0)
      flow bo due : B -> outside = if(t = 1, 0.5, 0)
      flow co due : C -> outside = if(t = 1, 0.5, 0)
      """;

  @ParameterizedTest
  @CsvSource({"settle money", "settle money recovery 1", "settle money recovery '100%, 100%'"})
  void withoutLossesItIsThePublishedClearingVector(String settle) {
    Run run = run(THREE_BANKS.replace("SETTLE", settle.replace("'", "")));
    assertThat(pays(run, "ab", "ac", "ao")).isCloseTo(165.0 / 112, within(1e-9));
    assertThat(pays(run, "ba", "bc", "bo")).isCloseTo(159.0 / 112, within(1e-9));
    assertThat(pays(run, "ca", "cb", "co")).isCloseTo(1.5, within(1e-9));
    assertThat(run.audit().relative()).isLessThanOrEqualTo(1e-9);
  }

  @Test
  void aFailurePaysOutItsShareOfMeansAndOfReceipts() {
    // Rogers and Veraart 2013: alpha of its own means plus beta of what it is paid.
    Run run =
        run(
            """
            model chain
            horizon 1
            sector a, b, c, centre
            claim money issued by centre
            settle money recovery 50%, 0.25
            initial money[a] = 80
            initial money[b] = 30
            flow first due : a -> b = 100
            flow second due : b -> c = 100
            x = money[a] + money[b]
            """);
    assertThat(pays(run, "first")).isEqualTo(40);
    assertThat(pays(run, "second")).isEqualTo(0.5 * 30 + 0.25 * 40);
    // What is not paid out stays with who failed: no money is lost.
    assertThat(value(run, "x")).isCloseTo(40 + 70 - 25, within(1e-12));
    assertThat(run.audit().relative()).isLessThanOrEqualTo(1e-9);
  }

  @Test
  void lossesSpreadThroughTheBanks() {
    // All three fail once A and B pay out less: p = alpha e + beta (receipts), solved by hand as
    // three linear equations with shares 1/5, 1/5 of A's 2.5 and 1/3 of the others' 1.5.
    Run run = run(THREE_BANKS.replace("SETTLE", "settle money recovery 0.5, 0.8"));
    double a = pays(run, "ab", "ac", "ao");
    double b = pays(run, "ba", "bc", "bo");
    double c = pays(run, "ca", "cb", "co");
    assertThat(a).isCloseTo(0.5 * 0.5 + 0.8 * (b / 3 + c / 3), within(1e-12));
    assertThat(b).isCloseTo(0.5 * 0.625 + 0.8 * (a / 5 + c / 3), within(1e-12));
    assertThat(c).isCloseTo(0.5 * 0.75 + 0.8 * (a / 5 + b / 3), within(1e-12));
    assertThat(Arrays.asList(a, b, c)).allSatisfy(p -> assertThat(p).isBetween(0.3, 1.4));
  }

  @Test
  void theSeniorClassIsPaidFirstAndTheRestInProportion() {
    Run run =
        run(
            """
            model classes
            horizon 1
            sector a, b, c, d, centre
            claim money issued by centre
            settle money recovery 0.5
            initial money[a] = 100
            flow bank due senior 1 : a -> b = 30
            flow wages due senior 2 : a -> c = 30
            flow rent due senior 2 : a -> d = 10
            flow other due : a -> d = 50
            """);
    assertThat(pays(run, "bank")).isEqualTo(30);
    assertThat(pays(run, "wages")).isCloseTo(15, within(1e-12));
    assertThat(pays(run, "rent")).isCloseTo(5, within(1e-12));
    assertThat(pays(run, "other")).isZero();
    assertThat(value(run, "shortfall", "a")).isCloseTo(70, within(1e-12));
  }

  @Test
  void bothBackEndsAgree() {
    String text =
        THREE_BANKS
            .replace("SETTLE", "settle money recovery 0.4, 0.7")
            .replace("= if(t = 1, 0.5, 0)", "= 0.6 * uniform(\"u\")");
    Plan plan = Plan.of(model(text));
    List<Path> paths = new ArrayList<>();
    List<Integer> all =
        java.util.stream.IntStream.range(0, plan.model().variables().size()).boxed().toList();
    Engine.batch(plan, BatchRequest.of(20, 3, all).lanes(8), paths::add);
    for (Path path : paths) {
      Run run = Engine.run(plan, RunRequest.base().seed(3).path(path.number()));
      assertThat(path.values()).isEqualTo(run.values());
    }
  }

  private static CheckedModel model(String text) {
    var checked = Language.check("m", Map.of("m", text), ModelTables.none());
    return checked.result().orElseThrow(() -> new AssertionError(checked.findings()));
  }

  private static Run run(String text) {
    return Engine.run(Plan.of(model(text)), RunRequest.base());
  }

  private static double pays(Run run, String... flows) {
    return Arrays.stream(flows).mapToDouble(f -> value(run, f)).sum();
  }

  private static double value(Run run, String base, String... elements) {
    return run.values()[run.model().variable(Name.of(base, elements)).getAsInt()][1];
  }
}
