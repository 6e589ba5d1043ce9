package dev.telltale.detection.validators;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Cards, accounts and wallets. */
final class BankNumbers {
  /** Country and length, from the SWIFT IBAN registry (ISO 13616). */
  private static final String IBAN_LENGTHS =
      "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 "
          + "DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 "
          + "HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 "
          + "MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 "
          + "RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SN28 SO23 ST25 SV28 TL23 TN24 TR26 UA29 "
          + "VA22 VG24 XK20 YE30";

  private static final Map<String, Integer> IBAN = new HashMap<>();
  private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

  static {
    for (String entry : IBAN_LENGTHS.split(" ", -1)) {
      IBAN.put(entry.substring(0, 2), Integer.valueOf(entry.substring(2)));
    }
  }

  private BankNumbers() {}

  /** Luhn, and an issuer's prefix with a length that it issues (ISO/IEC 7812). */
  static boolean card(Candidate candidate) {
    String digits = Digits.only(candidate.value());
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

  /** ISO 13616: the country's length and MOD 97-10. */
  static boolean iban(Candidate candidate) {
    String compact = Digits.compact(candidate.value());
    if (compact.length() < 15) {
      return false;
    }
    Integer length = IBAN.get(compact.substring(0, 2));
    return length != null
        && length == compact.length()
        && Digits.mod97(compact.substring(4) + compact.substring(0, 4)) == 1;
  }

  /** Routing numbers: https://www.aba.com/about-us/routing-number, weights 3 7 1. */
  static boolean routing(Candidate candidate) {
    String digits = Digits.only(candidate.value());
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
  static boolean walletImportFormat(Candidate candidate) {
    BigInteger number = BigInteger.ZERO;
    String value = candidate.value();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      int digit = BASE58.indexOf(c);
      if (digit < 0) {
        return false;
      }
      number = number.multiply(BigInteger.valueOf(58)).add(BigInteger.valueOf(digit));
    }
    byte[] bytes = number.toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    int length = bytes.length - from;
    if (length != 37 && length != 38) {
      return false;
    }
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] body = Arrays.copyOfRange(bytes, from, bytes.length - 4);
      byte[] check = Arrays.copyOf(sha.digest(sha.digest(body)), 4);
      return Arrays.equals(check, Arrays.copyOfRange(bytes, bytes.length - 4, bytes.length));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every Java", impossible);
    }
  }
}
