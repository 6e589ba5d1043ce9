package dev.telltale.detection;

import dev.telltale.detection.encoding.TextTraits;
import dev.telltale.detection.field.Field;
import dev.telltale.detection.pattern.CharacterKinds;
import dev.telltale.detection.repeat.KnownLeaks;
import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import java.util.List;

/**
 * Recognises texts that no rule can match, by their length and the kinds of their characters, and
 * in which no known value is. Exact: what it keeps out would have no match. Not thread-safe.
 */
final class FieldScreen {
  private final List<Rule> texts;
  private final List<Rule> numbers;
  private final int[] minTextLength = new int[1 << CharacterKinds.COUNT];
  private final int[] minNumberLength = new int[1 << CharacterKinds.COUNT];

  private final KnownLeaks leaks;
  private final int minKnownLength;

  FieldScreen(RuleSet rules, KnownLeaks leaks) {
    this.leaks = leaks;
    minKnownLength =
        rules.team().known().stream()
            .mapToInt(each -> each.values().minLength())
            .min()
            .orElse(Integer.MAX_VALUE);
    texts = rules.rules().stream().filter(rule -> rule.trigger() != null).toList();
    numbers = texts.stream().filter(Rule::readsNumbers).toList();
  }

  boolean admits(Field field, int traits) {
    if (field.profile().candidatesByName().length > 0
        || field.reveal().length() >= minKnownLength) {
      return true;
    }
    boolean number = field.kind() == Field.Kind.NUMBER;
    int classes = TextTraits.classes(traits);
    int[] known = number ? minNumberLength : minTextLength;
    if (known[classes] == 0) {
      known[classes] = minLength(number ? numbers : texts, classes);
    }
    return field.reveal().length() >= known[classes] || leaks.mayStandIn(field.reveal());
  }

  /** Length of the shortest match that these kinds of characters can make; at least 1. */
  private static int minLength(List<Rule> rules, int classes) {
    int min = Integer.MAX_VALUE;
    for (Rule rule : rules) {
      if (TextTraits.has(classes, rule.requiredKinds())) {
        min = Math.min(min, Math.max(1, rule.minWidth()));
      }
    }
    return min;
  }
}
