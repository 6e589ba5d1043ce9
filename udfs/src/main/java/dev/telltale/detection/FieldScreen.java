package dev.telltale.detection;

import dev.telltale.detection.encoding.TextTraits;
import dev.telltale.detection.field.Field;
import dev.telltale.detection.pattern.CharacterKinds;
import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import java.util.List;

/**
 * Tells texts that no rule can match by their length and the kinds of their characters. Exact: what
 * it keeps out would have no match. Not thread-safe.
 */
final class FieldScreen {
  private final List<Rule> texts;
  private final List<Rule> numbers;
  private final int[] shortestText = new int[1 << CharacterKinds.COUNT];
  private final int[] shortestNumber = new int[1 << CharacterKinds.COUNT];

  private final int shortestKnown;

  FieldScreen(RuleSet rules) {
    shortestKnown =
        rules.team().known().stream()
            .mapToInt(each -> each.values().minLength())
            .min()
            .orElse(Integer.MAX_VALUE);
    texts = rules.rules().stream().filter(rule -> rule.trigger() != null).toList();
    numbers = texts.stream().filter(Rule::readsNumbers).toList();
  }

  boolean admits(Field field, int traits) {
    if (field.profile().candidatesByName().length > 0 || field.reveal().length() >= shortestKnown) {
      return true;
    }
    boolean number = field.kind() == Field.Kind.NUMBER;
    int classes = TextTraits.classes(traits);
    int[] known = number ? shortestNumber : shortestText;
    if (known[classes] == 0) {
      known[classes] = shortest(number ? numbers : texts, classes);
    }
    return field.reveal().length() >= known[classes];
  }

  /** Length of the shortest match that these kinds of characters can make; at least 1. */
  private static int shortest(List<Rule> rules, int classes) {
    int shortest = Integer.MAX_VALUE;
    for (Rule rule : rules) {
      if (TextTraits.has(classes, rule.requiredKinds())) {
        shortest = Math.min(shortest, Math.max(1, rule.minWidth()));
      }
    }
    return shortest;
  }
}
