package dev.telltale.decoding.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.decoding.DecodedFrame;
import dev.telltale.decoding.Outcome;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.JsonText;
import dev.telltale.value.NumberValue;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.TextValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CloudWatchLogsFormatTest {
  private static final Instant SENT = Instant.ofEpochMilli(1_440_442_987_000L);

  @Test
  void plainMessageIsOneRecordWithItsEventAndEnvelope() {
    DecodedFrame frame = DecodedFrame.json(envelope("first line", "second line"));
    assertEquals(Outcome.DECODED, frame.outcome);
    assertEquals(2, frame.records.size());
    assertEquals(
        "{\"message\":\"first line\",\"cloudwatch_event\":{\"id\":\"e0\",\"timestamp\":"
            + "1440442987000,\"envelope\":{\"messageType\":\"DATA_MESSAGE\",\"owner\":\"1234\","
            + "\"logGroup\":\"/aws/lambda/pay\",\"logStream\":\"s1\","
            + "\"subscriptionFilters\":[\"f\"]}}}",
        frame.body(0));
    DecodedRecord second = frame.records.get(1);
    assertEquals("cloudwatch-logs", second.format());
    assertEquals(TelemetryType.LOGS, second.telemetryType());
    assertEquals(
        "$.logEvents[1]", second.provenance().pathPrefix() + second.provenance().rootPath());
    assertEquals("/aws/lambda/pay/s1", frame.columns(1).emitter());
    assertEquals(SENT.plusMillis(1), frame.columns(1).eventTime());
    assertEquals(
        Map.of("owner", "1234", "logGroup", "/aws/lambda/pay", "logStream", "s1"),
        frame.columns(1).attributes());
  }

  @Test
  void envelopeIsOneSharedPlace() {
    DecodedFrame frame = DecodedFrame.json(envelope("one", "{\"a\":1}"));
    ObjectValue first = event(frame, 0).object("envelope");
    assertTrue(first.isShared());
    assertSame(first, event(frame, 1).object("envelope"));
  }

  @Test
  void messageOfAKnownFormatIsARecordOfThatFormat() {
    String trail =
        "{\"eventVersion\":\"1.08\",\"userIdentity\":{\"type\":\"Root\",\"arn\":\"arn:aws:iam::1:root\"},"
            + "\"eventTime\":\"2026-11-18T05:02:14Z\",\"eventSource\":\"s3.amazonaws.com\","
            + "\"eventName\":\"PutObject\",\"errorCode\":\"AccessDenied\"}";
    DecodedFrame frame = DecodedFrame.json(envelope(trail));
    DecodedRecord record = frame.only();
    assertEquals("cloudtrail", record.format());
    assertEquals(TelemetryType.AUDIT, record.telemetryType());
    assertEquals(
        "$.logEvents[0].message|json$",
        record.provenance().pathPrefix() + record.provenance().rootPath());
    assertEquals(List.of("json"), record.provenance().encodings());
    assertEquals("PutObject", frame.columns(0).name());
    assertEquals("s3.amazonaws.com/arn:aws:iam::1:root", frame.columns(0).emitter());
    assertEquals(Instant.parse("2026-11-18T05:02:14Z"), frame.columns(0).eventTime());
    assertEquals("1234", frame.columns(0).attributes().get("owner"));
  }

  @Test
  void jsonOfNoKnownFormatKeepsTheEnvelopesFormatAndFallsBackOnItsColumns() {
    DecodedFrame frame =
        DecodedFrame.json(envelope("{\"level\":\"warn\",\"msg\":\"m\"}", "[\"a\",1]"));
    assertEquals(List.of("cloudwatch-logs"), frame.formats());
    assertTrue(
        frame.body(0).startsWith("{\"level\":\"warn\",\"msg\":\"m\",\"cloudwatch_event\":{"));
    assertEquals("warn", frame.columns(0).severity());
    assertEquals("/aws/lambda/pay/s1", frame.columns(0).emitter());
    assertEquals(SENT, frame.columns(0).eventTime());
    assertTrue(frame.body(1).startsWith("{\"message\":[\"a\",1],\"cloudwatch_event\":{"));
  }

  @Test
  void messageOfSeveralRecordsSharesItsEvent() {
    DecodedFrame frame =
        DecodedFrame.json(envelope("{\"batch\":[{\"type\":\"track\"},{\"type\":\"page\"}]}"));
    assertEquals(List.of("segment"), frame.formats());
    assertSame(event(frame, 0), event(frame, 1));
    DecodedRecord second = frame.records.get(1);
    assertEquals(
        "$.logEvents[0].message|json$.batch[1]",
        second.provenance().pathPrefix() + second.provenance().rootPath());
  }

  @Test
  void whatOnlyLooksLikeJsonIsTextWithoutAFault() {
    for (String text :
        List.of(
            "{not json}", "[ERROR] First", "{\"a\":1} trailing", "", " ", "two\nlines\n", "12")) {
      DecodedFrame frame = DecodedFrame.json(envelope(text));
      assertEquals(List.of(), frame.faultIds(), text);
      assertEquals(Outcome.DECODED, frame.outcome);
      ObjectValue body = (ObjectValue) frame.only().body();
      assertEquals(text, ((TextValue) body.first("message")).reveal());
    }
  }

  @Test
  void controlMessageIsOneRecord() {
    String control = envelope("CWL CONTROL MESSAGE").replace("DATA_MESSAGE", "CONTROL_MESSAGE");
    DecodedFrame frame = DecodedFrame.json(control);
    assertEquals("cloudwatch-logs", frame.only().format());
    assertEquals(control, frame.body(0));
    assertEquals("CONTROL_MESSAGE", frame.columns(0).name());
    assertEquals(SENT, frame.columns(0).eventTime());
  }

  @Test
  void brokenEventsStayInTheirEnvelope() {
    for (String events : List.of("[]", "[1,{\"message\":\"m\"}]", "{}", "null")) {
      String envelope =
          "{\"messageType\":\"DATA_MESSAGE\",\"logGroup\":\"g\",\"logEvents\":" + events + "}";
      assertEquals(envelope, DecodedFrame.json(envelope).body(0));
    }
    DecodedFrame frame =
        DecodedFrame.json(
            "{\"messageType\":\"DATA_MESSAGE\",\"logGroup\":\"g\",\"logEvents\":[{\"message\":7}]}");
    assertTrue(JsonText.of(frame.only().body()).contains("\"message\":7"));
  }

  @Test
  void envelopesInsideMessagesEndAtTheThird() {
    String text = "deepest text";
    for (int i = 0; i < 3; i++) {
      text = envelope(text);
    }
    DecodedFrame third = DecodedFrame.json(text);
    assertEquals(List.of(), third.faultIds());
    assertTrue(third.body(0).contains("\"message\":\"deepest text\""));
    DecodedFrame deeper = DecodedFrame.json(envelope(envelope(text)));
    assertEquals(List.of("encoding-limit"), deeper.faultIds());
    assertTrue(deeper.body(0).contains("deepest text"));
  }

  private static ObjectValue event(DecodedFrame frame, int index) {
    ObjectValue event = ((ObjectValue) frame.records.get(index).body()).object("cloudwatch_event");
    assertNotNull(event);
    return event;
  }

  private static String envelope(String... messages) {
    ObjectValue.Builder envelope =
        ObjectValue.builder()
            .add("messageType", "DATA_MESSAGE")
            .add("owner", "1234")
            .add("logGroup", "/aws/lambda/pay")
            .add("logStream", "s1")
            .add("subscriptionFilters", new ArrayValue(List.of(new TextValue("f"))));
    List<ObjectValue> events = new ArrayList<>();
    for (String message : messages) {
      events.add(
          ObjectValue.builder()
              .add("id", "e" + events.size())
              .add(
                  "timestamp",
                  new NumberValue(Long.toString(SENT.toEpochMilli() + events.size()), -1, 0))
              .add("message", message)
              .build());
    }
    return JsonText.of(envelope.add("logEvents", new ArrayValue(events)).build());
  }
}
