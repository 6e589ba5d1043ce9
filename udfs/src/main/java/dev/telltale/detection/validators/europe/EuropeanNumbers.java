package dev.telltale.detection.validators.europe;

import dev.telltale.detection.validators.CandidateValue;
import dev.telltale.detection.validators.CheckDigits;
import dev.telltale.detection.validators.Digits;

/** National numbers of Europe. */
final class EuropeanNumbers {
  private EuropeanNumbers() {}

  /** Prefixes by https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110. */
  static boolean nino(CandidateValue candidate) {
    String compact = Digits.compact(candidate.reveal());
    if (compact.length() != 9) {
      return false;
    }
    String prefix = compact.substring(0, 2);
    return "DFIQUV".indexOf(prefix.charAt(0)) < 0
        && "DFIQUVO".indexOf(prefix.charAt(1)) < 0
        && !"BG GB KN NK NT TN ZZ".contains(prefix);
  }

  /** https://www.datadictionary.nhs.uk/attributes/nhs_number.html: weights 10 to 2, modulus 11. */
  static boolean nhs(CandidateValue candidate) {
    String digits = Digits.only(candidate.reveal());
    if (digits.length() != 10 || Digits.allEqual(digits)) {
      return false;
    }
    int check = 11 - Digits.weighted(digits, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    return check != 10 && check % 11 == Digits.at(digits, 9);
  }

  /** Key = 97 - (number mod 97), Corsica 2A = 19, 2B = 18: https://www.insee.fr. */
  static boolean nir(CandidateValue candidate) {
    String compact = Digits.compact(candidate.reveal());
    if (compact.length() != 15) {
      return false;
    }
    String digits = compact.replace("2A", "19").replace("2B", "18");
    if (!Digits.areDigits(digits)) {
      return false;
    }
    int month = Integer.parseInt(digits.substring(3, 5));
    boolean dated = (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50;
    long number = Long.parseLong(digits.substring(0, 13));
    return dated && 97 - number % 97 == Integer.parseInt(digits.substring(13));
  }

  /** Odd and even tables of the Decreto Ministeriale of 23 December 1976, modulus 26. */
  static boolean codiceFiscale(CandidateValue candidate) {
    String compact = Digits.compact(candidate.reveal());
    return compact.length() == 16 && CheckDigits.italian(compact, 0, 15) == compact.charAt(15);
  }

  /**
   * Steueridentifikationsnummer: ISO/IEC 7064 MOD 11,10; no digit of the first ten stands there
   * more than three times (section 139b AO). Test numbers with ten different digits pass.
   */
  static boolean steuerId(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 11);
    return digits != null
        && digits.charAt(0) != '0'
        && digits.chars().limit(10).distinct().count() >= 8
        && CheckDigits.mod1110(digits);
  }
}
