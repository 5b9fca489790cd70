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
        "model barter \"x\"\nstep year\nhorizon 2\nsector farm, town\nclaim money issued by town\nflow wages : town -> farm = 1\ninitial money[farm] = 0\n");
    Path twin = Files.createDirectories(root.resolve("models/twin"));
    Files.writeString(
        twin.resolve("roles.csv"), "id,en,zh,barter,barter_en,barter_zh\n" + row + "\n");
    Home home = new Home(root);
    return RoleTable.of(home, List.of(new ModelOpener(home).open("barter")));
  }

  @Test
  void aRoleHasItsPartiesAndWords(@TempDir Path root) throws IOException {
    RoleTable.Role role = read(root, "payer,payer,付款人,town farm,both,两方").roles().getFirst();
    assertThat(role.of().getFirst().sectors()).containsExactly("town", "farm");
    assertThat(role.of().getFirst().words().zh()).isEqualTo("两方");
    assertThat(read(root, "belief,belief,信念,,hope,希望").roles().getFirst().of().getFirst().sectors())
        .isEmpty();
  }

  @Test
  void aPartyThatIsNotInTheBooksIsSaid(@TempDir Path root) {
    assertThatThrownBy(() -> read(root, "payer,payer,付款人,city,x,x"))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.findings().getFirst().code()).isEqualTo("E0686"));
  }

  @Test
  void theModelsThatCanBeJoinedAreTheColumns(@TempDir Path root) throws IOException {
    Path twin = Files.createDirectories(root.resolve("models/twin"));
    Files.writeString(twin.resolve("twin.csv"), "id,as,one,two,en,zh\n");
    assertThat(RoleTable.models(new Home(root))).containsExactly("one", "two");
  }
}
