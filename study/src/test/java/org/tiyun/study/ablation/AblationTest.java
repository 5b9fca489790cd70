package org.tiyun.study.ablation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiyun.study.Folder;
import org.tiyun.study.expect.Expectations;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.words.Failure;

/** Mechanisms turned round one by one. */
class AblationTest {
  @TempDir Path root;

  @Test
  void whatChangesNothingIsCalledDecoration() {
    Ablation ablation = Ablation.of(ring().open("ring"), 100, 1);
    Ablation.Row climb =
        ablation.rows().stream().filter(r -> r.name().equals("climb")).findFirst().orElseThrow();
    // Marks move nobody's cash in this circle: with and without the climb the hub earns the same.
    assertThat(climb.mechanism()).contains("M9");
    assertThat(climb.changes()).containsExactly(0);
    assertThat(climb.stalls()).isEqualTo(ablation.stalls());
    assertThat(climb.decoration()).isTrue();
    // Its author expected otherwise, and that is said: nobody falls before 2028.
    assertThat(climb.expectations()).singleElement().matches(e -> !e.held());
  }

  @Test
  void aMechanismThatActsIsNoDecoration() {
    Folder folder =
        ring()
            .with(
                "models/ring/ring.tiyun",
                Folder.text(root, "models/ring/ring.tiyun")
                    .replace(
                        "bill = 10 unit",
                        "switch dear = on mechanism M2 expect lower hub at 2026Q4\n"
                            + "bill = if(dear, 10, 4) unit"));
    Ablation ablation = Ablation.of(folder.open("ring"), 100, 1);
    Ablation.Row dear =
        ablation.rows().stream().filter(r -> r.name().equals("dear")).findFirst().orElseThrow();
    assertThat(dear.decoration()).isFalse();
    assertThat(dear.stalls()).isZero();
    assertThat(ablation.stalls()).isGreaterThan(0.3);
    assertThat(dear.expectations()).allMatch(Expectations.Outcome::held);
  }

  @Test
  void aBrakeShowsWhatActsOnlyWhenSomethingGoesWrong() {
    Ablation ablation = Ablation.of(ring().open("ring"), 50, 1);
    Ablation.Braked braked = ablation.braked().orElseThrow();
    assertThat(braked.scenario()).isNotEmpty();
    assertThat(braked.futures().draws()).isEqualTo(50);
    for (Ablation.Row row : ablation.rows()) {
      Ablation.Braked then = row.braked().orElseThrow();
      double most =
          then.futures().firstToFall().keySet().stream()
              .mapToDouble(f ->
                  Math.abs(
                      then.futures().firstToFall().get(f)
                          - braked.futures().firstToFall().getOrDefault(f, 0.0)))
              .max()
              .orElse(0);
      assertThat(row.shift().map(s -> Math.abs(s.getValue())).orElse(0.0))
          .isGreaterThanOrEqualTo(most);
    }
  }

  @Test
  void aModelWithoutSwitchesHasNothingToTurn() {
    Failure failure =
        catchThrowableOfType(
            Failure.class, () -> Ablation.of(new ModelOpener(Folder.SHIPPED).open("sim"), 10, 1));
    assertThat(Folder.codes(failure)).containsExactly("E0653");
  }

  private Folder ring() {
    return Folder.circle(root)
        .with(
            "models/ring/verdict.csv",
            """
            outcome,group,measure,name,from,to,over,test,than
            takes_off,alive,failed,,,,,<,1
            glides,never,highest,drive,,,,<,0
            stalls,dead,failed,,,,,>=,1
            """);
  }
}
