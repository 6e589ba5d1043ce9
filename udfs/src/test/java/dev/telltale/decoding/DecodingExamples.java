package dev.telltale.decoding;

import dev.telltale.decoding.file.FileExamples;
import dev.telltale.decoding.message.MessageMutationTest;
import dev.telltale.decoding.message.WireBytes;
import dev.telltale.framing.Frame;
import dev.telltale.limit.Limits;
import dev.telltale.unpacking.Leaf;
import dev.telltale.unpacking.Unpacking;
import dev.telltale.value.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** A small object for each format of text, JSON and protobuf. */
public final class DecodingExamples {
  private DecodingExamples() {}

  /** By format. */
  public static Map<String, byte[]> json() {
    Map<String, byte[]> examples = new LinkedHashMap<>();
    for (String format : DecodingBenchmark.JSON) {
      String event = new GeneratedEvents(new Random(1)).event(format);
      examples.put(format, (event + "\n" + event).getBytes(StandardCharsets.UTF_8));
    }
    return examples;
  }

  /** About so many bytes of each format, by format. */
  public static Map<String, byte[]> large(int size) {
    Map<String, byte[]> examples = new LinkedHashMap<>();
    DecodingBenchmark.JSON.forEach(
        format -> examples.put(format, DecodingBenchmark.json(format, size)));
    for (GeneratedLines.Family family : GeneratedLines.Family.values()) {
      examples.put(
          family.name().toLowerCase(Locale.ROOT).replace('_', '-') + " lines",
          DecodingBenchmark.lines(family, size));
    }
    for (MessageMutationTest.Family family : MessageMutationTest.Family.values()) {
      examples.put(
          family.name().toLowerCase(Locale.ROOT).replace('_', '-') + " messages",
          DecodingBenchmark.messages(family, size));
    }
    examples.putAll(FileExamples.of(size / 50));
    return examples;
  }

  /** The bodies of all records of an object. */
  public static List<Value> bodies(byte[] object) throws IOException {
    List<Value> bodies = new ArrayList<>();
    FrameDecoder decoder = new FrameDecoder(Limits.defaults());
    try (Unpacking unpacking =
        new Unpacking(
            new ByteArrayInputStream(object), object.length, Limits.defaults(), fault -> {})) {
      for (Leaf leaf = unpacking.next(); leaf != null; leaf = unpacking.next()) {
        LeafReading reading = decoder.open(leaf, fault -> {});
        for (Frame frame = reading.next(); frame != null; frame = reading.next()) {
          reading.decode(frame, record -> bodies.add(record.body()), fault -> {}, leaf.layer());
        }
      }
    }
    return bodies;
  }

  /** By family. */
  public static Map<String, byte[]> lines() {
    Map<String, byte[]> examples = new LinkedHashMap<>();
    for (GeneratedLines.Family family : GeneratedLines.Family.values()) {
      String text = GeneratedLines.document(family, new GeneratedLines(1).rows(family, 8));
      examples.put(family.name(), text.getBytes(StandardCharsets.UTF_8));
    }
    return examples;
  }

  /** By what the message is. */
  public static Map<String, byte[]> messages() {
    Map<String, byte[]> examples = new LinkedHashMap<>();
    examples.put("remote-write-v1", MessageBytes.remoteWrite());
    examples.put("remote-write-v2", MessageBytes.remoteWriteSecond());
    examples.put("otlp-metrics", MessageBytes.otlpMetrics("a"));
    examples.put("otlp-histogram", MessageBytes.otlpHistogram());
    examples.put("otlp-exponential", MessageBytes.otlpExponential());
    examples.put("otlp-metrics-0.7", MessageBytes.otlpFormerMetrics());
    examples.put("otlp-logs", MessageBytes.otlpLogs());
    examples.put("otlp-traces", MessageBytes.otlpTraces());
    examples.put("otlp-profiles", MessageBytes.otlpProfiles());
    examples.put("metric-family", WireBytes.of().delimited(MessageBytes.family("a")).array());
    examples.put("openmetrics", MessageBytes.metricSet());
    examples.put("pprof", MessageBytes.pprof());
    examples.put("undeclared", MessageBytes.undeclared());
    WireBytes framed = WireBytes.of();
    for (int i = 0; i < 3; i++) {
      framed.bigEndian(MessageBytes.otlpMetrics("a" + i));
    }
    examples.put("framed", framed.array());
    return examples;
  }
}
