package dev.telltale.detection.validators.personal;

import dev.telltale.detection.validators.CandidateValue;

/** Machine-readable passports. */
final class Passports {
  private Passports() {}

  /** Second line of a TD3 passport: number, birth, expiry (ICAO Doc 9303-4, weights 7 3 1). */
  static boolean passportLine(CandidateValue candidate) {
    String line = candidate.reveal();
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
