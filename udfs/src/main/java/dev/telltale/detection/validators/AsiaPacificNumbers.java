package dev.telltale.detection.validators;

/** National numbers of Asia and the Pacific, and machine-readable passports. */
final class AsiaPacificNumbers {
  private AsiaPacificNumbers() {}

  /** Aadhaar: Verhoeff (1969), first digit 2 to 9, no palindrome (https://uidai.gov.in). */
  static boolean aadhaar(Candidate candidate) {
    String digits = Digits.only(candidate.value());
    return digits.length() == 12
        && digits.charAt(0) >= '2'
        && !new StringBuilder(digits).reverse().toString().equals(digits)
        && CheckDigits.verhoeff(digits);
  }

  /** Weights 1 4 3 7 5 8 6 9 10, modulus 11 (Australian Taxation Office). */
  static boolean tfn(Candidate candidate) {
    String digits = Digits.only(candidate.value());
    return digits.length() == 9
        && !Digits.allEqual(digits)
        && Digits.weighted(digits, 1, 4, 3, 7, 5, 8, 6, 9, 10) % 11 == 0;
  }

  /** Second line of a TD3 passport: number, birth, expiry (ICAO Doc 9303-4, weights 7 3 1). */
  static boolean passportLine(Candidate candidate) {
    String line = candidate.value();
    return line.length() == 44
        && checks(line, 0, 9)
        && checks(line, 13, 19)
        && checks(line, 21, 27);
  }

  private static boolean checks(String line, int from, int to) {
    int[] weights = {7, 3, 1};
    int sum = 0;
    for (int i = from; i < to; i++) {
      char c = line.charAt(i);
      int value = c == '<' ? 0 : Character.digit(c, 36);
      sum += value * weights[(i - from) % 3];
    }
    return line.charAt(to) == (char) ('0' + sum % 10);
  }
}
