package org.tiyun.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The house keeps its shape: modules point one way, and each keeps to its task. */
class ArchitectureTest {
  /** What each module may know, besides itself and the words. */
  private static final Map<String, Set<String>> MAY_KNOW =
      Map.of(
          "words", Set.of(),
          "ledger", Set.of(),
          "clearing", Set.of(),
          "language", Set.of(),
          "circuit", Set.of("ledger", "clearing"),
          "engine", Set.of("language", "clearing"),
          "study", Set.of("ledger", "clearing", "circuit", "language", "engine"),
          "view", Set.of("ledger", "circuit", "language", "engine", "study"),
          "studio", Set.of("ledger", "circuit", "language", "engine", "study", "view"),
          "cli", Set.of("ledger", "circuit", "language", "engine", "study", "view", "studio"));

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.tiyun");

  @Test
  void everyModuleIsLookedAt() {
    Set<String> found =
        OURS.stream().map(ArchitectureTest::module).collect(Collectors.toCollection(TreeSet::new));
    assertThat(found).isEqualTo(new TreeSet<>(MAY_KNOW.keySet()));
  }

  @Test
  void modulesPointOneWay() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass from : OURS) {
      from.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getBaseComponentType())
          .filter(to -> to.getPackageName().startsWith("org.tiyun."))
          .filter(to -> !allowed(module(from), module(to)))
          .forEach(to -> wrong.add(from.getName() + " -> " + to.getName()));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.tiyun.(**)").should().beFreeOfCycles().check(OURS);
  }

  @Test
  void onlyTheCommandLineTouchesTheProcess() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.tiyun.cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("info.picocli..", "picocli..")
        .check(OURS);
  }

  @Test
  void nothingDependsOnTheClockOrOnWindows() {
    noClasses()
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callConstructor(java.util.Random.class)
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("java.awt..", "javax.swing..", "java.util.logging..")
        .check(OURS);
  }

  @Test
  void theModelsAreAskedOnlyOnceTheyAreRead() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.tiyun.language..",
            "org.tiyun.engine..",
            "org.tiyun.clearing..",
            "org.tiyun.view..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(java.io.File.class)
        .because("files are read by ledger, circuit and study, and written by cli")
        .check(OURS);
  }

  private static boolean allowed(String from, String to) {
    return from.equals(to)
        || to.equals("words")
        || MAY_KNOW.getOrDefault(from, Set.of()).contains(to);
  }

  private static String module(JavaClass type) {
    return List.of(type.getPackageName().split("\\.")).get(2);
  }
}
