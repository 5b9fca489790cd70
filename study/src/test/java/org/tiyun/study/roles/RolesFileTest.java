package org.tiyun.study.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiyun.study.Folder;
import org.tiyun.study.brake.Brake;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/** What a model's study.csv says, and what is said where it is wrong. */
class RolesFileTest {
  @TempDir Path root;

  @Test
  void namesElementsAndSectors() {
    Roles roles = RolesFile.of(Folder.circle(root).open("ring"));
    assertThat(roles.sectors(Role.CIRCLE)).hasSize(2);
    assertThat(roles.variables(Role.FIRM_VALUE)).hasSize(1);
    assertThat(roles.needed(Role.BACKSTOP))
        .singleElement()
        .satisfies(e -> assertThat(e.value()).isEqualTo("1"));
    assertThat(roles.decidingFailures()).isEqualTo(roles.events(Role.FAILURE)).hasSize(1);
  }

  @Test
  void theShippedModelsRolesAreAllThere() {
    Roles roles = RolesFile.of(new ModelOpener(Folder.SHIPPED).open("ai-loop"));
    for (Role role : new Role[] {Role.CIRCLE, Role.FAILURE, Role.HUB_REVENUE, Role.BELIEVE}) {
      assertThat(roles.has(role)).as(role.word()).isTrue();
    }
  }

  @Test
  void aModelWithoutTheFileHasNoRoles() {
    Roles roles = RolesFile.of(new ModelOpener(Folder.SHIPPED).open("sim"));
    assertThat(roles.entries()).isEmpty();
    Failure failure = catchThrowableOfType(Failure.class, () -> roles.needed(Role.CIRCLE));
    assertThat(Folder.codes(failure)).containsExactly("E0643");
  }

  @Test
  void everyFaultyRowIsNamedWithItsLine() {
    Folder folder =
        Folder.circle(root)
            .with(
                "models/ring/study.csv",
                """
                role,name,value
                # a remark
                circle,firms,
                failur,cuts,
                hub_revenue,hub[nobody],
                """);
    Failure failure = catchThrowableOfType(Failure.class, () -> RolesFile.of(folder.open("ring")));
    assertThat(Folder.codes(failure)).containsExactly("E0641", "E0640", "E0641");
    assertThat(failure.findings())
        .extracting((Finding f) -> f.place().orElseThrow().line())
        .containsExactly(3, 4, 5);
    assertThat(failure.findings().get(0).values()).containsEntry("known", "lab, cloud, firm");
  }

  @Test
  void theBrakeThatIsPulledIsTheOneNamedAndMustBeAScenario() {
    Folder folder =
        Folder.circle(root)
            .with("models/ring/scenarios/a-first.tiyun", "scenario a_first \"First\" of ring\n");
    assertThat(Brake.usual(folder.open("ring"))).contains("a-first");
    folder.with("models/ring/study.csv", "role,name,value\nbrake,no-money,\n");
    assertThat(Brake.usual(folder.open("ring"))).contains("no-money");
    folder.with("models/ring/study.csv", "role,name,value\nbrake,no-mony,\n");
    Failure failure = catchThrowableOfType(Failure.class, () -> Brake.usual(folder.open("ring")));
    assertThat(Folder.codes(failure)).containsExactly("E0641");
    assertThat(failure.findings().get(0).values()).containsEntry("known", "a-first, no-money");
  }

  @Test
  void aTableWithoutItsColumnsIsRefused() {
    Folder folder = Folder.circle(root).with("models/ring/study.csv", "what,ever\n1,2\n");
    Failure failure = catchThrowableOfType(Failure.class, () -> RolesFile.of(folder.open("ring")));
    assertThat(Folder.codes(failure)).containsExactly("E0642");
  }
}
