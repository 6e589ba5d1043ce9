package dev.telltale.jobs;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
  private static final JavaClasses JOBS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.telltale.jobs");

  @Test
  void dataFlowsOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("logging")
        .definedBy("dev.telltale.jobs.logging..")
        .layer("settings")
        .definedBy("dev.telltale.jobs.settings..")
        .layer("location")
        .definedBy("dev.telltale.jobs.location..")
        .layer("terminal")
        .definedBy("dev.telltale.jobs.terminal..")
        .layer("page")
        .definedBy("dev.telltale.jobs.page..")
        .layer("store")
        .definedBy("dev.telltale.jobs.store..")
        .layer("lease")
        .definedBy("dev.telltale.jobs.lease..")
        .layer("listing")
        .definedBy("dev.telltale.jobs.listing..")
        .layer("plan")
        .definedBy("dev.telltale.jobs.plan..")
        .layer("tables")
        .definedBy("dev.telltale.jobs.tables..")
        .layer("actions")
        .definedBy("dev.telltale.jobs.actions..")
        .layer("cases")
        .definedBy("dev.telltale.jobs.cases..")
        .layer("stream")
        .definedBy("dev.telltale.jobs.stream..")
        .layer("scan")
        .definedBy("dev.telltale.jobs.scan..")
        .layer("prevention")
        .definedBy("dev.telltale.jobs.prevention..")
        .layer("maintenance")
        .definedBy("dev.telltale.jobs.maintenance..")
        .layer("source")
        .definedBy("dev.telltale.jobs.source..")
        .layer("erasure")
        .definedBy("dev.telltale.jobs.erasure..")
        .layer("command")
        .definedBy("dev.telltale.jobs.command..")
        .whereLayer("command")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("source")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("prevention")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("erasure")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("scan")
        .mayOnlyBeAccessedByLayers("prevention", "erasure", "command")
        .whereLayer("maintenance")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("tables")
        .mayOnlyBeAccessedByLayers(
            "actions", "cases", "scan", "prevention", "maintenance", "erasure", "command")
        .whereLayer("actions")
        .mayOnlyBeAccessedByLayers("cases", "erasure", "command")
        .whereLayer("cases")
        .mayOnlyBeAccessedByLayers("prevention", "erasure", "command")
        .whereLayer("stream")
        .mayOnlyBeAccessedByLayers("scan")
        .whereLayer("plan")
        .mayOnlyBeAccessedByLayers("tables", "scan", "maintenance", "erasure", "command")
        .whereLayer("lease")
        .mayOnlyBeAccessedByLayers("scan", "erasure", "command")
        .whereLayer("store")
        .mayOnlyBeAccessedByLayers(
            "lease",
            "listing",
            "plan",
            "scan",
            "prevention",
            "maintenance",
            "erasure",
            "source",
            "command")
        .whereLayer("listing")
        .mayOnlyBeAccessedByLayers("plan", "scan", "erasure", "source", "command")
        .whereLayer("logging")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("page")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("terminal")
        .mayOnlyBeAccessedByLayers("settings", "page", "command")
        .check(JOBS);
  }

  @Test
  void onlyTheCommandsTalkToTheTerminal() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(Telltale.class.getName())
        .should()
        .accessField(System.class, "out")
        .check(JOBS);
  }

  @Test
  void noPackagesUseEachOtherInACircle() {
    slices().matching("dev.telltale.(**)").should().beFreeOfCycles().check(JOBS);
  }

  @Test
  void nothingUsesTheEntryPoint() {
    classes()
        .that()
        .resideInAPackage("dev.telltale.jobs")
        .should()
        .onlyHaveDependentClassesThat()
        .resideInAPackage("dev.telltale.jobs")
        .check(JOBS);
  }

  @Test
  void onlyTheSettingsKnowTheLibraryOfTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.telltale.jobs.settings")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .check(JOBS);
  }

  @Test
  void commandsShareOnlyWhatStandsAboveThem() {
    slices()
        .matching("dev.telltale.jobs.command.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(
            resideInAPackage("dev.telltale.jobs.command.scan"),
            resideInAPackage("dev.telltale.jobs.command.summary"))
        .ignoreDependency(
            resideInAPackage("dev.telltale.jobs.command.report"),
            resideInAPackage("dev.telltale.jobs.command.summary"))
        .ignoreDependency(
            resideInAPackage("dev.telltale.jobs.command.packet"),
            resideInAPackage("dev.telltale.jobs.command.summary"))
        .ignoreDependency(
            resideInAPackage("dev.telltale.jobs.command.notebook"),
            resideInAPackage("dev.telltale.jobs.command.sql"))
        .ignoreDependency(
            resideInAPackage("dev.telltale.jobs.command.kernel"),
            resideInAnyPackage(
                "dev.telltale.jobs.command.notebook", "dev.telltale.jobs.command.sql"))
        .check(JOBS);
  }

  @Test
  void noPackageHasMoreThanThirtyFiles() {
    Map<String, Long> files =
        JOBS.stream()
            .filter(each -> each.isTopLevelClass())
            .collect(groupingBy(JavaClass::getPackageName, counting()));
    files.values().removeIf(count -> count <= 30);
    assertEquals(Map.of(), files);
  }

  @Test
  void noClassIsAJunkDrawer() {
    classes()
        .should()
        .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl|Processor|Common|Misc)")
        .check(JOBS);
  }
}
