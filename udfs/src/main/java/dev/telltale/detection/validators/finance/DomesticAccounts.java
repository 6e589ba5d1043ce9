package dev.telltale.detection.validators.finance;

import dev.telltale.detection.validators.CandidateValue;
import dev.telltale.detection.validators.CheckDigits;
import dev.telltale.detection.validators.Digits;

/** Bank accounts as written before the IBAN. */
final class DomesticAccounts {
  /** Values of letters in a RIB: A to I, J to R as 1 to 9, S to Z as 2 to 9. */
  private static final String RIB = "12345678912345678923456789";

  private DomesticAccounts() {}

  /** RIB: 97 less (89 bank + 15 branch + 3 account) modulus 97 (Banque de France). */
  static boolean rib(CandidateValue candidate) {
    String value = Digits.compact(candidate.reveal());
    if (value.length() != 23) {
      return false;
    }
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < 23; i++) {
      char c = value.charAt(i);
      digits.append(c <= '9' ? c : RIB.charAt(c - 'A'));
    }
    String number = digits.toString();
    long bank = Long.parseLong(number.substring(0, 5));
    long branch = Long.parseLong(number.substring(5, 10));
    long account = Long.parseLong(number.substring(10, 21));
    return 97 - (89 * bank + 15 * branch + 3 * account) % 97 == CheckDigits.number(number, 21, 23);
  }

  /**
   * CIN, ABI, CAB and account: odd and even values, modulus 26 (Associazione Bancaria Italiana).
   */
  static boolean italian(CandidateValue candidate) {
    String value = Digits.compact(candidate.reveal());
    return value.length() == 23 && CheckDigits.italian(value, 1, 23) == value.charAt(0);
  }

  /** CCC: two check digits, over bank and branch and over the account (Banco de España). */
  static boolean spanish(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 20);
    return digits != null
        && control("00" + digits.substring(0, 8)) == Digits.at(digits, 8)
        && control(digits.substring(10)) == Digits.at(digits, 9);
  }

  private static int control(String ten) {
    int check = 11 - Digits.weighted(ten, 1, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11;
    return check == 10 ? 1 : check % 11;
  }
}
