package dev.telltale;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
  private static final int MAX_FILES = 30;
  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.telltale");

  @Test
  void dataFlowsOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("fault")
        .definedBy("dev.telltale.fault..")
        .layer("limit")
        .definedBy("dev.telltale.limit..")
        .layer("bytes")
        .definedBy("dev.telltale.bytes..")
        .layer("value")
        .definedBy("dev.telltale.value..")
        .layer("listing")
        .definedBy("dev.telltale.listing..")
        .layer("unpacking")
        .definedBy("dev.telltale.unpacking..")
        .layer("framing")
        .definedBy("dev.telltale.framing..")
        .layer("record")
        .definedBy("dev.telltale.record..")
        .layer("decoding")
        .definedBy("dev.telltale.decoding..")
        .layer("detection")
        .definedBy("dev.telltale.detection..")
        .layer("scan")
        .definedBy("dev.telltale.scan..")
        .layer("prevention")
        .definedBy("dev.telltale.prevention..")
        .layer("sql")
        .definedBy("dev.telltale.sql..")
        .layer("rewriting")
        .definedBy("dev.telltale.rewriting..")
        .whereLayer("sql")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("prevention")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("rewriting")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("scan")
        .mayOnlyBeAccessedByLayers("rewriting", "sql")
        .whereLayer("detection")
        .mayOnlyBeAccessedByLayers("scan", "prevention", "rewriting", "sql")
        .whereLayer("decoding")
        .mayOnlyBeAccessedByLayers("scan", "rewriting", "sql")
        .whereLayer("record")
        .mayOnlyBeAccessedByLayers("decoding", "scan", "rewriting", "sql")
        .whereLayer("framing")
        .mayOnlyBeAccessedByLayers("decoding", "scan", "rewriting", "sql")
        .whereLayer("unpacking")
        .mayOnlyBeAccessedByLayers("framing", "record", "decoding", "scan", "rewriting", "sql")
        .whereLayer("listing")
        .mayOnlyBeAccessedByLayers("record", "decoding", "scan", "rewriting", "sql")
        .whereLayer("bytes")
        .mayOnlyBeAccessedByLayers("unpacking", "framing", "decoding", "detection", "rewriting")
        .whereLayer("value")
        .mayOnlyBeAccessedByLayers(
            "framing", "record", "decoding", "detection", "scan", "prevention", "rewriting", "sql")
        .check(CORE);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.telltale.(**)").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void onlyTheSqlPackageKnowsSpark() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.telltale.sql..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "scala..", "software.amazon..")
        .check(CORE);
  }

  /** ORC's reader takes a Hadoop file system; {@code decoding.file.orc} gives it one in memory. */
  @Test
  void onlyTheSqlPackageAndTheOrcFormatKnowHadoop() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.telltale.sql..", "dev.telltale.decoding.file.orc..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.hadoop..")
        .check(CORE);
  }

  @Test
  void theCoreNeitherAsksTheClockNorPrints() {
    noClasses().should().callMethod(java.time.Instant.class, "now").check(CORE);
    noClasses().should().callMethod(System.class, "currentTimeMillis").check(CORE);
    noClasses().should().accessField(System.class, "out").check(CORE);
    noClasses().should().accessField(System.class, "err").check(CORE);
  }

  @Test
  void backtrackingRegularExpressionsStayOutOfTheCore() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.regex.Pattern")
        .check(CORE);
  }

  /**
   * LZ4 of other versions than the platform's own reads beyond its buffers (CVE-2025-12183,
   * CVE-2025-66566): only its checksums are used.
   */
  @Test
  void lz4OfThePlatformStaysAwayFromContent() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("net.jpountz.lz4..", "io.airlift..")
        .check(CORE);
  }

  @Test
  void noPackageHasMoreThanThirtyFiles() {
    Map<String, Long> files =
        CORE.stream()
            .filter(type -> type.isTopLevelClass() && !type.getPackageName().contains(".proto."))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    files.values().removeIf(count -> count <= MAX_FILES);
    assertEquals(Map.of(), files);
  }

  @Test
  void noClassIsAJunkDrawer() {
    classes()
        .should()
        .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl|Processor|Common|Misc)")
        .check(CORE);
  }
}
