package dev.telltale.detection.context;

import dev.telltale.detection.rules.FieldRoles;
import dev.telltale.detection.rules.KeywordTokens;
import java.util.List;
import java.util.Locale;

/**
 * The phrase directly before a value, which names it, and the word directly after, which says what
 * it counts: {@code log offset 7}, {@code seq=7}, {@code 7 events}, {@code 7 of 9 bytes}. Holds
 * content: never printed.
 */
public final class Neighbours {
  private static final int MAX_PHRASE_LENGTH = 48;
  private static final int MAX_UNIT_LENGTH = 24;
  private static final int WIDEST_MARGIN = 64;
  private static final String BETWEEN = " \t=:#'\"`([<>!";

  private final String text;
  private final int start;
  private final int end;

  Neighbours(String text, int start, int end) {
    this.text = text;
    this.start = start;
    this.end = end;
  }

  /** The tokens of the phrase that ends at the value; none when something else stands there. */
  public List<String> phrase() {
    return KeywordTokens.of(text.substring(phraseStart(), phraseEnd()));
  }

  private int phraseEnd() {
    int at = start;
    while (at > 0 && start - at < 5 && BETWEEN.indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    return at;
  }

  private int phraseStart() {
    int to = phraseEnd();
    int at = to;
    while (at > 0 && to - at < MAX_PHRASE_LENGTH && isOfPhrase(at - 1)) {
      at--;
    }
    return to == start ? to : at;
  }

  /** Words with single spaces between them. */
  private boolean isOfPhrase(int at) {
    char c = text.charAt(at);
    return Character.isLetterOrDigit(c)
        || c == '-'
        || c == '_'
        || c == '.'
        || (c == ' ' && at > 0 && Character.isLetterOrDigit(text.charAt(at - 1)));
  }

  /** Whether a unit stands after the value, or after the whole that it is a part of. */
  public boolean hasUnit(FieldRoles roles) {
    int at = end;
    if (text.startsWith(" of ", at)) {
      int whole = at + 4;
      int after = whole;
      while (after < text.length() && Character.isDigit(text.charAt(after))) {
        after++;
      }
      at = after > whole ? after : at;
    }
    return roles.isUnit(wordAt(at));
  }

  private String wordAt(int from) {
    int at = from;
    if (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '{') {
      at++;
    }
    int to = at;
    while (to < text.length() && to - at < MAX_UNIT_LENGTH && Character.isLetter(text.charAt(to))) {
      to++;
    }
    return text.substring(at, to).toLowerCase(Locale.ROOT);
  }

  /**
   * Whether the value is that of a parameter in the query of a URL, which has a name of its own.
   */
  boolean isParameter() {
    if (start == 0 || text.charAt(start - 1) != '=') {
      return false;
    }
    int at = start - 1;
    while (at > 0 && start - at < MAX_PHRASE_LENGTH && isOfParameter(text.charAt(at - 1))) {
      at--;
    }
    return at > 0 && (text.charAt(at - 1) == '?' || text.charAt(at - 1) == '&');
  }

  private static boolean isOfParameter(char c) {
    return Character.isLetterOrDigit(c) || "_-.[]%".indexOf(c) >= 0;
  }

  /** Whether the value is a segment of a path. */
  public boolean isSegment() {
    return start > 0 && text.charAt(start - 1) == '/';
  }

  /** Whether the value is a segment that others follow, as the id of a resource is. */
  public boolean isInnerSegment() {
    return isSegment()
        && end + 1 < text.length()
        && text.charAt(end) == '/'
        && Character.isLetter(text.charAt(end + 1));
  }

  /** Whether there is nothing but the value, with quotes, brackets and the like around it. */
  public boolean isAlone() {
    int before = start;
    while (before > 0 && start - before < WIDEST_MARGIN && isMargin(before - 1)) {
      before--;
    }
    int after = end;
    while (after < text.length() && after - end < WIDEST_MARGIN && isMargin(after)) {
      after++;
    }
    return before == 0 && after == text.length();
  }

  private boolean isMargin(int at) {
    return !Character.isLetterOrDigit(text.charAt(at));
  }

  @Override
  public String toString() {
    return "neighbours of " + (end - start) + " characters";
  }
}
