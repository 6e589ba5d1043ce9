package dev.telltale.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.demo.export.ExportGenerator;
import dev.telltale.demo.export.ExportSettings;
import dev.telltale.demo.leaks.Leak;
import dev.telltale.demo.telemetry.ExportObject;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job jar, submitted to a Spark standalone cluster: a master and two workers as processes of
 * their own.
 */
final class ClusterIT {
  private static final Path ROOT = Path.of(System.getProperty("telltale.root"));
  private static final String KEY = "a key for tests, never for use";
  private static final int OBJECTS = 60;

  /** Six processes that live for seconds each: what they save by better machine code is less. */
  private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  @TempDir private static Path folder;

  private static Path cluster;
  private static Set<String> uploaded;
  private static ExportGenerator export;

  @BeforeAll
  static void startTheClusterAndWriteAnExport() throws Exception {
    cluster = folder.resolve("cluster");
    Answer started = run("scripts/cluster", "start", "--workers", "2", "--dir", cluster.toString());
    assertEquals(0, started.code, started.output);
    assertTrue(started.output.contains("spark://127.0.0.1:"), started.output);
    export = new ExportGenerator(ExportSettings.defaults());
    uploaded = new HashSet<>();
    for (ExportObject object : export.objects().limit(OBJECTS).toList()) {
      Path file = folder.resolve("export").resolve(object.key());
      Files.createDirectories(file.getParent());
      Files.write(file, object.reveal());
      uploaded.add(object.key());
    }
  }

  @AfterAll
  static void stopTheCluster() throws Exception {
    run("scripts/cluster", "stop", "--dir", cluster.toString());
  }

  @Test
  void aSubmittedScanRunsOnBothWorkersAndFindsWhatWasPlanted() throws Exception {
    Path lakeFolder = folder.resolve("lake");
    Answer scan =
        run(
            "scripts/cluster",
            "submit",
            "--dir",
            cluster.toString(),
            "--",
            "scan",
            "--source",
            "file://" + folder.resolve("export"),
            "--lake",
            lakeFolder.toString(),
            "--task-bytes",
            "1m",
            "--fingerprint-key",
            "env:TELLTALE_TEST_KEY",
            "--fail-on",
            "critical");
    assertEquals(ExitCode.FOUND, scan.code, scan.output);
    assertTrue(scan.output.contains("Coverage  100.00 %"), scan.output);
    assertEquals(2, executors(), "each worker ran an executor");
    Lake lake = new Lake(SparkForTests.session(), lakeFolder.toString());
    assertEquals(OBJECTS, lake.read(LakeTable.OBJECTS).count());
    Set<String> found = new HashSet<>();
    lake.read(LakeTable.FINDINGS)
        .select("object_key", "rule", "fingerprint")
        .collectAsList()
        .forEach(row -> found.add(row.getString(0) + row.getString(1) + row.getString(2)));
    FingerprintKey key = FingerprintKey.of(KEY.getBytes(StandardCharsets.UTF_8));
    List<String> missed = new ArrayList<>();
    for (Leak leak : export.truth().leaks()) {
      String place = leak.objectKey() + leak.rule() + key.fingerprint(leak.reveal());
      if (uploaded.contains(leak.objectKey()) && !found.contains(place)) {
        missed.add(leak.toString());
      }
    }
    assertTrue(missed.isEmpty(), () -> String.join("\n", missed));
    functionsRunOnExecutors(lakeFolder, key);
  }

  /** What the scan has redacted is redacted no further; the key has reached the executors. */
  private static void functionsRunOnExecutors(Path lakeFolder, FingerprintKey key)
      throws Exception {
    Answer answer =
        run(
            "scripts/cluster",
            "submit",
            "--dir",
            cluster.toString(),
            "--",
            "sql",
            "--lake",
            lakeFolder.toString(),
            "--fingerprint-key",
            "env:TELLTALE_TEST_KEY",
            "--format",
            "csv",
            "SELECT count_if(telltale_redact(body) <> body) AS changed,"
                + " min(telltale_fingerprint(concat('a', least(record_index, 0)))) AS fingerprint"
                + " FROM records");
    assertEquals(ExitCode.DONE, answer.code, answer.output);
    assertTrue(answer.output.contains("0," + key.fingerprint("a0")), answer.output);
  }

  /** Executors leave their logs in the work folder of their worker. */
  private static long executors() throws IOException {
    long executors = 0;
    for (String worker : List.of("worker-1", "worker-2")) {
      try (Stream<Path> files = Files.walk(cluster.resolve(worker))) {
        executors += files.anyMatch(file -> file.endsWith("stderr")) ? 1 : 0;
      }
    }
    return executors;
  }

  private static Answer run(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(words));
    command.set(0, ROOT.resolve(words[0]).toString());
    Path output = Files.createTempFile(folder, "output", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("TELLTALE_TEST_KEY", KEY);
    builder.environment().put("JDK_JAVA_OPTIONS", SHORT_LIVED);
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    Process process = builder.start();
    if (!process.waitFor(8, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("no end after 8 minutes: " + String.join(" ", command));
    }
    return new Answer(process.exitValue(), Files.readString(output));
  }

  private record Answer(int code, String output) {}
}
