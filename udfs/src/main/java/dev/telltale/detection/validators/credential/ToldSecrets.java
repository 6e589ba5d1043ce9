package dev.telltale.detection.validators.credential;

import dev.telltale.detection.validators.CandidateValue;

/**
 * Secrets that a sentence tells: "the password is …". There words stand more often than secrets,
 * and names with a number, as {@code base64} and {@code SHA256}, more often than passwords.
 */
final class ToldSecrets {
  private static final int MIN_PLAIN_LENGTH = 10;
  private static final String MARKS = "!@#$%^&*+=~?";

  private ToldSecrets() {}

  static boolean told(CandidateValue candidate) {
    if (!SecretShape.mixed(candidate)) {
      return false;
    }
    String value = candidate.reveal();
    boolean digit = value.chars().anyMatch(Character::isDigit);
    boolean mark = value.chars().anyMatch(c -> MARKS.indexOf(c) >= 0);
    boolean cases =
        value.chars().anyMatch(Character::isUpperCase)
            && value.chars().anyMatch(Character::isLowerCase);
    if (mark && digit) {
      return true;
    }
    int changes = changes(value);
    return digit
        && (changes >= 3 || (cases && (changes == 2 || value.length() >= MIN_PLAIN_LENGTH)));
  }

  /** How often a digit follows a letter or the other way round. */
  private static int changes(String value) {
    int changes = 0;
    for (int i = 1; i < value.length(); i++) {
      boolean before = Character.isDigit(value.charAt(i - 1));
      boolean letters =
          Character.isLetterOrDigit(value.charAt(i - 1))
              && Character.isLetterOrDigit(value.charAt(i));
      changes += letters && before != Character.isDigit(value.charAt(i)) ? 1 : 0;
    }
    return changes;
  }
}
