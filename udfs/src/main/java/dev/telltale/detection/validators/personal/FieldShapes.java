package dev.telltale.detection.validators.personal;

import dev.telltale.detection.validators.CandidateValue;
import dev.telltale.detection.validators.Digits;
import java.util.Locale;
import java.util.Set;

/** Values that only the name of their field makes sensitive, and what stands there instead. */
final class FieldShapes {
  private static final Set<String> NO_NAMES =
      Set.of(
          "unknown",
          "none",
          "null",
          "test",
          "admin",
          "administrator",
          "root",
          "user",
          "guest",
          "anonymous",
          "system",
          "default",
          "service",
          "undefined",
          "true",
          "false",
          "string",
          "redacted",
          "nobody",
          "bot",
          "na",
          "n/a",
          "name",
          "first",
          "last",
          "full",
          "required",
          "optional",
          "invalid",
          "missing",
          "empty",
          "deleted",
          "hidden",
          "anonymized",
          "anonymised");

  private static final Set<String> NO_USERS =
      Set.of(
          "root",
          "admin",
          "administrator",
          "user",
          "nobody",
          "default",
          "system",
          "service",
          "anonymous",
          "guest",
          "postgres",
          "mysql",
          "ubuntu",
          "gitpod",
          "git",
          "test",
          "unknown",
          "none",
          "null",
          "daemon",
          "www-data",
          "nginx",
          "redis",
          "kube-apiserver",
          "kubelet");

  private FieldShapes() {}

  /** Words with letters, one of them of two and more, none a placeholder or in capitals with _. */
  static boolean personName(CandidateValue candidate) {
    String value = candidate.reveal();
    String lower = value.toLowerCase(Locale.ROOT);
    for (String word : lower.split("[ ,]+", -1)) {
      if (NO_NAMES.contains(word)) {
        return false;
      }
    }
    return value.length() >= 2 && value.length() <= 80;
  }

  /** A number and a word of three letters, and nothing that a host, path or link has. */
  static boolean postalAddress(CandidateValue candidate) {
    String value = candidate.reveal();
    boolean digit = value.chars().anyMatch(Character::isDigit);
    boolean space = value.indexOf(' ') > 0;
    boolean machine =
        value.contains("://")
            || value.contains("::")
            || value.startsWith("/")
            || value.contains("0x");
    return digit && space && !machine && longestWord(value) >= 3;
  }

  private static int longestWord(String value) {
    int max = 0;
    int run = 0;
    for (int i = 0; i < value.length(); i++) {
      run = Character.isLetter(value.charAt(i)) ? run + 1 : 0;
      max = Math.max(max, run);
    }
    return max;
  }

  /** A postal code with a digit that is not 0; five digits are between 00501 and 99950. */
  static boolean postalCode(CandidateValue candidate) {
    String value = candidate.reveal();
    String digits = Digits.only(value);
    if (digits.length() == value.length() && digits.length() == 5) {
      int code = Integer.parseInt(digits);
      return code >= 501 && code <= 99_998 && !Digits.allEqual(digits) && code % 10_000 != 1_000;
    }
    boolean british = Character.isLetter(value.charAt(0)) && value.length() <= 8;
    if (british && Character.isLetter(value.charAt(value.length() - 1))) {
      return britishPostcode(Digits.compact(value));
    }
    return !digits.isEmpty() && digits.chars().anyMatch(c -> c != '0');
  }

  /** Letters that the Royal Mail gives to no area, and to no last two places (PAF guide). */
  private static boolean britishPostcode(String value) {
    boolean areas =
        "QVX".indexOf(value.charAt(0)) < 0
            && (Character.isDigit(value.charAt(1)) || "IJZ".indexOf(value.charAt(1)) < 0);
    String unit = value.substring(value.length() - 2);
    boolean units = unit.chars().allMatch(c -> "CIKMOV".indexOf(c) < 0);
    return areas && units;
  }

  /** Latitude within 90 degrees, longitude within 180, neither 0 (RFC 5870). */
  static boolean coordinates(CandidateValue candidate) {
    String[] parts = candidate.reveal().split("[,;/]", -1);
    if (parts.length != 2) {
      return false;
    }
    double latitude = Double.parseDouble(parts[0].strip());
    double longitude = Double.parseDouble(parts[1].strip());
    return Math.abs(latitude) <= 90
        && Math.abs(longitude) <= 180
        && latitude != 0
        && longitude != 0;
  }

  /** One of the two: within 180 degrees; under the name of a latitude within 90. */
  static boolean coordinate(CandidateValue candidate) {
    double degrees = Math.abs(Double.parseDouble(candidate.reveal()));
    return degrees <= 90 && degrees != 0 || (degrees <= 180 && degrees > 90);
  }

  /** No account of a machine. */
  static boolean userName(CandidateValue candidate) {
    String lower = candidate.reveal().toLowerCase(Locale.ROOT);
    return !NO_USERS.contains(lower)
        && !lower.startsWith("system:")
        && !Digits.areDigits(lower)
        && lower.indexOf("serviceaccount") < 0;
  }

  /** Six digits and more with at most four letters, no date of the form 20yymmdd. */
  static boolean passport(CandidateValue candidate) {
    String value = candidate.reveal();
    int digits = Digits.only(value).length();
    boolean german = value.length() >= 9 && digits >= 4 && Character.isLetter(value.charAt(0));
    boolean date = value.length() == 8 && digits == 8 && value.startsWith("20");
    return (digits >= 6 || german) && !date && !Digits.allEqual(value);
  }

  /** Four digits and more, and no date. */
  static boolean licence(CandidateValue candidate) {
    String value = candidate.reveal();
    int digits = Digits.only(value).length();
    boolean date = digits == 8 && value.length() >= 8 && value.charAt(4) == '-';
    return digits >= 4 && !date && Digits.compact(value).length() >= 5;
  }

  /** Letters and digits, at most nine, of one case. */
  static boolean plate(CandidateValue candidate) {
    String value = candidate.reveal();
    String compact = Digits.compact(value);
    int digits = Digits.only(value).length();
    int letters = compact.length() - digits;
    boolean oneCase =
        value.equals(value.toUpperCase(Locale.ROOT))
            || value.equals(value.toLowerCase(Locale.ROOT));
    return digits >= 1
        && digits <= 6
        && letters >= 1
        && letters <= 6
        && compact.length() <= 10
        && compact.length() >= 4
        && oneCase;
  }

  /** Digits, or letters with three digits and more. */
  static boolean identityDocument(CandidateValue candidate) {
    return Digits.only(candidate.reveal()).length() >= 3;
  }
}
