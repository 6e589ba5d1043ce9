package dev.telltale.detection.validators.europe;

import dev.telltale.detection.validators.CandidateValue;
import dev.telltale.detection.validators.CheckDigits;
import dev.telltale.detection.validators.Digits;

/**
 * Value-added tax numbers of the European Union, the United Kingdom, Norway and Switzerland:
 * https://ec.europa.eu/taxation_customs/vies, structures and check digits by country.
 */
final class VatNumbers {
  private static final int[] CYPRUS = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21};

  private VatNumbers() {}

  static boolean vat(CandidateValue candidate) {
    String value = Digits.compact(candidate.reveal());
    if (value.length() < 8) {
      return false;
    }
    String country = value.startsWith("CHE") ? "CHE" : value.substring(0, 2);
    String body = value.substring(country.length());
    boolean numeric = Digits.areDigits(body);
    return switch (country) {
      case "AT" -> austria(body);
      case "BE" -> numeric && body.length() == 10 && belgium(body);
      case "BG" -> numeric && bulgaria(body);
      case "CHE" -> switzerland(body);
      case "CY" -> cyprus(body);
      case "CZ" -> numeric && czechia(body);
      case "DE" -> numeric && body.length() == 9 && CheckDigits.mod1110(body);
      case "DK" -> numeric && sums(body, 11, 2, 7, 6, 5, 4, 3, 2, 1);
      case "EE" -> numeric && sums(body, 10, 3, 7, 1, 3, 7, 1, 3, 7, 1);
      case "EL", "GR" -> WesternEuropeanNumbers.afm(CandidateValue.of(body));
      case "ES" -> spain(body);
      case "FI" -> numeric && sums(body, 11, 7, 9, 10, 5, 8, 4, 2, 1);
      case "FR", "MC" -> france(body);
      case "GB", "XI" -> numeric && britain(body);
      case "HR" -> EasternEuropeanNumbers.oib(CandidateValue.of(body));
      case "HU" -> numeric && sums(body, 10, 9, 7, 3, 1, 9, 7, 3, 1);
      case "IE" -> WesternEuropeanNumbers.pps(CandidateValue.of(body));
      case "IT" -> SouthernEuropeanNumbers.partitaIva(CandidateValue.of(body));
      case "LT" -> numeric && lithuania(body);
      case "LU" -> numeric && luxembourg(body);
      case "LV" -> numeric && latvia(body);
      case "MT" -> numeric && sums(body, 37, 3, 4, 6, 7, 8, 9, 10, 1);
      case "NL" -> netherlands(body);
      case "NO" -> norway(body);
      case "PL" -> EasternEuropeanNumbers.nip(CandidateValue.of(body));
      case "PT" -> SouthernEuropeanNumbers.portugueseNif(CandidateValue.of(body));
      case "RO" -> numeric && romania(body);
      case "SE" -> sweden(body);
      case "SI" -> numeric && body.length() == 8 && slovenia(body);
      case "SK" -> numeric && body.length() == 10 && Long.parseLong(body) % 11 == 0;
      default -> false;
    };
  }

  private static boolean sums(String digits, int modulus, int... weights) {
    return digits.length() == weights.length && Digits.weighted(digits, weights) % modulus == 0;
  }

  private static boolean austria(String body) {
    String digits = body.substring(1);
    return body.charAt(0) == 'U'
        && digits.length() == 8
        && Digits.areDigits(digits)
        && (96 - CheckDigits.crossSums(digits, 1, 2, 1, 2, 1, 2, 1)) % 10
            == CheckDigits.last(digits);
  }

  private static boolean belgium(String digits) {
    return 97 - CheckDigits.number(digits, 0, 8) % 97 == CheckDigits.number(digits, 8, 10);
  }

  private static boolean bulgaria(String digits) {
    if (digits.length() == 10) {
      return true;
    }
    if (digits.length() != 9) {
      return false;
    }
    int check = Digits.weighted(digits, 1, 2, 3, 4, 5, 6, 7, 8) % 11;
    if (check == 10) {
      check = Digits.weighted(digits, 3, 4, 5, 6, 7, 8, 9, 10) % 11 % 10;
    }
    return check == CheckDigits.last(digits);
  }

  private static boolean switzerland(String body) {
    String digits = Digits.only(body);
    return digits.length() == 9
        && body.startsWith(digits)
        && (11 - Digits.weighted(digits, 5, 4, 3, 2, 7, 6, 5, 4) % 11) % 11
            == CheckDigits.last(digits);
  }

  private static boolean cyprus(String body) {
    if (body.length() != 9 || !Digits.areDigits(body.substring(0, 8))) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      int digit = Digits.at(body, i);
      sum += i % 2 == 0 ? CYPRUS[digit] : digit;
    }
    return 'A' + sum % 26 == body.charAt(8);
  }

  private static boolean czechia(String digits) {
    if (digits.length() != 8) {
      return EasternEuropeanNumbers.rodneCislo(CandidateValue.of(digits));
    }
    int check = (11 - Digits.weighted(digits, 8, 7, 6, 5, 4, 3, 2) % 11) % 11;
    return (check == 0 ? 1 : check % 10) == CheckDigits.last(digits);
  }

  private static boolean spain(String body) {
    CandidateValue candidate = CandidateValue.of(body);
    return body.length() == 9
        && (SouthernEuropeanNumbers.cif(candidate) || SouthernEuropeanNumbers.nif(candidate));
  }

  /** A key before the SIREN: digits are checked, letters name no published rule. */
  private static boolean france(String body) {
    if (body.length() != 11
        || !WesternEuropeanNumbers.siren(CandidateValue.of(body.substring(2)))) {
      return false;
    }
    String key = body.substring(0, 2);
    return !Digits.areDigits(key)
        || (12 + 3 * (CheckDigits.number(body, 2, 11) % 97)) % 97 == Integer.parseInt(key);
  }

  private static boolean britain(String digits) {
    if (digits.length() != 9 && digits.length() != 12) {
      return false;
    }
    int sum = Digits.weighted(digits, 8, 7, 6, 5, 4, 3, 2) + CheckDigits.number(digits, 7, 9);
    return sum % 97 == 0 || sum % 97 == 42;
  }

  private static boolean lithuania(String digits) {
    if (digits.length() == 9) {
      return twice(digits, 8);
    }
    return digits.length() == 12 && twice(digits, 11);
  }

  private static boolean twice(String digits, int length) {
    int first = 0;
    int second = 0;
    for (int i = 0; i < length; i++) {
      first += (1 + i % 9) * Digits.at(digits, i);
      second += (1 + (i + 2) % 9) * Digits.at(digits, i);
    }
    int check = first % 11 == 10 ? second % 11 % 10 : first % 11;
    return check == CheckDigits.last(digits);
  }

  private static boolean luxembourg(String digits) {
    return digits.length() == 8
        && CheckDigits.number(digits, 0, 6) % 89 == CheckDigits.number(digits, 6, 8);
  }

  private static boolean latvia(String digits) {
    if (digits.length() != 11) {
      return false;
    }
    return digits.charAt(0) > '3'
        ? Digits.weighted(digits, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1) % 11 == 3
        : EasternEuropeanNumbers.personasKods(CandidateValue.of(digits));
  }

  /** Nine digits, B, two digits: the digits are a BSN, or all of it is MOD 97-10. */
  private static boolean netherlands(String body) {
    if (body.length() != 12 || body.charAt(9) != 'B') {
      return false;
    }
    return WesternEuropeanNumbers.bsn(CandidateValue.of(body.substring(0, 9)))
        || Digits.mod97("NL" + body) == 1;
  }

  private static boolean norway(String body) {
    String digits = Digits.only(body);
    return digits.length() == 9
        && body.startsWith(digits)
        && (11 - Digits.weighted(digits, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11
            == CheckDigits.last(digits);
  }

  private static boolean romania(String digits) {
    if (digits.length() > 10) {
      return false;
    }
    String ten = "0".repeat(10 - digits.length()) + digits;
    return Digits.weighted(ten, 7, 5, 3, 2, 1, 7, 5, 3, 2) * 10 % 11 % 10 == CheckDigits.last(ten);
  }

  private static boolean sweden(String body) {
    return body.length() == 12
        && body.endsWith("01")
        && Digits.areDigits(body)
        && Digits.luhn(body.substring(0, 10));
  }

  private static boolean slovenia(String digits) {
    int check = 11 - Digits.weighted(digits, 8, 7, 6, 5, 4, 3, 2) % 11;
    return check != 11 && check % 10 == CheckDigits.last(digits);
  }
}
