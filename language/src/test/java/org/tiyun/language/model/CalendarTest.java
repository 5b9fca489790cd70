package org.tiyun.language.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.tiyun.language.model.Calendar.Step;

/** Periods and their names. */
class CalendarTest {
  private static final Calendar QUARTERS = new Calendar(Step.QUARTER, OptionalInt.of(2026 * 4), 28);

  @Test
  void quartersCountFromTheFirst() {
    assertThat(QUARTERS.label(1)).isEqualTo("2026Q1");
    assertThat(QUARTERS.label(0)).isEqualTo("2025Q4");
    assertThat(QUARTERS.label(28)).isEqualTo("2032Q4");
    assertThat(QUARTERS.period("2032Q4")).hasValue(28);
    assertThat(QUARTERS.period("2027")).hasValue(5);
    assertThat(QUARTERS.year(2)).isEqualTo(2026.25);
  }

  @Test
  void monthsAndYearsAndPlainNumbers() {
    Calendar months = new Calendar(Step.MONTH, OptionalInt.of(2026 * 12), 12);
    assertThat(months.label(3)).isEqualTo("2026-03");
    assertThat(months.period("2026-12")).hasValue(12);
    Calendar years = new Calendar(Step.YEAR, OptionalInt.of(2026), 12);
    assertThat(years.label(2)).isEqualTo("2027");
    assertThat(years.period("2030")).hasValue(5);
    Calendar plain = new Calendar(Step.PERIOD, OptionalInt.empty(), 50);
    assertThat(plain.label(7)).isEqualTo("7");
    assertThat(plain.period("7")).hasValue(7);
    assertThat(plain.year(7)).isEqualTo(7);
  }

  @Test
  void aLabelOfAnotherCalendarIsNone() {
    for (String label :
        new String[] {"2026Q5", "2026Q0", "2026-03", "Q1", "x", "", "99999999999"}) {
      assertThat(QUARTERS.period(label)).as(label).isEmpty();
    }
  }

  @Test
  void everyLabelNamesItsPeriod() {
    for (Step step : Step.values()) {
      Calendar calendar = new Calendar(step, OptionalInt.of(2020 * step.perYear()), 200);
      for (int period = 0; period <= 200; period++) {
        assertThat(calendar.period(calendar.label(period))).hasValue(period);
      }
    }
  }
}
