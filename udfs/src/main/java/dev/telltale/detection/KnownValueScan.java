package dev.telltale.detection;

import dev.telltale.detection.field.Field;
import dev.telltale.detection.finding.Evidence;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.finding.Match;
import dev.telltale.detection.rules.DigestList;
import dev.telltale.detection.rules.KnownValues;
import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds the values of a team's own lists by their digests. Compares runs of whole words, with what
 * stands between them as it is; only runs of a length that a list has are digested, and what was
 * digested of late without success is remembered. Not thread-safe.
 */
final class KnownValueScan {
  private static final int SLOTS = 1 << 16;

  private final List<KnownValues> known;
  private final List<Rule> on;
  private final FingerprintKey key;
  private final String[] unknown = new String[SLOTS];

  KnownValueScan(RuleSet rules, FingerprintKey key) {
    this.on = rules.rules();
    this.known = rules.team().known().stream().filter(each -> on.contains(each.rule())).toList();
    this.key = key;
  }

  void scan(Field field, List<Match> matches) {
    if (known.isEmpty() || field.kind() == Field.Kind.NUMBER) {
      return;
    }
    String text = field.reveal();
    Deque<Integer> starts = new ArrayDeque<>();
    int covered = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean word = Character.isLetterOrDigit(text.charAt(i));
      if (word && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)))) {
        starts.add(i);
        if (starts.size() > DigestList.MAX_WORDS) {
          starts.remove();
        }
      }
      boolean ends =
          word && (i + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 1)));
      if (ends) {
        covered = ending(field, starts, covered, i + 1, matches);
      }
    }
  }

  /** The longest known run that ends here; returns the end of the last one that was found. */
  private int ending(
      Field field, Deque<Integer> starts, int covered, int end, List<Match> matches) {
    for (int start : starts) {
      boolean fits = start >= covered && end - start <= DigestList.MAX_LENGTH;
      if (fits && find(field, start, end, matches)) {
        return end;
      }
    }
    return covered;
  }

  private boolean find(Field field, int start, int end, List<Match> matches) {
    List<KnownValues> possible = new ArrayList<>(1);
    String value = field.reveal().substring(start, end);
    String normal = DigestList.normal(value);
    for (KnownValues each : known) {
      if (each.values().hasLength(normal.length())) {
        possible.add(each);
      }
    }
    int slot = normal.hashCode() & (SLOTS - 1);
    if (possible.isEmpty() || normal.equals(unknown[slot])) {
      return false;
    }
    String digest = key.digest(normal);
    for (KnownValues each : possible) {
      if (each.values().contains(digest)) {
        Rule rule = each.rule();
        matches.add(
            new Match(
                rule,
                start,
                end,
                value,
                rule.confidence(),
                List.of(
                    Evidence.rule(rule.id(), rule.confidence()),
                    new Evidence(Evidence.Kind.LIST, "a value of the team's own list"))));
        return true;
      }
    }
    unknown[slot] = normal;
    return false;
  }
}
