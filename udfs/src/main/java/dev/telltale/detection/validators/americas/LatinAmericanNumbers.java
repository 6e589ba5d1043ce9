package dev.telltale.detection.validators.americas;

import dev.telltale.detection.validators.CandidateValue;
import dev.telltale.detection.validators.CheckDigits;
import dev.telltale.detection.validators.Digits;

/** Numbers of Latin America beyond Brazil, Argentina and Chile. */
final class LatinAmericanNumbers {
  private static final int[] NIT = {3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71};

  private LatinAmericanNumbers() {}

  /** NIT of Colombia: prime weights from the right, modulus 11 (DIAN, Orden Administrativa 4). */
  static boolean nit(CandidateValue candidate) {
    String digits = Digits.only(candidate.reveal());
    if (digits.length() < 7 || digits.length() > 16 || Digits.allEqual(digits)) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < digits.length() - 1; i++) {
      sum += Digits.at(digits, digits.length() - 2 - i) * NIT[i];
    }
    int rest = sum % 11;
    return (rest < 2 ? rest : 11 - rest) == CheckDigits.last(digits);
  }

  /**
   * RFC of Mexico: a date in its place; not one of the two for unnamed buyers. The check character
   * is not looked at, since some numbers in use fail it (SAT, anexo 20).
   */
  static boolean rfc(CandidateValue candidate) {
    String value = candidate.reveal().replace("-", "").replace(" ", "");
    int from = value.length() - 9;
    return from >= 3
        && !value.startsWith("XAXX010101")
        && !value.startsWith("XEXX010101")
        && Digits.areDigits(value.substring(from, from + 6))
        && CheckDigits.yearMonthDay(value, from);
  }

  /** SUBE card: issuer 6061 and Luhn (https://www.argentina.gob.ar/sube). */
  static boolean sube(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 16);
    return digits != null && digits.startsWith("6061") && Digits.luhn(digits);
  }

  /** Cédula of Ecuador: a province, a third digit below 7, Luhn (Registro Civil). */
  static boolean ecuadorianCedula(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 10);
    if (digits == null) {
      return false;
    }
    int province = CheckDigits.number(digits, 0, 2);
    return ((province >= 1 && province <= 24) || province == 30)
        && digits.charAt(2) < '7'
        && Digits.luhn(digits);
  }

  /** Cédula of Uruguay: weights 2 9 8 7 6 3 4, modulus 10 (DNIC). */
  static boolean uruguayanCedula(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 8);
    return digits != null && CheckDigits.complement10(digits, 2, 9, 8, 7, 6, 3, 4);
  }

  /** Cédula of the Dominican Republic: Luhn over eleven digits (JCE). */
  static boolean dominicanCedula(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 11);
    return digits != null && Digits.luhn(digits);
  }

  /** Employer number of the United States: a prefix that the IRS assigns (IRS, EIN prefixes). */
  static boolean ein(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 9);
    if (digits == null) {
      return false;
    }
    String never = "00 07 08 09 17 18 19 28 29 49 69 70 78 79 89 96 97";
    return !never.contains(digits.substring(0, 2));
  }
}
