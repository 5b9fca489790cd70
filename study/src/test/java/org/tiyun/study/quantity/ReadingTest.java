package org.tiyun.study.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tiyun.engine.Engine;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Run;
import org.tiyun.engine.RunRequest;
import org.tiyun.study.circle.CircleBook;
import org.tiyun.study.circle.Year;
import org.tiyun.study.open.Home;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.roles.RolesFile;

/** What is explained is the number that ensembles read, and its parts add up to it. */
class ReadingTest {
  private static final List<Quantity> OF_FIRMS =
      List.of(
          Quantity.END_USER_SHARE,
          Quantity.RUNWAY,
          Quantity.REFINANCING_DEPENDENCE,
          Quantity.LOCK_IN,
          Quantity.BELIEF_SHARE);

  private static final List<Quantity> OF_THE_CIRCLE =
      List.of(
          Quantity.END_USER_SHARE,
          Quantity.CIRCULAR_SHARE,
          Quantity.EXTERNAL_DRIVE,
          Quantity.LOOP_GAIN,
          Quantity.BACKLOG_QUALITY);

  @Test
  void theNumberIsTheSameWithAndWithoutExplanation() {
    for (String name : List.of("ai-loop", "chengtou", "telecom-2000")) {
      OpenModel opened = new ModelOpener(new Home(Path.of(".."))).open(name);
      CircleBook book = CircleBook.of(RolesFile.of(opened));
      Run run = Engine.run(Plan.of(opened.model()), RunRequest.base().seed(1));
      int all = run.periods();
      for (int period : new int[] {1, 3, all / 2, all - 5, all}) {
        Year year = Year.of(book, run, period);
        for (Quantity quantity : OF_THE_CIRCLE) {
          same(quantity.explained(year).get(""), quantity.of(year, book.all()), name + quantity);
        }
        for (Quantity quantity : OF_FIRMS) {
          Map<String, Figure> figures = quantity.explained(year);
          for (int i = 0; i < book.firms().size(); i++) {
            Figure figure = figures.get(book.firms().get(i).name());
            same(figure, quantity.of(year, new int[] {i}), name + quantity + i);
          }
        }
      }
    }
  }

  private static void same(Figure figure, double number, String what) {
    if (figure == null) {
      assertThat(Double.isFinite(number)).as(what).isFalse();
    } else {
      assertThat(number).as(what).isEqualTo(figure.value());
    }
  }

  @Test
  void sumsAreTheSumsOfTheirParts() {
    OpenModel opened = new ModelOpener(new Home(Path.of(".."))).open("chengtou");
    CircleBook book = CircleBook.of(RolesFile.of(opened));
    Run run = Engine.run(Plan.of(opened.model()), RunRequest.base().seed(1));
    Year year = Year.of(book, run, run.periods() / 2);
    Figure figure =
        Quantity.REFINANCING_DEPENDENCE.explained(year).get("lgfv_weak").of().stream()
            .filter(f -> f.what().equals("principal"))
            .findFirst()
            .orElseThrow();
    assertThat(figure.value()).isPositive();
    double parts = figure.of().stream().mapToDouble(Figure::value).sum();
    assertThat(parts)
        .isCloseTo(figure.value(), org.assertj.core.data.Percentage.withPercentage(1e-9));
  }

  @Test
  void whatARunShowsYearByYearIsSaidInOnePlace() {
    for (Quantity quantity : Quantity.values()) {
      boolean solved =
          switch (quantity) {
            case MINIMUM_EXTERNAL_REVENUE,
                STALL_SPEED,
                TIME_TO_FIRST_FAILURE,
                CASCADE_LOSS,
                KEYSTONE,
                BACKSTOP_BILL,
                LOOP_DOMINANCE ->
                true;
            default -> false;
          };
      assertThat(quantity.overTime()).as(quantity.word()).isEqualTo(!solved);
    }
  }
}
