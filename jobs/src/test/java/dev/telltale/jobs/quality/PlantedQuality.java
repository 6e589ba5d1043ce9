package dev.telltale.jobs.quality;

import dev.telltale.decoding.FrameDecoder;
import dev.telltale.demo.export.ExportGenerator;
import dev.telltale.demo.export.ExportSettings;
import dev.telltale.demo.leaks.Leak;
import dev.telltale.demo.telemetry.ExportObject;
import dev.telltale.detection.Detector;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import dev.telltale.scan.FindingRow;
import dev.telltale.scan.ObjectRef;
import dev.telltale.scan.ObjectRow;
import dev.telltale.scan.ObjectRows;
import dev.telltale.scan.ObjectScan;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is found of the generated export's planted leaks, as Markdown: each has to be found from end
 * to end (its fingerprint is the proof) by its rule. Run by {@code scripts/quality}; exits with 1
 * when one is missed.
 */
final class PlantedQuality {
  private PlantedQuality() {}

  public static void main(String[] arguments) {
    FingerprintKey key = FingerprintKey.of("a key for quality".getBytes(StandardCharsets.UTF_8));
    ExportGenerator export = new ExportGenerator(ExportSettings.defaults());
    Set<String> found = new HashSet<>();
    long[] bytes = new long[1];
    try (Detector detector = new Detector(RuleSet.builtin(), key, Limits.defaults())) {
      export.objects().forEach(object -> scan(object, detector, found, bytes));
    }
    Map<String, int[]> byCategory = new TreeMap<>();
    Map<String, String> categories = new HashMap<>();
    RuleSet.builtin().allRules().forEach(rule -> categories.put(rule.id(), rule.category()));
    Set<String> planted = new HashSet<>();
    int missed = 0;
    for (Leak leak : export.truth().leaks()) {
      String place = leak.objectKey() + "\n" + leak.rule() + "\n" + key.fingerprint(leak.reveal());
      int[] counts =
          byCategory.computeIfAbsent(categories.getOrDefault(leak.rule(), "?"), c -> new int[2]);
      counts[0]++;
      counts[1] += found.contains(place) ? 1 : 0;
      missed += found.contains(place) ? 0 : 1;
      planted.add(place);
    }
    found.removeAll(planted);
    System.out.println("\n## Planted leaks of the generated export\n");
    System.out.printf(
        Locale.ROOT,
        "%.1f MB unpacked, %d leaks, %d decoys; found means by the expected rule, from end to end. %d reports are of"
            + " something that nobody planted: %.0f per GB.%n%n",
        bytes[0] / 1e6,
        export.truth().leaks().size(),
        export.truth().decoys().size(),
        found.size(),
        found.size() * 1e9 / Math.max(1, bytes[0]));
    System.out.println("| category | planted | found | recall |");
    System.out.println("|---|---:|---:|---:|");
    byCategory.forEach(
        (category, counts) ->
            System.out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %.3f |%n",
                category,
                counts[0],
                counts[1],
                (double) counts[1] / counts[0]));
    System.exit(missed == 0 ? 0 : 1);
  }

  private static void scan(
      ExportObject object, Detector detector, Set<String> found, long[] bytes) {
    byte[] stored = object.reveal();
    Limits limits = Limits.defaults();
    ObjectRef ref =
        new ObjectRef("export", object.key(), null, "etag", stored.length, Instant.EPOCH);
    ObjectRows.standing(
            () ->
                new ObjectScan(
                    ref,
                    () -> new ByteArrayInputStream(stored),
                    failed -> FaultKind.READ_FAILED,
                    limits,
                    () -> 0,
                    new FrameDecoder(limits),
                    detector),
            detector,
            Limits.MAX_HELD_BYTES)
        .forEachRemaining(
            row -> {
              if (row instanceof FindingRow finding) {
                found.add(
                    object.key()
                        + "\n"
                        + finding.finding().rule()
                        + "\n"
                        + finding.finding().fingerprint());
              } else if (row instanceof ObjectRow end) {
                bytes[0] += end.bytesDecoded() + end.bytesRawScanned();
              }
            });
  }
}
