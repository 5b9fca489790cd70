package org.tiyun.study.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiyun.study.open.Home;
import org.tiyun.words.Failure;

/** Machines on one clock: what is compared is comparable, and what does not fit is said. */
class TwinTest {
  private static final String MODEL =
      "model %s \"x\"\n"
          + "step %s\n"
          + "horizon 12\n"
          + "param rate = %s\n"
          + "x = x(-1) * (1 + rate)\n"
          + "initial x = %s\n";
  private static final String HEAD = "id,as,grows,other,en,zh,fails_en,fails_zh\n";

  private static Home home(Path root, String rows) throws IOException {
    model(root, "grows", "quarter", "0.1", "4");
    model(root, "other", "year", "0.2", "700");
    model(root, "shrinks", "year", "-0.2", "1");
    Files.createDirectories(root.resolve("models/twin"));
    Files.writeString(root.resolve("models/twin/twin.csv"), HEAD + rows);
    Files.writeString(
        root.resolve("models/twin/crossings.csv"),
        "id,model,settings,en,zh\nfaster,grows,rate=0.2,faster,更快\nabsent,nobody,rate=0,x,x\n");
    return new Home(root);
  }

  private static void model(Path root, String id, String step, String rate, String start)
      throws IOException {
    Path folder = Files.createDirectories(root.resolve("models").resolve(id));
    Files.writeString(folder.resolve(id + ".tiyun"), MODEL.formatted(id, step, rate, start));
  }

  @Test
  void levelsOfDifferentStepsAndSizesMeetInYearZero(@TempDir Path root) throws IOException {
    Home home = home(root, "clock,level,x,x,money,钱,size,大小\n");
    TwinResult twin =
        Twin.of(home, List.of("grows", "other"), Map.of("grows", "4", "other", "2"), 1);
    assertThat(twin.years()).containsExactly(-1, 0, 1, 2);
    TwinResult.Quantity money = twin.quantities().get(0);
    // A quarterly model grows 1.1^4 a year, a yearly one 1.2; both are 1 in year 0.
    assertThat(money.values().get(0)[1]).isEqualTo(1);
    assertThat(money.values().get(0)[2]).isCloseTo(Math.pow(1.1, 4), offset());
    assertThat(money.values().get(1)[3]).isCloseTo(1.44, offset());
    assertThat(money.likeness()).isEqualTo(Likeness.SAME);
    assertThat(twin.crossings()).hasSize(1);
    assertThat(twin.crossings().get(0).effects().get("clock").value())
        .isCloseTo(Math.pow(1.2 / 1.1, 12), offset());
  }

  @Test
  void whatDoesNotFitIsSaidWithItsRow(@TempDir Path root) throws IOException {
    refused(home(root, "clock,level,x,y,money,钱,a,b\n"), "other", Map.of(), "E0686");
    refused(home(root, "clock,level,x,,money,钱,a,b\n"), "other", Map.of(), "E0685");
    refused(home(root, "clock,size,x,x,money,钱,a,b\n"), "other", Map.of(), "E0685");
    refused(home(root, "money,level,x,x,money,钱,a,b\n"), "other", Map.of(), "E0685");
    refused(home(root, "clock,level,x,x,money,钱,a,b\n"), "shrinks", Map.of(), "E0685");
    Home sound = home(root, "clock,level,x,x,money,钱,a,b\n");
    refused(sound, "other", Map.of("other", "99"), "E0688");
    refused(sound, "other", Map.of("third", "2"), "E0688");
  }

  @Test
  void aClockWhoseEventNeverHappensIsSaid(@TempDir Path root) throws IOException {
    Home home = home(root, "");
    Files.writeString(
        root.resolve("models/twin/twin.csv"),
        "id,as,grows,shrinks,en,zh,fails_en,fails_zh\nclock,level,x,x,money,钱,a,b\n");
    refused(home, "shrinks", Map.of(), "E0687");
  }

  @Test
  void aQuantityThatAModelLacksIsSaid(@TempDir Path root) throws IOException {
    String head =
        "id,as,grows,other,en,zh,unit_en,unit_zh,role_en,role_zh,fails_en,fails_zh,because_en,because_zh\n"
            + "clock,level,x,x,money,钱,,,,,a,b,,\n";
    Home home = home(root, "");
    Path table = root.resolve("models/twin/twin.csv");
    // Promised, and nothing in the model plays the part.
    Files.writeString(table, head + "runway,quantity,circle,circle,r,r,m,m,r,r,a,b,,\n");
    refused(home, "other", Map.of(), "E0689");
    // Left out without a word.
    Files.writeString(table, head + "runway,quantity,,,r,r,m,m,r,r,a,b,,\n");
    refused(home, "other", Map.of(), "E0685");
    // None of the eighteen.
    Files.writeString(table, head + "speed,quantity,,,r,r,m,m,r,r,a,b,,\n");
    refused(home, "other", Map.of(), "E0654");
    Files.writeString(
        table,
        head
            + "runway,quantity,,,r,r,m,m,r,r,a,b,grows: no firms | other: none,grows: 无 | other:"
            + " 无\n");
    TwinResult twin =
        Twin.of(home, List.of("grows", "other"), Map.of("grows", "4", "other", "2"), 1);
    assertThat(twin.eighteen().get(0).of().get(0).defined()).isFalse();
    assertThat(twin.eighteen().get(0).of().get(0).because().en()).isEqualTo("no firms");
  }

  @Test
  void allEighteenStandSideBySideOrSayWhyNot() {
    TwinResult twin =
        Twin.of(
            new Home(Path.of("..")),
            List.of("ai-loop", "chengtou", "telecom-2000"),
            Map.of(),
            1,
            6,
            1);
    assertThat(twin.eighteen())
        .extracting(TwinResult.Eighteenth::quantity)
        .containsExactly(org.tiyun.study.quantity.Quantity.values());
    for (TwinResult.Eighteenth each : twin.eighteen()) {
      for (TwinResult.Measured measured : each.of()) {
        if (measured.defined()) {
          assertThat(measured.range().orElseThrow().draws()).isEqualTo(6);
        } else {
          assertThat(measured.because().en()).isNotBlank();
          assertThat(measured.because().zh()).isNotBlank();
        }
      }
    }
  }

  @Test
  void theShippedMachinesRunSideBySide() {
    TwinResult twin =
        Twin.of(new Home(Path.of("..")), List.of("ai-loop", "telecom-2000"), Map.of(), 1);
    assertThat(twin.years()).contains(0);
    for (TwinResult.Quantity quantity : twin.quantities()) {
      for (double[] values : quantity.values()) {
        assertThat(values).as(quantity.id()).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
      }
    }
    assertThat(twin.brakes()).isNotEmpty();
    assertThat(twin.crossings()).extracting(TwinResult.Crossing::model).contains("ai-loop");
  }

  private static void refused(Home home, String second, Map<String, String> zeros, String code) {
    assertThatThrownBy(() -> Twin.of(home, List.of("grows", second), zeros, 1))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.findings().get(0).code()).isEqualTo(code));
  }

  private static org.assertj.core.data.Offset<Double> offset() {
    return org.assertj.core.api.Assertions.within(1e-12);
  }
}
