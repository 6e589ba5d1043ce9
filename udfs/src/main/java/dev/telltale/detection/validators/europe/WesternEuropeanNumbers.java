package dev.telltale.detection.validators.europe;

import dev.telltale.detection.validators.CandidateValue;
import dev.telltale.detection.validators.CheckDigits;
import dev.telltale.detection.validators.Digits;

/** Numbers of the British Isles, the Benelux countries, France and Greece. */
final class WesternEuropeanNumbers {
  private static final String PPS = "WABCDEFGHIJKLMNOPQRSTUV";
  private static final String UTR = "21987654321";

  private WesternEuropeanNumbers() {}

  /** UTR: the first digit checks the nine others (HMRC, modulus 11). */
  static boolean utr(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 10);
    if (digits == null) {
      return false;
    }
    int sum = Digits.weighted(digits.substring(1), 6, 7, 8, 9, 10, 5, 4, 3, 2);
    return UTR.charAt(sum % 11) == digits.charAt(0);
  }

  /** PPS number: weights 8 to 2, a second letter counts nine times (Revenue Commissioners). */
  static boolean pps(CandidateValue candidate) {
    String value = Digits.compact(candidate.reveal());
    if (value.length() < 8 || value.length() > 9 || !Digits.areDigits(value.substring(0, 7))) {
      return false;
    }
    int second = value.length() == 9 && value.charAt(8) != 'W' ? value.charAt(8) - '@' : 0;
    int sum = Digits.weighted(value, 8, 7, 6, 5, 4, 3, 2) + 9 * second;
    return PPS.charAt(sum % 23) == value.charAt(7);
  }

  /** Driving licence of Great Britain: surname, decade, month, day, year, initials (DVLA). */
  static boolean britishDrivingLicence(CandidateValue candidate) {
    String value = Digits.compact(candidate.reveal());
    if (value.length() != 16 || !Digits.areDigits(value.substring(5, 11))) {
      return false;
    }
    int month = CheckDigits.number(value, 6, 8);
    return CheckDigits.dayOfMonth(
        month > 50 ? month - 50 : month, CheckDigits.number(value, 8, 10));
  }

  /** BSN: weights 9 to 2 and -1, modulus 11 (Rijksdienst voor Identiteitsgegevens). */
  static boolean bsn(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 9);
    return digits != null && Digits.weighted(digits, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0;
  }

  /** National register number: 97 less nine digits modulus 97, from 2000 with a 2 in front. */
  static boolean belgianRegister(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 11);
    if (digits == null) {
      return false;
    }
    int month = CheckDigits.number(digits, 2, 4) % 20;
    long number = Long.parseLong(digits.substring(0, 9));
    int check = CheckDigits.number(digits, 9, 11);
    return month <= 12
        && CheckDigits.number(digits, 4, 6) <= 31
        && (97 - number % 97 == check || 97 - (2_000_000_000L + number) % 97 == check);
  }

  /**
   * Matricule of Luxembourg: a date and a serial, then Luhn, then Verhoeff (loi du 19 juin 2013).
   */
  static boolean luxembourgMatricule(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 13);
    return digits != null
        && CheckDigits.yearMonthDay(digits, 2)
        && Digits.luhn(digits.substring(0, 12))
        && CheckDigits.verhoeff(digits.substring(0, 11) + digits.charAt(12));
  }

  /** Numéro fiscal (SPI): ten digits modulus 511 give the last three (impots.gouv.fr). */
  static boolean frenchTax(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 13);
    return digits != null
        && digits.charAt(0) <= '3'
        && Long.parseLong(digits.substring(0, 10)) % 511 == CheckDigits.number(digits, 10, 13);
  }

  /** SIREN and SIRET: Luhn; establishments of La Poste sum to a multiple of five (INSEE). */
  static boolean siren(CandidateValue candidate) {
    String digits = Digits.only(candidate.reveal());
    if ((digits.length() != 9 && digits.length() != 14) || Digits.allEqual(digits)) {
      return false;
    }
    boolean post =
        digits.length() == 14
            && digits.startsWith("356000000")
            && digits.chars().map(c -> c - '0').sum() % 5 == 0;
    return post || Digits.luhn(digits);
  }

  /** AFM: powers of two, modulus 11, modulus 10 (AADE). */
  static boolean afm(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 9);
    return digits != null && CheckDigits.remainder11(digits, 256, 128, 64, 32, 16, 8, 4, 2);
  }

  /** AMKA: a date and Luhn over eleven digits (amka.gr). */
  static boolean amka(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 11);
    return digits != null && CheckDigits.dayMonth(digits, 0) && Digits.luhn(digits);
  }
}
