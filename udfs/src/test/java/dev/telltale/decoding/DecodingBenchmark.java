package dev.telltale.decoding;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.google.protobuf.CodedInputStream;
import dev.telltale.decoding.file.FileExamples;
import dev.telltale.decoding.message.MessageMutationTest;
import dev.telltale.decoding.message.WireBytes;
import dev.telltale.framing.Frame;
import dev.telltale.limit.Limits;
import dev.telltale.unpacking.Leaf;
import dev.telltale.unpacking.Unpacking;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * How many bytes of each format a thread decodes in a second of its processor time, columns
 * included and detection not, beside what the parser underneath takes for the same bytes. Run by
 * {@code bench/decoding}.
 */
final class DecodingBenchmark {
  private static final int ROUNDS = 5;
  private static final int BYTES = 4_000_000;
  static final List<String> JSON =
      List.of(
          "gitpod-metrics",
          "kubernetes",
          "gitpod-log",
          "gitpod-audit",
          "segment",
          "otlp-json",
          "firehose-failed",
          "cloudwatch-logs",
          "cloudtrail",
          "kubernetes-audit",
          "aws-event",
          "metric-stream-json",
          "emf",
          "aws-waf",
          "docker-json",
          "fluent-bit",
          "journald",
          "ecs",
          "json");

  private final FrameDecoder decoder = new FrameDecoder(Limits.defaults());
  private long sink;

  public static void main(String[] arguments) throws IOException {
    DecodingBenchmark benchmark = new DecodingBenchmark();
    System.out.printf(
        Locale.ROOT,
        "MB (10^6 unpacked bytes) a thread CPU second, median of %d rounds%n"
            + "%-20s  %8s  %8s  %s%n",
        ROUNDS,
        "format",
        "decode",
        "parser",
        "parser of the same bytes");
    for (String format : JSON) {
      byte[] bytes = json(format, BYTES);
      benchmark.run(format, bytes, benchmark::tokens, "Jackson tokens");
      if (format.equals("gitpod-log")) {
        byte[] packed = gzip(bytes);
        benchmark.print("gitpod-log in gzip", bytes.length, packed, benchmark::inflate, "inflate");
      }
    }
    for (GeneratedLines.Family family : GeneratedLines.Family.values()) {
      benchmark.run(family.format, lines(family, BYTES / 2), benchmark::lines, "line ends");
    }
    for (MessageMutationTest.Family family : MessageMutationTest.Family.values()) {
      String name = family.name().toLowerCase(Locale.ROOT).replace('_', '-') + ", delimited";
      benchmark.run(name, messages(family, BYTES), benchmark::fields, "CodedInputStream");
    }
    for (Map.Entry<String, byte[]> file : FileExamples.of(20_000).entrySet()) {
      benchmark.run(file.getKey(), file.getValue(), benchmark::copy, "copy");
    }
  }

  static byte[] json(String format, int size) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (int seed = 0; stream.size() < size; seed++) {
      stream.writeBytes(
          new GeneratedEvents(new Random(seed)).event(format).getBytes(StandardCharsets.UTF_8));
      stream.write('\n');
    }
    return stream.toByteArray();
  }

  static byte[] lines(GeneratedLines.Family family, int size) {
    GeneratedLines generated = new GeneratedLines(1);
    List<GeneratedLines.Row> rows = generated.rows(family, size / 100);
    return GeneratedLines.document(family, rows).getBytes(StandardCharsets.UTF_8);
  }

  static byte[] messages(MessageMutationTest.Family family, int size) {
    WireBytes stream = WireBytes.of();
    int one = family.message(0).length;
    for (int i = 0; i < size / one; i++) {
      stream.delimited(family.message(i));
    }
    return stream.array();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  private void run(String format, byte[] bytes, Work parser, String name) throws IOException {
    print(format, bytes.length, bytes, parser, name);
  }

  private void print(String format, int unpacked, byte[] stored, Work parser, String name)
      throws IOException {
    double decoded = median(stored, this::decode);
    double parsed = median(stored, parser);
    System.out.printf(
        Locale.ROOT,
        "%-20s  %8.1f  %8.1f  %s%n",
        format,
        unpacked / decoded / 1e6,
        unpacked / parsed / 1e6,
        name);
  }

  private void decode(byte[] object) throws IOException {
    try (Unpacking unpacking =
        new Unpacking(
            new ByteArrayInputStream(object), object.length, Limits.defaults(), fault -> {})) {
      for (Leaf leaf = unpacking.next(); leaf != null; leaf = unpacking.next()) {
        LeafReading reading = decoder.open(leaf, fault -> {});
        for (Frame frame = reading.next(); frame != null; frame = reading.next()) {
          reading.decode(
              frame,
              record -> sink += record.describer().describe(record.body()).attributes().size(),
              fault -> sink++,
              leaf.layer());
        }
      }
    }
  }

  private void tokens(byte[] bytes) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(bytes)) {
      while (parser.nextToken() != null) {
        sink += parser.getTextLength();
      }
    }
  }

  private void lines(byte[] bytes) {
    for (byte b : bytes) {
      sink += b == '\n' ? 1 : 0;
    }
  }

  /** The fields of each message, as a parser without a schema passes over them. */
  private void fields(byte[] bytes) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    while (!in.isAtEnd()) {
      int end = in.pushLimit(in.readRawVarint32());
      for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
        sink += tag;
        in.skipField(tag);
      }
      in.popLimit(end);
    }
  }

  private void inflate(byte[] packed) throws IOException {
    byte[] buffer = new byte[64 << 10];
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), 64 << 10)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        sink += buffer[0];
      }
    }
  }

  private void copy(byte[] bytes) {
    sink += Arrays.copyOf(bytes, bytes.length)[bytes.length / 2];
  }

  private interface Work {
    void run(byte[] bytes) throws IOException;
  }

  /** Seconds of processor time, after as many rounds to warm up. */
  private static double median(byte[] bytes, Work work) throws IOException {
    double[] seconds = new double[ROUNDS];
    for (int round = -ROUNDS; round < ROUNDS; round++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      work.run(bytes);
      long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      if (round >= 0) {
        seconds[round] = (end - start) / 1e9;
      }
    }
    Arrays.sort(seconds);
    return seconds[ROUNDS / 2];
  }
}
