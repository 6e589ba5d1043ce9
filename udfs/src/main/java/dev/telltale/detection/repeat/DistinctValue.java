package dev.telltale.detection.repeat;

/**
 * Which values can be told from ordinary text by themselves, so that they are the same value
 * wherever they stand; all others only where they are a whole field. Decided by length and kinds of
 * characters alone: lower case, upper case, digits and all others.
 */
final class DistinctValue {
  /** Shorter values are not looked for at all: as words, numbers and flags they are everywhere. */
  static final int MIN_LENGTH = 4;

  /** Digits alone that are too few even as a whole field: ports, years, codes of status. */
  private static final int MIN_DIGITS = 6;

  private static final int MIN_LETTERS = 16;
  private static final int MIN_MIXED = 8;
  private static final int MIN_VARIED = 6;
  private static final int MIN_STRONG = 12;

  private static final int LOWER = 1;
  private static final int UPPER = 2;
  private static final int DIGIT = 4;
  private static final int OTHER = 8;

  private DistinctValue() {}

  /** Whether it is the same value wherever it stands as whole words. */
  static boolean isDistinctive(String value) {
    int kinds = kinds(value);
    int count = Integer.bitCount(kinds);
    int length = value.length();
    if (kinds == DIGIT) {
      return length >= MIN_MIXED;
    }
    if (isWord(value, kinds)) {
      return length >= MIN_LETTERS;
    }
    return length >= MIN_MIXED || (length >= MIN_VARIED && count >= 3);
  }

  /** Whether a field that is this value holds it, rather than a word or number like it. */
  static boolean isWholeField(String value) {
    return kinds(value) != DIGIT || value.length() >= MIN_DIGITS;
  }

  /** Whether it is the same value even in the middle of a longer word. */
  static boolean isStrong(String value) {
    return value.length() >= MIN_STRONG && Integer.bitCount(kinds(value)) >= 3;
  }

  /** Letters alone, of one case but for the first. */
  private static boolean isWord(String value, int kinds) {
    if ((kinds & (DIGIT | OTHER)) != 0) {
      return false;
    }
    return kinds != (LOWER | UPPER) || value.substring(1).chars().noneMatch(Character::isUpperCase);
  }

  private static int kinds(String value) {
    int kinds = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isDigit(c)) {
        kinds |= DIGIT;
      } else if (Character.isUpperCase(c)) {
        kinds |= UPPER;
      } else if (Character.isLetter(c)) {
        kinds |= LOWER;
      } else {
        kinds |= OTHER;
      }
    }
    return kinds;
  }
}
