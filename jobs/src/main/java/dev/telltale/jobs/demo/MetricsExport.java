package dev.telltale.jobs.demo;

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
final class MetricsExport {
  private MetricsExport() {}

  static byte[] object(Words words, Instant time, int bytes) {
    boolean lines = words.chance(0.5);
    boolean second = words.chance(0.08);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    do {
      List<Map<String, String>> series =
          clean(words, bytes < 8_000 ? words.between(3, 12) : words.between(20, 120));
      content.writeBytes(second ? second(series, words, time) : first(series, words, time));
      if (lines) {
        content.write('\n');
      }
    } while (content.size() < bytes);
    return content.toByteArray();
  }

  static List<Map<String, String>> clean(Words words, int count) {
    List<Map<String, String>> series = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      series.add(MetricSeries.any(words));
    }
    return series;
  }

  /** The envelope of a remote write 1.0 request. */
  static byte[] first(List<Map<String, String>> series, Words words, Instant time) {
    return envelope(firstRequest(series, words, time));
  }

  static WriteRequest firstRequest(List<Map<String, String>> series, Words words, Instant time) {
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
  static byte[] second(List<Map<String, String>> series, Words words, Instant time) {
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

  static byte[] envelope(String base64) {
    return Json.bytes(Json.object("b", base64));
  }
}
