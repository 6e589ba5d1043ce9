package dev.telltale.decoding.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.telltale.decoding.DecodedFrame;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.RecordColumns;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Docker, Fluent Bit, journald and the Elastic Common Schema. */
class ContainerLogFormatsTest {
  @Test
  void dockerLineShowsStreamTimeAndTag() {
    DecodedFrame frame =
        DecodedFrame.json(
            "{\"log\":\"x\\n\",\"stream\":\"stderr\",\"time\":\"2019-04-01T17:58:33.598656444Z\","
                + "\"attrs\":{\"tag\":\"web/1\",\"env\":\"prod\"}}");
    assertEquals("docker-json", frame.only().format());
    assertEquals(TelemetryType.LOGS, frame.only().telemetryType());
    assertEquals("stderr", frame.columns(0).name());
    assertEquals("web/1", frame.columns(0).emitter());
    assertEquals(Map.of("tag", "web/1", "env", "prod"), frame.columns(0).attributes());
    assertEquals(Instant.parse("2019-04-01T17:58:33.598656444Z"), frame.columns(0).eventTime());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"log\":\"x\",\"stream\":\"stdout\",\"time\":\"t\"}; docker-json",
        "{\"log\":\"x\",\"stream\":\"stdout\",\"time\":\"t\",\"more\":1}; fluent-bit",
        "{\"log\":\"x\",\"stream\":\"other\",\"time\":\"t\"}; fluent-bit",
        "{\"log\":\"x\",\"time\":\"t\"}; json",
        "{\"MESSAGE\":\"x\"}; json",
        "{\"MESSAGE\":\"x\",\"_BOOT_ID\":\"b\"}; journald",
        "{\"@timestamp\":\"t\",\"message\":\"m\"}; json",
        "{\"@timestamp\":\"t\",\"message\":\"m\",\"log\":{\"level\":\"info\"}}; ecs",
        "[1554141513.5,{\"message\":\"m\"}]; fluent-bit",
        "[1,{\"message\":\"m\"}]; json",
        "[1554141513.5,[]]; json"
      })
  void neighboursAreKeptApart(String json, String format) {
    assertEquals(format, DecodedFrame.json(json).records.get(0).format());
  }

  @Test
  void fluentBitLineShowsItsContainer() {
    DecodedFrame frame =
        DecodedFrame.json(
            "[1554141513.598656,{\"log\":\"x\",\"stream\":\"stdout\",\"kubernetes\":"
                + "{\"namespace_name\":\"n\",\"pod_name\":\"p\",\"container_name\":\"c\","
                + "\"labels\":{\"app\":\"web\"}}}]");
    assertEquals("fluent-bit", frame.only().format());
    assertEquals("n/p/c", frame.columns(0).emitter());
    assertEquals(Instant.parse("2019-04-01T17:58:33.598656Z"), frame.columns(0).eventTime());
    assertEquals(Map.of("app", "web"), frame.columns(0).attributes());
    assertEquals(
        List.of("fluent-bit"),
        DecodedFrame.json("{\"@timestamp\":1,\"message\":\"m\",\"kubernetes\":{}}").formats());
  }

  @Test
  void fluentBitPairWithMetadataHasTheTimeOfItsHead() {
    DecodedFrame frame =
        DecodedFrame.json("[[1554141513.5,{\"tag\":\"x\"}],{\"msg\":\"m\",\"level\":\"warn\"}]");
    assertEquals("fluent-bit", frame.only().format());
    assertEquals(Instant.parse("2019-04-01T17:58:33.500Z"), frame.columns(0).eventTime());
    assertEquals("warn", frame.columns(0).severity());
  }

  @Test
  void kubernetesEventInAPairIsDescribedAsOne() {
    DecodedFrame frame =
        DecodedFrame.json(
            "[1722451635.0,{\"involvedObject\":{\"kind\":\"Pod\",\"namespace\":\"n\",\"name\":\"p\"},"
                + "\"reason\":\"FailedMount\",\"type\":\"Warning\","
                + "\"lastTimestamp\":\"2024-07-31T18:47:15Z\"}]");
    assertEquals("n/Pod/p", frame.columns(0).emitter());
    assertEquals("FailedMount", frame.columns(0).name());
    assertEquals("Warning", frame.columns(0).severity());
    assertEquals(Instant.parse("2024-07-31T18:47:15Z"), frame.columns(0).eventTime());
  }

  @Test
  void journalEntryShowsHostUnitAndPriority() {
    DecodedFrame frame =
        DecodedFrame.json(
            "{\"MESSAGE\":\"m\",\"__REALTIME_TIMESTAMP\":\"1609459200000000\",\"_HOSTNAME\":\"h\","
                + "\"_SYSTEMD_UNIT\":\"ssh.service\",\"SYSLOG_IDENTIFIER\":\"sshd\",\"PRIORITY\":\"3\","
                + "\"_PID\":\"7\"}");
    assertEquals("journald", frame.only().format());
    assertEquals("h/ssh.service", frame.columns(0).emitter());
    assertEquals("sshd", frame.columns(0).name());
    assertEquals("ERROR", frame.columns(0).severity());
    assertEquals(Instant.parse("2021-01-01T00:00:00Z"), frame.columns(0).eventTime());
    assertEquals(Map.of("_PID", "7"), frame.columns(0).attributes());
  }

  @Test
  void elasticEventIsReadDottedAndNested() {
    String dotted =
        "{\"@timestamp\":\"2026-11-18T05:02:14Z\",\"log.level\":\"warn\",\"message\":\"m\","
            + "\"service.name\":\"cart\",\"log.logger\":\"a.B\",\"trace.id\":\"t\"}";
    String nested =
        "{\"@timestamp\":\"2026-11-18T05:02:14Z\",\"log\":{\"level\":\"warn\",\"logger\":\"a.B\"},"
            + "\"message\":\"m\",\"service\":{\"name\":\"cart\"},\"trace\":{\"id\":\"t\"}}";
    for (String json : List.of(dotted, nested)) {
      DecodedFrame frame = DecodedFrame.json(json);
      assertEquals("ecs", frame.only().format());
      assertEquals(
          new RecordColumns(
              Instant.parse("2026-11-18T05:02:14Z"),
              "cart",
              "a.B",
              "warn",
              Map.of("trace.id", "t")),
          frame.columns(0));
    }
  }
}
