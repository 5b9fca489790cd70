package org.tiyun.study.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiyun.study.open.Home;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.words.Failure;

/** Roles are played by parties that the models have, and every machine says what plays them. */
class RoleTableTest {
  private static RoleTable read(Path root, String row) throws IOException {
    Path model = Files.createDirectories(root.resolve("models/barter"));
    Files.writeString(
        model.resolve("barter.tiyun"),
        "model barter \"x\"\n"
            + "step year\n"
            + "horizon 2\n"
            + "sector farm, town\n"
            + "claim money issued by town\n"
            + "flow wages : town -> farm = 1\n"
            + "initial money[farm] = 0\n");
    Path twin = Files.createDirectories(root.resolve("models/twin"));
    Files.writeString(
        twin.resolve("roles.csv"),
        "id,as,x,y,en,zh,barter,barter_en,barter_zh,barter_map_en,barter_map_zh\n" + row + "\n");
    Home home = new Home(root);
    return RoleTable.of(home, List.of(new ModelOpener(home).open("barter")));
  }

  @Test
  void aRoleHasItsPartiesAndWords(@TempDir Path root) throws IOException {
    RoleTable.Role role = read(root, payer("town farm")).roles().getFirst();
    assertThat(role.of().getFirst().sectors()).containsExactly("town", "farm");
    assertThat(role.of().getFirst().words().zh()).isEqualTo("两方");
    assertThat(
            read(root, "belief,thing,0.5,0.5,belief,信念,,hope,希望,hope,希望")
                .roles()
                .getFirst()
                .of()
                .getFirst()
                .sectors())
        .isEmpty();
  }

  private static String payer(String parties) {
    return "payer,end_users,0.1,0.2,payer,付款人," + parties + ",both,两方,both,两方";
  }

  @Test
  void whatDoesNotFitIsSaid(@TempDir Path root) {
    refused(root, payer("city"), "E0686");
    refused(root, payer("town").replace("end_users", "beside"), "E0690");
    refused(root, payer("town").replace("0.1", "1.1"), "E0690");
    refused(root, payer("town").replace("0.2", "low"), "E0690");
  }

  @Test
  void aRoleThatStandsTwiceAndAPartyWithTwoRolesAreSaid(@TempDir Path root) {
    refused(root, payer("town") + "\n" + payer("farm"), "E0691");
    refused(
        root, payer("town") + "\n" + payer("farm town").replaceFirst("payer", "lender"), "E0692");
  }

  private static void refused(Path root, String rows, String code) {
    assertThatThrownBy(() -> read(root, rows))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.findings().getFirst().code()).isEqualTo(code));
  }

  @Test
  void theModelsThatCanBeJoinedAreTheColumns(@TempDir Path root) throws IOException {
    Path twin = Files.createDirectories(root.resolve("models/twin"));
    Files.writeString(twin.resolve("twin.csv"), "id,as,one,two,en,zh\n");
    assertThat(RoleTable.models(new Home(root))).containsExactly("one", "two");
  }
}
