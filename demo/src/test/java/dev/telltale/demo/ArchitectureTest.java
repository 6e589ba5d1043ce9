package dev.telltale.demo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
  private static final int MAX_FILES = 30;
  private static final JavaClasses DEMO =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.telltale.demo");

  @Test
  void theTruthDoesNotRestOnTheCodeThatItJudges() {
    noClasses()
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage("dev.telltale..")
                .and(
                    JavaClass.Predicates.resideOutsideOfPackages(
                        "dev.telltale.demo..", "dev.telltale.proto..")))
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "scala..")
        .check(DEMO);
  }

  @Test
  void whatIsMadeDoesNotKnowWhatItIsMadeFor() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("command")
        .definedBy("dev.telltale.demo")
        .layer("server")
        .definedBy("dev.telltale.demo.server..")
        .layer("export")
        .definedBy("dev.telltale.demo.export..")
        .layer("leaks")
        .definedBy("dev.telltale.demo.leaks..")
        .layer("telemetry")
        .definedBy("dev.telltale.demo.telemetry..")
        .layer("values")
        .definedBy("dev.telltale.demo.values..")
        .whereLayer("command")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("server")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("export")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("leaks")
        .mayOnlyBeAccessedByLayers("export", "command")
        .whereLayer("telemetry")
        .mayOnlyBeAccessedByLayers("leaks", "export")
        .whereLayer("values")
        .mayOnlyBeAccessedByLayers("leaks")
        .check(DEMO);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.telltale.demo.(*)..").should().beFreeOfCycles().check(DEMO);
  }

  @Test
  void noClassIsAJunkDrawer() {
    classes()
        .should()
        .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl|Processor|Common|Misc)")
        .check(DEMO);
  }

  @Test
  void noPackageHasMoreThanThirtyFiles() {
    Map<String, Long> files =
        DEMO.stream()
            .filter(JavaClass::isTopLevelClass)
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    assertTrue(files.values().stream().allMatch(count -> count <= MAX_FILES), files::toString);
  }
}
