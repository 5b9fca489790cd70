package org.tiyun.studio.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiyun.study.open.Home;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.view.map.MoneyMap.Category;
import org.tiyun.view.map.MoneyMap.Side;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/** How a model wishes to be shown, and what is said of a table that cannot be understood. */
class LookTest {
  @TempDir Path root;

  private Look look(String rows) throws IOException {
    Path folder = Files.createDirectories(root.resolve("models/own"));
    Files.writeString(
        folder.resolve("own.tiyun"),
        "model own \"x\"\nstep quarter\nhorizon 4\nparam a = 1\nx = a");
    Files.writeString(folder.resolve("look.csv"), "what,name,as,en,zh,x,y\n" + rows);
    return Look.read(new ModelOpener(new Home(root)).open("own"));
  }

  @Test
  void rowsAreTakenByWhatTheyAreAbout() throws IOException {
    Look look =
        look("# a remark\nslider,a,,An a,甲,,\nflow,pay,debt,,,,\nparty,p,end_users,,,.5,1\n");
    assertThat(look.sliders()).containsExactly(0);
    assertThat(look.flows()).isEqualTo(Map.of("pay", Category.DEBT));
    assertThat(look.party("p").side()).isEqualTo(Side.END_USERS);
    assertThat(look.party("p").place()).hasValueSatisfying(at -> assertThat(at).contains(.5, 1));
    assertThat(look.names().get("a").zh()).isEqualTo("甲");
  }

  @Test
  void aCellThatMeansNothingIsNamedWithItsRow() {
    Map.of(
            "flow,pay,dept,,,,", "as",
            "party,p,end users,,,,", "as",
            "party,p,,,,half,1", "x",
            "party,p,,,,0.5,50", "y")
        .forEach((row, column) -> {
          Failure failure =
              catchThrowableOfType(Failure.class, () -> look("slider,a,,,,,\n" + row + "\n"));
          Finding finding = failure.findings().get(0);
          assertThat(finding.code()).as(row).isEqualTo("E0646");
          assertThat(finding.place().toString()).as(row).contains("own/look.csv", "3", column);
        });
  }
}
