package dev.telltale.decoding.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.decoding.DecodedStream;
import dev.telltale.decoding.MessageBytes;
import dev.telltale.decoding.WriteRequests;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.RecordColumns;
import dev.telltale.record.Sample;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("smoke")
class MessageFormatsTest {
  private static final Instant TIME = Instant.ofEpochMilli(MessageBytes.MILLIS);

  record Example(String format, byte[] bytes) {
    @Override
    public String toString() {
      return format + " of " + bytes.length + " bytes";
    }
  }

  static List<Example> examples() {
    return List.of(
        new Example("remote-write-v1", MessageBytes.remoteWrite()),
        new Example("remote-write-v2", MessageBytes.remoteWriteSecond()),
        new Example("otlp-metrics", MessageBytes.otlpMetrics("m")),
        new Example("otlp-metrics", MessageBytes.otlpHistogram()),
        new Example("otlp-metrics", MessageBytes.otlpExponential()),
        new Example("otlp-metrics-0.7", MessageBytes.otlpFormerMetrics()),
        new Example("otlp-logs", MessageBytes.otlpLogs()),
        new Example("otlp-traces", MessageBytes.otlpTraces()),
        new Example("otlp-profiles", MessageBytes.otlpProfiles()),
        new Example("metric-family", MessageBytes.family("f")),
        new Example("openmetrics-protobuf", MessageBytes.metricSet()),
        new Example("pprof", MessageBytes.pprof()),
        new Example(
            "kubernetes-protobuf", MessageBytes.kubernetes("Pod", MessageBytes.pod("web-0"))),
        new Example("protobuf-unknown", MessageBytes.undeclared()));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyFormatIsRecognisedInEveryFramingAndKeepsItsText(Example example) {
    byte[] message = example.bytes();
    byte[] varint = WireBytes.of().delimited(message).delimited(message).array();
    byte[] bigEndian = WireBytes.of().bigEndian(message).bigEndian(message).array();
    for (byte[] object : List.of(message, varint, bigEndian)) {
      DecodedStream decoded = DecodedStream.of(object);
      assertEquals(List.of(example.format()), decoded.formats());
      assertEquals(example.format(), decoded.candidates.get(0).format());
      assertEquals(List.of(), decoded.faults);
      assertEquals(object.length, decoded.accounted);
      assertEquals(0, decoded.raw);
      assertTrue(decoded.bodies().contains(MessageBytes.SECRET), decoded.bodies());
      assertEquals(List.of("protobuf"), decoded.records.get(0).provenance().encodings());
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void snappyBlockAroundAMessageIsUnpacked(Example example) {
    DecodedStream decoded = DecodedStream.of(WriteRequests.snappy(example.bytes()));
    assertEquals(List.of(example.format()), decoded.formats());
    assertEquals(List.of(), decoded.faults);
  }

  @Test
  void nativeHistogramKeepsAllItsFields() {
    DecodedStream decoded = DecodedStream.of(MessageBytes.remoteWrite());
    assertEquals(3, decoded.records.size());
    assertTrue(
        decoded
            .body(1)
            .contains(
                "\"exemplars\":[{\"labels\":{\"trace_id\":\"abc\"},\"value\":3.0,"
                    + "\"timestamp\":1709382133000}],\"histograms\":[{\"countInt\":12,"
                    + "\"sum\":18.4,\"schema\":1,\"zeroThreshold\":0.001,\"zeroCountInt\":1,"
                    + "\"negativeSpans\":[{\"offset\":0,\"length\":2}],\"negativeDeltas\":[1,-2],"
                    + "\"positiveSpans\":[{\"offset\":1,\"length\":2}],\"positiveDeltas\":[1,-2],"
                    + "\"positiveCounts\":[2.5],\"resetHint\":\"NO\",\"timestamp\":1709382133000,"
                    + "\"customValues\":[0.75]}]"),
        decoded.body(1));
    assertEquals(
        List.of(new Sample(TIME, 7), new Sample(TIME, 18.4), new Sample(TIME, 12)),
        decoded.records.get(1).samples());
    assertEquals(
        "{\"metadata\":{\"type\":\"COUNTER\",\"metric\":\"logins_total\",\"help\":\"help\","
            + "\"unit\":\"1\"}}",
        decoded.body(2));
  }

  @Test
  void symbolsOfTheSecondVersionAreResolvedAndUnusedOnesKept() {
    DecodedStream decoded = DecodedStream.of(MessageBytes.remoteWriteSecond());
    assertEquals(
        "{\"labels\":{\"__name__\":\"logins_total\",\"actor\":\"ann@corp.io\"},"
            + "\"metadata\":{\"type\":\"COUNTER\",\"help\":\"the help\"},"
            + "\"createdTimestamp\":1709382132995}",
        decoded.body(0));
    assertEquals("{\"symbols\":[\"unused text\"]}", decoded.body(1));
  }

  @Test
  void referencesThatPointNowhereStayNumbersWithAFault() {
    WireBytes series = WireBytes.of().number(1, 1).number(1, 2).number(1, 3).number(1, 99);
    byte[] request =
        WireBytes.of()
            .text(4, "")
            .text(4, "name")
            .text(4, "value")
            .text(4, "odd")
            .message(5, series.message(2, WireBytes.of().real(1, 1).number(2, 1)))
            .array();
    DecodedStream decoded = DecodedStream.of(request);
    assertEquals(List.of("protobuf"), decoded.faultIds());
    assertEquals("{\"labels\":{\"name\":\"value\"},\"labelsRefs\":[3,99]}", decoded.body(0));
  }

  @Test
  void otlpHasTheRecordsOfItsJsonForm() {
    DecodedStream decoded = DecodedStream.of(MessageBytes.otlpMetrics("m"));
    DecodedRecord point = decoded.records.get(0);
    assertEquals(1, decoded.records.size());
    assertTrue(decoded.body(0).contains("\"attributes\":{\"user\":\"ann@corp.io\"}"));
    assertTrue(decoded.body(0).contains("\"filteredAttributes\":{\"filtered\":\"kept\"}"));
    assertEquals(List.of(new Sample(TIME, 42.5)), point.samples());
    RecordColumns columns = point.describer().describe(point.body());
    assertEquals("checkout", columns.emitter());
    assertEquals("m", columns.name());
    assertEquals(TIME, columns.eventTime());
    assertEquals(Map.of("user", "ann@corp.io"), columns.attributes());
  }

  @Test
  void labelsOfFormerMetricsAreAttributes() {
    DecodedStream decoded = DecodedStream.of(MessageBytes.otlpFormerMetrics());
    assertTrue(decoded.body(0).contains("\"labels\":{\"user\":\"ann@corp.io\"}"), decoded.body(0));
    assertEquals(List.of(new Sample(TIME, 9)), decoded.records.get(0).samples());
  }

  @Test
  void metricOfAFamilyIsARecordWithSumAndCount() {
    DecodedStream decoded = DecodedStream.of(MessageBytes.family("logins"));
    assertEquals(
        "{\"family\":{\"name\":\"logins\",\"help\":\"what it is\",\"type\":\"SUMMARY\"},"
            + "\"labels\":{\"user\":\"ann@corp.io\"},\"summary\":{\"sampleCount\":4,"
            + "\"sampleSum\":8.5,\"quantiles\":[{\"quantile\":0.5,\"value\":0.25}]},"
            + "\"timestampMs\":1709382133000}",
        decoded.body(0));
    DecodedRecord metric = decoded.records.get(0);
    assertEquals(List.of(new Sample(TIME, 8.5), new Sample(TIME, 4)), metric.samples());
    RecordColumns columns = metric.describer().describe(metric.body());
    assertEquals("logins", columns.name());
    assertEquals(TIME, columns.eventTime());
  }

  @Test
  void pointsOfOpenMetricsGiveSamples() {
    DecodedRecord metric = DecodedStream.of(MessageBytes.metricSet()).records.get(0);
    assertEquals(List.of(new Sample(TIME.plusNanos(5), 17)), metric.samples());
  }

  @Test
  void profileHasItsTypesLabelsAndStrings() {
    DecodedStream decoded = DecodedStream.of(MessageBytes.pprof());
    assertEquals(
        "{\"sampleTypes\":[{\"type\":\"cpu\",\"unit\":\"nanoseconds\"}],"
            + "\"labels\":{\"user\":\"ann@corp.io\"},\"timeNanos\":1709382133000000000,"
            + "\"strings\":[\"main.serve\"]}",
        decoded.body(0));
    DecodedRecord profile = decoded.records.get(0);
    RecordColumns columns = profile.describer().describe(profile.body());
    assertEquals("cpu", columns.name());
    assertEquals(TIME, columns.eventTime());
  }

  @Test
  void kubernetesObjectHasItsNamesAndIsDescribedLikeItsJson() {
    DecodedStream decoded =
        DecodedStream.of(MessageBytes.kubernetes("Pod", MessageBytes.pod("web-0")));
    assertEquals(
        "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"web-0\","
            + "\"namespace\":\"default\",\"creationTimestamp\":\"2024-03-02T12:22:13Z\","
            + "\"labels\":{\"app\":\"shop\"},\"annotations\":{\"owner\":\"ann@corp.io\"}},"
            + "\"spec\":{\"containers\":[{\"name\":\"web\",\"image\":\"reg/shop:1\","
            + "\"env\":[{\"name\":\"PASSWORD\",\"value\":\"hunter-2\"}]}],\"#3\":\"Always\"}}",
        decoded.body(0));
    DecodedRecord pod = decoded.records.get(0);
    RecordColumns columns = pod.describer().describe(pod.body());
    assertEquals("default/Pod/web-0 (shop:1)", columns.emitter());
    assertEquals("Pod", columns.name());
    assertEquals(TIME, columns.eventTime());
  }

  @Test
  void itemsOfAKubernetesListAreRecords() {
    WireBytes list =
        WireBytes.of()
            .message(1, WireBytes.of().text(2, "4711"))
            .message(2, MessageBytes.pod("web-0"))
            .message(2, MessageBytes.pod("web-1"));
    DecodedStream decoded = DecodedStream.of(MessageBytes.kubernetes("PodList", list));
    assertEquals(2, decoded.records.size());
    assertEquals("$.items[1]", decoded.records.get(1).provenance().rootPath());
    DecodedRecord second = decoded.records.get(1);
    assertEquals(
        "default/Pod/web-1 (shop:1)", second.describer().describe(second.body()).emitter());
  }

  @Test
  void secretsOfKubernetesReadAsTheirText() {
    WireBytes secret =
        WireBytes.of()
            .message(1, WireBytes.of().text(1, "db"))
            .pair(2, "password", "hunter-2")
            .text(3, "Opaque");
    assertTrue(
        DecodedStream.of(MessageBytes.kubernetes("Secret", secret))
            .body(0)
            .contains("\"data\":{\"password\":\"hunter-2\"}"));
  }

  @Test
  void cardNumberInAVarintNobodyDeclaredIsANumber() {
    assertTrue(
        DecodedStream.of(MessageBytes.undeclared()).body(0).contains("\"#2\":4111111111111111"));
  }

  @Test
  void unknownFieldsAreWalkedNotedAndLeaveTheObjectDecoded() {
    byte[] message =
        WireBytes.of()
            .message(1, MessageBytes.series("x").pair(900, "vendor", MessageBytes.SECRET))
            .text(77, "at the top")
            .array();
    DecodedStream decoded = DecodedStream.of(message);
    assertEquals(List.of("remote-write-v1"), decoded.formats());
    assertEquals(List.of("unknown-fields"), decoded.faultIds());
    assertEquals(0, decoded.raw);
    assertTrue(decoded.body(0).contains("\"#900\":{\"#1\":\"vendor\",\"#2\":\"ann@corp.io\"}"));
    assertEquals("{\"#77\":\"at the top\"}", decoded.body(1));
    assertTrue(decoded.candidates.get(0).evidence().contains("2 unknown"));
  }

  @Test
  void labelThatIsNotUtf8LeavesTheOtherSeriesWhole() {
    WireBytes broken =
        WireBytes.of()
            .message(1, WireBytes.of().text(1, "user").bytes(2, new byte[] {'a', (byte) 0xff}))
            .message(2, WireBytes.of().real(1, 7).number(2, MessageBytes.MILLIS));
    WireBytes request = WireBytes.of().message(1, broken);
    for (int i = 0; i < 4; i++) {
      request.message(1, MessageBytes.series("user-" + i));
    }
    DecodedStream decoded = DecodedStream.of(request.array());
    assertEquals(List.of("remote-write-v1"), decoded.formats());
    assertEquals(List.of("invalid-utf8"), decoded.faultIds());
    assertEquals(5, decoded.records.size());
  }

  @Test
  void messageThatIsCutKeepsWhatStandsBeforeTheCut() {
    WireBytes request = WireBytes.of();
    for (int i = 0; i < 6; i++) {
      request.message(1, MessageBytes.series("user-" + i));
    }
    byte[] whole = request.array();
    DecodedStream decoded = DecodedStream.of(Arrays.copyOf(whole, whole.length - 25));
    assertEquals(List.of("remote-write-v1"), decoded.formats());
    assertEquals(List.of("protobuf"), decoded.faultIds());
    assertEquals(whole.length - 25, decoded.raw);
    for (int i = 0; i < 6; i++) {
      assertTrue(decoded.bodies().contains("user-" + i), "series " + i);
    }
  }
}
