package dev.telltale.detection.validators.asia;

import dev.telltale.detection.validators.CandidateValue;
import dev.telltale.detection.validators.CheckDigits;
import dev.telltale.detection.validators.Digits;

/** Numbers of the Middle East and Africa. */
final class MiddleEasternNumbers {
  private MiddleEasternNumbers() {}

  /** Teudat zehut: Luhn over nine digits (Population and Immigration Authority). */
  static boolean israeliIdentity(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 9);
    return digits != null && Digits.luhn(digits);
  }

  /** Emirates ID: 784, a year of birth, a serial, Luhn (ICP). */
  static boolean emiratesIdentity(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 15);
    if (digits == null) {
      return false;
    }
    int year = CheckDigits.number(digits, 3, 7);
    return digits.startsWith("784") && year >= 1900 && year <= 2099 && Digits.luhn(digits);
  }

  /** National identity or residence number of Saudi Arabia: 1 or 2, Luhn (Absher). */
  static boolean saudiIdentity(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 10);
    return digits != null
        && (digits.charAt(0) == '1' || digits.charAt(0) == '2')
        && Digits.luhn(digits);
  }

  /** National number of Egypt: a century, a date, a governorate (Civil Status Organisation). */
  static boolean egyptianIdentity(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 14);
    return digits != null
        && (digits.charAt(0) == '2' || digits.charAt(0) == '3')
        && CheckDigits.yearMonthDay(digits, 1);
  }

  /** South African identity number: a date, a citizenship from 0 to 2, Luhn (DHA). */
  static boolean southAfricanIdentity(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 13);
    return digits != null
        && CheckDigits.yearMonthDay(digits, 0)
        && digits.charAt(10) <= '2'
        && Digits.luhn(digits);
  }

  /** National identification number of Nigeria: eleven digits with a Verhoeff check (NIMC). */
  static boolean nigerianIdentity(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 11);
    return digits != null && CheckDigits.verhoeff(digits);
  }
}
