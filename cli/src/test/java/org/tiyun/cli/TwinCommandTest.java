package org.tiyun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tiyun twin} with machines and correspondences that do not fit, in a folder of its own. */
class TwinCommandTest {
  private static final String HEAD =
      "id,as,quick,slow,falls,en,zh,unit_en,unit_zh,role_en,role_zh,fails_en,fails_zh,"
          + "because_en,because_zh\n";
  private static final String CLOCK = "clock,level,x,x,x,money,钱,,,,,size,大小,,\n";

  @TempDir Path home;

  @BeforeEach
  void machines() throws IOException {
    model("quick", "quarter", "0.1", "bn USD");
    model("slow", "year", "0.2", "bn CNY");
    model("falls", "year", "-0.2", "bn CNY");
  }

  private void model(String id, String step, String rate, String unit) throws IOException {
    Path file = home.resolve("models").resolve(id).resolve(id + ".tiyun");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        model %s "x"
        step %s
        horizon 12
        param rate = %s
        x = x(-1) * (1 + rate) unit "%s"
        initial x = 4
        """
            .formatted(id, step, rate, unit));
  }

  private Typed twin(String rows, String... arguments) throws IOException {
    Path table = home.resolve("models/twin/twin.csv");
    Files.createDirectories(table.getParent());
    Files.writeString(table, HEAD + rows);
    String[] all = new String[arguments.length + 1];
    all[0] = "twin";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Typed.at(home, Map.of("LANG", "en_US.UTF-8"), all);
  }

  @Test
  void aQuantityThatOneModelLacksIsNamedWithItsRowAndCell() throws IOException {
    String row = "debt,level,x,owed,x,debt,债务,,,,,size,大小,,\n";
    Typed typed = twin(CLOCK + row, "quick", "slow");
    assertThat(typed.code()).isNotZero();
    assertThat(typed.err()).contains("E0686", "`owed`", "slow", "twin.csv").doesNotContain("\tat ");
    // What nothing in the model stands for is said with the role that is missing.
    String promised = "runway,quantity,circle,circle,circle,r,r,m,m,r,r,a,b,,\n";
    typed = twin(CLOCK + promised, "quick", "slow");
    assertThat(typed.code()).isNotZero();
    assertThat(typed.err()).contains("E0689", "runway", "circle", "study.csv");
  }

  @Test
  void differentStepsCurrenciesAndUnitsMeetByARuleThatTheAnswerStates() throws IOException {
    String owed = "lost,share,x,x,x,lost,损失,,,,,size,大小,,\n";
    Typed typed = twin(CLOCK + owed, "quick", "slow", "--draws", "0");
    assertThat(typed.code()).as(typed.err()).isZero();
    assertThat(typed.out())
        .contains("(quarters; ")
        .contains("(years; ")
        .contains("Steps differ: the machines meet at whole years only")
        .contains("Levels are shares of year 0, so currencies and sizes drop out")
        .contains("in units of their own (quick bn USD, slow bn CNY): compare direction, not size");
    // No ranges are promised where there are no draws.
    assertThat(typed.out()).doesNotContain("of 0 draws");
  }

  @Test
  void aClockEventThatNeverHappensIsSaidWithTheWayOut() throws IOException {
    Typed typed = twin(CLOCK, "quick", "falls");
    assertThat(typed.code()).isNotZero();
    assertThat(typed.err()).contains("E0687", "never grows", "--zero falls=PERIOD");
    assertThat(twin(CLOCK, "quick", "falls", "--zero", "falls=3", "--draws", "0").code()).isZero();
    typed = twin(CLOCK, "quick", "falls", "--zero", "falls=99");
    assertThat(typed.code()).isNotZero();
    assertThat(typed.err()).contains("E0688", "`99`");
  }

  @Test
  void anotherNumberOfThreadsThanOneOrMoreIsRefused() throws IOException {
    Typed typed = twin(CLOCK, "quick", "slow", "--threads", "0");
    assertThat(typed.code()).isNotZero();
    assertThat(typed.err()).contains("E0113", "--threads");
  }
}
