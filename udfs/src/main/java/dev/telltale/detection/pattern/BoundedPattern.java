package dev.telltale.detection.pattern;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * Patterns of rule files for RE2/J, which walks the groups of a pattern by recursion without a
 * bound of its own.
 */
public final class BoundedPattern {
  /** Groups inside one another. */
  static final int MAX_DEPTH = 100;

  private BoundedPattern() {}

  /**
   * Compiles a pattern.
   *
   * @throws PatternSyntaxException if it is not RE2 syntax, or nested more deeply than may be
   */
  public static Pattern compile(String source) {
    int depth = 0;
    boolean bracket = false;
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      switch (c) {
        case '\\' -> i++;
        case '[' -> bracket = true;
        case ']' -> bracket = false;
        case '(' -> depth += bracket ? 0 : 1;
        case ')' -> depth -= bracket ? 0 : 1;
        default -> {
          // Neither opens nor closes a group.
        }
      }
      if (depth > MAX_DEPTH) {
        throw new PatternSyntaxException("groups nested too deeply", "(");
      }
    }
    return Pattern.compile(source);
  }
}
