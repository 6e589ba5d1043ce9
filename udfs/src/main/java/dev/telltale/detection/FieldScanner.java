package dev.telltale.detection;

import dev.telltale.detection.encoding.TextTraits;
import dev.telltale.detection.engine.TriggerEngine;
import dev.telltale.detection.field.Field;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.finding.Match;
import dev.telltale.detection.repeat.KnownLeakScan;
import dev.telltale.detection.repeat.KnownLeaks;
import dev.telltale.detection.repeat.LookBack;
import dev.telltale.detection.repeat.RepeatedValues;
import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives every field of a record its matches: one engine scan, then confirmation in windows. */
final class FieldScanner {
  /** Matches of one rule that keep their reasons: of those that are reported some fall away. */
  private static final int MAX_EXPLAINED = 10 * Limits.MAX_FINDINGS_PER_RULE;

  /** Shorter texts are confirmed whole. */
  private static final int SMALL = 256;

  private final List<Rule> rules;
  private final TriggerEngine engine;
  private final TriggerHits hits;
  private final TriggerHits shapes;
  private final Confirmation confirmation;
  private final KnownValueScan known;
  private final KnownLeakScan leaks;
  private final int[] reaches;
  private final int[] widths;
  private final int[] required;
  private final boolean[] numeric;
  private final boolean[] unbounded;
  private final boolean[] keyworded;
  private final Map<Rule, Integer> counts = new HashMap<>();
  private Set<FaultKind> limits = Set.of();
  private int widened;
  private boolean shaped;
  private final LookBack lookBack;

  FieldScanner(
      RuleSet set,
      TriggerEngine engine,
      FingerprintKey key,
      KnownLeaks leaks,
      LookBack lookBack,
      Refusals refusals) {
    this.leaks = new KnownLeakScan(leaks, set.rules(), key);
    this.lookBack = lookBack;
    known = new KnownValueScan(set, key);
    rules = set.rules();
    this.engine = engine;
    hits = new TriggerHits(rules.size());
    shapes = new TriggerHits(rules.size());
    confirmation = new Confirmation(set, refusals);
    reaches = rules.stream().mapToInt(Rule::reach).toArray();
    widths = rules.stream().mapToInt(Rule::width).toArray();
    required = rules.stream().mapToInt(Rule::requiredKinds).toArray();
    numeric = new boolean[rules.size()];
    unbounded = new boolean[rules.size()];
    keyworded = new boolean[rules.size()];
    for (int i = 0; i < numeric.length; i++) {
      numeric[i] = rules.get(i).readsNumbers();
      unbounded[i] = rules.get(i).isUnbounded();
      keyworded[i] = rules.get(i).shape() != null;
    }
  }

  /**
   * Starts on a record.
   *
   * @param named gets the limits that keep part of it from being scanned
   */
  void start(Set<FaultKind> named) {
    limits = named;
    counts.clear();
  }

  void scan(Field field) {
    List<Match> matches = new ArrayList<>(0);
    boolean[] done = named(field, matches);
    known.scan(field, matches);
    String text = field.reveal();
    hits.clear();
    engine.scan(text, hits);
    hits.sort();
    shaped = false;
    for (int i = 0; i < hits.rules(); i++) {
      int rule = hits.rule(i);
      if ((done == null || !done[rule])
          && (field.kind() != Field.Kind.NUMBER || numeric[rule])
          && TextTraits.has(field.traits(), required[rule])) {
        rule(field, rule, matches);
      }
    }
    List<Match> kept =
        RepeatedValues.merged(
            lookBack.repeats().addedTo(explained(Overlaps.resolved(matches)), field),
            leaks.in(field, limits));
    if (!kept.isEmpty()) {
      field.keep(kept);
    } else if (field.isPlain() && field.kind() != Field.Kind.NUMBER) {
      field.profile().keepClean(text);
    }
  }

  /** Without the reasons of those that are too many of one rule to be reported. */
  private List<Match> explained(List<Match> matches) {
    for (int i = 0; i < matches.size(); i++) {
      Match match = matches.get(i);
      if (counts.merge(match.rule(), 1, Integer::sum) > MAX_EXPLAINED) {
        matches.set(i, match.unexplained());
      }
    }
    return matches;
  }

  /** Rules that the field's name calls for; null when there are none. */
  private boolean[] named(Field field, List<Match> matches) {
    int[] candidates = field.profile().candidatesByName();
    if (candidates.length == 0) {
      return null;
    }
    boolean[] done = new boolean[rules.size()];
    for (int rule : candidates) {
      if (reads(rule, field.kind())) {
        confirmation.confirmNamed(rules.get(rule), field, matches);
      }
      done[rule] = field.kind() != Field.Kind.NAME;
    }
    return done;
  }

  private boolean reads(int rule, Field.Kind kind) {
    return switch (kind) {
      case TEXT -> true;
      case NUMBER -> numeric[rule];
      case NAME -> rules.get(rule).readsNames();
    };
  }

  private void rule(Field field, int rule, List<Match> matches) {
    if (!keyworded[rule]) {
      windows(field, rule, hits.ends(rule), 0, hits.count(rule), matches);
      return;
    }
    if (!shaped) {
      shapes.clear();
      engine.scanShapes(field.reveal(), shapes);
      shaped = true;
    }
    if (shapes.count(rule) == 0) {
      return;
    }
    if (field.reveal().length() <= SMALL) {
      confirmation.confirm(rules.get(rule), field, 0, field.reveal().length(), matches);
    } else {
      near(field, rule, matches);
    }
  }

  /** Those parts of a text in which there are both a keyword and the shape of a value. */
  private void near(Field field, int rule, List<Match> matches) {
    int reach = reaches[rule] + 2 * TriggerHits.GRAIN;
    int[] words = hits.ends(rule);
    int[] ends = shapes.ends(rule);
    int word = 0;
    int begin = 0;
    for (int at = 0; at < shapes.count(rule); at++) {
      while (word < hits.count(rule) && words[word] < ends[at] - reach) {
        word++;
      }
      if (word == hits.count(rule) || words[word] > ends[at] + reach) {
        windows(field, rule, ends, begin, at, matches);
        begin = at + 1;
      }
    }
    windows(field, rule, ends, begin, shapes.count(rule), matches);
  }

  /** Widens a part whose matches touch its edge, where a rule's matches have no maximum length. */
  private void part(int rule, Field field, int from, int to, List<Match> matches) {
    boolean cut = confirmation.confirm(rules.get(rule), field, from, to, matches);
    if (!cut || !unbounded[rule] || to <= widened) {
      return;
    }
    int length = field.reveal().length();
    int wideFrom = Math.max(0, from - Limits.MAX_MATCH_REACH);
    widened = Math.min(length, to + Limits.MAX_MATCH_REACH);
    if (confirmation.confirm(rules.get(rule), field, wideFrom, widened, matches)) {
      limits.add(FaultKind.MATCH_LIMIT);
    }
  }

  private void windows(
      Field field, int rule, int[] ends, int first, int next, List<Match> matches) {
    if (first >= next) {
      return;
    }
    int length = field.reveal().length();
    if (length <= SMALL) {
      confirmation.confirm(rules.get(rule), field, 0, length, matches);
      return;
    }
    int reach = widths[rule] + TriggerHits.GRAIN + 2;
    int from = -1;
    widened = -1;
    int to = -1;
    for (int i = first; i < next; i++) {
      int start = Math.max(0, ends[i] - reach);
      if (from >= 0 && start > to) {
        part(rule, field, from, to, matches);
        from = start;
      } else if (from < 0) {
        from = start;
      }
      to = Math.min(length, ends[i] + reach);
    }
    part(rule, field, from, to, matches);
  }
}
