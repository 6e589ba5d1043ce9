package dev.telltale.decoding.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.decoding.DecodedFrame;
import dev.telltale.decoding.Samples;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.RecordColumns;
import dev.telltale.value.ObjectValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Logs, audit events, analytics and JSON of no known format. */
class EventFormatsTest {
  @Test
  void gitpodLogShowsItsService() {
    DecodedFrame frame =
        DecodedFrame.json(
            "{\"serviceContext\":{\"service\":\"ws-manager\",\"version\":\"v1\"},"
                + "\"severity\":\"ERROR\",\"message\":\"m\",\"time\":\"2024-03-02T12:22:13.5Z\","
                + "\"context\":{\"userId\":\"u1\"}}");
    RecordColumns columns = frame.columns(0);
    assertEquals("gitpod-log", frame.only().format());
    assertEquals(TelemetryType.LOGS, frame.only().telemetryType());
    assertEquals("ws-manager", columns.emitter());
    assertEquals("ERROR", columns.severity());
    assertEquals(Instant.parse("2024-03-02T12:22:13.5Z"), columns.eventTime());
    assertEquals(Map.of("userId", "u1", "version", "v1"), columns.attributes());
  }

  @Test
  void reportedErrorIsNamedByItsTypeAndNeedsNoMessage() {
    DecodedFrame frame =
        DecodedFrame.json(
            "{\"@type\":\"type.googleapis.com/google.devtools.v1beta1.ReportedErrorEvent\","
                + "\"serviceContext\":{\"service\":\"server\"},\"severity\":\"CRITICAL\","
                + "\"stack_trace\":\"Error: x\\n at y\"}");
    assertEquals("gitpod-log", frame.only().format());
    assertEquals("ReportedErrorEvent", frame.columns(0).name());
    assertEquals("CRITICAL", frame.columns(0).severity());
  }

  @Test
  void gitpodLogMayNameAComponentOnly() {
    DecodedFrame frame =
        DecodedFrame.json("{\"component\":\"server\",\"severity\":\"INFO\",\"message\":\"m\"}");
    assertEquals("gitpod-log", frame.only().format());
    assertEquals("server", frame.columns(0).emitter());
  }

  @Test
  void gitpodAuditEventIsNamedByItsAction() {
    DecodedFrame frame =
        DecodedFrame.json(
            "{\"id\":\"1\",\"timestamp\":\"2024-07-01T00:00:00Z\",\"action\":\"createWorkspace\","
                + "\"organizationId\":\"o\",\"actorId\":\"a\",\"args\":\"[{}]\"}");
    assertEquals("gitpod-audit", frame.only().format());
    assertEquals(TelemetryType.AUDIT, frame.only().telemetryType());
    assertEquals("createWorkspace", frame.columns(0).name());
    assertEquals("a", frame.columns(0).attributes().get("actorId"));
    assertEquals("o/a", frame.columns(0).emitter());
  }

  @Test
  void segmentBatchGivesItsCallsWithTheirPlaces() {
    DecodedFrame frame =
        DecodedFrame.json(
            "{\"batch\":[{\"type\":\"identify\",\"userId\":\"u\",\"traits\":{\"email\":\"a@b.io\"}},"
                + "{\"type\":\"track\",\"event\":\"start\",\"timestamp\":\"2024-01-02T03:04:05Z\"}],"
                + "\"context\":{\"library\":{\"name\":\"go\"}},\"sentAt\":\"2024-01-02T03:04:09Z\"}");
    assertEquals(List.of("segment"), frame.formats());
    assertEquals(TelemetryType.ANALYTICS, frame.records.get(0).telemetryType());
    assertEquals("$.batch[0]", frame.records.get(0).provenance().rootPath());
    assertEquals("$.batch[1]", frame.records.get(1).provenance().rootPath());
    assertTrue(
        frame.body(0).startsWith("{\"type\":\"identify\",\"userId\":\"u\",\"traits\":{\"email\""));
    ObjectValue context = ((ObjectValue) frame.records.get(0).body()).object("batch_context");
    assertTrue(context.isShared());
    assertSame(context, ((ObjectValue) frame.records.get(1).body()).object("batch_context"));
    assertEquals(Instant.parse("2024-01-02T03:04:09Z"), frame.columns(0).eventTime());
    assertEquals("start", frame.columns(1).name());
    assertEquals("go", frame.columns(1).emitter());
  }

  @Test
  void segmentCallMayStandAlone() {
    DecodedFrame frame =
        DecodedFrame.json("{\"type\":\"page\",\"anonymousId\":\"x\",\"name\":\"Home\"}");
    assertEquals("segment", frame.only().format());
    assertEquals("Home", frame.columns(0).name());
    assertEquals(List.of("json"), DecodedFrame.json("{\"type\":\"page\"}").formats());
  }

  @Test
  void segmentSamplesAreCalls() {
    for (String path : Samples.under("segmentio__analytics-go", ".json")) {
      List<DecodedRecord> records = Samples.records(path);
      assertEquals(1, records.size(), path);
      assertEquals("segment", records.get(0).format(), path);
    }
  }

  @Test
  void jsonOfNoKnownFormatIsReadByUsualNames() {
    DecodedFrame frame =
        DecodedFrame.json(
            "{\"ts\":1709382133,\"level\":\"warn\",\"service\":\"billing\",\"event\":\"paid\"}");
    RecordColumns columns = frame.columns(0);
    assertEquals("json", frame.only().format());
    assertEquals(null, frame.only().telemetryType());
    assertEquals(Instant.ofEpochSecond(1_709_382_133), columns.eventTime());
    assertEquals(
        "billing/paid/warn", columns.emitter() + "/" + columns.name() + "/" + columns.severity());
  }

  @Test
  void billIsReadByUsualNames() {
    DecodedFrame frame =
        DecodedFrame.json(
            "{\"date\":\"2026-11-18\",\"customer\":{\"id\":\"c1\"},\"user_id\":7,"
                + "\"total\":{\"value\":\"12.50\",\"currency\":\"EUR\"},\"invoiceId\":\"i\","
                + "\"credits\":3.5}");
    assertEquals(Instant.parse("2026-11-18T00:00:00Z"), frame.columns(0).eventTime());
    assertEquals(
        Map.of(
            "user",
            "7",
            "account",
            "c1",
            "amount",
            "12.50",
            "currency",
            "EUR",
            "invoice",
            "i",
            "quantity",
            "3.5"),
        frame.columns(0).attributes());
    assertEquals(
        Map.of("amount_minor", "1250", "currency", "usd"),
        DecodedFrame.json("{\"amount_cents\":1250,\"currency\":\"usd\"}").columns(0).attributes());
  }

  @Test
  void arrayOfObjectsGivesItsItems() {
    DecodedFrame frame = DecodedFrame.json("[{\"a\":1},{\"b\":2}]");
    assertEquals("{\"b\":2}", frame.body(1));
    assertEquals("$[1]", frame.records.get(1).provenance().rootPath());
    assertEquals("[1,{}]", DecodedFrame.json("[1,{}]").body(0));
    assertEquals("[]", DecodedFrame.json("[]").body(0));
  }

  @Test
  void replacedSpansNeverBreakTheColumns() {
    DecodedFrame frame =
        DecodedFrame.json(
            "{\"component\":\"[telltale:pii.email:00aa11bb]\",\"severity\":\"[telltale:x:1]\","
                + "\"message\":\"m\",\"time\":\"[telltale:x:1]\",\"context\":\"[telltale:x:1]\"}");
    RecordColumns columns = frame.columns(0);
    assertEquals(null, columns.eventTime());
    assertEquals("[telltale:pii.email:00aa11bb]", columns.emitter());
    assertEquals(Map.of(), columns.attributes());
  }
}
