package dev.telltale.jobs.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.scan.ScanJob;
import dev.telltale.jobs.scan.ScanOptions;
import dev.telltale.jobs.scan.ScanResult;
import dev.telltale.jobs.scan.ScanWatcher;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scan of real telemetry files, where a corpus of them is at hand. */
final class CorpusScanTest {
  @TempDir private static Path folder;

  private static Path samples;
  private static Lake lake;
  private static ScanResult result;

  @BeforeAll
  static void scanTheCorpus() {
    String corpus = System.getenv("TELLTALE_CORPUS");
    samples =
        (corpus == null ? Path.of("..", "..", "shared") : Path.of(corpus))
            .resolve("samples")
            .toAbsolutePath()
            .normalize();
    assumeTrue(
        Files.isDirectory(samples),
        () -> "no corpus at " + samples + "; TELLTALE_CORPUS names the folder that holds samples/");
    ScanOptions options =
        new ScanOptions(
            List.of("file://" + samples),
            folder.resolve("lake").toString(),
            FingerprintKey.of("a key for tests, never for use".getBytes(StandardCharsets.UTF_8)),
            false,
            0,
            1L << 30);
    result =
        new ScanJob(SparkForTests.session(), options, ScanWatcher.silent(), Clock.systemUTC())
            .run();
    lake = new Lake(SparkForTests.session(), options.lake());
  }

  @Test
  void everyFileEndsInAStatus() throws IOException {
    long files;
    try (Stream<Path> all = Files.walk(samples)) {
      files = all.filter(Files::isRegularFile).count();
    }
    assertEquals(files, result.listed());
    assertEquals(files, lake.read(LakeTable.OBJECTS).count());
    assertEquals(
        0, lake.read(LakeTable.OBJECTS).where("status NOT IN ('scanned', 'partial')").count());
  }

  @Test
  void everyFileIsReadAsWhatTheManifestSaysItIs() throws IOException {
    Map<String, String> read = new HashMap<>();
    for (Row row :
        lake.read(LakeTable.OBJECTS)
            .select("object_key", "format", "status", "fault")
            .collectAsList()) {
      boolean scanned = row.getString(2).equals("scanned");
      read.put(
          row.getString(0),
          row.getString(1) + (scanned ? "" : "/" + row.getString(2) + "/" + row.getString(3)));
    }
    List<String> wrong = new ArrayList<>();
    int judged = 0;
    for (String manifest : List.of("MANIFEST.tsv", "derived/MANIFEST.tsv")) {
      List<String> lines = Files.readAllLines(samples.resolve(manifest));
      List<String> columns = List.of(lines.get(0).split("\t", -1));
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split("\t", -1);
        String path = cells[0].startsWith("derived/") ? cells[0] : parent(manifest) + cells[0];
        String description = cells[Math.max(1, columns.indexOf("format"))];
        String format =
            read.entrySet().stream()
                .filter(entry -> ("/" + entry.getKey()).endsWith("/" + path))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        if (format != null && !ExpectedFormats.of(description).contains(format)) {
          wrong.add(path + " (" + description + "): " + format);
        }
        judged += format == null ? 0 : 1;
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(judged > 200, "judged " + judged);
  }

  private static String parent(String manifest) {
    return manifest.substring(0, manifest.lastIndexOf('/') + 1);
  }

  @Test
  void noDecoderOfOursFails() {
    assertEquals(
        List.of(),
        lake.read(LakeTable.OBJECTS)
            .where("exists(faults, f -> f.kind IN ('decoder-failed', 'detector-failed'))")
            .select("object_key")
            .collectAsList());
  }

  @Test
  void bytesAddUpAndNoneIsUnread() {
    assertEquals(
        List.of(),
        lake.read(LakeTable.OBJECTS)
            .where(
                "bytes_unread <> 0 OR (size(containers) = 0 AND bytes_decoded + bytes_raw_scanned <> size)")
            .select("object_key", "size", "bytes_decoded", "bytes_raw_scanned", "bytes_unread")
            .collectAsList());
  }

  @Test
  void gitpodMetricsGiveTwoThousandSeriesWithAndWithoutNewlines() {
    for (String ending : List.of(".ndjson", ".concat")) {
      Row row =
          lake.read(LakeTable.RECORDS)
              .where(
                  "object_key LIKE '%gitpod-metrics/%"
                      + ending
                      + "' AND attributes['__name__'] IS NOT NULL")
              .selectExpr("count(*)", "min(format)", "max(format)", "min(size(samples))")
              .first();
      assertEquals(2_000, row.getLong(0), ending);
      assertEquals("gitpod-metrics", row.getString(1));
      assertEquals("gitpod-metrics", row.getString(2));
      assertTrue(row.getInt(3) > 0, "every series has samples");
    }
  }

  @Test
  void theKubernetesObjectGivesThirtyTwoRecords() {
    Row row =
        lake.read(LakeTable.RECORDS)
            .where("object_key LIKE '%derived/k8s-state/%'")
            .selectExpr(
                "count(*)", "count(name)", "count(emitter)", "min(telemetry_type)", "min(format)")
            .first();
    assertEquals(32, row.getLong(0));
    assertEquals(32, row.getLong(1));
    assertEquals(32, row.getLong(2));
    assertEquals("kubernetes", row.getString(3));
    assertEquals("kubernetes", row.getString(4));
  }

  @Test
  void packedCloudWatchSamplesGiveTheEventsOfAllFiveEnvelopes() {
    for (String file : List.of("multi-member.gz-noext", "double-gzip.gz")) {
      assertEquals(
          45, // five envelopes of nine events
          lake.read(LakeTable.RECORDS)
              .where("object_key LIKE '%cw-logs/" + file + "' AND body LIKE '%messageType%'")
              .count(),
          file);
    }
  }
}
