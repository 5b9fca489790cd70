package org.tiyun.study.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tiyun.engine.Engine;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Run;
import org.tiyun.engine.RunRequest;
import org.tiyun.study.open.Home;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.roles.RolesFile;

/** The fast reading of a year says what the slow one says, which shows what it is made of. */
class CircleYearTest {
  @Test
  void ofTheCircleBothReadingsAgree() {
    for (String name : List.of("ai-loop", "chengtou", "telecom-2000")) {
      OpenModel opened = new ModelOpener(new Home(Path.of(".."))).open(name);
      CircleBook book = CircleBook.of(RolesFile.of(opened));
      Run run = Engine.run(Plan.of(opened.model()), RunRequest.base().seed(1));
      int all = run.periods();
      for (int period : new int[] {1, 3, all / 2, all - 5, all}) {
        YearOf slow = new YearOf(run, book, period);
        CircleYear fast =
            new CircleYear(book, run.values(), i -> run.inputs()[i][period], period, all);
        for (Quantity quantity :
            List.of(
                Quantity.END_USER_SHARE,
                Quantity.CIRCULAR_SHARE,
                Quantity.EXTERNAL_DRIVE,
                Quantity.LOOP_GAIN,
                Quantity.BACKLOG_QUALITY)) {
          Figure figure = slow.of(quantity).get("");
          double found = fast.of(quantity, book.members(""));
          if (figure == null) {
            assertThat(Double.isFinite(found)).as(name + quantity).isFalse();
          } else {
            assertThat(found).as(name + " " + quantity).isCloseTo(figure.value(), within(1e-9));
          }
        }
      }
    }
  }

  @Test
  void ofOneFirmTheyAgreeToo() {
    for (String name : List.of("ai-loop", "chengtou", "telecom-2000")) {
      OpenModel opened = new ModelOpener(new Home(Path.of(".."))).open(name);
      CircleBook book = CircleBook.of(RolesFile.of(opened));
      Run run = Engine.run(Plan.of(opened.model()), RunRequest.base().seed(1));
      int period = run.periods() / 2;
      YearOf slow = new YearOf(run, book, period);
      CircleYear fast =
          new CircleYear(book, run.values(), i -> run.inputs()[i][period], period, run.periods());
      for (Quantity quantity :
          List.of(
              Quantity.END_USER_SHARE,
              Quantity.RUNWAY,
              Quantity.REFINANCING_DEPENDENCE,
              Quantity.LOCK_IN,
              Quantity.BELIEF_SHARE)) {
        Map<String, Figure> figures = slow.of(quantity);
        for (int i = 0; i < book.firms.length; i++) {
          Figure figure = figures.get(book.name(book.firms[i]));
          double found = fast.of(quantity, new int[] {i});
          if (figure == null) {
            assertThat(Double.isFinite(found)).as(name + quantity + i).isFalse();
          } else {
            assertThat(found).as(name + " " + quantity).isCloseTo(figure.value(), within(1e-9));
          }
        }
      }
    }
  }
}
