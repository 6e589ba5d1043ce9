package dev.telltale.detection.quality;

import dev.telltale.decoding.DecodingExamples;
import dev.telltale.detection.DetectionContext;
import dev.telltale.detection.Detector;
import dev.telltale.detection.finding.Finding;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.limit.Limits;
import dev.telltale.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Scans {@link CleanTelemetry} of one family: whatever is found there is a false positive. */
final class CleanScan {
  private static final double MIN_CONFIDENCE = 0.5;
  private static final int OBJECT_SIZE = 100_000;
  private static final FingerprintKey KEY =
      FingerprintKey.of("a key for clean records".getBytes(StandardCharsets.UTF_8));

  private final RuleSet rules;

  CleanScan(RuleSet rules) {
    this.rules = rules;
  }

  /** {@code kubernetes}, {@code otlp} and so on, in the order of the templates. */
  static List<String> families() {
    return CleanTelemetry.kinds().stream()
        .map(kind -> kind.substring(0, kind.indexOf(' ')))
        .distinct()
        .toList();
  }

  /**
   * What came of a family.
   *
   * @param bytes scanned, before decoding
   * @param falsePositives the number of findings by rule, from a confidence of one half
   * @param places the same by kind of object, rule and field
   */
  record Result(long bytes, Map<String, Integer> falsePositives, Map<String, Integer> places) {
    int count() {
      return falsePositives.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Each with its number, most false positives first. */
    String rules() {
      return falsePositives.entrySet().stream()
          .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
          .map(entry -> entry.getKey() + " " + entry.getValue())
          .collect(Collectors.joining(", "));
    }

    double perGigabyte() {
      return count() * 1e9 / bytes;
    }
  }

  /** At least so many bytes of a family, the same ones for the same number. */
  Result scan(String family, long atLeast) throws IOException {
    List<String> kinds =
        CleanTelemetry.kinds().stream().filter(kind -> kind.startsWith(family + " ")).toList();
    Map<String, Integer> falsePositives = new TreeMap<>();
    Map<String, Integer> places = new TreeMap<>();
    long bytes = 0;
    try (Detector detector = new Detector(rules, KEY, Limits.defaults())) {
      for (long seed = 0; bytes < atLeast; seed++) {
        for (String kind : kinds) {
          byte[] object = new CleanTelemetry(seed).object(kind, OBJECT_SIZE);
          bytes += object.length;
          for (Finding falsePositive : falsePositives(detector, object)) {
            falsePositives.merge(falsePositive.rule(), 1, Integer::sum);
            places.merge(
                kind + " " + falsePositive.rule() + " " + falsePositive.fieldPattern(),
                1,
                Integer::sum);
          }
        }
      }
    }
    return new Result(bytes, falsePositives, places);
  }

  private static List<Finding> falsePositives(Detector detector, byte[] object) throws IOException {
    List<Finding> falsePositives = new ArrayList<>();
    for (Value body : DecodingExamples.bodies(object)) {
      detector.startFrame();
      detector.detect(body, DetectionContext.none()).findings().stream()
          .filter(finding -> finding.confidence() >= MIN_CONFIDENCE)
          .forEach(falsePositives::add);
    }
    return falsePositives;
  }
}
