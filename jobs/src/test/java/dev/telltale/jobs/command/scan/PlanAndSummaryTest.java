package dev.telltale.jobs.command.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.telltale.jobs.command.CommandRun;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.KeyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkEnv;
import org.apache.spark.metrics.source.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.jdk.javaapi.CollectionConverters;

/** What is told before a scan, what a scheduler reads after it, and what monitoring sees. */
final class PlanAndSummaryTest {
  private static final String EMAIL = "ines.weber@norvikfreight.com";
  private static final String LINE =
      "{\"severity\":\"info\",\"message\":\"hello " + EMAIL + "\"}\n";

  @TempDir private Path folder;
  private String key;

  @BeforeEach
  void exportThreeObjects() throws IOException {
    Path logs = Files.createDirectories(folder.resolve("export/logs/2026/04/30/10"));
    Files.writeString(logs.resolve("a"), LINE);
    Files.writeString(logs.resolve("b"), "{\"broken\": }\n{\"fine\":true}\n");
    Files.writeString(logs.resolve("c"), "");
    key = KeyFile.in(folder);
  }

  private CommandRun scan(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "scan",
                "--source",
                "file://" + folder.resolve("export"),
                "--lake",
                lake().toString(),
                "--fingerprint-key",
                key));
    words.addAll(List.of(more));
    return CommandRun.of("", words.toArray(String[]::new));
  }

  private Path lake() {
    return folder.resolve("lake");
  }

  @Test
  void aPlanShowsObjectsBytesTimeAndCostAndWritesNothing() {
    CommandRun plan = scan("--plan", "--core-hour-price", "2");
    assertEquals(ExitCode.DONE, plan.code(), plan.err());
    assertTrue(plan.out().contains("3 objects to read, of 3 listed"), plan.out());
    assertTrue(plan.out().contains("at 2.0 an hour"), plan.out());
    assertTrue(plan.out().contains("Macie lists at USD 1.00 a GB"), plan.out());
    assertTrue(plan.out().contains("Telltale's own benchmark"), plan.out());
    assertFalse(Files.exists(lake()), "no lake is made");
  }

  @Test
  void afterAScanThePlanHoldsOnlyWhatIsNewAtTheRateThatWasMeasured() throws IOException {
    scan();
    assertTrue(scan("--plan").out().contains("0 objects to read, of 3 listed"));
    Files.writeString(folder.resolve("export/logs/2026/04/30/10/d"), LINE.repeat(1_000));
    CommandRun plan = scan("--plan");
    assertTrue(plan.out().contains("1 object to read, of 4 listed"), plan.out());
    assertTrue(plan.out().contains("over 1 run of this lake"), plan.out());
    JsonNode json = new ObjectMapper().readTree(scan("--plan", "--summary", "json").out());
    assertEquals(1, json.get("objects").asLong());
    assertEquals(1_000L * LINE.length(), json.get("bytes_stored").asLong());
    assertTrue(json.get("usd_estimate").asDouble() > 0);
  }

  @Test
  void aSchedulerReadsOneLineOfJsonWithTheExitCodeInIt() throws IOException {
    CommandRun scan = scan("--summary", "json", "--fail-on", "low");
    assertEquals(ExitCode.FOUND, scan.code(), scan.err());
    assertEquals(1, scan.out().lines().count());
    assertFalse(scan.out().contains(EMAIL));
    JsonNode line = new ObjectMapper().readTree(scan.out());
    assertEquals("scan", line.get("telltale").asText());
    assertEquals(ExitCode.FOUND, line.get("exit_code").asInt());
    assertEquals(1, line.get("run_ids").size());
    assertEquals(3, line.get("objects").asLong());
    assertEquals(1, line.get("findings_by_severity").get("medium").asLong());
    assertEquals(0, line.get("findings_high").asLong());
    assertEquals(2, line.get("faults").asLong(), "broken JSON, and an object without a byte");
    assertEquals(1.0, line.get("coverage").asDouble());
    JsonNode again = new ObjectMapper().readTree(scan("--summary", "json").out());
    assertEquals(0, again.get("objects").asLong());
    assertEquals(3, again.get("objects_listed").asLong());
  }

  @Test
  void sparksMetricSystemShowsTheCountsOfEachTelemetryType() {
    scan();
    List<Source> sources =
        CollectionConverters.asJava(SparkEnv.get().metricsSystem().getSourcesByName("telltale"));
    assertEquals(1, sources.size());
    assertEquals(3L, metric(sources.get(0), "objects"));
    assertEquals(1L, metric(sources.get(0), "findings"));
    assertEquals(3L, metric(sources.get(0), "logs.objects"));
    assertEquals(2L, metric(sources.get(0), "logs.faults"));
    assertEquals(0L, metric(sources.get(0), "metrics.objects"));
  }

  private static Object metric(Source source, String name) {
    return source.metricRegistry().getGauges().get(name).getValue();
  }
}
