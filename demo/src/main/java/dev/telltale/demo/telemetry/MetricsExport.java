package dev.telltale.demo.telemetry;

import com.google.protobuf.MessageLite;
import dev.telltale.proto.remotewrite.v1.Label;
import dev.telltale.proto.remotewrite.v1.MetricMetadata;
import dev.telltale.proto.remotewrite.v1.Sample;
import dev.telltale.proto.remotewrite.v1.TimeSeries;
import dev.telltale.proto.remotewrite.v1.WriteRequest;
import dev.telltale.proto.remotewrite.v2.Request;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Metrics: a stream of <code>{"b":"&lt;base64&gt;"}</code>, in each a snappy block of a Prometheus
 * remote-write request.
 */
public final class MetricsExport {
  private MetricsExport() {}

  public static byte[] object(Vocabulary words, Instant time, int bytes) {
    boolean lines = words.chance(0.5);
    boolean v2 = words.chance(0.08);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    do {
      List<Map<String, String>> series =
          clean(words, bytes < 8_000 ? words.between(3, 12) : words.between(20, 120));
      content.writeBytes(v2 ? envelopeV2(series, words, time) : envelopeV1(series, words, time));
      if (lines) {
        content.write('\n');
      }
    } while (content.size() < bytes);
    return content.toByteArray();
  }

  public static List<Map<String, String>> clean(Vocabulary words, int count) {
    List<Map<String, String>> series = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      series.add(MetricSeries.any(words));
    }
    return series;
  }

  /** The envelope of a remote write 1.0 request. */
  public static byte[] envelopeV1(
      List<Map<String, String>> series, Vocabulary words, Instant time) {
    return envelope(requestV1(series, words, time));
  }

  public static WriteRequest requestV1(
      List<Map<String, String>> series, Vocabulary words, Instant time) {
    WriteRequest.Builder request = WriteRequest.newBuilder();
    for (Map<String, String> labels : series) {
      TimeSeries.Builder one = TimeSeries.newBuilder();
      labels.forEach(
          (name, value) -> one.addLabels(Label.newBuilder().setName(name).setValue(value)));
      for (int at = 0; at < 2; at++) {
        one.addSamples(
            Sample.newBuilder()
                .setValue(words.between(0, 1_000_000) / 16.0)
                .setTimestamp(time.plusSeconds(15L * at).toEpochMilli()));
      }
      request.addTimeseries(one);
    }
    request.addMetadata(
        MetricMetadata.newBuilder()
            .setType(1)
            .setMetricFamilyName("node_cpu_seconds_total")
            .setHelp("Seconds the CPUs spent in each mode.")
            .setUnit("seconds"));
    return request.build();
  }

  /** The envelope of a remote write 2.0 request. */
  public static byte[] envelopeV2(
      List<Map<String, String>> series, Vocabulary words, Instant time) {
    Map<String, Integer> symbols = new LinkedHashMap<>();
    symbols.put("", 0);
    Request.Builder request = Request.newBuilder();
    for (Map<String, String> labels : series) {
      dev.telltale.proto.remotewrite.v2.TimeSeries.Builder one =
          dev.telltale.proto.remotewrite.v2.TimeSeries.newBuilder();
      labels.forEach(
          (name, value) ->
              one.addLabelsRefs(reference(symbols, name)).addLabelsRefs(reference(symbols, value)));
      one.addSamples(
          dev.telltale.proto.remotewrite.v2.Sample.newBuilder()
              .setValue(words.between(0, 1_000_000) / 16.0)
              .setTimestamp(time.toEpochMilli()));
      request.addTimeseries(one);
    }
    return envelope(request.addAllSymbols(symbols.keySet()).build());
  }

  private static int reference(Map<String, Integer> symbols, String text) {
    Integer known = symbols.get(text);
    if (known == null) {
      known = symbols.size();
      symbols.put(text, known);
    }
    return known;
  }

  private static byte[] envelope(MessageLite request) {
    return envelope(Packing.base64(Packing.snappyBlock(request.toByteArray())));
  }

  public static byte[] envelope(String base64) {
    return JsonTree.bytes(JsonTree.object("b", base64));
  }
}
