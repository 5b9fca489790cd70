package org.tiyun.view.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tiyun.study.open.Home;
import org.tiyun.study.twin.Twin;
import org.tiyun.view.Shipped;

/** Machines side by side, for programs. */
class TwinJsonTest {
  @Test
  void sameDrawsSameBytesOnAnyNumberOfThreads() {
    // More draws than one block of lanes holds, so that two threads share them.
    assertThat(answer(2)).isEqualTo(answer(1));
  }

  @Test
  void saysHowMachinesCompareAndWhatAChangeDoesOverTheDraws() {
    String json = TwinJson.of(Shipped.Few.TWIN, 1, "test");
    assertThat(json)
        .contains("\"likeness\" : \"neither\"", "\"likeness\" : \"same\"")
        .contains("\"reason\" : \"decay\"", "\"apart\" : true")
        .contains("\"often_base\"", "\"often_changed\"", "\"median\"")
        .contains("\"payer\" : \"sponsor\"", "\"within\"");
    // Two that stand still do not go the same way.
    int lost = json.indexOf("\"id\" : \"lost\"");
    assertThat(json.substring(lost, json.indexOf("where_it_fails", lost)))
        .contains("\"likeness\" : \"neither\"", "\"same_sign\" : false");
  }

  private static String answer(int threads) {
    List<String> machines = List.of("chengtou", "telecom-2000");
    return TwinJson.of(
        Twin.of(new Home(Path.of("..")), machines, Map.of(), 1, 130, threads), 1, "test");
  }
}
