package dev.telltale.detection.validators.finance;

import dev.telltale.detection.validators.CandidateValue;
import dev.telltale.detection.validators.CheckDigits;
import dev.telltale.detection.validators.Digits;

/** Cards, accounts and wallets. */
final class BankNumbers {
  private BankNumbers() {}

  /**
   * Of the brands and lengths that nearly all cards have: 16 digits, 15 for American Express.
   * Others look like serial numbers too often to be accepted without a word.
   */
  static boolean card(CandidateValue candidate) {
    String digits = Digits.only(candidate.reveal());
    boolean express = digits.startsWith("34") || digits.startsWith("37");
    int two = digits.length() < 2 ? 0 : CheckDigits.number(digits, 0, 2);
    boolean maestro = two == 50 || (two >= 56 && two <= 58) || two == 63 || two == 67;
    return digits.length() == (express ? 15 : 16)
        && !maestro
        && digits.charAt(0) != '8'
        && !isDiners(digits)
        && anyBrand(candidate);
  }

  private static boolean isDiners(String digits) {
    return digits.startsWith("30") || digits.startsWith("36") || digits.startsWith("38");
  }

  /** Luhn, and an issuer's prefix with a length that it issues (ISO/IEC 7812). */
  static boolean anyBrand(CandidateValue candidate) {
    String digits = Digits.only(candidate.reveal());
    int length = digits.length();
    if (length < 13 || length > 19 || Digits.allEqual(digits) || !Digits.luhn(digits)) {
      return false;
    }
    int six = Integer.parseInt(digits.substring(0, 6));
    int four = six / 100;
    int two = six / 10_000;
    if (two / 10 == 4) {
      return length == 13 || length == 16 || length == 19;
    }
    if ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720)) {
      return length == 16;
    }
    if (two == 34 || two == 37) {
      return length == 15;
    }
    if (two == 36 || two == 38 || two == 39 || (four >= 3000 && four <= 3059) || four == 3095) {
      return length == 14 || length == 16 || length == 19;
    }
    if ((four >= 3528 && four <= 3589) || two == 62 || (four >= 2200 && four <= 2204)) {
      return length >= 16;
    }
    if (two == 65
        || four == 6011
        || (four >= 6440 && four <= 6499)
        || (four >= 8100 && four <= 8171)) {
      return length >= 16;
    }
    boolean maestro = two == 50 || (two >= 56 && two <= 58) || two == 63 || two == 67;
    return maestro && length >= 16;
  }

  /** Routing numbers: https://www.aba.com/about-us/routing-number, weights 3 7 1. */
  static boolean routing(CandidateValue candidate) {
    String digits = Digits.only(candidate.reveal());
    if (digits.length() != 9 || Digits.allEqual(digits)) {
      return false;
    }
    int district = Integer.parseInt(digits.substring(0, 2));
    boolean assigned =
        district <= 12
            || (district >= 21 && district <= 32)
            || (district >= 61 && district <= 72)
            || district == 80;
    return assigned && Digits.weighted(digits, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0;
  }

  /** Base58Check of a private key: https://en.bitcoin.it/wiki/Wallet_import_format. */
  static boolean walletImportFormat(CandidateValue candidate) {
    return Base58.isChecked(candidate.reveal(), 37) || Base58.isChecked(candidate.reveal(), 38);
  }

  /** Six to seventeen digits. */
  static boolean accountLength(CandidateValue candidate) {
    String digits = Digits.only(candidate.reveal());
    return digits.length() >= 6 && digits.length() <= 17 && !Digits.allEqual(digits);
  }
}
