package dev.telltale.detection.validators.personal;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.telltale.detection.validators.CandidateValue;
import dev.telltale.detection.validators.CheckDigits;
import dev.telltale.detection.validators.Digits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Telephone numbers, by the numbering plans that libphonenumber carries (ITU-T E.164). */
final class PhoneNumbers {
  private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();
  private static final int MIN_DIGITS = 5;
  private static final int MIN_NATIONAL_DIGITS = 6;
  private static final int MAX_DIGITS = 17;

  /** Digits without a prefix that are too many for a number without the code of its country. */
  private static final int LONG = 13;

  /** Large plans first: most numbers are settled by one of them. */
  private static final List<String> REGIONS = regions();

  private PhoneNumbers() {}

  private static List<String> regions() {
    List<String> regions =
        new ArrayList<>(
            List.of("US", "GB", "DE", "FR", "IN", "BR", "ES", "IT", "JP", "AU", "MX", "NL", "PL"));
    PLANS.getSupportedRegions().stream()
        .filter(region -> !regions.contains(region))
        .sorted()
        .forEach(regions::add);
    return List.copyOf(regions);
  }

  /** A + and a number that its country gives out, none of the fictitious 555-01xx. */
  static boolean international(CandidateValue candidate) {
    return isPlausible(candidate.reveal()) && isValid(candidate.reveal(), null);
  }

  /** Written in a national form, under a name that says so: some country gives such numbers out. */
  static boolean national(CandidateValue candidate) {
    String value = candidate.reveal();
    if (!isPlausible(value)
        || Digits.only(value).length() < MIN_NATIONAL_DIGITS
        || isDate(value)
        || isMoment(value)) {
      return false;
    }
    if (value.length() >= LONG && Digits.areDigits(value) && value.charAt(0) != '0') {
      return isValid('+' + value, null);
    }
    return value.charAt(0) == '+'
        ? isPossible(value)
        : REGIONS.stream().anyMatch(region -> isValid(value, region));
  }

  /** A number of the North American plan, whatever the name. */
  static boolean northAmerican(CandidateValue candidate) {
    return isPlausible(candidate.reveal()) && isValid(candidate.reveal(), "US");
  }

  private static boolean isValid(String value, @Nullable String region) {
    try {
      PhoneNumber number = PLANS.parse(value, region);
      return PLANS.isValidNumber(number);
    } catch (NumberParseException none) {
      return false;
    }
  }

  /**
   * A country code and a length that its plan knows: plans change, and the name says what it is.
   */
  private static boolean isPossible(String value) {
    try {
      return PLANS.isPossibleNumber(PLANS.parse(value, null));
    } catch (NumberParseException none) {
      return false;
    }
  }

  private static boolean isPlausible(String value) {
    String digits = Digits.only(value);
    boolean fictitious = digits.startsWith("55501", Math.max(0, digits.length() - 7));
    return digits.length() >= MIN_DIGITS
        && digits.length() <= MAX_DIGITS
        && digits.chars().distinct().count() >= 3
        && !fictitious;
  }

  /** {@code 2012-01-02}, {@code 31/8/2011}: {@code 20120102}: a year, a month and a day. */
  private static boolean isDate(String value) {
    if (value.length() == 8 && Digits.areDigits(value) && isYear(value.substring(0, 4))) {
      return CheckDigits.yearMonthDay(value, 2);
    }
    String[] groups = value.split("[-/.]", -1);
    if (groups.length != 3) {
      return false;
    }
    boolean years =
        (isYear(groups[0]) && isDay(groups[1]) && isDay(groups[2]))
            || (isYear(groups[2]) && isDay(groups[0]) && isDay(groups[1]));
    return years || (value.indexOf('/') > 0 && value.length() <= 8);
  }

  /**
   * Milliseconds since 1970 of the years 2001 to 2036: a bare number so long and with such a
   * beginning is in no numbering plan, except with a prefix for calls abroad.
   */
  private static boolean isMoment(String value) {
    return value.length() == 13
        && Digits.areDigits(value)
        && (value.charAt(0) == '1' || value.startsWith("20"));
  }

  /** Of a month or in a week: two digits at most. */
  private static boolean isDay(String group) {
    return group.length() <= 2;
  }

  private static boolean isYear(String group) {
    return group.length() == 4
        && Digits.areDigits(group)
        && (group.startsWith("19") || group.startsWith("20"));
  }
}
