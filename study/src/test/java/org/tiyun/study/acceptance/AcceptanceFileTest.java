package org.tiyun.study.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tiyun.study.open.Home;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.words.Failure;

/** Tests that stand beside a model as data: what they measure, and what is said of faulty ones. */
class AcceptanceFileTest {
  private static final String HEAD =
      "test,kind,figure,scenario,settings,measure,subject,series,from,to,low,high,basis\n";

  /** x doubles each year from 1 in period 0; the event comes when it first passes 5. */
  private static final String MODEL =
      """
      model m "m"
      step year
      horizon 2001..2006
      sector a, b
      claim money issued by b
      flow f : b -> a = 1
      x = 2 * x(-1)
      initial x = 1
      event high when x > 5 amount x
      """;

  @TempDir Path folder;

  private AcceptanceResult of(String rows) throws IOException {
    Files.writeString(folder.resolve("m.tiyun"), MODEL);
    Files.writeString(folder.resolve("acceptance.csv"), HEAD + rows);
    return Acceptance.of(
        new ModelOpener(new Home(folder)).open(folder.resolve("m.tiyun").toString()), 1);
  }

  @ParameterizedTest
  @CsvSource({
    "value,x,,2003,8",
    "sum,x,2001,2003,14",
    "mean,x,2001,2002,3",
    "change,x,2001,2003,6",
    "ratio,x,2001,2004,8",
    "events,high,2001,2006,1",
    "struck,high,2001,2006,1",
    "first,high,2001,2006,2003"
  })
  void measuresAreWhatTheySay(
      String measure, String subject, String from, String to, double expected) throws IOException {
    String first = from == null ? "" : from;
    AcceptanceResult result =
        of("t,blind,fig,,," + measure + "," + subject + ",," + first + "," + to + ",,,\n");
    assertThat(result.tests().get(0).figures().get(0).value()).isEqualTo(expected);
  }

  @Test
  void aBoundMayBeAnEarlierFigureAndHalfKeptIsPartly() throws IOException {
    AcceptanceResult result =
        of(
            """
            t,blind,a,,,value,x,,,2001,,,
            t,blind,b,,,value,x,,,2002,,a,
            t,blind,c,,,value,x,,,2002,a,,
            """);
    AcceptanceResult.Test test = result.tests().get(0);
    assertThat(test.holds()).isEqualTo(AcceptanceResult.Holds.PARTLY);
    assertThat(test.figures().get(1).shortBy()).isEqualTo(2);
    assertThat(test.figures().get(2).kept()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "t,blind,a,,,guess,x,,,2001,,, | E0671",
        "t,sighted,a,,,value,x,,,2001,,, | E0671",
        "t,blind,a,,,value,y,,,2001,,, | E0672",
        "t,blind,a,,,events,x,,2001,2002,,, | E0672",
        "t,blind,a,,,value,x,,,2011,,, | E0673",
        "t,blind,a,,,sum,x,,,2001,,, | E0673",
        "t,blind,a,,,error,x,e/m,2001,2002,,, | E0674",
        "t,blind,a,,,value,x,,,2001,much,, | E0675",
        "t,blind,a,none,,value,x,,,2001,,, | E0608"
      })
  void aFaultyRowIsToldWithItsCode(String row, String code) {
    Failure failure = catchThrowableOfType(Failure.class, () -> of(row + "\n"));
    assertThat(failure.findings().get(0).code()).isEqualTo(code);
  }

  @Test
  void aModelWithoutTestsSaysSo() throws IOException {
    Files.writeString(folder.resolve("m.tiyun"), MODEL);
    Failure failure =
        catchThrowableOfType(
            Failure.class,
            () ->
                Acceptance.of(
                    new ModelOpener(new Home(folder)).open(folder.resolve("m.tiyun").toString()),
                    1));
    assertThat(failure.findings().get(0).code()).isEqualTo("E0670");
  }
}
