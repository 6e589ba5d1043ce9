package dev.telltale.detection.validators.europe;

import dev.telltale.detection.validators.CandidateValue;
import dev.telltale.detection.validators.CheckDigits;
import dev.telltale.detection.validators.Digits;

/** Numbers of Germany, Austria and Switzerland. */
final class GermanNumbers {
  private static final int[] ALTERNATING = {1, 2, 1, 2, 1, 2, 1, 2, 1, 2};

  private GermanNumbers() {}

  /**
   * Serial number of an identity card or passport: nine characters, in the machine-readable zone
   * followed by a check digit of ICAO 9303 (Personalausweisverordnung, annex 3).
   */
  static boolean documentNumber(CandidateValue candidate) {
    String value = Digits.compact(candidate.reveal());
    int digits = Digits.only(value).length();
    return digits >= 3
        && (value.length() == 9 || (value.length() == 10 && CheckDigits.icao(value)));
  }

  /** Versicherungsnummer of the pension insurance: area, date, letter, serial, check (VKVV §4). */
  static boolean pensionInsurance(CandidateValue candidate) {
    String value = Digits.compact(candidate.reveal());
    if (value.length() != 12 || !Character.isLetter(value.charAt(8))) {
      return false;
    }
    String digits = value.substring(0, 8) + ordinal(value.charAt(8)) + value.substring(9);
    if (!Digits.areDigits(digits)) {
      return false;
    }
    int day = CheckDigits.number(digits, 2, 4) % 50;
    int sum = CheckDigits.crossSums(digits, 2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1);
    return CheckDigits.dayOfMonth(CheckDigits.number(digits, 4, 6), day)
        && CheckDigits.number(digits, 0, 2) >= 2
        && sum % 10 == CheckDigits.last(digits);
  }

  /** Krankenversichertennummer: a letter and nine digits, weights 1 2 (SGB V §290). */
  static boolean healthInsurance(CandidateValue candidate) {
    String value = Digits.compact(candidate.reveal());
    if (value.length() != 10 || !Character.isLetter(value.charAt(0))) {
      return false;
    }
    String digits = ordinal(value.charAt(0)) + value.substring(1);
    return Digits.areDigits(digits)
        && CheckDigits.crossSums(digits, ALTERNATING) % 10 == CheckDigits.last(digits);
  }

  private static String ordinal(char letter) {
    int ordinal = letter - 'A' + 1;
    return (ordinal < 10 ? "0" : "") + ordinal;
  }

  /** Lebenslange Arztnummer: weights 4 9 over six digits, then the specialty (KBV guideline). */
  static boolean physician(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 9);
    return digits != null && CheckDigits.complement10(digits.substring(0, 7), 4, 9, 4, 9, 4, 9);
  }

  /** Betriebsstättennummer: an area of 01 and more, then seven digits (KBV guideline). */
  static boolean practice(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 9);
    return digits != null && CheckDigits.number(digits, 0, 2) >= 1;
  }

  /**
   * Steuernummer: 13 digits with a 0 in the fifth place (ELSTER) or a land's key from 01 to 16 in
   * front, or nine to eleven with slashes.
   */
  static boolean taxNumber(CandidateValue candidate) {
    String digits = Digits.only(candidate.reveal());
    if (digits.length() != 13) {
      return digits.length() >= 9;
    }
    int land = CheckDigits.number(digits, 0, 2);
    return digits.charAt(4) == '0' || (land >= 1 && land <= 16);
  }

  /** Sozialversicherungsnummer of Austria: fourth digit checks the others (ASVG §31). */
  static boolean austrianInsurance(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 10);
    if (digits == null || digits.charAt(0) == '0') {
      return false;
    }
    int month = CheckDigits.number(digits, 6, 8);
    int day = CheckDigits.number(digits, 4, 6);
    return month >= 1
        && month <= 15
        && day >= 1
        && day <= 31
        && Digits.weighted(digits, 3, 7, 9, 0, 5, 8, 4, 2, 1, 6) % 11 == Digits.at(digits, 3);
  }

  /** AHV number of Switzerland: 756 and the check digit of GS1 (ZAS). */
  static boolean ahv(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 13);
    return digits != null && digits.startsWith("756") && CheckDigits.gs1(digits);
  }
}
