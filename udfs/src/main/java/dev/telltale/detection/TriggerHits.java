package dev.telltale.detection;

import dev.telltale.detection.pattern.HitSink;
import java.util.Arrays;

/** Hits in one text by rule. Reused for every text. */
final class TriggerHits implements HitSink {
  /** Hits of a rule closer than this count as one; windows are wider by as much. */
  static final int GRAIN = 32;

  private final int[][] ends;
  private final int[] counts;
  private final boolean[] disordered;
  private int[] rules = new int[16];
  private int ruleCount;

  TriggerHits(int rules) {
    ends = new int[rules][];
    counts = new int[rules];
    disordered = new boolean[rules];
  }

  /** Forgets the hits before a text is scanned. */
  void clear() {
    for (int i = 0; i < ruleCount; i++) {
      int rule = rules[i];
      counts[rule] = 0;
      disordered[rule] = false;
      if (ends[rule].length > MAX_KEPT) {
        ends[rule] = null;
      }
    }
    ruleCount = 0;
  }

  private static final int MAX_KEPT = 1_024;

  @Override
  public void hit(int rule, int end) {
    int count = counts[rule];
    if (count == 0) {
      first(rule);
    } else {
      int last = ends[rule][count - 1];
      if (end > last - GRAIN && end < last + GRAIN) {
        return;
      }
      disordered[rule] |= end < last;
      if (count == ends[rule].length) {
        ends[rule] = Arrays.copyOf(ends[rule], count * 2);
      }
    }
    ends[rule][count] = end;
    counts[rule] = count + 1;
  }

  private void first(int rule) {
    if (ends[rule] == null) {
      ends[rule] = new int[4];
    }
    if (ruleCount == rules.length) {
      rules = Arrays.copyOf(rules, ruleCount * 2);
    }
    rules[ruleCount++] = rule;
  }

  /** Puts the rules that were hit in the order of the rule set. */
  void sort() {
    if (ruleCount > 1) {
      Arrays.sort(rules, 0, ruleCount);
    }
  }

  /** How many rules were hit. */
  int rules() {
    return ruleCount;
  }

  int rule(int i) {
    return rules[i];
  }

  /** How many hits a rule has. */
  int count(int rule) {
    return counts[rule];
  }

  /** Ends of a rule's hits, ascending; there are {@link #count} of them. */
  int[] ends(int rule) {
    if (disordered[rule]) {
      Arrays.sort(ends[rule], 0, counts[rule]);
      disordered[rule] = false;
    }
    return ends[rule];
  }
}
