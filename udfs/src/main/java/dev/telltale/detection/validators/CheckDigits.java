package dev.telltale.detection.validators;

import org.jspecify.annotations.Nullable;

/** Check digit schemes that several numbers share, and dates inside numbers. */
public final class CheckDigits {
  private static final int[][] DIHEDRAL = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
    {1, 2, 3, 4, 0, 6, 7, 8, 9, 5},
    {2, 3, 4, 0, 1, 7, 8, 9, 5, 6},
    {3, 4, 0, 1, 2, 8, 9, 5, 6, 7},
    {4, 0, 1, 2, 3, 9, 5, 6, 7, 8},
    {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
    {6, 5, 9, 8, 7, 1, 0, 4, 3, 2},
    {7, 6, 5, 9, 8, 2, 1, 0, 4, 3},
    {8, 7, 6, 5, 9, 3, 2, 1, 0, 4},
    {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}
  };
  private static final int[][] PERMUTATION = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
    {1, 5, 7, 6, 2, 8, 3, 0, 9, 4},
    {5, 8, 0, 3, 7, 9, 6, 1, 4, 2},
    {8, 9, 1, 6, 0, 4, 3, 5, 2, 7},
    {9, 4, 5, 3, 1, 2, 6, 8, 7, 0},
    {4, 2, 8, 6, 5, 7, 3, 9, 0, 1},
    {2, 7, 9, 3, 8, 0, 6, 4, 1, 5},
    {7, 0, 4, 6, 9, 1, 3, 2, 5, 8}
  };
  private static final int[] ITALIAN_ODD = {
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
  };
  private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private CheckDigits() {}

  /** Verhoeff, Error Detecting Decimal Codes (1969): the last digit checks the others. */
  public static boolean verhoeff(String digits) {
    int check = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Digits.at(digits, digits.length() - 1 - i);
      check = DIHEDRAL[check][PERMUTATION[i % 8][digit]];
    }
    return check == 0;
  }

  /** ISO/IEC 7064 MOD 11,10: the last digit checks the others. */
  public static boolean mod1110(String digits) {
    int product = 10;
    for (int i = 0; i < digits.length() - 1; i++) {
      int sum = (Digits.at(digits, i) + product) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (11 - product) % 10 == last(digits);
  }

  /** GS1: weights 3 and 1 from the right, modulus 10; the last digit checks the others. */
  public static boolean gs1(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += Digits.at(digits, digits.length() - 1 - i) * (i % 2 == 0 ? 1 : 3);
    }
    return sum % 10 == 0;
  }

  /** ICAO 9303-3 4.9: weights 7 3 1 over digits and letters (A = 10), modulus 10. */
  public static boolean icao(String value) {
    int sum = 0;
    for (int i = 0; i < value.length() - 1; i++) {
      sum += Character.digit(value.charAt(i), 36) * (i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1);
    }
    return sum % 10 == last(value);
  }

  /** Whether the weighted sum of the first digits leaves the last one, 10 and 11 as 0. */
  public static boolean remainder11(String digits, int... weights) {
    return Digits.weighted(digits, weights) % 11 % 10 == last(digits);
  }

  /** Whether 11 less the sum's remainder is the last digit, 10 and 11 as 0. */
  public static boolean complement11(String digits, int... weights) {
    int check = 11 - Digits.weighted(digits, weights) % 11;
    return (check > 9 ? 0 : check) == last(digits);
  }

  /** Whether 10 less the sum's remainder is the last digit. */
  public static boolean complement10(String digits, int... weights) {
    return (10 - Digits.weighted(digits, weights) % 10) % 10 == last(digits);
  }

  /** Sum of the decimal digits of each digit times its weight. */
  public static int crossSums(String digits, int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      int product = Digits.at(digits, i) * weights[i];
      sum += product / 10 + product % 10;
    }
    return sum;
  }

  /**
   * The check letter of Italian numbers over digits and letters {@code [from, to)}: the first,
   * third and so on by a table of their own, the others as they are (A = 0), modulus 26.
   */
  public static char italian(String value, int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      int plain = value.charAt(i) <= '9' ? value.charAt(i) - '0' : value.charAt(i) - 'A';
      sum += (i - from) % 2 == 0 ? ITALIAN_ODD[plain] : plain;
    }
    return (char) ('A' + sum % 26);
  }

  public static int last(String digits) {
    return Digits.at(digits, digits.length() - 1);
  }

  /** The number that digits {@code [from, to)} make. */
  public static int number(String digits, int from, int to) {
    return Integer.parseInt(digits.substring(from, to));
  }

  public static boolean dayOfMonth(int month, int day) {
    return month >= 1 && month <= 12 && day >= 1 && day <= DAYS[month - 1];
  }

  /** Whether two digits of a year, of a month and of a day stand at {@code from}. */
  public static boolean yearMonthDay(String digits, int from) {
    return dayOfMonth(number(digits, from + 2, from + 4), number(digits, from + 4, from + 6));
  }

  /** Whether two digits of a day and of a month stand at {@code from}. */
  public static boolean dayMonth(String digits, int from) {
    return dayOfMonth(number(digits, from + 2, from + 4), number(digits, from, from + 2));
  }

  /** The digits of the value when there are as many and no letters, else null. */
  public static @Nullable String exactly(CandidateValue candidate, int length) {
    String compact = Digits.compact(candidate.reveal());
    return compact.length() == length && Digits.areDigits(compact) && !Digits.allEqual(compact)
        ? compact
        : null;
  }
}
