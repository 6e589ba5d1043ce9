package dev.telltale.detection.validators;

import java.util.List;
import java.util.Locale;

/** What tells an issued token, which is random, from what people write in its place. */
final class IssuedTokens {
  private static final int LONGEST_REPEAT = 6;
  private static final int LONGEST_SERIES = 9;
  private static final int SHORT_SERIES = 4;
  private static final int FEWEST_DISTINCT = 5;
  private static final List<String> STAND_INS =
      List.of(
          "xxxx",
          "****",
          "....",
          "####",
          "____",
          "example",
          "placeholder",
          "changeme",
          "redacted",
          "your",
          "insert",
          "replace",
          "dummy",
          "sample",
          "fakekey",
          "faketoken",
          "tokenhere",
          "keyhere",
          "stringhere",
          "randomstring");

  private static final int END = 12;
  private static final int FEWEST_DISTINCT_AT_END = 4;

  private IssuedTokens() {}

  /** No mask, no placeholder, no repeated character and no run along the alphabet. */
  static boolean issued(Candidate candidate) {
    String value = candidate.value();
    String lower = value.toLowerCase(Locale.ROOT);
    String end = value.substring(Math.max(0, value.length() - END));
    return value.chars().distinct().count() >= FEWEST_DISTINCT
        && end.chars().distinct().count() >= FEWEST_DISTINCT_AT_END
        && STAND_INS.stream().noneMatch(lower::contains)
        && longestRun(value, 0) <= LONGEST_REPEAT
        && longestRun(lower, 1) <= LONGEST_SERIES;
  }

  /**
   * Not typed along the keyboard: runs of four and more along the alphabet or the digits cover less
   * than two fifths.
   */
  static boolean unserial(Candidate candidate) {
    String lower = candidate.value().toLowerCase(Locale.ROOT);
    int covered = 0;
    int run = 1;
    for (int i = 1; i <= lower.length(); i++) {
      if (i < lower.length() && lower.charAt(i) - lower.charAt(i - 1) == 1) {
        run++;
      } else {
        covered += run >= SHORT_SERIES ? run : 0;
        run = 1;
      }
    }
    return covered * 5 < lower.length() * 2;
  }

  /** Has a letter and a digit, which a word or a number has not. */
  static boolean lettersAndDigits(Candidate candidate) {
    String value = candidate.value();
    return value.chars().anyMatch(Character::isLetter)
        && value.chars().anyMatch(Character::isDigit);
  }

  /**
   * Most characters in a row that each lie {@code step} behind the one before. Repeats of {@code A}
   * do not count: base64 writes zero bytes so.
   */
  private static int longestRun(String value, int step) {
    int longest = 1;
    int run = 1;
    for (int i = 1; i < value.length(); i++) {
      boolean zeros = step == 0 && value.charAt(i) == 'A';
      run = !zeros && value.charAt(i) - value.charAt(i - 1) == step ? run + 1 : 1;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
