package dev.telltale.decoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.RecordColumns;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Every sample that is JSON: its records, in order, are of the formats that the values call for,
 * and tell when they happened and who sent them.
 */
class JsonCorpusTest {
  private static final String FLUENT = "fluent__fluent-bit/tests/";
  private static final String PROMTAIL = "grafana__lambda-promtail/testdata/";
  private static final String LAMBDA = "aws__aws-lambda-go/events/testdata/";
  private static final String OTLP = "smithclay__otlp2parquet/testdata/";

  /**
   * @param path of a file, or the start of the paths of several
   * @param silent columns that the source has nothing for
   */
  private record Row(
      String path, String ending, String format, ExpectedFormats expected, Set<String> silent) {
    Row(String path, String ending, String format, ExpectedFormats expected, String... silent) {
      this(path, ending, format, expected, Set.of(silent));
    }

    boolean covers(String sample) {
      return sample.startsWith(path) && sample.endsWith(ending);
    }

    @Override
    public String toString() {
      return path + "*" + ending;
    }
  }

  static final List<Row> ROWS =
      List.of(
          new Row("segmentio__analytics-go/", ".json", "segment", ExpectedFormats.BATCH),
          new Row("invictus-ir__aws_dataset/", ".json", "cloudtrail", ExpectedFormats.RECORDS),
          new Row("liggitt__audit2rbac/", ".log", "kubernetes-audit", ExpectedFormats.KUBERNETES),
          new Row("derailed__k9s/", ".json", "kubernetes", ExpectedFormats.KUBERNETES),
          new Row("itaysk__kubectl-neat/", ".json", "kubernetes", ExpectedFormats.KUBERNETES),
          new Row("kubernetes__api/", ".json", "kubernetes", ExpectedFormats.KUBERNETES),
          new Row("derived/k8s-state/", "", "kubernetes", ExpectedFormats.KUBERNETES),
          new Row("derived/cw-logs/", "", "cloudwatch-logs", ExpectedFormats.LOG_EVENTS),
          row(
              "runtime/data/in_kubernetes_events/",
              ".json",
              "kubernetes",
              ExpectedFormats.KUBERNETES),
          // "EventList" in the manifest, but these are single events, each in a pair of Fluent Bit
          row("runtime/data/in_kubernetes_events/", ".out", "fluent-bit", ExpectedFormats.ONE),
          row("runtime/data/kubernetes/out/", ".out", "fluent-bit", ExpectedFormats.ONE),
          // "fluent-bit" in the manifest: lines of Docker, as they are before Fluent Bit reads them
          row(
              "runtime/data/kubernetes/log/",
              ".log",
              "docker-json",
              ExpectedFormats.ONE,
              "emitter"),
          // cut down to "log" alone, which is too little to tell Docker's lines by
          row(
              "runtime/data/tail/log/dockermode",
              "",
              "json",
              ExpectedFormats.ONE,
              "emitter",
              "time"),
          // answers of the API server, most of them cut down to metadata without a kind
          row(
              "runtime/data/kubernetes/meta/",
              "",
              "kubernetes",
              ExpectedFormats.META,
              "emitter",
              "time"),
          // one object of named cases, some broken on purpose: no request of OTLP itself
          row("internal/data/opentelemetry/", "", "json", ExpectedFormats.ONE, "emitter", "time"),
          new Row(
              "open-telemetry__opentelemetry-proto/", ".json", "otlp-json", ExpectedFormats.OTLP),
          new Row(OTLP, ".jsonl", "otlp-json", ExpectedFormats.OTLP),
          new Row(OTLP + "log", ".json", "otlp-json", ExpectedFormats.OTLP),
          new Row(OTLP + "trace", ".json", "otlp-json", ExpectedFormats.OTLP),
          new Row(OTLP + "metrics", ".json", "otlp-json", ExpectedFormats.OTLP),
          // invalid by the schema, not as JSON: decoded all the same
          new Row(OTLP + "invalid/log", ".json", "otlp-json", ExpectedFormats.OTLP),
          new Row(OTLP + "invalid/trace", ".json", "otlp-json", ExpectedFormats.OTLP),
          new Row(LAMBDA + "kinesis", ".json", "aws-event", ExpectedFormats.CARRIED),
          // the time is a moment after 1970, which is none that telemetry can have
          new Row(LAMBDA + "s3", ".json", "aws-event", ExpectedFormats.RECORDS, "time"),
          new Row(
              PROMTAIL + "events/s3-event.json", "", "aws-event", ExpectedFormats.RECORDS, "time"),
          new Row(PROMTAIL + "events/s3-event-gen", "", "aws-event", ExpectedFormats.RECORDS),
          new Row(PROMTAIL + "events/s3-test", "", "aws-event", ExpectedFormats.ONE),
          new Row(PROMTAIL + "events/sns", "", "aws-event", ExpectedFormats.RECORDS),
          new Row(PROMTAIL + "events/kinesis", "", "aws-event", ExpectedFormats.CARRIED),
          new Row(PROMTAIL + "eventbridge", "", "aws-event", ExpectedFormats.ONE),
          // named after Kinesis, but what lies inside such an event: an envelope of CloudWatch Logs
          new Row(PROMTAIL + "kinesis", "", "cloudwatch-logs", ExpectedFormats.LOG_EVENTS),
          // a form of Prometheus from before 2014
          new Row(
              "prometheus__common/",
              "json2_bad",
              "json",
              ExpectedFormats.ITEMS,
              "emitter",
              "time"));

  /** Samples that are JSON outside, and are counted by what lies inside in tests of their own. */
  private static final List<String> ELSEWHERE =
      List.of("derived/gitpod-metrics/", "derived/firehose-error/");

  private static Row row(
      String path, String ending, String format, ExpectedFormats expected, String... silent) {
    return new Row(FLUENT + path, ending, format, expected, silent);
  }

  @ParameterizedTest
  @FieldSource("ROWS")
  void samplesGiveTheRecordsThatTheirValuesCallFor(Row row) throws IOException {
    List<String> paths = Samples.under("", row.ending()).stream().filter(row::covers).toList();
    assertFalse(paths.isEmpty(), row::toString);
    for (String path : paths) {
      List<String> expected = new ArrayList<>();
      for (JsonNode value : values(Samples.bytes(path))) {
        expected.addAll(row.expected().of(value, row.format()));
      }
      DecodedObject object = DecodedObject.of(Samples.bytes(path));
      assertFalse(expected.isEmpty(), path);
      assertEquals(expected, object.records.stream().map(DecodedRecord::format).toList(), path);
      assertEquals(List.of(), object.faults, path);
      for (DecodedRecord record : object.records) {
        assertDescribed(record, row, path);
      }
    }
  }

  /** A line of text inside an event tells no more than itself. */
  private static void assertDescribed(DecodedRecord record, Row row, String path) {
    if (!record.format().equals("text")) {
      RecordColumns columns = DecodedObject.columns(record);
      assertTrue(row.silent().contains("time") || columns.eventTime() != null, path);
      assertTrue(row.silent().contains("emitter") || columns.emitter() != null, path);
    }
  }

  @Test
  void everySampleThatIsJsonHasOneRow() throws IOException {
    for (String path : Samples.under("", "")) {
      if (ELSEWHERE.stream().noneMatch(path::startsWith) && isJson(Samples.bytes(path))) {
        assertEquals(1, ROWS.stream().filter(row -> row.covers(path)).count(), path);
      }
    }
  }

  @Test
  void sampleThatIsBrokenJsonIsNamedInAFaultAndScannedAsText() {
    String path = OTLP + "invalid/malformed.json";
    DecodedObject object = DecodedObject.of(Samples.bytes(path));
    assertEquals(List.of("text"), object.formats());
    assertEquals("json-syntax", object.faults.get(0).kind().id());
    assertEquals(Samples.bytes(path).length, object.accounted);
  }

  private static boolean isJson(byte[] bytes) {
    try {
      List<JsonNode> values = values(bytes);
      return !values.isEmpty() && values.stream().allMatch(JsonNode::isContainerNode);
    } catch (IOException isNone) {
      return false;
    }
  }

  /** All values of a file, gzip decoded however often it was done. */
  private static List<JsonNode> values(byte[] bytes) throws IOException {
    byte[] plain = bytes;
    while (plain.length > 2 && plain[0] == 0x1f && plain[1] == (byte) 0x8b) {
      plain = new GZIPInputStream(new ByteArrayInputStream(plain)).readAllBytes();
    }
    List<JsonNode> values = new ArrayList<>();
    try (JsonParser parser = new ObjectMapper().createParser(plain)) {
      for (JsonNode value = parser.readValueAsTree(); value != null; ) {
        values.add(value);
        value = parser.readValueAsTree();
      }
    }
    return values;
  }
}
