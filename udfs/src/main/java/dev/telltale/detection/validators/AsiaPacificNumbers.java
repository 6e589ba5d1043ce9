package dev.telltale.detection.validators;

/** National numbers of Asia and the Pacific, and machine-readable passports. */
final class AsiaPacificNumbers {
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

  private AsiaPacificNumbers() {}

  /** Aadhaar: Verhoeff (1969), first digit 2 to 9, no palindrome (https://uidai.gov.in). */
  static boolean aadhaar(Candidate candidate) {
    String digits = Digits.only(candidate.value());
    if (digits.length() != 12
        || digits.charAt(0) < '2'
        || new StringBuilder(digits).reverse().toString().equals(digits)) {
      return false;
    }
    int check = 0;
    for (int i = 0; i < 12; i++) {
      check = DIHEDRAL[check][PERMUTATION[i % 8][Digits.at(digits, 11 - i)]];
    }
    return check == 0;
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
