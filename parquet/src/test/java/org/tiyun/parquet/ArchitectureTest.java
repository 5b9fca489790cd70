package org.tiyun.parquet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The part for Parquet stands behind one door, and only it knows DuckDB. */
class ArchitectureTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.tiyun");

  @Test
  void itKnowsTheTablesAndTheWordsOnly() {
    classes()
        .that()
        .resideInAPackage("org.tiyun.parquet..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.tiyun.parquet..",
            "org.tiyun.ledger.columns..",
            "org.tiyun.words..",
            "org.duckdb..",
            "org.jspecify..",
            "java..")
        .check(OURS);
  }

  @Test
  void nobodyKnowsIt() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.tiyun.parquet..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.tiyun.parquet..", "org.duckdb..", "java.sql..")
        .check(OURS);
  }
}
