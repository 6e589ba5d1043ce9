package dev.telltale.detection.repeat;

import dev.telltale.detection.field.Field;
import dev.telltale.detection.finding.Evidence;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.finding.Match;
import dev.telltale.detection.rules.Rule;
import dev.telltale.fault.FaultKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds values that leaked before, by their fingerprints, without a word or name near them. A piece
 * of text is digested where its length and both its ends are those of a known value. Linear in the
 * text but for the digests, of which there is a maximum. Not thread-safe.
 */
public final class KnownLeakScan {
  /** Digests in one text before it is given up, beside those that its length allows. */
  private static final int MIN_DIGESTS = 1000;

  /** A further digest for so many characters. */
  private static final int CHARS_PER_DIGEST = 8;

  private static final int SLOTS = 1 << 12;

  private final KnownLeaks leaks;
  private final FingerprintKey key;
  private final Map<String, Rule> rules = new HashMap<>();
  private final String[] unknown = new String[SLOTS];
  private int digests;

  /**
   * @param rules those that are on; a value of a rule that is off is not looked for
   */
  public KnownLeakScan(KnownLeaks leaks, List<Rule> rules, FingerprintKey key) {
    this.leaks = leaks;
    this.key = key;
    rules.forEach(rule -> this.rules.put(rule.id(), rule));
  }

  /**
   * The known values in a field.
   *
   * @param limits gets the limit that kept part of the text from being looked at
   */
  public List<Match> in(Field field, Set<FaultKind> limits) {
    String text = field.reveal();
    int at = leaks.nextStart(text, 0);
    if (at < 0) {
      return List.of();
    }
    List<Match> found = new ArrayList<>(1);
    digests = 0;
    while (at >= 0) {
      Match match = beginningAt(text, at);
      if (match != null) {
        found.add(match);
      } else if (digests > MIN_DIGESTS + text.length() / CHARS_PER_DIGEST) {
        limits.add(FaultKind.MATCH_LIMIT);
        return found;
      }
      at = leaks.nextStart(text, match == null ? at + 1 : match.end());
    }
    return found;
  }

  private @Nullable Match beginningAt(String text, int start) {
    for (int end : leaks.endsAt(text, start)) {
      String value = text.substring(start, end);
      if (stands(value, text)) {
        Match match = digested(value, start);
        if (match != null) {
          return match;
        }
      }
    }
    return null;
  }

  /** One that reads like a word stands only as a whole field: {@link DistinctValue}. */
  private static boolean stands(String value, String text) {
    return value.length() == text.length() || DistinctValue.isDistinctive(value);
  }

  private @Nullable Match digested(String value, int start) {
    int slot = value.hashCode() & (SLOTS - 1);
    if (value.equals(unknown[slot])) {
      return null;
    }
    digests++;
    KnownLeak leak = leaks.of(key.fingerprint(value));
    Rule rule = leak == null ? null : rules.get(leak.rule());
    if (rule == null) {
      unknown[slot] = value;
      return null;
    }
    return new Match(
        rule,
        start,
        start + value.length(),
        value,
        rule.confidence(),
        List.of(new Evidence(Evidence.Kind.KNOWN, "the same value as in case " + leak.caseId())),
        leak.caseId());
  }

  @Override
  public String toString() {
    return leaks.toString();
  }
}
