package dev.telltale.detection.validators;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Dates of birth. */
final class Dates {
  private Dates() {}

  /** A calendar date between 1900 and 2025, year first or last. */
  static boolean birth(Candidate candidate) {
    String[] parts = candidate.value().replace('.', '-').replace('/', '-').split("-", -1);
    if (parts.length != 3) {
      return false;
    }
    try {
      int first = Integer.parseInt(parts[0]);
      int second = Integer.parseInt(parts[1]);
      int third = Integer.parseInt(parts[2]);
      if (parts[0].length() == 4) {
        return valid(first, second, third);
      }
      return valid(third, second, first) || valid(third, first, second);
    } catch (NumberFormatException words) {
      return false;
    }
  }

  private static boolean valid(int year, int month, int day) {
    try {
      return year >= 1900 && year <= 2025 && LocalDate.of(year, month, day) != null;
    } catch (DateTimeException impossible) {
      return false;
    }
  }
}
