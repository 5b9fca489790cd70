package org.tiyun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiyun.view.text.Columns;

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

  private void table(String name, String text) throws IOException {
    Files.createDirectories(home.resolve("models/twin"));
    Files.writeString(home.resolve("models/twin").resolve(name), text);
  }

  private static void refused(Typed typed, String... said) {
    assertThat(typed.code()).isNotZero();
    assertThat(typed.out()).isEmpty();
    assertThat(typed.err()).contains(said).doesNotContain("\tat ", "E0199");
  }

  @Test
  void withoutACorrespondenceItIsSaidWhatIsMissing() {
    Typed typed = Typed.at(home, Map.of("LANG", "en_US.UTF-8"), "twin", "quick", "slow");
    refused(typed, "E0699", "models/twin/twin.csv", "clock");
  }

  @Test
  void aFileThatIsNoTableIsSaidWithItsLine() throws IOException {
    refused(twin(CLOCK + "debt,level,x\n", "quick", "slow"), "E0697", "twin.csv:3");
    refused(twin(CLOCK + "\"debt,level\n", "quick", "slow"), "E0697", "twin.csv:3");
    refused(twin("", "quick", "slow"), "E0685", "`clock`", "models/twin/twin.csv");
  }

  @Test
  void aRowThatStandsTwiceAndAReasonThatIsNoneAreSaid() throws IOException {
    refused(twin(CLOCK + CLOCK, "quick", "slow"), "E0695", "`clock`", "twin.csv:3");
    table(
        "twin.csv",
        "id,as,quick,slow,en,zh,reason,fails_en,fails_zh\nclock,level,x,x,x,x,weather,x,x\n");
    Typed typed = Typed.at(home, Map.of("LANG", "en_US.UTF-8"), "twin", "quick", "slow");
    refused(typed, "E0693", "`weather`", "twin.csv:2", "decay");
  }

  @Test
  void aBrakeThatOneModelLacksIsNamedWithItsRow() throws IOException {
    Path file = home.resolve("models/quick/scenarios/stop.tiyun");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "scenario stop of quick\nset rate = 0\n");
    table("brakes.csv", "id,quick,slow,falls,en,zh\nbrake,stop,halt,,stop,停\n");
    refused(twin(CLOCK, "quick", "slow"), "E0694", "`halt`", "slow", "brakes.csv:2");
    // A blank cell is an answer: that model has no such brake.
    table("brakes.csv", "id,quick,slow,falls,en,zh\nbrake,stop,,,stop,停\n");
    Typed typed = twin(CLOCK, "quick", "slow", "--draws", "0");
    assertThat(typed.code()).as(typed.err()).isZero();
    assertThat(typed.out()).containsPattern("scenario +stop +–");
    table("brakes.csv", "id,quick,en,zh\nbrake,stop,stop,停\n");
    refused(twin(CLOCK, "quick", "slow"), "E0685", "`slow`", "brakes.csv:2");
  }

  @Test
  void whatAMachineCannotBeGivenIsSaidWithItsRow() throws IOException {
    table("crossings.csv", "id,model,settings,en,zh\ngift,quick,speed=2,faster,更快\n");
    refused(twin(CLOCK, "quick", "slow"), "E0698", "`speed=2`", "crossings.csv:2", "E0103");
  }

  @Test
  void aRoleThatDoesNotFitIsSaidWithItsRow() throws IOException {
    String head =
        "id,as,x,y,en,zh,quick,quick_en,quick_zh,quick_map_en,quick_map_zh,"
            + "slow,slow_en,slow_zh,slow_map_en,slow_map_zh\n";
    String payer = "payer,end_users,0.1,0.2,p,p,,a,a,a,a,,b,b,b,b\n";
    table("roles.csv", head + payer.replace("end_users", "hero"));
    refused(twin(CLOCK, "quick", "slow"), "E0690", "`hero`", "roles.csv:2");
    table("roles.csv", head + payer + payer);
    refused(twin(CLOCK, "quick", "slow"), "E0691", "`payer`", "roles.csv:3");
    table("roles.csv", head + payer.replace("p,p,,", "p,p,nobody,"));
    refused(twin(CLOCK, "quick", "slow"), "E0686", "`nobody`", "roles.csv:2");
    Files.writeString(home.resolve("models/quick/study.csv"), "role,name\nwizard,x\n");
    table("roles.csv", head + payer);
    refused(twin(CLOCK, "quick", "slow"), "E0640", "`wizard`", "study.csv:2");
  }

  @Test
  void aChosenZeroIsCalledChosen() throws IOException {
    Typed typed = twin(CLOCK, "quick", "slow", "--zero", "slow=3", "--draws", "0");
    assertThat(typed.out()).containsPattern("slow@\\S+ +year 0 = 3, as chosen");
    assertThat(typed.out()).containsPattern("quick@\\S+ +year 0 = \\d+ ");
  }

  @Test
  void mapsNeedRoles() throws IOException {
    refused(twin(CLOCK, "quick", "slow", "--svg"), "E0696", "roles.csv");
  }

  @Test
  void theAnswerSaysFirstWhereTheLikenessHolds() throws IOException {
    String rows = "same,level,x,x,x,grows,长,,,,,size,大小,,\nlost,share,,x,x,gone,没了,,,,,size,大小,,\n";
    Typed typed = twin(CLOCK + rows, "quick", "slow", "--draws", "0");
    String out = typed.out();
    assertThat(out.indexOf("Likeness of quick and slow"))
        .isBetween(0, out.indexOf("Paths by year"));
    assertThat(out).containsPattern("It holds in 2,[^:]*: money; grows");
    assertThat(out).contains("Not to be compared, in 1: gone");
  }

  @Test
  void noLineOfTheShippedMachinesIsWiderThanATerminal() {
    for (String lang : java.util.List.of("en", "zh")) {
      Typed typed =
          Typed.command(
              "twin", "ai-loop", "chengtou", "telecom-2000", "--draws", "6", "--lang", lang);
      assertThat(typed.code()).as(typed.err()).isZero();
      assertThat(typed.out().lines())
          .allSatisfy(line -> assertThat(Columns.of(line)).as(line).isLessThanOrEqualTo(100));
      // Small numbers are written for people.
      assertThat(typed.out()).doesNotContainPattern("\\de-\\d");
    }
  }

  @Test
  void theMapsAreOnePictureOfAllMachines() {
    Typed typed = Typed.command("twin", "ai-loop", "chengtou", "--svg");
    assertThat(typed.code()).as(typed.err()).isZero();
    assertThat(typed.out()).startsWith("<svg ").endsWith("</svg>\n");
    // Six maps: two machines at three moments, and a sponsor in each.
    assertThat(typed.out().split("data-party=\"sponsor\"", -1)).hasSize(7);
  }
}
