package dev.telltale.fuzz;

import dev.telltale.detection.DetectionContext;
import dev.telltale.detection.Detector;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.limit.Limits;
import dev.telltale.value.TextValue;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What a fuzzer may be set on: a container or a family of formats, reached by the bytes that such
 * an object starts with; and detection. A target reads its input with that start and without.
 */
enum FuzzTarget {
  OBJECT(""),
  GZIP("1f8b0800000000000003"),
  ZIP("504b0304140000000800"),
  ZSTD("28b52ffd"),
  TAR(""),
  BZIP2("425a6839314159265359"),
  LZ4("04224d18"),
  XZ("fd377a585a0000"),
  ZLIB("789c"),
  SNAPPY_FRAMED("ff060000734e61507059"),
  SNAPPY_XERIAL("82534e41505059000000000100000001"),
  HADOOP_SNAPPY("0000"),
  HADOOP_LZ4("0000"),
  CHARSET("fffe"),
  JSON(text("{\"")),
  KUBERNETES(text("{\"apiVersion\":\"v1\",\"kind\":\"")),
  OTLP_JSON(text("{\"resourceMetrics\":[{\"")),
  GITPOD_METRICS(text("{\"b\":\"")),
  FIREHOSE_FAILED(text("{\"attemptsMade\":1,\"rawData\":\"")),
  LINES(text("2026-11-18T05:02:14Z a line\n")),
  MESSAGE("0a"),
  AVRO("4f626a01"),
  PARQUET("50415231"),
  ORC("4f5243"),
  DETECTION("") {
    @Override
    void read(byte[] input) {
      detect(new String(input, StandardCharsets.UTF_8));
    }
  };

  private static final FingerprintKey KEY =
      FingerprintKey.of("a key for tests, never for use".getBytes(StandardCharsets.UTF_8));

  private final String startInHex;

  FuzzTarget(String startInHex) {
    this.startInHex = startInHex;
  }

  private static String text(String start) {
    return HexFormat.of().formatHex(start.getBytes(StandardCharsets.US_ASCII));
  }

  static FuzzTarget named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The name of the folder that holds inputs found earlier. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Throws if anything that must hold for any input does not. */
  void read(byte[] input) {
    ReadObject.of(input);
    if (!startInHex.isEmpty()) {
      byte[] start = HexFormat.of().parseHex(startInHex);
      byte[] started = new byte[start.length + input.length];
      System.arraycopy(start, 0, started, 0, start.length);
      System.arraycopy(input, 0, started, start.length, input.length);
      ReadObject.of(started);
    }
  }

  private static void detect(String text) {
    RuleSet rules = RuleSet.builtin();
    Detector detector = Detectors.of(rules);
    detector.startFrame();
    detector.detect(new TextValue(text), DetectionContext.none());
  }

  /** One detector for all inputs: it is costly to make. */
  private static final class Detectors {
    private static Detector detector;

    static synchronized Detector of(RuleSet rules) {
      if (detector == null) {
        detector = new Detector(rules, KEY, Limits.defaults());
      }
      return detector;
    }
  }
}
