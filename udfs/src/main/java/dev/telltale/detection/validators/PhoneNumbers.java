package dev.telltale.detection.validators;

import java.util.HashSet;
import java.util.Set;

/** Telephone numbers in international notation (ITU-T E.164). */
final class PhoneNumbers {
  /** Assigned country codes (ITU-T operational bulletin, list of E.164 assigned codes). */
  private static final Set<String> CODES = new HashSet<>();

  static {
    String codes =
        "1 20 211 212 213 216 218 220-269 27 290 291 297-299 30-34 350-359 36 370-378 379 380-383 "
            + "385-387 389 39 40 41 420 421 423 43-49 500-509 51-58 590-599 60-66 670 672-683 "
            + "685-692 7 800 808 81 82 84 850 852 853 855 856 870 878 880-883 886 888 90-95 960-968 "
            + "970-977 979 98 992-996 998";
    for (String entry : codes.split(" ", -1)) {
      int dash = entry.indexOf('-');
      int from = Integer.parseInt(dash < 0 ? entry : entry.substring(0, dash));
      int to = dash < 0 ? from : Integer.parseInt(entry.substring(dash + 1));
      for (int code = from; code <= to; code++) {
        CODES.add(String.valueOf(code));
      }
    }
  }

  private PhoneNumbers() {}

  /** An assigned country code, 7 to 15 digits, none of the fictitious 555-01xx. */
  static boolean international(Candidate candidate) {
    String digits = Digits.only(candidate.value());
    if (digits.length() < 7 || digits.length() > 15 || digits.chars().distinct().count() < 3) {
      return false;
    }
    boolean assigned = false;
    for (int length = 1; length <= 3; length++) {
      assigned |= CODES.contains(digits.substring(0, length));
    }
    return assigned
        && (digits.charAt(0) != '1'
            || (digits.length() == 11 && northAmerican(digits.substring(1))));
  }

  /** Written in a national form, under a telling name. */
  static boolean national(Candidate candidate) {
    String digits = Digits.only(candidate.value());
    boolean fictitious = digits.startsWith("55501", Math.max(0, digits.length() - 7));
    return digits.length() >= 7
        && digits.length() <= 15
        && digits.chars().distinct().count() >= 3
        && !fictitious;
  }

  /** NANP: area and exchange start with 2 to 9; 555-0100 to 555-0199 are for fiction. */
  private static boolean northAmerican(String ten) {
    return ten.charAt(0) >= '2' && ten.charAt(3) >= '2' && !ten.startsWith("55501", 3);
  }
}
