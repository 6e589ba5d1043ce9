package dev.telltale.detection;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.telltale.detection.engine.TriggerEngine;
import dev.telltale.detection.engine.TriggerEngines;
import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.limit.Limits;
import dev.telltale.value.Value;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How many bytes of JSON a thread takes through detection in a second of its processor time, beside
 * what reading or only copying them takes. Run by {@code bench/detection}.
 */
final class DetectionBenchmark {
  private static final int ROUNDS = 7;
  private static final int BYTES = 8_000_000;

  private final RuleSet rules = everyRule();
  private int sink;

  public static void main(String[] arguments) throws IOException {
    DetectionBenchmark benchmark = new DetectionBenchmark();
    List<BenchmarkRecords.Kind> kinds = new ArrayList<>();
    for (String argument : arguments) {
      kinds.add(BenchmarkRecords.Kind.valueOf(argument.toUpperCase(Locale.ROOT)));
    }
    System.out.printf(
        Locale.ROOT,
        "%d rules; MB (10^6 bytes of JSON) a thread CPU second, median of %d rounds%n",
        benchmark.rules.rules().size(),
        ROUNDS);
    System.out.println("records     bytes/record  vectorscan  portable  jackson   memcpy");
    for (BenchmarkRecords.Kind kind :
        kinds.isEmpty() ? List.of(BenchmarkRecords.Kind.values()) : kinds) {
      benchmark.run(kind);
    }
  }

  private static RuleSet everyRule() {
    RuleSet builtin = RuleSet.builtin();
    return builtin.switched(builtin.allRules().stream().map(Rule::id).toList(), List.of());
  }

  private void run(BenchmarkRecords.Kind kind) throws IOException {
    int sample = BenchmarkRecords.of(kind, 100).stream().mapToInt(String::length).sum() / 100;
    List<String> records = BenchmarkRecords.of(kind, BYTES / sample);
    List<byte[]> bytes =
        records.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    List<Value> values = records.stream().map(Scans::parse).toList();
    long size = bytes.stream().mapToLong(text -> text.length).sum();
    double vectorscan =
        TriggerEngines.hasVectorscan() ? detection(TriggerEngines.vectorscan(rules), values) : 0;
    double portable = detection(TriggerEngines.portable(rules), values);
    double jackson = median(() -> tokens(bytes));
    double copied = median(() -> copy(bytes));
    System.out.printf(
        Locale.ROOT,
        "%-10s  %12d  %10.1f  %8.1f  %7.1f  %7.0f%n",
        kind.name().toLowerCase(Locale.ROOT),
        size / records.size(),
        size / vectorscan / 1e6,
        size / portable / 1e6,
        size / jackson / 1e6,
        size / copied / 1e6);
  }

  private double detection(TriggerEngine engine, List<Value> values) throws IOException {
    try (Detector detector = new Detector(rules, Scans.KEY, Limits.defaults(), engine)) {
      return median(
          () -> {
            for (Value value : values) {
              detector.startFrame();
              sink += detector.detect(value, DetectionContext.none()).findings().size();
            }
          });
    }
  }

  private void tokens(List<byte[]> records) throws IOException {
    JsonFactory factory = new JsonFactory();
    for (byte[] record : records) {
      try (JsonParser parser = factory.createParser(record)) {
        while (parser.nextToken() != null) {
          sink += parser.getTextLength();
        }
      }
    }
  }

  private void copy(List<byte[]> records) {
    byte[] target = new byte[1 << 16];
    for (byte[] record : records) {
      System.arraycopy(record, 0, target, 0, record.length);
      sink += target[record.length / 2];
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  /** Seconds of processor time, after as many rounds to warm up. */
  private static double median(Work work) throws IOException {
    double[] seconds = new double[ROUNDS];
    for (int round = -ROUNDS; round < ROUNDS; round++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      work.run();
      long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      if (round >= 0) {
        seconds[round] = (end - start) / 1e9;
      }
    }
    Arrays.sort(seconds);
    return seconds[ROUNDS / 2];
  }
}
