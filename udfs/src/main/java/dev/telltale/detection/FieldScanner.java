package dev.telltale.detection;

import dev.telltale.detection.engine.TriggerEngine;
import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.fault.FaultKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Gives every field of a record its matches: one engine scan, then confirmation in windows. */
final class FieldScanner {
  /** Shorter texts are confirmed whole. */
  private static final int SMALL = 256;

  /** Characters on either side of a part in which a match that reached over it is looked for. */
  private static final int WIDE = 1 << 20;

  private final List<Rule> rules;
  private final TriggerHits hits;
  private final Confirmation confirmation;
  private final KnownValueScan known;
  private final int[] reaches;
  private final int[] required;
  private final boolean[] numeric;
  private final boolean[] unbounded;
  private Set<FaultKind> limits = Set.of();
  private int widened;

  FieldScanner(RuleSet set, TriggerEngine engine, FingerprintKey key) {
    known = new KnownValueScan(set, key);
    rules = set.rules();
    hits = new TriggerHits(engine, set);
    confirmation = new Confirmation(set);
    reaches = rules.stream().mapToInt(Rule::reach).toArray();
    required = rules.stream().mapToInt(Rule::requiredClasses).toArray();
    numeric = new boolean[rules.size()];
    unbounded = new boolean[rules.size()];
    for (int i = 0; i < numeric.length; i++) {
      numeric[i] = rules.get(i).readsNumbers();
      unbounded[i] = rules.get(i).isUnbounded();
    }
  }

  void scan(RecordFields fields) {
    limits = fields.limits();
    List<Field> scanned = fields.scanned();
    hits.scan(scanned);
    int at = 0;
    for (int i = 0; i < scanned.size(); i++) {
      Field field = scanned.get(i);
      List<Match> matches = new ArrayList<>(0);
      boolean[] done = named(field, matches);
      known.scan(field, matches);
      while (at < hits.count() && hits.field(at) == i) {
        at = rule(field, i, at, done, matches);
      }
      if (!matches.isEmpty()) {
        field.keep(Overlaps.resolved(matches));
      } else if (field.isPlain() && field.kind() != Field.Kind.NUMBER) {
        field.profile().keepClean(field.reveal());
      }
    }
  }

  /** Rules that the field's name calls for; null when there are none. */
  private boolean[] named(Field field, List<Match> matches) {
    int[] candidates = field.profile().candidatesByName();
    if (candidates.length == 0 || field.kind() == Field.Kind.NAME) {
      return null;
    }
    boolean[] done = new boolean[rules.size()];
    for (int rule : candidates) {
      if (field.kind() == Field.Kind.TEXT || numeric[rule]) {
        confirmation.confirmNamed(rules.get(rule), field, matches);
      }
      done[rule] = true;
    }
    return done;
  }

  /** Handles the hits of one rule in one field; returns the index behind them. */
  private int rule(Field field, int index, int first, boolean[] done, List<Match> matches) {
    int rule = hits.rule(first);
    int next = first;
    while (next < hits.count() && hits.field(next) == index && hits.rule(next) == rule) {
      next++;
    }
    boolean skipped =
        (done != null && done[rule])
            || (field.kind() == Field.Kind.NUMBER && !numeric[rule])
            || !TextTraits.has(field.traits(), required[rule]);
    if (skipped) {
      return next;
    }
    int length = field.reveal().length();
    if (length <= SMALL) {
      confirmation.confirm(rules.get(rule), field, 0, length, matches);
      return next;
    }
    windows(field, index, first, next, matches);
    return next;
  }

  /** What is still to be looked at is as long as a rule's longest match, on either side of it. */
  private void part(int rule, Field field, int from, int to, List<Match> matches) {
    boolean cut = confirmation.confirm(rules.get(rule), field, from, to, matches);
    if (!cut || !unbounded[rule] || to <= widened) {
      return;
    }
    int length = field.reveal().length();
    int wideFrom = Math.max(0, from - WIDE);
    widened = Math.min(length, to + WIDE);
    if (confirmation.confirm(rules.get(rule), field, wideFrom, widened, matches)) {
      limits.add(FaultKind.MATCH_LIMIT);
    }
  }

  private void windows(Field field, int index, int first, int next, List<Match> matches) {
    int rule = hits.rule(first);
    int reach = reaches[rule] + TriggerHits.GRAIN;
    int length = field.reveal().length();
    CharacterOffsets offsets = new CharacterOffsets(field.reveal(), hits.byteLength(index));
    int from = -1;
    widened = -1;
    int to = -1;
    for (int i = first; i < next; i++) {
      int end = offsets.character(hits.end(i));
      int start = Math.max(0, end - reach);
      if (from >= 0 && start > to) {
        part(rule, field, from, to, matches);
        from = start;
      } else if (from < 0) {
        from = start;
      }
      to = Math.min(length, end + reach);
    }
    part(rule, field, from, to, matches);
  }
}
