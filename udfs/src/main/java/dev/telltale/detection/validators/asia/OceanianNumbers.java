package dev.telltale.detection.validators.asia;

import dev.telltale.detection.validators.CandidateValue;
import dev.telltale.detection.validators.CheckDigits;
import dev.telltale.detection.validators.Digits;

/** Numbers of Australia and New Zealand. */
final class OceanianNumbers {
  private static final String NHI = "ABCDEFGHJKLMNPQRSTUVWXYZ";

  private OceanianNumbers() {}

  /** ABN: one off the first digit, weights 10 1 3 ... 19, modulus 89 (abr.business.gov.au). */
  static boolean abn(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 11);
    return digits != null
        && digits.charAt(0) != '0'
        && (Digits.weighted(digits, 10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19) - 10) % 89 == 0;
  }

  /** ACN: weights 8 to 1, modulus 10 (ASIC). */
  static boolean acn(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 9);
    return digits != null && CheckDigits.complement10(digits, 8, 7, 6, 5, 4, 3, 2, 1);
  }

  /** Medicare card: weights 1 3 7 9, modulus 10, then the issue and a person's place on it. */
  static boolean medicare(CandidateValue candidate) {
    String digits = Digits.only(candidate.reveal());
    return digits.length() >= 10
        && digits.length() <= 11
        && digits.charAt(0) >= '2'
        && digits.charAt(0) <= '6'
        && Digits.weighted(digits, 1, 3, 7, 9, 1, 3, 7, 9) % 10 == Digits.at(digits, 8);
  }

  /** IRD number: two rows of weights, modulus 11 (Inland Revenue). */
  static boolean ird(CandidateValue candidate) {
    String digits = Digits.only(candidate.reveal());
    if (digits.length() < 8 || digits.length() > 9 || Digits.allEqual(digits)) {
      return false;
    }
    String nine = digits.length() == 8 ? "0" + digits : digits;
    int check = (11 - Digits.weighted(nine, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11;
    if (check == 10) {
      check = (11 - Digits.weighted(nine, 7, 4, 3, 2, 5, 2, 7, 6) % 11) % 11;
    }
    return nine.compareTo("010000000") > 0 && check == CheckDigits.last(nine);
  }

  /** NHI: letters without I and O count their place, weights 7 to 2 (HISO 10046). */
  static boolean nationalHealthIndex(CandidateValue candidate) {
    String value = Digits.compact(candidate.reveal());
    if (value.length() != 7) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 6; i++) {
      char c = value.charAt(i);
      sum += (c <= '9' ? c - '0' : NHI.indexOf(c) + 1) * (7 - i);
    }
    if (Character.isLetter(value.charAt(6))) {
      return true;
    }
    return sum % 11 != 0 && (11 - sum % 11) % 10 == CheckDigits.last(value);
  }
}
