package dev.telltale.detection.validators.americas;

import dev.telltale.detection.validators.CandidateValue;
import dev.telltale.detection.validators.CheckDigits;
import dev.telltale.detection.validators.Digits;

/** Numbers of patients. */
final class HealthNumbers {
  private HealthNumbers() {}

  /**
   * Personal health numbers of Canada: British Columbia starts with 9 and weighs 2 4 8 5 10 9 7 3
   * modulus 11; Ontario's ten digits are Luhn; the other provinces publish none.
   */
  static boolean canadian(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 10);
    if (digits == null) {
      return false;
    }
    int check = 11 - Digits.weighted(digits.substring(1), 2, 4, 8, 5, 10, 9, 7, 3) % 11;
    boolean columbia = digits.charAt(0) == '9' && check % 11 == CheckDigits.last(digits);
    return columbia || (digits.charAt(0) != '0' && Digits.luhn(digits));
  }

  /** Nine digits that are a social security number, before or after the letters of a claim. */
  static boolean claimNumber(CandidateValue candidate) {
    String value = Digits.compact(candidate.reveal());
    if (value.length() < 10) {
      return false;
    }
    boolean after = Character.isLetter(value.charAt(0));
    String nine = after ? value.substring(value.length() - 9) : value.substring(0, 9);
    return Digits.areDigits(nine) && AmericanNumbers.ssn(CandidateValue.of(nine));
  }
}
