package dev.telltale.detection.quality;

import dev.telltale.decoding.FrameDecoder;
import dev.telltale.detection.Detector;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import dev.telltale.scan.FindingRow;
import dev.telltale.scan.ObjectRef;
import dev.telltale.scan.ObjectRow;
import dev.telltale.scan.ObjectRows;
import dev.telltale.scan.ObjectScan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What detection is worth, as Markdown: recall, exact spans and precision over the labelled cases,
 * findings in the telemetry samples, false positives in clean telemetry. Figures only, no content.
 * Run by {@code scripts/quality} with the number of megabytes of clean telemetry for each family.
 */
final class QualityReport {
  private static final double MIN_CONFIDENCE = 0.5;
  private static final double GIGABYTE = 1e9;
  private static final Map<String, Set<String>> CATEGORIES =
      Map.of(
          "secret", Set.of("credential"),
          "pii", Set.of("personal", "financial", "health", "network"));

  private final RuleSet rules = RuleSet.builtin();
  private final Map<String, String> categoryOf = new HashMap<>();

  private QualityReport() {
    for (Rule rule : rules.allRules()) {
      categoryOf.put(rule.id(), rule.category());
    }
  }

  public static void main(String[] arguments) throws IOException {
    QualityReport report = new QualityReport();
    System.out.println(
        "\nRule set `" + report.rules.id() + "`, " + report.rules.rules().size() + " rules.");
    if (LabelledCases.arePresent()) {
      report.labelled();
      report.falsePositives();
    } else {
      System.out.println(
          "\nThere is no corpus here (TELLTALE_CORPUS): nothing was measured on it.");
    }
    report.clean(Long.parseLong(arguments[0]));
  }

  private void clean(long megabytes) throws IOException {
    System.out.println(
        "\n## False positives in generated telemetry that holds nothing sensitive\n");
    System.out.println(
        "`scripts/quality --clean-mb "
            + megabytes
            + "`: made from the templates of `clean-telemetry.txt`, in which numbers that look like cards are many times as"
            + " frequent as by chance. Findings from a confidence of "
            + MIN_CONFIDENCE
            + ".\n");
    System.out.println("| family | MB | false positives | per GB | rules |");
    System.out.println("|---|---:|---:|---:|---|");
    CleanScan scan = new CleanScan(rules);
    for (String family : CleanScan.families()) {
      CleanScan.Result result = scan.scan(family, megabytes * 1_000_000);
      System.out.printf(
          Locale.ROOT,
          "| %s | %.1f | %d | %.1f | %s |%n",
          family,
          result.bytes() / 1e6,
          result.count(),
          result.perGigabyte(),
          result.rules());
    }
  }

  private void labelled() {
    System.out.println("\n## Labelled cases\n");
    System.out.println(
        "Cases of other projects, labelled by them; a clean case speaks for its own rule only, so precision is a lower"
            + " bound. Findings from a confidence of "
            + MIN_CONFIDENCE
            + ".\n");
    Map<String, Counts> bySource = new TreeMap<>();
    Map<String, Counts> byCategory = new TreeMap<>();
    for (String kind : List.of("secret", "pii")) {
      try (LabelledScan scan = new LabelledScan(rules, CATEGORIES.get(kind), MIN_CONFIDENCE)) {
        for (LabelledCase labelled : LabelledCases.matching(c -> c.kind().equals(kind))) {
          LabelledScan.Verdict verdict = scan.judge(labelled);
          bySource
              .computeIfAbsent(labelled.source() + " | " + kind, s -> new Counts())
              .add(labelled, verdict);
          bySource.computeIfAbsent("~all | " + kind, s -> new Counts()).add(labelled, verdict);
          for (String rule : verdict.rules()) {
            byCategory
                .computeIfAbsent(categoryOf.get(rule), c -> new Counts())
                .add(labelled, verdict);
          }
        }
      }
    }
    System.out.println(
        "| source | kind | cases with a value | recall | exact span | clean cases | flagged | precision |");
    System.out.println("|---|---|---:|---:|---:|---:|---:|---:|");
    bySource.forEach((source, counts) -> System.out.println(counts.row(source.replace("~", ""))));
    System.out.println(
        "\n| category of the finding | found in cases with a value | in clean cases | precision |");
    System.out.println("|---|---:|---:|---:|");
    byCategory.forEach((category, counts) -> System.out.println(counts.shortRow(category)));
  }

  /** Counts of cases. */
  private static final class Counts {
    private int expected;
    private int found;
    private int spans;
    private int exact;
    private int clean;
    private int flagged;

    void add(LabelledCase labelled, LabelledScan.Verdict verdict) {
      if (!labelled.isExpected()) {
        clean++;
        flagged += verdict.isFound() ? 1 : 0;
        return;
      }
      expected++;
      found += verdict.isFound() ? 1 : 0;
      if (!labelled.revealValues().isEmpty()) {
        spans++;
        exact += verdict.isExact() ? 1 : 0;
      }
    }

    String row(String name) {
      return String.format(
          Locale.ROOT,
          "| %s | %d | %s | %s | %d | %d | %s |",
          name,
          expected,
          share(found, expected),
          share(exact, spans),
          clean,
          flagged,
          share(found, found + flagged));
    }

    String shortRow(String name) {
      return String.format(
          Locale.ROOT,
          "| %s | %d | %d | %s |",
          name,
          found,
          flagged,
          share(found, found + flagged));
    }

    private static String share(int part, int all) {
      return all == 0 ? "" : String.format(Locale.ROOT, "%.3f", (double) part / all);
    }
  }

  private void falsePositives() throws IOException {
    Map<String, Integer> byCategory = new TreeMap<>();
    long[] bytes = new long[1];
    Path folder = LabelledCases.corpus().resolve("samples");
    FingerprintKey key = FingerprintKey.of("a key for samples".getBytes(StandardCharsets.UTF_8));
    try (Detector detector = new Detector(rules, key, Limits.defaults());
        Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        scan(folder, file, detector, byCategory, bytes);
      }
    }
    System.out.println("\n## Findings in telemetry that nobody planted anything in\n");
    System.out.printf(
        Locale.ROOT,
        "%.1f MB unpacked of real sample files, some of which hold true values (access-key ids in audit events, public"
            + " addresses); every finding is counted, at any confidence.%n%n",
        bytes[0] / 1e6);
    System.out.println("| category | findings | per GB |");
    System.out.println("|---|---:|---:|");
    for (String category : new java.util.TreeSet<>(categoryOf.values())) {
      int count = byCategory.getOrDefault(category, 0);
      System.out.printf(
          Locale.ROOT,
          "| %s | %d | %.0f |%n",
          category,
          count,
          count * GIGABYTE / Math.max(1, bytes[0]));
    }
  }

  private static void scan(
      Path folder, Path file, Detector detector, Map<String, Integer> byCategory, long[] bytes)
      throws IOException {
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
                    () -> 0,
                    new FrameDecoder(limits),
                    detector),
            detector,
            Limits.MAX_HELD_BYTES)) {
      scan.forEachRemaining(
          row -> {
            if (row instanceof FindingRow found) {
              byCategory.merge(found.finding().category(), 1, Integer::sum);
            } else if (row instanceof ObjectRow object) {
              bytes[0] += object.bytesDecoded() + object.bytesRawScanned();
            }
          });
    }
  }
}
