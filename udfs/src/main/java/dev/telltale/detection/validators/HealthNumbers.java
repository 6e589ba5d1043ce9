package dev.telltale.detection.validators;

/** Numbers of patients and of medical devices. */
final class HealthNumbers {
  private HealthNumbers() {}

  /**
   * Personal health numbers of Canada: British Columbia starts with 9 and weighs 2 4 8 5 10 9 7 3
   * modulus 11; Ontario's ten digits are Luhn; the other provinces publish none.
   */
  static boolean canadian(Candidate candidate) {
    String digits = CheckDigits.exactly(candidate, 10);
    if (digits == null) {
      return false;
    }
    int check = 11 - Digits.weighted(digits.substring(1), 2, 4, 8, 5, 10, 9, 7, 3) % 11;
    boolean columbia = digits.charAt(0) == '9' && check % 11 == CheckDigits.last(digits);
    return columbia || (digits.charAt(0) != '0' && Digits.luhn(digits));
  }

  /** Device identifier of GS1: (01) and fourteen digits with their check digit. */
  static boolean deviceIdentifier(Candidate candidate) {
    String digits = Digits.only(candidate.value());
    return digits.length() >= 16
        && digits.startsWith("01")
        && CheckDigits.gs1(digits.substring(2, 16))
        && !Digits.allEqual(digits.substring(2, 16));
  }

  /** Nine digits that are a social security number, before or behind the letters of a claim. */
  static boolean claimNumber(Candidate candidate) {
    String value = Digits.compact(candidate.value());
    if (value.length() < 10) {
      return false;
    }
    boolean behind = Character.isLetter(value.charAt(0));
    String nine = behind ? value.substring(value.length() - 9) : value.substring(0, 9);
    return Digits.areDigits(nine) && AmericanNumbers.ssn(Candidate.of(nine));
  }
}
