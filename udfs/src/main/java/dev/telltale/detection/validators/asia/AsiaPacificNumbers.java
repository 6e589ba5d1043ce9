package dev.telltale.detection.validators.asia;

import dev.telltale.detection.validators.CandidateValue;
import dev.telltale.detection.validators.CheckDigits;
import dev.telltale.detection.validators.Digits;

/** National numbers of Asia and the Pacific that have no file of their own region. */
final class AsiaPacificNumbers {
  private AsiaPacificNumbers() {}

  /** Aadhaar: Verhoeff (1969), first digit 2 to 9, no palindrome (https://uidai.gov.in). */
  static boolean aadhaar(CandidateValue candidate) {
    String digits = Digits.only(candidate.reveal());
    return digits.length() == 12
        && digits.charAt(0) >= '2'
        && !new StringBuilder(digits).reverse().toString().equals(digits)
        && CheckDigits.verhoeff(digits);
  }

  /** Weights 1 4 3 7 5 8 6 9 10, modulus 11 (Australian Taxation Office). */
  static boolean tfn(CandidateValue candidate) {
    String digits = Digits.only(candidate.reveal());
    return digits.length() == 9
        && !Digits.allEqual(digits)
        && Digits.weighted(digits, 1, 4, 3, 7, 5, 8, 6, 9, 10) % 11 == 0;
  }
}
