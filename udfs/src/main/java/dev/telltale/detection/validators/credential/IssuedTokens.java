package dev.telltale.detection.validators.credential;

import dev.telltale.detection.validators.CandidateValue;
import java.util.List;
import java.util.Locale;

/** What distinguishes an issued token, which is random, from what people write in its place. */
final class IssuedTokens {
  private static final int MAX_REPEAT = 6;
  private static final double MAX_SERIES = 0.4;
  private static final int LONG_SERIES = 10;
  private static final int SHORT_SERIES = 4;
  private static final int MIN_DISTINCT = 5;
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
  private static final int MIN_DISTINCT_AT_END = 4;

  private IssuedTokens() {}

  /** No mask, no placeholder, no repeated character, not mostly the alphabet in its order. */
  static boolean issued(CandidateValue candidate) {
    String value = candidate.reveal();
    String lower = value.toLowerCase(Locale.ROOT);
    String end = value.substring(Math.max(0, value.length() - END));
    return value.chars().distinct().count() >= MIN_DISTINCT
        && end.chars().distinct().count() >= MIN_DISTINCT_AT_END
        && STAND_INS.stream().noneMatch(lower::contains)
        && maxRepeat(value) <= MAX_REPEAT
        && seriesShare(lower, 1, LONG_SERIES) < MAX_SERIES;
  }

  /**
   * Not typed along the keyboard: runs of four and more along the alphabet or the digits, also
   * interleaved as in {@code a1b2c3d4}, cover less than two fifths.
   */
  static boolean unserial(CandidateValue candidate) {
    String lower = candidate.reveal().toLowerCase(Locale.ROOT);
    return seriesShare(lower, 1, SHORT_SERIES) < MAX_SERIES
        && seriesShare(lower, 2, SHORT_SERIES) < MAX_SERIES;
  }

  /** The share of characters that stand in runs in which each {@code stride}-th is the next. */
  private static double seriesShare(String lower, int stride, int minRun) {
    int covered = 0;
    int run = stride;
    for (int i = stride; i <= lower.length(); i++) {
      if (i < lower.length() && lower.charAt(i) - lower.charAt(i - stride) == 1) {
        run++;
      } else {
        covered += run >= minRun * stride ? run : 0;
        run = stride;
      }
    }
    return (double) covered / lower.length();
  }

  /** Has a letter and a digit, which a word or a number has not. */
  static boolean lettersAndDigits(CandidateValue candidate) {
    String value = candidate.reveal();
    return value.chars().anyMatch(Character::isLetter)
        && value.chars().anyMatch(Character::isDigit);
  }

  /** Most times in a row; {@code A} does not count, which is how base64 writes zero bytes. */
  private static int maxRepeat(String value) {
    int max = 1;
    int run = 1;
    for (int i = 1; i < value.length(); i++) {
      boolean same = value.charAt(i) == value.charAt(i - 1) && value.charAt(i) != 'A';
      run = same ? run + 1 : 1;
      max = Math.max(max, run);
    }
    return max;
  }
}
