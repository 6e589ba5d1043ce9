package dev.telltale.detection;

import dev.telltale.detection.engine.TriggerEngine;
import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What a scanner without confirmation of its own does: look for the rules' triggers, then run
 * {@code java.util.regex} over the whole record for each rule whose trigger is there.
 */
final class RegexBaseline implements AutoCloseable {
  private final TriggerEngine triggers;
  private final List<Pattern> patterns = new ArrayList<>();
  private int refused;

  RegexBaseline(RuleSet rules) {
    triggers = TriggerEngine.of(rules);
    for (Rule rule : rules.rules()) {
      patterns.add(rule.pattern() == null ? null : compiled(rule.pattern().pattern()));
    }
  }

  private Pattern compiled(String pattern) {
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException foreign) {
      refused++;
      return null;
    }
  }

  /** Patterns that {@code java.util.regex} does not take. */
  int refused() {
    return refused;
  }

  /** How many rules match in the record. */
  int scan(String record) {
    BitSet triggered = new BitSet();
    triggers.scan(record, (rule, end) -> triggered.set(rule));
    int found = 0;
    for (int i = triggered.nextSetBit(0); i >= 0; i = triggered.nextSetBit(i + 1)) {
      found += patterns.get(i) != null && patterns.get(i).matcher(record).find() ? 1 : 0;
    }
    return found;
  }

  @Override
  public void close() {
    triggers.close();
  }
}
