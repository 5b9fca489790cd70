package org.tiyun.study.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Run;
import org.tiyun.language.Language;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.ModelTables;
import org.tiyun.study.matrix.SectorMatrix.Cell;
import org.tiyun.study.matrix.SectorMatrix.Kind;
import org.tiyun.study.open.Home;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.run.ModelRun;
import org.tiyun.study.run.ScenarioChoice;
import org.tiyun.words.Failure;

/** Matrices of models: the book's numbers, then what must hold of every one. */
class SectorMatrixTest {
  private static OpenModel open(String name) {
    return new ModelOpener(new Home(Path.of("").toAbsolutePath().getParent())).open(name);
  }

  private static Run run(String name, Optional<String> until) {
    OpenModel opened = open(name);
    return ModelRun.of(opened, Plan.of(opened.model()), ScenarioChoice.base(), until, 1).run();
  }

  private static double amount(SectorMatrix matrix, String row, String sector) {
    int at = matrix.sectors().indexOf(sector);
    return matrix.rows().stream()
        .filter(r -> r.name().equals(row))
        .mapToDouble(r -> r.cells().get(at).amount())
        .sum();
  }

  @Test
  void simIsTheBooksTable() {
    // Godley and Lavoie 2007, table 3.4: the second and third year of their run, with period 1 as
    // the first year of spending here.
    Run run = run("sim", Optional.of("3"));
    SectorMatrix first = SectorMatrix.flows(run, "1");
    assertThat(amount(first, "Ts", "government")).isCloseTo(7.7, within(0.05));
    assertThat(amount(first, "WB", "households")).isCloseTo(38.5, within(0.05));
    assertThat(amount(first, "Cs", "households")).isCloseTo(-18.5, within(0.05));
    assertThat(amount(first, "money", "households")).isCloseTo(-12.3, within(0.05));
    SectorMatrix second = SectorMatrix.flows(run, "2");
    assertThat(amount(second, "Ts", "government")).isCloseTo(9.6, within(0.05));
    assertThat(amount(second, "WB", "households")).isCloseTo(47.9, within(0.05));
    assertThat(amount(second, "Cs", "households")).isCloseTo(-27.9, within(0.05));
    assertThat(amount(second, "money", "households")).isCloseTo(-10.4, within(0.05));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sim", "pc", "bmw", "ai-loop"})
  void everyRowAndColumnSumsToZero(String name) {
    Run run = run(name, Optional.empty());
    for (int period : new int[] {1, 2, run.periods()}) {
      String label = run.model().calendar().label(period);
      for (SectorMatrix matrix :
          new SectorMatrix[] {SectorMatrix.flows(run, label), SectorMatrix.balance(run, label)}) {
        double largest =
            matrix.rows().stream()
                .flatMap(r -> r.cells().stream())
                .mapToDouble(c -> Math.abs(c.amount()))
                .max()
                .orElseThrow();
        assertThat(matrix.sums())
            .allSatisfy(s -> assertThat(s).isCloseTo(0, within(1e-9 * largest)));
        assertThat(matrix.rows())
            .filteredOn(r -> r.kind() != Kind.WORTH || name.equals("sim"))
            .allSatisfy(r -> assertThat(r.sum()).as(r.name()).isCloseTo(0, within(1e-9 * largest)));
      }
    }
  }

  @Test
  void changesOfClaimsLeadFromOneBalanceSheetToTheNext() {
    Run run = run("pc", Optional.empty());
    SectorMatrix before = SectorMatrix.balance(run, "9");
    SectorMatrix flows = SectorMatrix.flows(run, "10");
    SectorMatrix after = SectorMatrix.balance(run, "10");
    for (String claim : new String[] {"money", "bills"}) {
      for (String sector : before.sectors()) {
        assertThat(amount(after, claim, sector))
            .isCloseTo(amount(before, claim, sector) - amount(flows, claim, sector), within(1e-9));
      }
    }
  }

  @Test
  void signsTellHoldersFromIssuersAndPayersFromPayees() {
    CheckedModel model =
        Language.check(
                "m",
                Map.of(
                    "m",
                    """
                    model m
                    sector bank, lenders
                    set firm = {a, b}
                    sector each firm
                    claim money issued by bank
                    claim debt[f in firm] issued by f
                    flow draw[f in firm] : lenders -> f for debt[f] = 2
                    flow trade[f in firm, g in firm] : f -> g = 1
                    """
                        .replace("[f in firm, g in firm]", "[(f, g) in pair]")
                        .replace(
                            "sector bank",
                            "relation pair(firm, firm) = {(a, b), (b, a)}\nsector bank")),
                ModelTables.none())
            .result()
            .orElseThrow();
    SectorMatrix matrix = SectorMatrix.flows(model);
    assertThat(matrix.rows())
        .extracting(r -> r.kind() + " " + r.name())
        .containsExactly("FLOW trade", "CHANGE money", "CHANGE debt");
    int lenders = matrix.sectors().indexOf("lenders");
    int a = matrix.sectors().indexOf("a");
    assertThat(matrix.rows().get(0).cells().get(a)).isEqualTo(new Cell(true, true, 0));
    assertThat(matrix.rows().get(2).cells().get(lenders)).isEqualTo(new Cell(false, true, 0));
    assertThat(matrix.rows().get(2).cells().get(a)).isEqualTo(new Cell(true, false, 0));
    SectorMatrix balance = SectorMatrix.balance(model);
    assertThat(balance.rows().get(1).cells().get(a)).isEqualTo(new Cell(false, true, 0));
    assertThat(balance.rows().get(1).cells().get(lenders)).isEqualTo(new Cell(true, false, 0));
  }

  @Test
  void aModelOfEquationsAloneHasNone() {
    CheckedModel model =
        Language.check("m", Map.of("m", "model m\nx = 1"), ModelTables.none()).result().get();
    assertThatThrownBy(() -> SectorMatrix.flows(model))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.findings().getFirst().code()).isEqualTo("E0289"));
  }

  @Test
  void aPeriodThatWasNotSolvedIsNone() {
    Run run = run("sim", Optional.of("3"));
    for (String label : new String[] {"0", "4", "x"}) {
      assertThatThrownBy(() -> SectorMatrix.flows(run, label))
          .isInstanceOfSatisfying(
              Failure.class, f -> assertThat(f.findings().getFirst().code()).isEqualTo("E0104"));
    }
    assertThat(SectorMatrix.balance(run, "0").sums()).containsOnly(0.0);
  }
}
