package dev.telltale.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ObjectKeyTest {
  private static final String UUID = "12dab8f5-0d40-4069-a679-172f94f13304";
  private static final String STATE =
      "k8s-state/meta/2023/06/03/23/k8s-state-meta-1-2023-06-03-23-59-21-" + UUID;

  @Test
  void firehoseKeyIsReadFromTheRight() {
    ObjectKey key = ObjectKey.of(STATE);
    assertEquals(KeyLayout.FIREHOSE, key.layout());
    assertEquals("k8s-state-meta", key.stream());
    assertEquals(TelemetryType.KUBERNETES, key.telemetryType());
    assertEquals(Instant.parse("2023-06-03T23:59:21Z"), key.exportTime());
    assertEquals(LocalDate.of(2023, 6, 3), key.exportDate());
    assertFalse(key.failedOutput());
  }

  @Test
  void firehoseKeyNeedsNoVersionAndMayHaveAnExtension() {
    ObjectKey key =
        ObjectKey.of("2015/10/29/00/my-delivery-stream-2015-10-29-00-01-21-" + UUID + ".json.gz");
    assertEquals("my-delivery-stream", key.stream());
    assertEquals(Instant.parse("2015-10-29T00:01:21Z"), key.exportTime());
    assertEquals(TelemetryType.OTHER, key.telemetryType());
  }

  @Test
  void streamNameShowsTheTypeWhereThePrefixDoesNot() {
    assertEquals(
        TelemetryType.METRICS,
        ObjectKey.of("2024/03/02/12/metrics-meta-3-2024-03-02-12-22-13-" + UUID).telemetryType());
  }

  @Test
  void firstFolderThatSaysAnythingDecidesTheType() {
    assertEquals(TelemetryType.METRICS, ObjectKey.of("metrics/audit/x").telemetryType());
    assertEquals(TelemetryType.AUDIT, ObjectKey.of("eu/audit-logs/x").telemetryType());
    assertEquals(TelemetryType.ANALYTICS, ObjectKey.of("segment/x").telemetryType());
    assertEquals(TelemetryType.ANALYTICS, ObjectKey.of("product/EVENTS/x").telemetryType());
    assertEquals(TelemetryType.BILLING, ObjectKey.of("billing/x").telemetryType());
    assertEquals(TelemetryType.TRACES, ObjectKey.of("otel-traces/x").telemetryType());
    assertEquals(TelemetryType.OTHER, ObjectKey.of("blog/x").telemetryType());
  }

  @Test
  void errorOutputIsFailedOutput() {
    for (String type :
        List.of(
            "processing-failed",
            "AmazonOpenSearchService-failed",
            "splunk-failed",
            "format-conversion-failed",
            "http-endpoint-failed")) {
      ObjectKey key =
          ObjectKey.of("logs/" + type + "/2024/01/02/03/logs-1-2024-01-02-03-04-05-" + UUID);
      assertTrue(key.failedOutput(), type);
      assertEquals(TelemetryType.LOGS, key.telemetryType());
    }
  }

  @Test
  void partitionsGiveTheDateWhereNothingElseDoes() {
    ObjectKey date = ObjectKey.of("events/dt=2024-05-06/part-0.json");
    assertEquals(LocalDate.of(2024, 5, 6), date.exportDate());
    assertNull(date.exportTime());
    ObjectKey hour = ObjectKey.of("x/year=2024/month=05/day=06/hour=07/part-0.json");
    assertEquals(Instant.parse("2024-05-06T07:00:00Z"), hour.exportTime());
  }

  @Test
  void onaRunnerKeyShowsRunnerAndRotationTime() {
    ObjectKey key =
        ObjectKey.of("metrics/runner/0190a/2025/11/03/metrics-2025-11-03T05-02-14.173.json");
    assertEquals(KeyLayout.ONA, key.layout());
    assertEquals("0190a", key.stream());
    assertEquals(TelemetryType.METRICS, key.telemetryType());
    assertEquals(Instant.parse("2025-11-03T05:02:14Z"), key.exportTime());
    ObjectKey unrotated = ObjectKey.of("metrics/runner/0190a/2025/11/03/metrics-0.json");
    assertNull(unrotated.exportTime());
    assertEquals(LocalDate.of(2025, 11, 3), unrotated.exportDate());
  }

  @Test
  void onaEnvironmentLogsAreLogs() {
    ObjectKey key = ObjectKey.of("logs/environments/env-1/tail.log");
    assertEquals(KeyLayout.ONA, key.layout());
    assertEquals("env-1", key.stream());
    assertEquals(TelemetryType.LOGS, key.telemetryType());
  }

  @Test
  void collectorKeyShowsSignalAndMinute() {
    ObjectKey key =
        ObjectKey.of("p/year=2024/month=05/day=06/hour=07/minute=08/traces_81723.binpb.zst");
    assertEquals(KeyLayout.OTEL, key.layout());
    assertEquals(TelemetryType.TRACES, key.telemetryType());
    assertEquals(Instant.parse("2024-05-06T07:08:00Z"), key.exportTime());
  }

  @Test
  void awsLogsKeyShowsServiceAndDay() {
    ObjectKey trail =
        ObjectKey.of("t/AWSLogs/o-a1/218007301253/CloudTrail/us-east-1/2023/07/10/x.json.gz");
    assertEquals(KeyLayout.AWS_LOGS, trail.layout());
    assertEquals("CloudTrail", trail.stream());
    assertEquals(TelemetryType.AUDIT, trail.telemetryType());
    assertEquals(LocalDate.of(2023, 7, 10), trail.exportDate());
    assertEquals(
        TelemetryType.LOGS,
        ObjectKey.of("AWSLogs/218007301253/vpcflowlogs/us-east-1/2023/07/10/x").telemetryType());
  }

  @Test
  void impossibleDatesAreNoDates() {
    ObjectKey key = ObjectKey.of("x/2023/02/30/y-1-2023-02-30-25-61-61-" + UUID);
    assertEquals(KeyLayout.UNKNOWN, key.layout());
    assertNull(key.exportTime());
    assertNull(key.exportDate());
  }

  @Test
  void everyStringIsAKey() {
    Random random = new Random(7);
    String pieces =
        STATE + "/AWSLogs/218007301253/metrics/runner/dt=2024-01-02/year=./é\u0000\ud800";
    for (int round = 0; round < 60_000; round++) {
      StringBuilder text = new StringBuilder(STATE);
      int from = random.nextInt(text.length());
      text.setLength(random.nextInt(from, text.length() + 1));
      text.delete(0, random.nextInt(from + 1));
      for (int edits = random.nextInt(6); edits > 0; edits--) {
        int at = random.nextInt(pieces.length());
        int end = Math.min(pieces.length(), at + random.nextInt(20));
        text.insert(random.nextInt(text.length() + 1), pieces, at, end);
      }
      ObjectKey key = ObjectKey.of(text.toString());
      assertNotNull(key.telemetryType());
      assertNotNull(key.layout());
      assertTrue(key.exportTime() == null || key.exportDate() != null);
    }
  }
}
