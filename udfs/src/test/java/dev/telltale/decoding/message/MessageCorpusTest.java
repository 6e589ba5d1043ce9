package dev.telltale.decoding.message;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.decoding.Candidate;
import dev.telltale.decoding.DecodedStream;
import dev.telltale.decoding.Samples;
import dev.telltale.decoding.TextSpans;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Sample;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.TextValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that other people's programs wrote. */
class MessageCorpusTest {
  private static final String FORMER = "derived/cw-metric-stream-otel07/s3-object-0.bin";
  private static final String WRITE =
      "fluent__fluent-bit/lib/cmetrics/tests/prometheus_remote_write_payload.bin";

  @ParameterizedTest
  @CsvSource({
    "derived/cw-metric-stream-otel07/s3-object-0.bin, otlp-metrics-0.7, varint, 52",
    "derived/otlp1-delimited/metrics-delimited.bin, otlp-metrics, varint, 17",
    "fluent__fluent-bit/lib/cmetrics/tests/data/otlp_null_label_histogram.bin, otlp-metrics, one, 1",
    "fluent__fluent-bit/lib/cmetrics/tests/opentelemetry_payload.bin, otlp-metrics, one, 8",
    "fluent__fluent-bit/lib/cmetrics/tests/prometheus_remote_write_payload.bin, remote-write-v1, one, 30",
    "prometheus__common/expfmt/testdata/protobuf, metric-family, varint, 74",
    "prometheus__common/expfmt/testdata/protobuf-multimessage, metric-family, varint, 6",
    "smithclay__otlp2parquet/testdata/metrics_exponential_histogram.pb, otlp-metrics, one, 2",
    "smithclay__otlp2parquet/testdata/metrics_gauge.pb, otlp-metrics, one, 3",
    "smithclay__otlp2parquet/testdata/metrics_mixed.pb, otlp-metrics, one, 3",
    "smithclay__otlp2parquet/testdata/metrics_sum.pb, otlp-metrics, one, 4",
    "smithclay__otlp2parquet/testdata/metrics_summary.pb, otlp-metrics, one, 2",
    "smithclay__otlp2parquet/testdata/traces.pb, otlp-traces, one, 19",
    "google__pprof/internal/proftest/testdata/large.cpu, pprof, one, 6"
  })
  void everyMessageHasItsFormatItsFramingAndNoSecondFraming(
      String path, String format, String framing, int records) {
    DecodedStream decoded = DecodedStream.of(Samples.bytes(path));
    assertEquals(List.of(format), decoded.formats());
    assertEquals(records, decoded.records.size());
    assertEquals(List.of(), decoded.faults);
    assertEquals(0, decoded.raw);
    assertEquals(format, decoded.candidates.get(0).format());
    assertTrue(decoded.candidates.get(0).evidence().contains("0 violations, 0 unknown"));
    for (Candidate candidate : decoded.candidates) {
      String told = candidate.evidence();
      assertTrue(told.startsWith("one") ? framing.equals("one") : told.contains(framing), told);
    }
  }

  @Test
  void everyKubernetesMessageIsRecognisedAndDescribed() {
    for (String path : Samples.under("kubernetes__api", ".pb")) {
      DecodedStream decoded = DecodedStream.of(Samples.bytes(path));
      assertEquals(List.of("kubernetes-protobuf"), decoded.formats(), path);
      assertEquals(List.of(), decoded.faults, path);
      DecodedRecord object = decoded.records.get(0);
      String named = path.substring(0, path.length() - ".pb".length());
      String kind = named.substring(named.lastIndexOf('.') + 1);
      String name = object.describer().describe(object.body()).name();
      boolean byReason = path.contains("core.v1.Event"); // an event is named after its reason
      assertEquals(byReason ? "reasonValue" : kind, name, path);
    }
  }

  /**
   * Read by the schema of 1.x the same bytes parse without an error and lose every label; the
   * runner-up's evidence shows them as unknown fields.
   */
  @Test
  void labelsOfFormerMetricsAreNotLost() {
    DecodedStream decoded = DecodedStream.of(Samples.bytes(FORMER));
    int labels = 0;
    for (DecodedRecord record : decoded.records) {
      labels += ((ObjectValue) record.body()).object("labels").members().size();
    }
    assertEquals(156, labels);
    assertTrue(decoded.candidates.get(1).evidence().contains("156 unknown"));
  }

  /** Nothing is lost, misplaced or made up if the records give the message back byte by byte. */
  @Test
  void aRemoteWriteMessageCanBeWrittenAgainFromItsRecords() {
    byte[] bytes = Samples.bytes(WRITE);
    WireBytes again = WireBytes.of();
    for (DecodedRecord record : DecodedStream.of(bytes).records) {
      again.message(1, series(record));
    }
    assertArrayEquals(bytes, again.array());
  }

  /** As proto3 has it: a text that is empty and a number that is 0 are left out. */
  private static WireBytes series(DecodedRecord record) {
    WireBytes series = WireBytes.of();
    ((ObjectValue) record.body())
        .object("labels")
        .members()
        .forEach(
            member -> {
              WireBytes label = WireBytes.of().text(1, member.name());
              String value = ((TextValue) member.value()).reveal();
              series.message(1, value.isEmpty() ? label : label.text(2, value));
            });
    for (Sample sample : record.samples()) {
      WireBytes written = WireBytes.of();
      if (sample.value() != 0) {
        written.real(1, sample.value());
      }
      series.message(2, written.number(2, sample.time().toEpochMilli()));
    }
    return series;
  }

  @ParameterizedTest
  @ValueSource(strings = {"remote-write", "varint"})
  void spansPointAtTheBytesOfTheText(String kind) {
    byte[] bytes = Samples.bytes(kind.equals("varint") ? FORMER : WRITE);
    DecodedStream decoded = DecodedStream.of(bytes);
    int checked = 0;
    for (DecodedRecord record : decoded.records) {
      checked += TextSpans.checked(record, bytes);
    }
    assertTrue(checked > 100, checked + " texts");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "google__pprof/internal/driver/testdata/cppbench.cpu",
        "google__pprof/internal/driver/testdata/go.crc32.cpu",
        "google__pprof/profile/testdata/gobench.cpu",
        "google__pprof/profile/testdata/go.crc32.cpu"
      })
  void otherBinariesAreNoMessages(String path) {
    assertEquals(List.of("binary"), DecodedStream.of(Samples.bytes(path)).formats());
  }

  @Test
  void noTextFileOfTheCorpusBecomesAMessage() {
    for (String folder : List.of("fluent__fluent-bit", "prometheus__common", "apache__avro")) {
      for (String path : Samples.under(folder, "")) {
        if (path.contains(".") && !path.endsWith(".bin") && !path.endsWith("protobuf")) {
          DecodedStream decoded = DecodedStream.of(Samples.bytes(path));
          assertNotEquals(List.of("protobuf-unknown"), decoded.formats(), path);
        }
      }
    }
  }
}
