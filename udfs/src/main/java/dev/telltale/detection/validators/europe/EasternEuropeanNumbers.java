package dev.telltale.detection.validators.europe;

import dev.telltale.detection.validators.CandidateValue;
import dev.telltale.detection.validators.CheckDigits;
import dev.telltale.detection.validators.Digits;

/** Numbers of Central and Eastern Europe, the Baltic countries and the Balkans. */
final class EasternEuropeanNumbers {
  private EasternEuropeanNumbers() {}

  /** PESEL: a date, the century in the month, weights 1 3 7 9 (gov.pl). */
  static boolean pesel(CandidateValue candidate) {
    String digits = Digits.compact(candidate.reveal());
    return digits.length() == 11
        && Digits.areDigits(digits)
        && CheckDigits.dayOfMonth(
            CheckDigits.number(digits, 2, 4) % 20, CheckDigits.number(digits, 4, 6))
        && CheckDigits.complement10(digits, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3);
  }

  /** NIP: weights 6 5 7 2 3 4 5 6 7, modulus 11 (podatki.gov.pl). */
  static boolean nip(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 10);
    return digits != null
        && Digits.weighted(digits, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == CheckDigits.last(digits);
  }

  /** Dowód osobisty: three letters and six digits, weights 7 3 1 9 7 3 1 7 3 (gov.pl). */
  static boolean polishIdentityCard(CandidateValue candidate) {
    String value = Digits.compact(candidate.reveal());
    if (value.length() != 9) {
      return false;
    }
    int[] weights = {7, 3, 1, 9, 7, 3, 1, 7, 3};
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += Character.digit(value.charAt(i), 36) * weights[i];
    }
    return sum % 10 == 0;
  }

  /** Rodné číslo: a date, from 1954 a multiple of eleven (zákon 133/2000). */
  static boolean rodneCislo(CandidateValue candidate) {
    String digits = Digits.only(candidate.reveal());
    if (digits.length() < 9 || digits.length() > 10) {
      return false;
    }
    int month = CheckDigits.number(digits, 2, 4) % 50;
    boolean dated =
        CheckDigits.dayOfMonth(month > 20 ? month - 20 : month, CheckDigits.number(digits, 4, 6));
    long number = Long.parseLong(digits);
    boolean exception = number / 10 % 11 == 10 && number % 10 == 0;
    return dated && (digits.length() == 9 || number % 11 == 0 || exception);
  }

  /** CNP: a date, weights 2 7 9 1 4 6 3 5 8 2 7 9, modulus 11, 10 as 1 (OUG 97/2005). */
  static boolean cnp(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 13);
    if (digits == null || !CheckDigits.yearMonthDay(digits, 1)) {
      return false;
    }
    int check = Digits.weighted(digits, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11;
    return (check == 10 ? 1 : check) == CheckDigits.last(digits);
  }

  /** EGN: a date, the century in the month, weights 2 4 8 5 10 9 7 3 6 (GRAO). */
  static boolean egn(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 10);
    return digits != null
        && CheckDigits.dayOfMonth(
            CheckDigits.number(digits, 2, 4) % 20, CheckDigits.number(digits, 4, 6))
        && CheckDigits.remainder11(digits, 2, 4, 8, 5, 10, 9, 7, 3, 6);
  }

  /** JMBG and EMŠO: a date, weights 7 6 5 4 3 2 twice, modulus 11. */
  static boolean jmbg(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 13);
    return digits != null
        && CheckDigits.dayMonth(digits, 0)
        && CheckDigits.complement11(digits, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2);
  }

  /** OIB: ISO/IEC 7064 MOD 11,10 (Porezna uprava). */
  static boolean oib(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 11);
    return digits != null && CheckDigits.mod1110(digits);
  }

  /** Isikukood and asmens kodas: a date, two rows of weights, modulus 11. */
  static boolean baltic(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 11);
    if (digits == null
        || digits.charAt(0) == '0'
        || digits.charAt(0) == '9'
        || !CheckDigits.yearMonthDay(digits, 1)) {
      return false;
    }
    int check = Digits.weighted(digits, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1) % 11;
    if (check == 10) {
      check = Digits.weighted(digits, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3) % 11 % 10;
    }
    return check == CheckDigits.last(digits);
  }

  /** Personas kods: a date and weights, or from 2017 a number from 32 without either (PMLP). */
  static boolean personasKods(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 11);
    if (digits == null) {
      return false;
    }
    int sum = 1 + Digits.weighted(digits, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9);
    return digits.startsWith("32")
        || (CheckDigits.dayMonth(digits, 0) && sum % 11 % 10 == CheckDigits.last(digits));
  }

  /** Adóazonosító jel: 8, then weights 1 to 9 modulus 11 (1996. évi XX. törvény). */
  static boolean hungarianTax(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 10);
    return digits != null
        && digits.charAt(0) == '8'
        && Digits.weighted(digits, 1, 2, 3, 4, 5, 6, 7, 8, 9) % 11 == CheckDigits.last(digits);
  }

  /** TAJ: weights 3 and 7, modulus 10 (1996. évi XX. törvény). */
  static boolean taj(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 9);
    return digits != null
        && Digits.weighted(digits, 3, 7, 3, 7, 3, 7, 3, 7) % 10 == CheckDigits.last(digits);
  }

  /** INN of a person (12 digits) or an organisation (10): modulus 11 (FNS order MMV-7-6/435). */
  static boolean inn(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 12);
    if (digits != null) {
      return CheckDigits.remainder11(digits.substring(0, 11), 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
          && CheckDigits.remainder11(digits, 3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8);
    }
    digits = CheckDigits.exactly(candidate, 10);
    return digits != null && CheckDigits.remainder11(digits, 2, 4, 10, 3, 5, 9, 4, 6, 8);
  }

  /** SNILS: weights 9 to 1, modulus 101 (SFR). */
  static boolean snils(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 11);
    return digits != null
        && Digits.weighted(digits, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 101 % 100
            == CheckDigits.number(digits, 9, 11);
  }

  /** RNOKPP: weights -1 5 7 9 4 6 10 5 7, modulus 11 (DPS). */
  static boolean rnokpp(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 10);
    return digits != null
        && Math.floorMod(Digits.weighted(digits, -1, 5, 7, 9, 4, 6, 10, 5, 7), 11) % 10
            == CheckDigits.last(digits);
  }
}
