package dev.telltale.decoding.otlp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.decoding.DecodedFrame;
import dev.telltale.decoding.Outcome;
import dev.telltale.decoding.Samples;
import dev.telltale.limit.Limits;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.RecordColumns;
import dev.telltale.record.Sample;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.JsonParser;
import dev.telltale.value.MalformedJson;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpJsonFormatTest {
  private static final String POINTS =
      """
      {"resourceMetrics":[{"schemaUrl":"s1","resource":{"attributes":[
        {"key":"service.name","value":{"stringValue":"cart"}},
        {"key":"service.namespace","value":{"stringValue":"shop"}},
        {"key":"service.name","value":{"stringValue":"again"}}],"droppedAttributesCount":1},
      "scopeMetrics":[{"scope":{"name":"lib","attributes":[{"key":"k","value":{"boolValue":true}}]},
      "metrics":[{"name":"logins","unit":"1","description":"d","sum":{"isMonotonic":true,
        "dataPoints":[
         {"asInt":"5","timeUnixNano":"1544712660300000000","attributes":[
           {"key":"user.email","value":{"stringValue":"ann@corp.io"}},
           {"key":"list","value":{"arrayValue":{"values":[{"intValue":"7"},{"stringValue":"x"}]}}},
           {"key":"map","value":{"kvlistValue":{"values":[
              {"key":"in","value":{"bytesValue":"aGk="}}]}}},
           {"key":"none"}],
          "exemplars":[{"filteredAttributes":[{"key":"e","value":{"stringValue":"v"}}]}]},
         {"as_double":2.5,"time_unix_nano":1544712660300000000}]}}]}]}]}
      """;

  @Test
  void pointIsReshapedSoThatNamesAreKeys() {
    DecodedFrame frame = DecodedFrame.json(POINTS);
    assertEquals(Outcome.DECODED, frame.outcome);
    assertEquals(2, frame.records.size());
    assertEquals(
        "{\"resource\":{\"schemaUrl\":\"s1\",\"service.name\":\"cart\","
            + "\"service.namespace\":\"shop\",\"service.name\":\"again\","
            + "\"droppedAttributesCount\":1},"
            + "\"scope\":{\"name\":\"lib\",\"attributes\":{\"k\":true}},"
            + "\"metric\":{\"name\":\"logins\",\"unit\":\"1\",\"description\":\"d\",\"sum\":{\"isMonotonic\":true}},"
            + "\"asInt\":\"5\",\"timeUnixNano\":\"1544712660300000000\","
            + "\"attributes\":{\"user.email\":\"ann@corp.io\",\"list\":[\"7\",\"x\"],"
            + "\"map\":{\"in\":\"aGk=\"},\"none\":null},"
            + "\"exemplars\":[{\"filteredAttributes\":{\"e\":\"v\"}}]}",
        frame.body(0));
  }

  @Test
  void pointShowsItsColumnsAndSample() {
    DecodedFrame frame = DecodedFrame.json(POINTS);
    RecordColumns columns = frame.columns(0);
    Instant time = Instant.parse("2018-12-13T14:51:00.300Z");
    assertEquals("shop/cart", columns.emitter());
    assertEquals("logins", columns.name());
    assertEquals(time, columns.eventTime());
    assertEquals("ann@corp.io", columns.attributes().get("user.email"));
    assertEquals(List.of(new Sample(time, 5)), frame.records.get(0).samples());
    assertEquals(List.of(new Sample(time, 2.5)), frame.records.get(1).samples());
    assertEquals(TelemetryType.METRICS, frame.records.get(0).telemetryType());
  }

  @Test
  void resourceScopeAndMetricAreOneSharedPlace() {
    DecodedFrame frame = DecodedFrame.json(POINTS);
    for (String level : List.of("resource", "scope", "metric")) {
      ObjectValue first = ((ObjectValue) frame.records.get(0).body()).object(level);
      assertTrue(first.isShared());
      assertSame(first, ((ObjectValue) frame.records.get(1).body()).object(level));
    }
  }

  @Test
  void logShowsSeverityAndBody() {
    DecodedFrame frame =
        DecodedFrame.json(
            "{\"resource_logs\":[{\"scope_logs\":[{\"log_records\":[{\"severity_number\":17,"
                + "\"eventName\":\"login\",\"body\":{\"stringValue\":\"hello\"}}]}]}]}");
    assertEquals("ERROR", frame.columns(0).severity());
    assertEquals("login", frame.columns(0).name());
    assertTrue(frame.body(0).contains("\"body\":\"hello\""));
    assertEquals(TelemetryType.LOGS, frame.only().telemetryType());
  }

  @Test
  void everyKindOfPointKeepsItsBodyAndGivesItsSum() {
    String point = "\"timeUnixNano\":\"1544712660300000000\",\"count\":\"3\",\"sum\":6.5,";
    for (String kind :
        List.of(
            "\"histogram\":{\"aggregationTemporality\":2,\"dataPoints\":[{"
                + point
                + "\"bucketCounts\":[\"1\",\"2\"],\"explicitBounds\":[5],\"min\":1}]}",
            "\"exponential_histogram\":{\"data_points\":[{"
                + point
                + "\"scale\":1,\"zeroCount\":1,\"positive\":{\"offset\":1,\"bucketCounts\":[1]}}]}",
            "\"summary\":{\"dataPoints\":[{"
                + point
                + "\"quantileValues\":[{\"quantile\":0.5,\"value\":2}]}]}")) {
      DecodedFrame frame = DecodedFrame.json(metric(kind));
      assertEquals(6.5, frame.only().samples().get(0).value());
      assertTrue(frame.body(0).contains("\"count\":\"3\",\"sum\":6.5"));
      assertEquals("m", frame.columns(0).name());
    }
  }

  @Test
  void numbersMayBeTextAndWhatIsNoneGivesNoSample() {
    for (String number : List.of("\"-9223372036854775808\"", "-9223372036854775808")) {
      String gauge = "\"gauge\":{\"dataPoints\":[{\"asInt\":" + number + "}]}";
      Sample sample = DecodedFrame.json(metric(gauge)).only().samples().get(0);
      assertEquals(Long.MIN_VALUE, sample.value());
    }
    for (String number : List.of("\"0x1p3\"", "\"12d\"", "\"secret\"", "true", "[1]", "\"\"")) {
      String gauge = "\"gauge\":{\"dataPoints\":[{\"asDouble\":" + number + "}]}";
      assertEquals(List.of(), DecodedFrame.json(metric(gauge)).only().samples());
    }
    String nan = "\"gauge\":{\"dataPoints\":[{\"asDouble\":\"NaN\"}]}";
    assertEquals(Double.NaN, DecodedFrame.json(metric(nan)).only().samples().get(0).value());
  }

  private static String metric(String data) {
    return "{\"resourceMetrics\":[{\"scopeMetrics\":[{\"metrics\":[{\"name\":\"m\","
        + data
        + "}]}]}]}";
  }

  @Test
  void failedSpanIsAnErrorAndItsEventsAndLinksHaveKeys() {
    DecodedFrame frame =
        DecodedFrame.json(
            "{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"k8s.pod.name\",\"value\":"
                + "{\"stringValue\":\"p\"}}]},\"scopeSpans\":[{\"spans\":[{\"name\":\"s\",\"traceId\":"
                + "\"5b8efff798038103d269b633813fc60c\",\"flags\":257,\"startTimeUnixNano\":"
                + "\"1544712660000000000\",\"status\":{\"code\":\"STATUS_CODE_ERROR\"},\"events\":["
                + "{\"name\":\"exception\",\"attributes\":[{\"key\":\"exception.message\",\"value\":"
                + "{\"stringValue\":\"x\"}}]}],\"links\":[{\"attributes\":[{\"key\":\"l\",\"value\":"
                + "{\"stringValue\":\"y\"}}]}],\"droppedLinksCount\":2}]}]}]}");
    assertEquals("ERROR", frame.columns(0).severity());
    assertEquals("p", frame.columns(0).emitter());
    assertTrue(frame.body(0).contains("\"attributes\":{\"exception.message\":\"x\"}"));
    assertTrue(frame.body(0).contains("\"links\":[{\"attributes\":{\"l\":\"y\"}}]"));
    assertTrue(frame.body(0).contains("\"droppedLinksCount\":2"));
  }

  @Test
  void profilesStandBesideTheirDictionary() {
    DecodedFrame frame =
        DecodedFrame.json(
            "{\"resourceProfiles\":[{\"scopeProfiles\":[{\"profiles\":[{\"profileId\":\"1\"},"
                + "{\"profileId\":\"2\"}]}]}],\"dictionary\":{\"stringTable\":[\"main\"]}}");
    assertEquals(3, frame.records.size());
    assertEquals(TelemetryType.PROFILES, frame.records.get(0).telemetryType());
    assertEquals(TelemetryType.PROFILES, frame.records.get(2).telemetryType());
    assertEquals("{\"dictionary\":{\"stringTable\":[\"main\"]}}", frame.body(2));
  }

  @Test
  void levelsWithoutEntriesAreRecordsToo() {
    assertEquals(
        "{\"resource\":{\"a\":\"b\"}}",
        DecodedFrame.json(
                "{\"resourceSpans\":[{\"resource\":{\"attributes\":"
                    + "[{\"key\":\"a\",\"value\":{\"stringValue\":\"b\"}}]}}]}")
            .body(0));
    assertEquals(
        "{\"resource\":{},\"scope\":{\"name\":\"lone\"}}",
        DecodedFrame.json(
                "{\"resourceSpans\":[{\"scopeSpans\":[{\"scope\":{\"name\":\"lone\"}}]}]}")
            .body(0));
    assertEquals("{\"resourceLogs\":[]}", DecodedFrame.json("{\"resourceLogs\":[]}").body(0));
  }

  @Test
  void whatIsNotOfTheProtocolIsKept() {
    DecodedFrame frame =
        DecodedFrame.json(
            "{\"resourceSpans\":[{\"scopeSpans\":[\"stray\",{\"spans\":[{\"name\":\"s\","
                + "\"attributes\":[{\"key\":\"k\",\"value\":{\"odd\":\"wrapper\"},\"x\":\"more\"}]"
                + "}]}]}],\"beside\":\"envelope\"}");
    assertEquals(2, frame.records.size());
    assertTrue(frame.body(0).contains("stray"));
    assertTrue(frame.body(0).contains("wrapper"));
    assertTrue(frame.body(0).contains("more"));
    assertEquals("{\"beside\":\"envelope\"}", frame.body(1));
  }

  @ParameterizedTest
  @CsvSource({
    "open-telemetry__opentelemetry-proto/examples/metrics.json, METRICS",
    "open-telemetry__opentelemetry-proto/examples/logs.json, LOGS",
    "open-telemetry__opentelemetry-proto/examples/events.json, LOGS",
    "open-telemetry__opentelemetry-proto/examples/trace.json, TRACES",
    "smithclay__otlp2parquet/testdata/logs.jsonl, LOGS",
    "smithclay__otlp2parquet/testdata/log.json, LOGS",
    "smithclay__otlp2parquet/testdata/trace.json, TRACES",
    "smithclay__otlp2parquet/testdata/metrics_gauge.jsonl, METRICS",
    "smithclay__otlp2parquet/testdata/metrics_histogram.jsonl, METRICS",
    "smithclay__otlp2parquet/testdata/metrics_exponential_histogram.jsonl, METRICS",
    "smithclay__otlp2parquet/testdata/metrics_summary.jsonl, METRICS",
    "smithclay__otlp2parquet/testdata/metrics_mixed.jsonl, METRICS",
    "smithclay__otlp2parquet/testdata/metrics_mixed.json, METRICS"
  })
  void sampleHasARecordPerPointSpanOrLog(String path, TelemetryType type) throws MalformedJson {
    JsonParser parser = new JsonParser(Limits.defaults());
    long expected = 0;
    for (byte[] value : Samples.values(Samples.bytes(path))) {
      expected += entries(parser.parse(value, 0, value.length));
    }
    List<DecodedRecord> records = Samples.records(path);
    assertTrue(expected > 0);
    assertEquals(expected, records.size());
    for (DecodedRecord record : records) {
      assertEquals("otlp-json", record.format());
      assertEquals(type, record.telemetryType());
      RecordColumns columns = record.describer().describe(record.body());
      assertTrue(columns.eventTime() != null && columns.emitter() != null);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"trace_invalid_kind", "trace_invalid_base64", "log_invalid_severity"})
  void sampleWithBadFieldsIsDecodedAllTheSame(String name) {
    List<DecodedFrame> frames =
        Samples.decoded("smithclay__otlp2parquet/testdata/invalid/" + name + ".json");
    assertEquals(1, frames.size());
    assertEquals(List.of("otlp-json"), frames.get(0).formats());
  }

  /** Items of the lists that hold entries, at any depth. */
  private static long entries(Value value) {
    Set<String> lists = Set.of("dataPoints", "data_points", "logRecords", "log_records", "spans");
    long count = 0;
    if (value instanceof ArrayValue array) {
      for (Value item : array.items()) {
        count += entries(item);
      }
    } else if (value instanceof ObjectValue object) {
      for (Member member : object.members()) {
        boolean entries = lists.contains(member.name());
        count += entries ? ((ArrayValue) member.value()).items().size() : entries(member.value());
      }
    }
    return count;
  }
}
