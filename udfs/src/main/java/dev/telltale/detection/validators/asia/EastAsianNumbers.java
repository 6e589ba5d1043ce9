package dev.telltale.detection.validators.asia;

import dev.telltale.detection.validators.CandidateValue;
import dev.telltale.detection.validators.CheckDigits;
import dev.telltale.detection.validators.Digits;

/** Numbers of China, Hong Kong, Taiwan, Japan and Korea. */
final class EastAsianNumbers {
  /** Two digits for each letter of a number of Taiwan, A to Z. */
  private static final int[] TAIWAN = {
    10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30,
    31, 33
  };

  private EastAsianNumbers() {}

  /** Resident identity number: area, date, serial, ISO 7064 MOD 11-2 (GB 11643-1999). */
  static boolean residentIdentity(CandidateValue candidate) {
    String value = Digits.compact(candidate.reveal());
    if (value.length() != 18 || !Digits.areDigits(value.substring(0, 17))) {
      return false;
    }
    int year = CheckDigits.number(value, 6, 10);
    int sum = Digits.weighted(value, 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2);
    return value.charAt(0) >= '1'
        && value.charAt(0) <= '8'
        && year >= 1900
        && year <= 2099
        && CheckDigits.yearMonthDay(value, 8)
        && "10X98765432".charAt(sum % 11) == value.charAt(17);
  }

  /** HKID: letters count 10 to 35, a missing first one 36; weights 9 to 1, modulus 11 (ImmD). */
  static boolean hongKongIdentity(CandidateValue candidate) {
    String value = Digits.compact(candidate.reveal());
    if (value.length() < 8 || value.length() > 9) {
      return false;
    }
    boolean two = value.length() == 9;
    int sum = 9 * (two ? Character.digit(value.charAt(0), 36) : 36);
    String rest = two ? value.substring(1) : value;
    for (int i = 0; i < 8; i++) {
      char c = rest.charAt(i);
      boolean tenLast = i == 7 && c == 'A';
      sum += (tenLast ? 10 : Character.digit(c, 36)) * (8 - i);
    }
    return sum % 11 == 0;
  }

  /** National number of Taiwan: the letter as two digits, weights 1 9 8 ... 1 1 (MOI). */
  static boolean taiwaneseIdentity(CandidateValue candidate) {
    String value = Digits.compact(candidate.reveal());
    if (value.length() != 10 || !Character.isLetter(value.charAt(0))) {
      return false;
    }
    String digits = TAIWAN[value.charAt(0) - 'A'] + value.substring(1);
    return Digits.areDigits(digits)
        && Digits.weighted(digits, 1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1) % 10 == 0;
  }

  /** My Number: weights 6 5 4 3 2 7 6 5 4 3 2, modulus 11 (MIC ordinance 85 of 2014). */
  static boolean myNumber(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 12);
    return digits != null && CheckDigits.complement11(digits, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2);
  }

  /**
   * Resident registration number: a date and a digit for sex and century from 1 to 4. Numbers given
   * since October 2020 have no check digit.
   */
  static boolean residentRegistration(CandidateValue candidate) {
    return registered(candidate, '1', '4');
  }

  /** Foreigner registration number: the same with 5 to 8. */
  static boolean foreignerRegistration(CandidateValue candidate) {
    return registered(candidate, '5', '8');
  }

  private static boolean registered(CandidateValue candidate, char from, char to) {
    String digits = CheckDigits.exactly(candidate, 13);
    return digits != null
        && CheckDigits.yearMonthDay(digits, 0)
        && digits.charAt(6) >= from
        && digits.charAt(6) <= to;
  }

  /** Business registration number: weights 1 3 7 1 3 7 1 3 5, modulus 10 (NTS). */
  static boolean businessRegistration(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 10);
    if (digits == null) {
      return false;
    }
    int sum = Digits.weighted(digits, 1, 3, 7, 1, 3, 7, 1, 3, 5) + Digits.at(digits, 8) * 5 / 10;
    return (10 - sum % 10) % 10 == CheckDigits.last(digits);
  }

  /** Driving licence of Korea: a region from 11 to 28, year, serial, check. */
  static boolean koreanDrivingLicence(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 12);
    return digits != null && digits.compareTo("11") > 0 && digits.compareTo("29") < 0;
  }
}
