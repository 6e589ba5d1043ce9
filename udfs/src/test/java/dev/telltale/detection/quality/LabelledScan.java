package dev.telltale.detection.quality;

import dev.telltale.detection.Detected;
import dev.telltale.detection.Detector;
import dev.telltale.detection.finding.Finding;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.limit.Limits;
import dev.telltale.value.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Scans a labelled text as a file of that text would be: its JSON, or else its characters. */
final class LabelledScan implements AutoCloseable {
  private static final FingerprintKey KEY =
      FingerprintKey.of("a key for labelled cases".getBytes(StandardCharsets.UTF_8));

  private final Detector detector;
  private final Set<String> categories;
  private final double confidence;

  /**
   * Counts the findings of some categories.
   *
   * @param confidence the least that a finding needs
   */
  LabelledScan(RuleSet rules, Set<String> categories, double confidence) {
    this.detector = new Detector(rules, KEY, Limits.defaults());
    this.categories = Set.copyOf(categories);
    this.confidence = confidence;
  }

  /**
   * What was found of one case.
   *
   * @param rules the rules of ours that touch a labelled value, or anything where none is labelled
   * @param isExact whether a finding is a labelled value from end to end
   */
  record Verdict(List<String> rules, boolean isExact) {
    boolean isFound() {
      return !rules.isEmpty();
    }
  }

  Verdict judge(LabelledCase labelled) {
    String text = labelled.reveal();
    Detected detected = detector.detectText(text, null);
    List<Finding> counted =
        detected.findings().stream()
            .filter(f -> categories.contains(f.category()) && f.confidence() >= confidence)
            .toList();
    List<String> values = labelled.revealValues();
    String redacted = JsonText.of(detected.redacted());
    List<Finding> touching =
        values.isEmpty()
            ? counted
            : counted.stream()
                .filter(f -> values.stream().anyMatch(v -> touches(f, v, text, redacted)))
                .toList();
    List<String> prints = values.stream().map(KEY::fingerprint).toList();
    return new Verdict(
        touching.stream().map(Finding::rule).distinct().toList(),
        touching.stream().anyMatch(finding -> prints.contains(finding.fingerprint())));
  }

  /** Inside a structure positions count from the leaf; there the redacted text must lack it. */
  private static boolean touches(Finding finding, String value, String text, String redacted) {
    if (!finding.fieldPath().equals("$")) {
      return !redacted.contains(value);
    }
    int end = finding.start() + finding.length();
    for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
      if (finding.start() < at + value.length() && at < end) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    detector.close();
  }
}
