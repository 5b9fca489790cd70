package org.tiyun.study.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiyun.study.open.Home;

/** Payments between roles: counted once, the way the money goes, and without what closes books. */
class RoleFlowsTest {
  private static final String MODEL =
      """
      model barter "x"
      step quarter
      horizon 12
      sector seller, maker, helper, saver, world
      claim money issued by world
      x = x(-1) * 1.1
      initial x = 1
      flow sale : maker -> seller = 2
      flow among : maker -> helper = 1
      flow funds : saver -> maker = 3
      // What is negative goes the other way.
      flow back : seller -> saver = -0.5
      flow wages : world -> saver = 7
      flow spent : seller -> world = 1
      initial money[seller] = 0
      initial money[maker] = 0
      initial money[helper] = 0
      initial money[saver] = 0
      """;

  private static Home home(Path root) throws IOException {
    for (String id : List.of("barter", "other")) {
      Path file = root.resolve("models").resolve(id).resolve(id + ".tiyun");
      Files.createDirectories(file.getParent());
      Files.writeString(file, MODEL.replace("barter", id));
    }
    Path twin = Files.createDirectories(root.resolve("models/twin"));
    Files.writeString(
        twin.resolve("twin.csv"),
        "id,as,barter,other,en,zh,fails_en,fails_zh\nclock,level,x,x,x,x,x,x\n");
    Files.writeString(
        twin.resolve("roles.csv"),
        "id,as,x,y,en,zh,barter,barter_en,barter_zh,barter_map_en,barter_map_zh,"
            + "other,other_en,other_zh,other_map_en,other_map_zh\n"
            + "sponsor,inside,.5,.3,s,s,seller,s,s,s,s,seller,s,s,s,s\n"
            + "vehicle,inside,.5,.7,v,v,maker helper,v,v,v,v,maker helper,v,v,v,v\n"
            + "outside,outside,.1,.5,o,o,saver,o,o,o,o,saver,o,o,o,o\n"
            + "belief,thing,.9,.5,b,b,,b,b,b,b,,b,b,b,b\n");
    return new Home(root);
  }

  @Test
  void aYearOfPaymentsByRole(@TempDir Path root) throws IOException {
    TwinResult twin =
        Twin.of(home(root), List.of("barter", "other"), Map.of("barter", "4", "other", "4"), 1);
    assertThat(twin.maps()).extracting(TwinResult.RoleMap::year).containsExactly(0, 2);
    RoleFlows flows = twin.maps().get(0).of().get(0);
    assertThat(flows.payments())
        .containsExactly(
            new RoleFlows.Payment("outside", "vehicle", "funds", 12),
            new RoleFlows.Payment("vehicle", "sponsor", "sale", 8),
            new RoleFlows.Payment("sponsor", RoleFlows.REST, "spent", 4),
            new RoleFlows.Payment("outside", "sponsor", "back", 2));
    assertThat(flows.within()).isEqualTo(4);
    // What the saver earns in the world only closes the books.
    assertThat(flows.total()).isEqualTo(30);
    assertThat(twin.maps().get(1).periods()).containsExactly("12", "12");
  }

  @Test
  void withoutATableOfRolesThereAreNoMaps(@TempDir Path root) throws IOException {
    Home home = home(root);
    Files.delete(root.resolve("models/twin/roles.csv"));
    TwinResult twin =
        Twin.of(home, List.of("barter", "other"), Map.of("barter", "4", "other", "4"), 1);
    assertThat(twin.maps()).isEmpty();
    assertThat(twin.roles()).isEmpty();
  }
}
