package dev.telltale.prevention;

import com.google.re2j.Pattern;
import dev.telltale.detection.rules.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where the values of a case stand and what they look like: all that a rule against it can be made
 * of.
 */
public final class CaseShape {
  private final Set<String> keys;
  private final Set<String> encodedKeys;
  private final List<Pattern> values;

  private CaseShape(Set<String> keys, Set<String> encodedKeys, List<Pattern> values) {
    this.keys = keys;
    this.encodedKeys = encodedKeys;
    this.values = values;
  }

  /**
   * Takes what the findings of a case say.
   *
   * @param fieldPatterns paths without positions
   * @param rules that found the values
   */
  public static CaseShape of(Collection<String> fieldPatterns, Collection<Rule> rules) {
    Set<String> keys = new TreeSet<>();
    Set<String> encodedKeys = new TreeSet<>();
    for (String each : fieldPatterns) {
      String key = lastName(each);
      if (!key.isEmpty()) {
        keys.add(key);
        if (each.indexOf('|') >= 0) {
          encodedKeys.add(key);
        }
      }
    }
    Set<String> seen = new TreeSet<>();
    List<Pattern> values = new ArrayList<>();
    for (Rule rule : rules) {
      Pattern pattern = rule.pattern();
      if (pattern != null && seen.add(pattern.pattern())) {
        values.add(pattern);
      }
    }
    return new CaseShape(keys, encodedKeys, values);
  }

  /**
   * The name of the member that a processor sees: the last one before anything encoded.
   *
   * @param fieldPattern such as {@code $.spec.env[].value} or {@code $.labels['user.email']}
   */
  static String lastName(String fieldPattern) {
    Objects.requireNonNull(fieldPattern, "fieldPattern");
    String path = fieldPattern;
    int encoded = path.indexOf('|');
    if (encoded >= 0) {
      path = path.substring(0, encoded);
    }
    while (path.endsWith("[]") || path.endsWith("[*]")) {
      path = path.substring(0, path.lastIndexOf('['));
    }
    if (path.endsWith("']")) {
      int open = path.lastIndexOf("['");
      return open < 0 ? "" : path.substring(open + 2, path.length() - 2);
    }
    int dot = path.lastIndexOf('.');
    return dot < 0 ? "" : path.substring(dot + 1);
  }

  /** Names of the members that hold the values; a text that is a whole record has none. */
  Set<String> keys() {
    return keys;
  }

  /** Those of them whose values are encoded, where no pattern meets them. */
  Set<String> encodedKeys() {
    return encodedKeys;
  }

  /** What the values look like with what has to stand beside them, in the syntax of RE2. */
  List<Pattern> values() {
    return values;
  }

  @Override
  public String toString() {
    return keys.size() + " names, " + values.size() + " patterns";
  }
}
