package dev.telltale.detection.validators.europe;

import dev.telltale.detection.validators.CandidateValue;
import dev.telltale.detection.validators.CheckDigits;
import dev.telltale.detection.validators.Digits;

/** Personal and company numbers of the Nordic countries. */
final class NordicNumbers {
  private static final String HETU = "0123456789ABCDEFHJKLMNPRSTUVWXY";

  private NordicNumbers() {}

  /** Personnummer and samordningsnummer: Luhn over ten digits (SKV 704). */
  static boolean personnummer(CandidateValue candidate) {
    String digits = Digits.only(candidate.reveal());
    if (digits.length() == 12) {
      digits = digits.substring(2);
    }
    if (digits.length() != 10) {
      return false;
    }
    int day = CheckDigits.number(digits, 4, 6);
    return CheckDigits.dayOfMonth(CheckDigits.number(digits, 2, 4), day > 60 ? day - 60 : day)
        && Digits.luhn(digits);
  }

  /** Organisationsnummer: Luhn, third digit at least 2 (SKV 709). */
  static boolean organisationsnummer(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 10);
    return digits != null && digits.charAt(2) >= '2' && Digits.luhn(digits);
  }

  /** Henkilötunnus: a date, and nine digits modulus 31 name the last character (DVV). */
  static boolean hetu(CandidateValue candidate) {
    String value = candidate.reveal().toUpperCase(java.util.Locale.ROOT);
    if (value.length() != 11) {
      return false;
    }
    String digits = value.substring(0, 6) + value.substring(7, 10);
    return Digits.areDigits(digits)
        && CheckDigits.dayMonth(digits, 0)
        && CheckDigits.number(digits, 6, 9) >= 2
        && HETU.charAt(Integer.parseInt(digits) % 31) == value.charAt(10);
  }

  /** CPR: a date and a serial; the check digit was given up in 2007 (cpr.dk). */
  static boolean cpr(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 10);
    return digits != null && CheckDigits.dayMonth(digits, 0);
  }

  /** Fødselsnummer, D and H numbers: two check digits modulus 11 (Skatteetaten). */
  static boolean fodselsnummer(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 11);
    if (digits == null) {
      return false;
    }
    int day = CheckDigits.number(digits, 0, 2) % 40;
    int month = CheckDigits.number(digits, 2, 4) % 40;
    int first = (11 - Digits.weighted(digits, 3, 7, 6, 1, 8, 9, 4, 5, 2) % 11) % 11;
    int second = (11 - Digits.weighted(digits, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11;
    return CheckDigits.dayOfMonth(month, day)
        && first == Digits.at(digits, 9)
        && second == Digits.at(digits, 10);
  }

  /** Kennitala: a date, weights 3 2 7 6 5 4 3 2 modulus 11, a century digit (Registers Iceland). */
  static boolean kennitala(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 10);
    if (digits == null) {
      return false;
    }
    int day = CheckDigits.number(digits, 0, 2) % 40;
    return CheckDigits.dayOfMonth(CheckDigits.number(digits, 2, 4), day)
        && (11 - Digits.weighted(digits, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11 == Digits.at(digits, 8)
        && "890".indexOf(digits.charAt(9)) >= 0;
  }
}
