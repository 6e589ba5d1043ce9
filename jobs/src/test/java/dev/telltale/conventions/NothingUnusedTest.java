package dev.telltale.conventions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.telltale.conventions.sample.UserOfMembers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No code in main is there for tests only, or for nobody. */
final class NothingUnusedTest {
  private static final String SERVER = "tests of the jobs and of the demo start this server";
  private static final String TRUTH = "tests compare a scan with what was planted";
  private static final String BY_NAME = "Spark or Delta makes one from the name of the class";
  private static final String EXAMPLES =
      "tests run the examples in them, and docs/detection.md is made of them";
  private static final String PROOF = "what a rewriting compared, which tests look at";
  private static final String SHORT_FORM = "the short form that tests of several packages share";

  private static final String KEY_OF_A_MAP = "it distinguishes the keys of a map";

  /** Names of members or classes, and why they stay. */
  private static final Map<String, String> EXCEPTIONS =
      Map.ofEntries(
          Map.entry("dev.telltale.decoding.FrameDecoder.decode", SHORT_FORM),
          Map.entry("dev.telltale.decoding.LeafReading.decode", SHORT_FORM),
          Map.entry("dev.telltale.demo.leaks.Decoy.kind", TRUTH),
          Map.entry("dev.telltale.demo.leaks.Decoy.objectKey", TRUTH),
          Map.entry("dev.telltale.demo.leaks.Decoy.value", TRUTH),
          Map.entry("dev.telltale.demo.leaks.ExpectedFault.faultId", TRUTH),
          Map.entry("dev.telltale.demo.leaks.ExpectedFault.objectKey", TRUTH),
          Map.entry("dev.telltale.demo.leaks.ExpectedFault.status", TRUTH),
          Map.entry("dev.telltale.demo.leaks.ExportTruth.faults", TRUTH),
          Map.entry("dev.telltale.demo.leaks.Leak.note", TRUTH),
          Map.entry("dev.telltale.demo.leaks.Leak.occurrences", TRUTH),
          Map.entry("dev.telltale.demo.server.S3Server.accessKey", SERVER),
          Map.entry("dev.telltale.demo.server.S3Server.memory", SERVER),
          Map.entry("dev.telltale.demo.server.S3Server.port", SERVER),
          Map.entry("dev.telltale.demo.server.S3Server.secretKey", SERVER),
          Map.entry("dev.telltale.detection.field.FieldProfile$Kind.ordinary", KEY_OF_A_MAP),
          Map.entry("dev.telltale.detection.field.FieldProfile$Kind.pair", KEY_OF_A_MAP),
          Map.entry("dev.telltale.detection.rules.RoleEntry$Read.having", EXAMPLES),
          Map.entry("dev.telltale.detection.rules.RoleEntry$Read.lacking", EXAMPLES),
          Map.entry("dev.telltale.jobs.logging.LogGuardPlugin.<init>", BY_NAME),
          Map.entry("dev.telltale.jobs.scan.ScanOptions.<init>", SHORT_FORM),
          Map.entry("dev.telltale.jobs.scan.ScanWatcher.silent", SHORT_FORM),
          Map.entry("dev.telltale.jobs.store.ConditionalLogStore.<init>", BY_NAME),
          Map.entry("dev.telltale.jobs.stream.RunSource.<init>", BY_NAME),
          Map.entry("dev.telltale.rewriting.Obstacle.label", PROOF),
          Map.entry("dev.telltale.rewriting.ReplacedLeaf.fieldPath", PROOF),
          Map.entry("dev.telltale.rewriting.ReplacedLeaf.findingId", PROOF),
          Map.entry("dev.telltale.rewriting.ReplacedLeaf.fingerprint", PROOF),
          Map.entry("dev.telltale.rewriting.ReplacedLeaf.recordIndex", PROOF),
          Map.entry("dev.telltale.rewriting.ReplacedLeaf.rule", PROOF),
          Map.entry("dev.telltale.rewriting.RewriteProof.changedRecords", PROOF),
          Map.entry("dev.telltale.rewriting.RewriteProof.findingsAfter", PROOF),
          Map.entry("dev.telltale.rewriting.RewriteProof.findingsBefore", PROOF),
          Map.entry("dev.telltale.rewriting.RewriteProof.oldSha256", PROOF),
          Map.entry("dev.telltale.rewriting.RewriteProof.records", PROOF),
          Map.entry("dev.telltale.rewriting.RewriteProof.replacedBytes", PROOF),
          Map.entry("dev.telltale.rewriting.RewriteProof.unchangedBytes", PROOF),
          Map.entry("dev.telltale.rewriting.Rewritten.open", PROOF),
          Map.entry("dev.telltale.sql.TelltaleExtensions.<init>", BY_NAME));

  @Test
  void everyClassMethodAndFieldOfMainIsUsedByMain() {
    UnusedMembers unused = new UnusedMembers(MainClasses.ALL, MainSources.all().values().stream());
    assertEquals(
        lines(new TreeSet<>(EXCEPTIONS.keySet())),
        lines(
            unused.names().stream()
                .filter(name -> !name.startsWith(MainClasses.TEMPLATES))
                .map(NothingUnusedTest::withoutParameters)
                .toList()),
        "Members that no code of main uses, against the exceptions. Remove what is unused, move it"
            + " to the tests, or add it to the exceptions with a reason. An exception that is used"
            + " by now, or gone, has to go too.");
  }

  @Test
  void everyExceptionHasAReason() {
    Map<String, String> without = new TreeMap<>(EXCEPTIONS);
    without.values().removeIf(reason -> !reason.isBlank());
    assertEquals(Map.of(), without);
  }

  @Test
  void whatIsUnusedIsSeen() throws IOException {
    String folder = UserOfMembers.class.getPackageName();
    Path source = Path.of("src/test/java", folder.replace('.', '/'), "WithUnusedMembers.java");
    String type = folder + ".WithUnusedMembers";
    assertEquals(
        lines(
            List.of(
                type + "$Parts.unread",
                type + "$Unused",
                type + ".UNUSED_CONSTANT",
                type + ".calledByItselfOnly(int)",
                type + ".unusedField")),
        lines(
            new UnusedMembers(
                    new ClassFileImporter().importPackages(folder),
                    Stream.of(Files.readString(source)))
                .names()));
  }

  private static String withoutParameters(String name) {
    int parameters = name.indexOf('(');
    return parameters < 0 ? name : name.substring(0, parameters);
  }

  private static String lines(Iterable<String> names) {
    return String.join("\n", names);
  }
}
