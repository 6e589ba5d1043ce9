package dev.telltale.detection.validators;

/** Digits out of a written number, and the sums that check digits are made of. */
public final class Digits {
  private Digits() {}

  /** Letters and digits in upper case, separators left out. */
  public static String compact(String value) {
    StringBuilder out = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) {
        out.append(c);
      } else if (c >= 'a' && c <= 'z') {
        out.append((char) (c - 32));
      }
    }
    return out.toString();
  }

  public static String only(String value) {
    StringBuilder out = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= '0' && c <= '9') {
        out.append(c);
      }
    }
    return out.toString();
  }

  public static int at(String digits, int index) {
    return digits.charAt(index) - '0';
  }

  public static boolean areDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Sum of the first digits times their weights. */
  public static int weighted(String digits, int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += at(digits, i) * weights[i];
    }
    return sum;
  }

  public static boolean allEqual(String digits) {
    return digits.chars().distinct().count() == 1;
  }

  /** ISO/IEC 7812-1 annex B. */
  public static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = at(digits, digits.length() - 1 - i);
      if (i % 2 == 1) {
        digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
      }
      sum += digit;
    }
    return sum % 10 == 0;
  }

  /** ISO/IEC 7064 MOD 97-10 over letters (A = 10) and digits. */
  public static int mod97(String letters) {
    int rest = 0;
    for (int i = 0; i < letters.length(); i++) {
      int value = Character.digit(letters.charAt(i), 36);
      rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
    }
    return rest;
  }
}
