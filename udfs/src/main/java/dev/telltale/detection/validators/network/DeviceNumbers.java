package dev.telltale.detection.validators.network;

import dev.telltale.detection.validators.CandidateValue;
import dev.telltale.detection.validators.CheckDigits;
import dev.telltale.detection.validators.Digits;

/** Numbers of telephones, their cards, and medical devices. */
final class DeviceNumbers {
  private DeviceNumbers() {}

  /** IMEI: Luhn over fifteen digits (3GPP TS 23.003 annex B); sixteen with a software version. */
  static boolean imei(CandidateValue candidate) {
    String digits = Digits.only(candidate.reveal());
    boolean body = digits.length() == 15 || digits.length() == 16;
    return body
        && digits.chars().distinct().count() > 2
        && (digits.length() == 16 || Digits.luhn(digits));
  }

  /** IMSI: a mobile country code from 200 to 799 and nine or ten digits (ITU-T E.212). */
  static boolean imsi(CandidateValue candidate) {
    String digits = CheckDigits.exactly(candidate, 15);
    if (digits == null) {
      digits = CheckDigits.exactly(candidate, 14);
    }
    return digits != null && digits.charAt(0) >= '2' && digits.charAt(0) <= '7';
  }

  /** ICCID: 89, an issuer, Luhn over 19 or 20 digits (ITU-T E.118). */
  static boolean iccid(CandidateValue candidate) {
    String digits = Digits.only(candidate.reveal());
    return (digits.length() == 19 || digits.length() == 20)
        && digits.startsWith("89")
        && (Digits.luhn(digits) || Digits.luhn(digits.substring(0, 19)));
  }

  /** Device identifier of GS1: (01) and fourteen digits with their check digit. */
  static boolean deviceIdentifier(CandidateValue candidate) {
    String digits = Digits.only(candidate.reveal());
    return digits.length() >= 16
        && digits.startsWith("01")
        && CheckDigits.gs1(digits.substring(2, 16))
        && !Digits.allEqual(digits.substring(2, 16));
  }
}
