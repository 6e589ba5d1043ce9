package dev.telltale.detection.quality;

import dev.telltale.decoding.FrameDecoder;
import dev.telltale.detection.Detector;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import dev.telltale.scan.FindingRow;
import dev.telltale.scan.ObjectRef;
import dev.telltale.scan.ObjectRows;
import dev.telltale.scan.ObjectScan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is found in the corpus's telemetry samples, by rule with counts and masked values: nearly
 * all of it should be true, because nobody planted anything.
 *
 * <p>Arguments: {@code --category credential}, {@code --confidence 0.5}, {@code --shown 5}.
 */
final class SampleFindings {
  private static final FingerprintKey KEY =
      FingerprintKey.of("a key for samples".getBytes(StandardCharsets.UTF_8));

  private final Map<String, List<String>> byRule = new TreeMap<>();
  private final String category;
  private final double confidence;

  private SampleFindings(String category, double confidence) {
    this.category = category;
    this.confidence = confidence;
  }

  public static void main(String[] arguments) throws IOException {
    Map<String, String> options = new TreeMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i], arguments[i + 1]);
    }
    SampleFindings falsePositives =
        new SampleFindings(
            options.getOrDefault("--category", "credential"),
            Double.parseDouble(options.getOrDefault("--confidence", "0.5")));
    Path folder = LabelledCases.corpus().resolve("samples");
    try (Detector detector = new Detector(RuleSet.builtin(), KEY, Limits.defaults());
        Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        falsePositives.scan(folder, file, detector);
      }
    }
    falsePositives.print(Integer.parseInt(options.getOrDefault("--shown", "5")));
  }

  private void scan(Path folder, Path file, Detector detector) throws IOException {
    String name = folder.relativize(file).toString();
    ObjectRef ref = new ObjectRef("samples", name, null, "etag", Files.size(file), Instant.EPOCH);
    Limits limits = Limits.defaults();
    try (ObjectRows scan =
        ObjectRows.standing(
            () ->
                new ObjectScan(
                    ref,
                    () -> Files.newInputStream(file),
                    failed -> FaultKind.READ_FAILED,
                    limits,
                    System::nanoTime,
                    new FrameDecoder(limits),
                    detector),
            detector,
            Limits.MAX_HELD_BYTES)) {
      scan.forEachRemaining(
          row -> {
            if (row instanceof FindingRow found) {
              add(name, found);
            }
          });
    }
  }

  private void add(String file, FindingRow found) {
    if (found.finding().category().equals(category) && found.finding().confidence() >= confidence) {
      byRule
          .computeIfAbsent(found.finding().rule(), rule -> new ArrayList<>())
          .add(found.finding().masked() + "  " + found.finding().fieldPattern() + "  " + file);
    }
  }

  private void print(int shown) {
    byRule.forEach(
        (rule, places) -> {
          System.out.printf("%5d  %s%n", places.size(), rule);
          places.stream().distinct().limit(shown).forEach(p -> System.out.println("       " + p));
        });
  }
}
