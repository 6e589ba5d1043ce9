package dev.telltale.detection.rules;

import dev.telltale.detection.pattern.CompoundWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Names and sentences as lower-case tokens: split at everything that is no letter or digit, between
 * letters and digits, at the humps of camel case, and before the last part of a {@link
 * CompoundWord}. Keywords compare whole tokens, so that {@code lic} is not found in {@code public}.
 */
public final class KeywordTokens {
  private KeywordTokens() {}

  public static List<String> of(String text) {
    return of(text, null);
  }

  /**
   * The same, with where each token ends in the text.
   *
   * @param ends is added to; null for not wanted
   */
  public static List<String> of(String text, List<Integer> ends) {
    List<String> tokens = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      boolean inside = start >= 0;
      if (inside && (!Character.isLetterOrDigit(c) || splits(text, i))) {
        String token = text.substring(start, i).toLowerCase(Locale.ROOT);
        int tail = CompoundWord.tailOf(token);
        if (tail > 0) {
          add(token.substring(0, tail), start + tail, tokens, ends);
        }
        add(token.substring(tail), i, tokens, ends);
        start = -1;
      }
      if (start < 0 && Character.isLetterOrDigit(c)) {
        start = i;
      }
    }
    return tokens;
  }

  private static void add(String token, int end, List<String> tokens, List<Integer> ends) {
    tokens.add(token);
    if (ends != null) {
      ends.add(end);
    }
  }

  /** Whether a token ends before position {@code i}, which holds a letter or digit. */
  private static boolean splits(String text, int i) {
    char before = text.charAt(i - 1);
    char c = text.charAt(i);
    if (Character.isDigit(before) != Character.isDigit(c)) {
      return true;
    }
    if (!Character.isUpperCase(c)) {
      return false;
    }
    boolean hump = Character.isLowerCase(before);
    boolean lastOfAcronym =
        Character.isUpperCase(before)
            && i + 1 < text.length()
            && Character.isLowerCase(text.charAt(i + 1));
    return hump || lastOfAcronym;
  }

  /** Whether the tokens of {@code word} stand in {@code tokens} in a row. */
  public static boolean contain(List<String> tokens, List<String> word) {
    return indexOf(tokens, word, 0) >= 0;
  }

  /** Whether the tokens of {@code word} are the last ones. */
  public static boolean endWith(List<String> tokens, List<String> word) {
    int from = tokens.size() - word.size();
    return from >= 0 && isAt(tokens, from, word);
  }

  /** Whether the last tokens are those of one of several words. */
  public static boolean endsWithAny(List<String> tokens, List<List<String>> words) {
    for (List<String> word : words) {
      if (endWith(tokens, word)) {
        return true;
      }
    }
    return false;
  }

  /** Where the tokens of {@code word} begin in {@code tokens}, from an index on; -1 for nowhere. */
  public static int indexOf(List<String> tokens, List<String> word, int first) {
    for (int from = first; from + word.size() <= tokens.size(); from++) {
      if (isAt(tokens, from, word)) {
        return from;
      }
    }
    return -1;
  }

  /** Where the tokens of {@code word} begin for the last time; -1 for nowhere. */
  public static int lastIndexOf(List<String> tokens, List<String> word) {
    for (int from = tokens.size() - word.size(); from >= 0; from--) {
      if (isAt(tokens, from, word)) {
        return from;
      }
    }
    return -1;
  }

  /** Whether one of several words stands in {@code tokens}. */
  public static boolean containAny(List<String> tokens, List<List<String>> words) {
    for (List<String> word : words) {
      if (contain(tokens, word)) {
        return true;
      }
    }
    return false;
  }

  /** The last token of a word differs from most others, and is looked at first. */
  private static boolean isAt(List<String> tokens, int from, List<String> word) {
    for (int i = word.size() - 1; i >= 0; i--) {
      if (!tokens.get(from + i).equals(word.get(i))) {
        return false;
      }
    }
    return true;
  }
}
