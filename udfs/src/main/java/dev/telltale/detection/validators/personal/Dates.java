package dev.telltale.detection.validators.personal;

import dev.telltale.detection.validators.CandidateValue;
import dev.telltale.detection.validators.Digits;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Dates of birth. */
final class Dates {
  private static final String MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec";
  private static final int MIN_YEAR = 1900;
  private static final int MAX_YEAR = 2025;

  private Dates() {}

  /** A calendar date between 1900 and 2025, in figures or with the English name of a month. */
  static boolean birth(CandidateValue candidate) {
    List<String> parts = parts(candidate.reveal());
    if (parts.size() == 1 && parts.get(0).length() == 8) {
      String day = parts.get(0);
      return valid(day.substring(0, 4), day.substring(4, 6), day.substring(6));
    }
    if (parts.size() != 3) {
      return false;
    }
    String first = parts.get(0);
    String second = parts.get(1);
    String third = parts.get(2);
    if (first.length() == 4) {
      return valid(first, second, third);
    }
    return valid(third, second, first) || valid(third, first, second);
  }

  /** Runs of digits, and names of months as their number. */
  private static List<String> parts(String value) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= value.length(); i++) {
      boolean ends =
          i == value.length()
              || Character.isDigit(value.charAt(i)) != Character.isDigit(value.charAt(start))
              || Character.isLetter(value.charAt(i)) != Character.isLetter(value.charAt(start));
      if (ends) {
        add(value.substring(start, i), parts);
        start = i;
      }
    }
    return parts;
  }

  private static void add(String part, List<String> parts) {
    if (Digits.areDigits(part)) {
      parts.add(part);
    } else if (part.length() >= 3 && Character.isLetter(part.charAt(0))) {
      int month = MONTHS.indexOf(part.substring(0, 3).toLowerCase(Locale.ROOT));
      parts.add(month % 4 == 0 ? String.valueOf(month / 4 + 1) : "0");
    }
  }

  private static boolean valid(String year, String month, String day) {
    if (year.length() > 4 || month.length() > 2 || day.length() > 2) {
      return false;
    }
    int full = Integer.parseInt(year) + (year.length() == 2 ? MIN_YEAR : 0);
    try {
      LocalDate date = LocalDate.of(full, Integer.parseInt(month), Integer.parseInt(day));
      return date.getYear() >= MIN_YEAR && date.getYear() <= MAX_YEAR;
    } catch (DateTimeException impossible) {
      return false;
    }
  }
}
