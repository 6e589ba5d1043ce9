package dev.telltale.detection.validators.americas;

import dev.telltale.detection.validators.CandidateValue;
import dev.telltale.detection.validators.Digits;

/** National numbers of the Americas. */
final class AmericanNumbers {
  private static final String CURP = "0123456789ABCDEFGHIJKLMN#OPQRSTUVWXYZ";
  private static final String VIN_VALUES = "12345678.12345.7.923456789";
  private static final int[] VIN_WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};

  private AmericanNumbers() {}

  /** Never issued: area 000, 666 or 9xx, group 00, serial 0000 (https://www.ssa.gov/employer). */
  static boolean ssn(CandidateValue candidate) {
    String digits = Digits.only(candidate.reveal());
    if (digits.length() != 9 || Digits.allEqual(digits) || hasTwoSeparators(candidate.reveal())) {
      return false;
    }
    String area = digits.substring(0, 3);
    return !area.equals("000")
        && !area.equals("666")
        && digits.charAt(0) != '9'
        && !digits.startsWith("00", 3)
        && !digits.endsWith("0000");
  }

  private static boolean hasTwoSeparators(String value) {
    return value.chars().filter(c -> !Character.isDigit(c)).distinct().count() > 1;
  }

  /** 9xx with group 50-65, 70-88, 90-92 or 94-99 (https://www.irs.gov, IRM 3.21.263). */
  static boolean itin(CandidateValue candidate) {
    String digits = Digits.only(candidate.reveal());
    if (digits.length() != 9 || digits.charAt(0) != '9') {
      return false;
    }
    int group = Integer.parseInt(digits.substring(3, 5));
    return (group >= 50 && group <= 65)
        || (group >= 70 && group <= 88)
        || (group >= 90 && group <= 92)
        || group >= 94;
  }

  /** Luhn; the first digit 0 is not issued, 8 is for businesses. */
  static boolean sin(CandidateValue candidate) {
    String digits = Digits.only(candidate.reveal());
    return digits.length() == 9
        && digits.charAt(0) != '0'
        && digits.charAt(0) != '8'
        && !Digits.allEqual(digits)
        && Digits.luhn(digits);
  }

  /** Two check digits modulus 11 (Receita Federal). */
  static boolean cpf(CandidateValue candidate) {
    String digits = Digits.only(candidate.reveal());
    return digits.length() == 11
        && !Digits.allEqual(digits)
        && Digits.weighted(digits, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10
            == Digits.at(digits, 9)
        && Digits.weighted(digits, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10
            == Digits.at(digits, 10);
  }

  /** Two check digits modulus 11; a character counts its code minus 48 (IN RFB 2.229/2024). */
  static boolean cnpj(CandidateValue candidate) {
    String compact = Digits.compact(candidate.reveal());
    return compact.length() == 14
        && !Digits.allEqual(compact)
        && eleven(Digits.weighted(compact, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2))
            == Digits.at(compact, 12)
        && eleven(Digits.weighted(compact, 6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2))
            == Digits.at(compact, 13);
  }

  private static int eleven(int sum) {
    int rest = sum % 11;
    return rest < 2 ? 0 : 11 - rest;
  }

  /** CUIT and CUIL: 11 - sum mod 11, 11 as 0, 10 as 9 (AFIP). */
  static boolean cuit(CandidateValue candidate) {
    String digits = Digits.only(candidate.reveal());
    if (digits.length() != 11) {
      return false;
    }
    int check = 11 - Digits.weighted(digits, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
    return (check == 11 ? 0 : check == 10 ? 9 : check) == Digits.at(digits, 10);
  }

  /** Weights 2 to 7 from the right, 11 as 0, 10 as K (Registro Civil). */
  static boolean rut(CandidateValue candidate) {
    String compact = Digits.compact(candidate.reveal());
    if (compact.length() < 8 || compact.length() > 9) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < compact.length() - 1; i++) {
      sum += Digits.at(compact, compact.length() - 2 - i) * (2 + i % 6);
    }
    int check = 11 - sum % 11;
    return (check == 11 ? '0' : check == 10 ? 'K' : (char) ('0' + check))
        == compact.charAt(compact.length() - 1);
  }

  /** Sum of value times 18 - position, modulus 10 (RENAPO). */
  static boolean curp(CandidateValue candidate) {
    String compact = Digits.compact(candidate.reveal());
    if (compact.length() != 18) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += CURP.indexOf(compact.charAt(i)) * (18 - i);
    }
    return (10 - sum % 10) % 10 == Digits.at(compact, 17);
  }

  /** Check digit of 49 CFR 565.15(c). */
  static boolean vin(CandidateValue candidate) {
    String compact = Digits.compact(candidate.reveal());
    if (compact.length() != 17 || Digits.areDigits(compact)) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      char c = compact.charAt(i);
      char value = c <= '9' ? c : VIN_VALUES.charAt(c - 'A');
      if (value == '.') {
        return false;
      }
      sum += (value - '0') * VIN_WEIGHTS[i];
    }
    int rest = sum % 11;
    return (rest == 10 ? 'X' : (char) ('0' + rest)) == compact.charAt(8);
  }

  /** Luhn with the prefix 80840 (45 CFR 162.406). */
  static boolean npi(CandidateValue candidate) {
    String digits = Digits.only(candidate.reveal());
    return digits.length() == 10
        && digits.chars().distinct().count() > 2
        && Digits.luhn("80840" + digits);
  }

  /** (d1 + d3 + d5) + 2 (d2 + d4 + d6), last digit = d7 (https://www.deadiversion.usdoj.gov). */
  static boolean dea(CandidateValue candidate) {
    String digits = Digits.only(candidate.reveal());
    if (digits.length() < 7) {
      return false;
    }
    String seven = digits.substring(digits.length() - 7);
    return Digits.weighted(seven, 1, 2, 1, 2, 1, 2) % 10 == Digits.at(seven, 6);
  }

  /** No DNI of zeros or nines. */
  static boolean argentineDni(CandidateValue candidate) {
    String digits = Digits.only(candidate.reveal());
    return digits.length() >= 7 && digits.length() <= 8 && !Digits.allEqual(digits);
  }
}
