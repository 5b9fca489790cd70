package org.tiyun.study.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiyun.study.Folder;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.run.ScenarioChoice;
import org.tiyun.words.Failure;

/**
 * Verdicts on a circle that can be reckoned by hand: the lab lives to the end of its twelve
 * quarters if 10 + 12 * (5 + giving) reaches 120, so if the market gives at least 50 / 12 a
 * quarter; giving is uniform between 2 and 8.
 */
class VerdictTest {
  private static final double SURVIVES = (8 - 50.0 / 12) / 6;
  @TempDir Path root;

  @Test
  void sharesAreThoseOfTheDistribution() {
    Verdict verdict = of(3000, 1);
    // A Latin hypercube hits a share of one parameter to within one strip.
    assertThat(verdict.share(Outcome.TAKES_OFF)).isCloseTo(SURVIVES, within(1.0 / 3000));
    assertThat(verdict.share(Outcome.STALLS)).isCloseTo(1 - SURVIVES, within(1.0 / 3000));
    assertThat(verdict.counts().values().stream().mapToInt(n -> n).sum()).isEqualTo(3000);
    assertThat(verdict.broken()).isZero();
  }

  @Test
  void whatDecidesStandsFirst() {
    Verdict verdict = of(1000, 1);
    assertThat(verdict.decidedBy().get(0).parameter()).isEqualTo("giving");
    assertThat(verdict.decidedBy().get(0).correlations().get(Outcome.TAKES_OFF)).isGreaterThan(0.7);
    assertThat(verdict.decidedBy().get(1).strongest()).isLessThan(0.15);
  }

  @Test
  void theFirstFailureIsDatedAndNamed() {
    Verdict.FirstFailures first = of(1000, 1).firstFailures();
    assertThat(first.byFirm()).containsOnlyKeys("alpha");
    // Giving 2 leaves 3 short a quarter: 10 in hand last three quarters.
    assertThat(first.early().orElseThrow()).isEqualTo("2026Q4");
    assertThat(first.futures()).isEqualTo(first.byFirm().get("alpha"));
  }

  @Test
  void theWorstTwentiethNamesItsHolders() {
    Verdict verdict = of(1000, 1);
    assertThat(verdict.worst().futures()).isEqualTo(50);
    assertThat(verdict.worst().lossByHolder()).containsOnlyKeys("host", "market");
    // Giving 2 leaves the host 26 short in all: the most there can be, and the mean is not far
    // below.
    assertThat(verdict.worst().lossByHolder().get("host")).isBetween(16.0, 26.0);
  }

  @Test
  void sameSeedSameVerdictAndAnotherSeedAnotherOne() {
    assertThat(of(200, 1).decidedBy()).isEqualTo(of(200, 1).decidedBy());
    assertThat(of(200, 2).decidedBy()).isNotEqualTo(of(200, 1).decidedBy());
  }

  @Test
  void aScenarioLiesOverEveryFuture() {
    Verdict verdict = Verdict.of(ring(), ScenarioChoice.of("no-money"), 200, 1, Optional.empty());
    assertThat(verdict.share(Outcome.STALLS)).isEqualTo(1);
  }

  @Test
  void whatFitsSeveralOutcomesIsUnclear() {
    Folder folder =
        folder()
            .with(
                "models/ring/verdict.csv",
                """
                outcome,group,measure,name,from,to,over,test,than
                takes_off,a,last,drive,,,,>=,0
                glides,a,last,drive,,,,>=,0
                stalls,a,last,drive,,,,<,0
                """);
    Verdict verdict =
        Verdict.of(folder.open("ring"), ScenarioChoice.base(), 50, 1, Optional.empty());
    assertThat(verdict.share(Outcome.UNCLEAR)).isEqualTo(1);
  }

  @Test
  void aReadersOwnThresholdsTakeThePlaceOfTheModels() {
    Folder folder =
        folder()
            .with(
                "mine.csv",
                """
                outcome,group,measure,name,from,to,over,test,than
                takes_off,a,mean,drive,2027Q1,2027Q4,,>=,0.5
                glides,a,last,drive,,,,<,0.5
                stalls,a,failed,alpha,,,,>=,2
                """);
    Verdict verdict =
        Verdict.of(
            folder.open("ring"),
            ScenarioChoice.base(),
            50,
            1,
            Optional.of(root.resolve("mine.csv").toString()));
    // Users pay 5 of 10 whatever is drawn.
    assertThat(verdict.share(Outcome.TAKES_OFF)).isEqualTo(1);
  }

  @Test
  void everyFaultyCellOfATableIsNamed() {
    Folder folder =
        folder()
            .with(
                "models/ring/verdict.csv",
                """
                outcome,group,measure,name,from,to,over,test,than
                flies,a,last,drive,,,,>=,0
                glides,a,middle,drive,,,,>=,0
                stalls,a,last,driv,2040Q1,,,>,much
                """);
    Failure failure =
        catchThrowableOfType(
            Failure.class,
            () -> Verdict.of(folder.open("ring"), ScenarioChoice.base(), 5, 1, Optional.empty()));
    assertThat(Folder.codes(failure)).containsOnly("E0646");
    assertThat(failure.findings())
        .extracting(f -> f.values().get("said"))
        .contains("flies", "middle", "driv", "2040Q1", ">", "much");
  }

  @Test
  void anOutcomeThatIsNotDefinedIsMissed() {
    Folder folder =
        folder()
            .with(
                "models/ring/verdict.csv",
                """
                outcome,group,measure,name,from,to,over,test,than
                glides,a,last,drive,,,,>=,0
                """);
    Failure failure =
        catchThrowableOfType(
            Failure.class,
            () -> Verdict.of(folder.open("ring"), ScenarioChoice.base(), 5, 1, Optional.empty()));
    assertThat(failure.findings())
        .extracting(f -> f.values().get("said"))
        .containsExactly("takes_off", "stalls");
  }

  @Test
  void drawsOutOfBoundsAndModelsWithoutATableOrWithoutDoubtAreRefused() {
    assertThat(codes(ring(), 0)).containsExactly("E0650");
    assertThat(codes(ring(), 1_000_001)).containsExactly("E0650");
    OpenModel sim = new ModelOpener(Folder.SHIPPED).open("sim");
    assertThat(codes(sim, 10)).containsExactly("E0645");
  }

  @Test
  void theShippedModelsThresholdsAreSound() {
    OpenModel shipped = new ModelOpener(Folder.SHIPPED).open("ai-loop");
    Verdict verdict = Verdict.of(shipped, ScenarioChoice.base(), 64, 1, Optional.empty());
    assertThat(verdict.counts().values().stream().mapToInt(n -> n).sum()).isEqualTo(64);
    assertThat(verdict.broken()).isZero();
  }

  private static List<String> codes(OpenModel opened, int draws) {
    return Folder.codes(
        catchThrowableOfType(
            Failure.class,
            () -> Verdict.of(opened, ScenarioChoice.base(), draws, 1, Optional.empty())));
  }

  private Folder folder() {
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

  private OpenModel ring() {
    return folder().open("ring");
  }

  private Verdict of(int draws, long seed) {
    return Verdict.of(ring(), ScenarioChoice.base(), draws, seed, Optional.empty());
  }
}
