package dev.telltale.detection.validators.europe;

import dev.telltale.detection.validators.CandidateValue;
import dev.telltale.detection.validators.CheckDigits;
import dev.telltale.detection.validators.Digits;

/** Numbers of Spain, Portugal, Italy and Turkey. */
final class SouthernEuropeanNumbers {
  private static final String NIF_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
  private static final String CIF_LETTERS = "JABCDEFGHI";
  private static final String CIF_BY_LETTER = "NPQRSW";

  private SouthernEuropeanNumbers() {}

  /** NIF: DNI with or without leading zeros, NIE, or K, L, M with seven digits (RD 1065/2007). */
  static boolean nif(CandidateValue candidate) {
    String value = Digits.compact(candidate.reveal());
    if (value.length() < 8 || value.length() > 9) {
      return false;
    }
    String body = value.substring(0, value.length() - 1);
    int foreign = "XYZ".indexOf(body.charAt(0));
    boolean special = "KLM".indexOf(body.charAt(0)) >= 0;
    String digits = foreign >= 0 ? foreign + body.substring(1) : special ? body.substring(1) : body;
    return Digits.areDigits(digits)
        && NIF_LETTERS.charAt(Integer.parseInt(digits) % 23) == value.charAt(value.length() - 1);
  }

  /**
   * CIF of an organisation: Luhn over seven digits, as a digit or a letter (Orden EHA/451/2008).
   */
  static boolean cif(CandidateValue candidate) {
    String value = Digits.compact(candidate.reveal());
    if (value.length() != 9 || !Digits.areDigits(value.substring(1, 8))) {
      return false;
    }
    int sum = CheckDigits.crossSums(value.substring(1, 8), 2, 1, 2, 1, 2, 1, 2);
    int check = (10 - sum % 10) % 10;
    char last = value.charAt(8);
    boolean letter = last == CIF_LETTERS.charAt(check);
    return letter || (last == '0' + check && CIF_BY_LETTER.indexOf(value.charAt(0)) < 0);
  }

  /** NUSS: province and number modulus 97 give the last two digits (Seguridad Social). */
  static boolean socialSecurity(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 12);
    if (digits == null) {
      return false;
    }
    long province = CheckDigits.number(digits, 0, 2);
    long number = Long.parseLong(digits.substring(2, 10));
    long body =
        number < 10_000_000 ? province * 10_000_000 + number : province * 100_000_000 + number;
    int check = CheckDigits.number(digits, 10, 12);
    return body % 97 == check || (province * 100_000_000 + number) % 97 == check;
  }

  /** NIF of Portugal: weights 9 to 2, modulus 11 (Decreto-Lei 14/2013). */
  static boolean portugueseNif(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 9);
    return digits != null
        && "1235689".indexOf(digits.charAt(0)) >= 0
        && CheckDigits.complement11(digits, 9, 8, 7, 6, 5, 4, 3, 2);
  }

  /**
   * Partita IVA: Luhn over eleven digits, a province in the eighth to tenth (DM 23 dicembre 1976).
   */
  static boolean partitaIva(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 11);
    return digits != null && !digits.startsWith("0000000") && Digits.luhn(digits);
  }

  /** T.C. kimlik: two check digits (Nüfus ve Vatandaşlık İşleri). */
  static boolean turkishIdentity(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 11);
    if (digits == null || digits.charAt(0) == '0') {
      return false;
    }
    int tenth = Math.floorMod(Digits.weighted(digits, 7, -1, 7, -1, 7, -1, 7, -1, 7), 10);
    int eleventh = Digits.weighted(digits, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1) % 10;
    return tenth == Digits.at(digits, 9) && eleventh == Digits.at(digits, 10);
  }
}
