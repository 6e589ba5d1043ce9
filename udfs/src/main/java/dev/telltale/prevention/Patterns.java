package dev.telltale.prevention;

import com.google.re2j.Pattern;
import dev.telltale.value.TextValue;
import java.util.Collection;
import java.util.List;

/** Expressions of RE2, which the collector, Prometheus and the sanitiser share. */
final class Patterns {
  private Patterns() {}

  /** That name and no other. */
  static List<Pattern> names(Collection<String> names) {
    return names.stream().map(name -> Pattern.compile("^" + Pattern.quote(name) + "$")).toList();
  }

  static boolean any(List<Pattern> patterns, String text) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(text).find());
  }

  /** The text with every match replaced; the same instance where there is none. */
  static String replaced(List<Pattern> patterns, String text, String by) {
    String left = text;
    for (Pattern pattern : patterns) {
      if (pattern.matcher(left).find()) {
        left = pattern.matcher(left).replaceAll(by);
      }
    }
    return left;
  }

  /** The value with every match replaced; the same instance where there is none. */
  static TextValue replaced(List<Pattern> patterns, TextValue value, String by) {
    String left = replaced(patterns, value.reveal(), by);
    return left.equals(value.reveal()) ? value : new TextValue(left);
  }
}
