package dev.telltale.detection.validators.finance;

import dev.telltale.detection.validators.CandidateValue;
import dev.telltale.detection.validators.CheckDigits;
import dev.telltale.detection.validators.Digits;

/** Magnetic stripes of cards (ISO/IEC 7813), and dates printed on them. */
final class CardData {
  private CardData() {}

  /** The number on the stripe is Luhn and the expiry's month exists. */
  static boolean track(CandidateValue candidate) {
    String value = candidate.reveal();
    boolean first = value.charAt(0) == '%';
    int from = first ? 2 : 1;
    int to = value.indexOf(first ? '^' : '=', from);
    int expiry = (first ? value.indexOf('^', to + 1) : to) + 1;
    String number = value.substring(from, to);
    int month = CheckDigits.number(value, expiry + 2, expiry + 4);
    return Digits.luhn(number) && !Digits.allEqual(number) && month >= 1 && month <= 12;
  }

  /** Luhn alone, for numbers whose issuer the pattern names. */
  static boolean luhn(CandidateValue candidate) {
    String digits = Digits.only(candidate.reveal());
    return !Digits.allEqual(digits) && Digits.luhn(digits);
  }
}
