package dev.telltale.listing;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/** Reads times from the parts of a key. Nothing here throws: what is no time gives null. */
final class KeyTime {
  private static final int ONA_TIME = "yyyy-MM-ddTHH-mm-ss".length();

  private KeyTime() {}

  static LocalDateTime of(
      String year, String month, String day, String hour, String minute, String second) {
    LocalDate date = date(year, month, day);
    int h = number(hour);
    int m = number(minute);
    int s = number(second);
    boolean clock = h >= 0 && h < 24 && m >= 0 && m < 60 && s >= 0 && s < 60;
    return date != null && clock ? date.atTime(h, m, s) : null;
  }

  static LocalDate date(String year, String month, String day) {
    int y = year.length() == 4 ? number(year) : -1;
    int m = month.length() <= 2 ? number(month) : -1;
    int d = day.length() <= 2 ? number(day) : -1;
    boolean calendar = y >= 1970 && m >= 1 && m <= 12 && d >= 1;
    return calendar && d <= YearMonth.of(y, m).lengthOfMonth() ? LocalDate.of(y, m, d) : null;
  }

  /** ASCII digits only, at most nine; otherwise -1. */
  static int number(String digits) {
    if (digits.isEmpty() || digits.length() > 9) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + (c - '0');
    }
    return number;
  }

  /** The day that {@code YYYY/MM/dd} segments give, the last such place in the key; or null. */
  static LocalDate dayOfFolders(List<String> folders) {
    int at = dayFolder(folders);
    return at < 0 ? null : date(folders.get(at), folders.get(at + 1), folders.get(at + 2));
  }

  /** The hour that {@code YYYY/MM/dd/HH} segments give; or null. */
  static LocalDateTime hourOfFolders(List<String> folders) {
    int at = dayFolder(folders);
    if (at < 0 || at + 3 >= folders.size() || folders.get(at + 3).length() != 2) {
      return null;
    }
    return of(
        folders.get(at), folders.get(at + 1), folders.get(at + 2), folders.get(at + 3), "0", "0");
  }

  private static int dayFolder(List<String> folders) {
    for (int i = folders.size() - 3; i >= 0; i--) {
      if (date(folders.get(i), folders.get(i + 1), folders.get(i + 2)) != null) {
        return i;
      }
    }
    return -1;
  }

  /** The day of {@code dt=yyyy-MM-dd}, or of {@code year=/month=/day=}; or null. */
  static LocalDate dayOfPartitions(List<String> folders) {
    String whole = partition(folders, "dt", partition(folders, "date", ""));
    if (whole.length() >= 10 && whole.charAt(4) == '-' && whole.charAt(7) == '-') {
      return date(whole.substring(0, 4), whole.substring(5, 7), whole.substring(8, 10));
    }
    if (whole.length() == 8) {
      return date(whole.substring(0, 4), whole.substring(4, 6), whole.substring(6));
    }
    return date(
        partition(folders, "year", ""),
        partition(folders, "month", ""),
        partition(folders, "day", ""));
  }

  /** The time of {@code year=/month=/day=/hour=[/minute=]}, or {@code dt=.../hour=}; or null. */
  static LocalDateTime hourOfPartitions(List<String> folders) {
    LocalDate day = dayOfPartitions(folders);
    int hour = number(partition(folders, "hour", partition(folders, "hr", "")));
    int minute = number(partition(folders, "minute", "0"));
    boolean clock = hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
    return day != null && clock ? day.atTime(hour, minute) : null;
  }

  private static String partition(List<String> folders, String name, String absent) {
    for (String folder : folders) {
      int equals = folder.indexOf('=');
      if (equals > 0 && folder.substring(0, equals).toLowerCase(Locale.ROOT).equals(name)) {
        return folder.substring(equals + 1);
      }
    }
    return absent;
  }

  /**
   * The rotation time in a file name of the collector's file exporter, such as {@code
   * metrics-2022-09-14T05-02-14.173.json}; or null.
   */
  static LocalDateTime ofRotatedFile(String name) {
    for (int from = 0; from + ONA_TIME <= name.length(); from++) {
      if (name.charAt(from + 10) == 'T' && name.charAt(from + 4) == '-') {
        LocalDateTime time =
            of(
                name.substring(from, from + 4),
                name.substring(from + 5, from + 7),
                name.substring(from + 8, from + 10),
                name.substring(from + 11, from + 13),
                name.substring(from + 14, from + 16),
                name.substring(from + 17, from + 19));
        if (time != null) {
          return time;
        }
      }
    }
    return null;
  }
}
