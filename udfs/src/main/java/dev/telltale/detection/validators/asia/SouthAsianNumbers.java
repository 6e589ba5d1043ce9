package dev.telltale.detection.validators.asia;

import dev.telltale.detection.validators.CandidateValue;
import dev.telltale.detection.validators.CheckDigits;
import dev.telltale.detection.validators.Digits;

/** Numbers of South and South-East Asia. */
final class SouthAsianNumbers {
  private static final String CITIZEN = "JZIHGFEDCBA";
  private static final String FOREIGNER = "XWUTRQPNMLK";
  private static final String SINCE_2022 = "XWUTRQPNJLK";

  private SouthAsianNumbers() {}

  /** GSTIN: a state from 01 to 38 before a PAN, then 1 to 9 or A to Z, Z, a check character. */
  static boolean gstin(CandidateValue candidate) {
    String value = Digits.compact(candidate.reveal());
    if (value.length() != 15) {
      return false;
    }
    int state = CheckDigits.number(value, 0, 2);
    return state >= 1 && state <= 37 || state == 97 || state == 99;
  }

  /** NRIC and FIN: weights 2 7 6 5 4 3 2, modulus 11 names the letter (ICA). */
  static boolean nric(CandidateValue candidate) {
    String value = Digits.compact(candidate.reveal());
    if (value.length() != 9 || !Digits.areDigits(value.substring(1, 8))) {
      return false;
    }
    char series = value.charAt(0);
    int sum = Digits.weighted(value.substring(1), 2, 7, 6, 5, 4, 3, 2);
    char expected =
        switch (series) {
          case 'S' -> CITIZEN.charAt(sum % 11);
          case 'T' -> CITIZEN.charAt((sum + 4) % 11);
          case 'F' -> FOREIGNER.charAt(sum % 11);
          case 'G' -> FOREIGNER.charAt((sum + 4) % 11);
          case 'M' -> SINCE_2022.charAt((sum + 3) % 11);
          default -> ' ';
        };
    return expected == value.charAt(8);
  }

  /** UEN of a business or company; the newer shape has no published check (ACRA). */
  static boolean uen(CandidateValue candidate) {
    String value = Digits.compact(candidate.reveal());
    char last = value.charAt(value.length() - 1);
    if (value.length() == 9 && Digits.areDigits(value.substring(0, 8))) {
      return "XMKECAWLJDB".charAt(Digits.weighted(value, 10, 4, 9, 3, 8, 2, 7, 1) % 11) == last;
    }
    if (value.length() == 10 && Digits.areDigits(value.substring(0, 9))) {
      return "ZKCMDNERGWH".charAt(Digits.weighted(value, 10, 8, 6, 4, 9, 7, 5, 3, 1) % 11) == last;
    }
    return value.length() == 10 && "TSR".indexOf(value.charAt(0)) >= 0;
  }

  /** Thai identification number: weights 13 to 2, modulus 11, first digit 1 to 8 (DOPA). */
  static boolean thaiIdentity(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 13);
    if (digits == null || digits.charAt(0) == '0' || digits.charAt(0) == '9') {
      return false;
    }
    int sum = Digits.weighted(digits, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2);
    return (11 - sum % 11) % 10 == CheckDigits.last(digits);
  }

  /** Taxpayer number of the Philippines: weights 9 to 2 modulus 11 give the ninth digit (BIR). */
  static boolean philippineTaxpayer(CandidateValue candidate) {
    String digits = Digits.only(candidate.reveal());
    return digits.length() >= 9
        && !Digits.allEqual(digits)
        && Digits.weighted(digits, 9, 8, 7, 6, 5, 4, 3, 2) % 11 == Digits.at(digits, 8);
  }

  /** MyKad: a date and a place of birth that was given out (JPN). */
  static boolean myKad(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 12);
    return digits != null
        && CheckDigits.yearMonthDay(digits, 0)
        && !digits.startsWith("00", 6)
        && !digits.startsWith("69", 6);
  }

  /** NIK: a province from 11 to 97, a date with 40 added to a woman's day (UU 24/2013). */
  static boolean nik(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 16);
    if (digits == null || digits.charAt(0) == '0') {
      return false;
    }
    int day = CheckDigits.number(digits, 6, 8);
    return CheckDigits.dayOfMonth(CheckDigits.number(digits, 8, 10), day > 40 ? day - 40 : day);
  }

  /** CNIC: a province from 1 to 8, a family, a last digit for the sex (NADRA). */
  static boolean cnic(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 13);
    return digits != null && digits.charAt(0) >= '1' && digits.charAt(0) <= '8';
  }
}
