package dev.telltale.detection.finding;

import dev.telltale.value.Span;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One sensitive value at one place, without the value.
 *
 * @param rule dotted rule id
 * @param category credential, personal, financial, health, network or custom
 * @param severity low, medium, high or critical
 * @param confidence 0 to 1
 * @param fingerprint lower-case hex of HMAC-SHA256 over the UTF-8 bytes of the decoded value
 * @param masked enough to recognise, not enough to use
 * @param fieldPath JSONPath-like place of the value in the record
 * @param fieldPattern the same without indices
 * @param start UTF-16 position in the decoded value at {@code fieldPath}
 * @param length UTF-16 length of the match
 * @param encodings what had to be decoded, outermost first
 * @param span where the value, or the name, that holds the match lies in the bytes of the record's
 *     innermost layer, as it is encoded there; counted from the start of the frame or payload
 * @param evidence how the confidence came about, without content
 * @param suppressedBy the team's own entry that takes the finding out of all counts; null for none
 * @param knownCase the case that the value is known from, where nothing else gave it away; else
 *     null
 */
public record Finding(
    String rule,
    String category,
    String severity,
    double confidence,
    String fingerprint,
    String masked,
    String fieldPath,
    String fieldPattern,
    int start,
    int length,
    List<String> encodings,
    Span span,
    List<Evidence> evidence,
    String suppressedBy,
    @Nullable String knownCase) {
  public Finding {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(fingerprint, "fingerprint");
    encodings = List.copyOf(encodings);
    evidence = List.copyOf(evidence);
  }

  /** Whether an entry of the team's own takes the finding out of all counts. */
  public boolean isSuppressed() {
    return suppressedBy != null;
  }
}
