package dev.telltale.detection.context;

import dev.telltale.detection.rules.FieldRoles;
import dev.telltale.detection.rules.KeywordTokens;
import dev.telltale.detection.rules.Keywords;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Keywords in running text that stand for themselves. The last part of a compound says what it is
 * of: {@code card-processor} is a processor, {@code phone.js} a script, {@code passport cache} a
 * cache; {@code card number} and {@code credit-card} are still what they say. The words of a path
 * say nothing about what follows the path, and letters among digits are no word. Holds content:
 * never printed.
 */
final class Phrases {
  private static final String JOINTS = "-_./";

  /** Parts of a compound that only say that a value follows. */
  private static final Set<String> NUMBERS =
      Set.of("number", "numbers", "no", "nr", "num", "nbr", "value", "id", "s");

  private static final int MAX_PATH_LENGTH = 200;

  /** {@code phone2}, {@code card 10}: more digits are of a code. */
  private static final int MAX_ORDINAL_LENGTH = 2;

  private final String text;
  private final int from;
  private final int to;
  private final boolean before;
  private final FieldRoles roles;
  private final List<String> tokens;
  private final List<Integer> ends = new ArrayList<>();

  /**
   * Reads {@code text[from, to)}.
   *
   * @param before whether it stands before the value, not after it
   */
  Phrases(String text, int from, int to, boolean before, FieldRoles roles) {
    this.text = text;
    this.from = from;
    this.to = to;
    this.before = before;
    this.roles = roles;
    this.tokens = KeywordTokens.of(text.substring(from, to), ends);
  }

  /** The first of the keywords that counts somewhere, or null. */
  List<String> wordOf(Keywords keywords) {
    for (List<String> word : keywords.words()) {
      int at = KeywordTokens.indexOf(tokens, word, 0);
      while (at >= 0) {
        if (stands(at, at + word.size())) {
          return word;
        }
        at = KeywordTokens.indexOf(tokens, word, at + 1);
      }
    }
    return null;
  }

  private boolean stands(int first, int next) {
    return !isOfAnother(next) && !isOfCode(first, next) && !isOfPath(first, next);
  }

  private int start(int token) {
    return from + ends.get(token) - tokens.get(token).length();
  }

  private int end(int token) {
    return from + ends.get(token);
  }

  /** Whether the token at an index makes those before it parts of another thing. */
  private boolean isOfAnother(int next) {
    if (next >= tokens.size()) {
      return false;
    }
    String token = tokens.get(next);
    int gap = start(next) - end(next - 1);
    if (NUMBERS.contains(token) || !Character.isLetter(token.charAt(0)) || gap > 1) {
      return false;
    }
    char joint = text.charAt(start(next) - 1);
    return gap == 0
        || JOINTS.indexOf(joint) >= 0
        || (joint == ' ' && roles.headOf(List.of(token)) != null);
  }

  /** Letters after a digit, or before digits as in a generated name, in base64, or an octet. */
  private boolean isOfCode(int first, int next) {
    int start = start(first);
    int at = end(next - 1);
    char before = start == 0 ? ' ' : text.charAt(start - 1);
    char after = at < to ? text.charAt(at) : ' ';
    boolean octet = before == ':' && after == ':';
    if (Character.isDigit(before) || before == '+' || after == '+' || octet) {
      return true;
    }
    int digits = at;
    while (digits < to && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    boolean mixed = digits < to && Character.isLetter(text.charAt(digits));
    boolean joined = JOINTS.indexOf(before) >= 0;
    return digits > at && (mixed || joined || digits - at > MAX_ORDINAL_LENGTH);
  }

  /** Of a path that ends before the value does, or begins after it or goes on there. */
  private boolean isOfPath(int first, int next) {
    int at = start(first);
    int start = at;
    while (start > 0 && at - start < MAX_PATH_LENGTH && !isSpace(start - 1)) {
      start--;
    }
    boolean path =
        text.charAt(start) == '/' || text.substring(start, at).contains("://") || isDotted(at);
    return path && (!before || hasSpace(end(next - 1)));
  }

  /** A part of a dotted name: of a package, a logger, a host. */
  private boolean isDotted(int at) {
    return at > 1 && text.charAt(at - 1) == '.' && Character.isLetterOrDigit(text.charAt(at - 2));
  }

  private boolean hasSpace(int first) {
    for (int i = first; i < to; i++) {
      if (isSpace(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isSpace(int at) {
    char c = text.charAt(at);
    return Character.isWhitespace(c) || c == '"' || c == '\'';
  }
}
