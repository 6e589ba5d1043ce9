package dev.telltale.decoding.line;

import java.util.Set;

/** Finds where the time ends that a line starts with. Says nothing of its being a real one. */
public final class LeadingTime {
  private static final int DATE = 10;
  private static final int CLOCK = 8;
  private static final Set<String> MONTHS =
      Set.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
  private static final Set<String> DAYS = Set.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

  private LeadingTime() {}

  /** The end of a date and time of any of the formats, or -1. */
  public static int any(String text, int from, int to) {
    int end = iso(text, from, to);
    end = end < 0 ? slashed(text, from, to) : end;
    end = end < 0 ? common(text, from, to) : end;
    end = end < 0 ? asctime(text, from, to) : end;
    return end < 0 ? yearless(text, from, to) : end;
  }

  /** {@code 2024-03-02T12:22:13.123+01:00}, also with a blank and without a zone. */
  public static int iso(String text, int from, int to) {
    if (to - from < DATE + 1 + CLOCK || !isDate(text, from, '-')) {
      return -1;
    }
    char between = text.charAt(from + DATE);
    boolean date = between == 'T' || between == 't' || between == ' ';
    int clock = date ? clock(text, from + DATE + 1, to) : -1;
    return clock < 0 ? -1 : zone(text, clock, to);
  }

  /** {@code 2024/03/02 12:22:13.123}. */
  public static int slashed(String text, int from, int to) {
    boolean date = to - from >= DATE + 1 + CLOCK && isDate(text, from, '/');
    return date && text.charAt(from + DATE) == ' ' ? clock(text, from + DATE + 1, to) : -1;
  }

  /** {@code 02/Mar/2024:12:22:13 +0000}. */
  static int common(String text, int from, int to) {
    boolean date =
        to - from >= 20
            && TokenScan.isDigits(text, from, from + 2)
            && text.charAt(from + 2) == '/'
            && MONTHS.contains(text.substring(from + 3, from + 6))
            && text.charAt(from + 6) == '/'
            && TokenScan.isDigits(text, from + 7, from + 11)
            && text.charAt(from + 11) == ':';
    int clock = date ? clock(text, from + 12, to) : -1;
    return clock < 0 ? -1 : zone(text, clock, to);
  }

  /** {@code Sat Mar 02 12:22:13.123456 2024}. */
  public static int asctime(String text, int from, int to) {
    if (to - from < 24 || !DAYS.contains(text.substring(from, from + 3))) {
      return -1;
    }
    int clock = text.charAt(from + 3) == ' ' ? yearless(text, from + 4, to) : -1;
    boolean year =
        clock > 0
            && to - clock >= 5
            && text.charAt(clock) == ' '
            && TokenScan.isDigits(text, clock + 1, clock + 5);
    return year ? clock + 5 : -1;
  }

  /** {@code Mar 2 12:22:13}, as RFC 3164 has it: without a year. */
  public static int yearless(String text, int from, int to) {
    if (to - from < 7 + CLOCK || !MONTHS.contains(text.substring(from, from + 3))) {
      return -1;
    }
    boolean day =
        text.charAt(from + 3) == ' '
            && (text.charAt(from + 4) == ' ' || TokenScan.isDigit(text.charAt(from + 4)))
            && TokenScan.isDigit(text.charAt(from + 5))
            && text.charAt(from + 6) == ' ';
    return day ? clock(text, from + 7, to) : -1;
  }

  /** {@code 12:22:13}, with a fraction after a point or a comma. */
  public static int clock(String text, int from, int to) {
    boolean clock =
        to - from >= CLOCK
            && TokenScan.isDigits(text, from, from + 2)
            && text.charAt(from + 2) == ':'
            && TokenScan.isDigits(text, from + 3, from + 5)
            && text.charAt(from + 5) == ':'
            && TokenScan.isDigits(text, from + 6, from + CLOCK);
    if (!clock) {
      return -1;
    }
    int end = from + CLOCK;
    boolean point = end < to && (text.charAt(end) == '.' || text.charAt(end) == ',');
    int fraction = point ? TokenScan.digits(text, end + 1, to) : end;
    return fraction > end + 1 ? fraction : end;
  }

  private static boolean isDate(String text, int from, char separator) {
    return TokenScan.isDigits(text, from, from + 4)
        && text.charAt(from + 4) == separator
        && TokenScan.isDigits(text, from + 5, from + 7)
        && text.charAt(from + 7) == separator
        && TokenScan.isDigits(text, from + 8, from + DATE);
  }

  private static int zone(String text, int from, int to) {
    if (from < to && (text.charAt(from) == 'Z' || text.charAt(from) == 'z')) {
      return from + 1;
    }
    int sign = from < to && text.charAt(from) == ' ' ? from + 1 : from;
    if (text.startsWith("UTC", sign) && sign + 3 <= to && sign > from) {
      return sign + 3;
    }
    if (sign >= to || (text.charAt(sign) != '+' && text.charAt(sign) != '-')) {
      return from;
    }
    int hours = TokenScan.digits(text, sign + 1, to);
    boolean colon = hours == sign + 3 && hours < to && text.charAt(hours) == ':';
    int minutes = colon ? TokenScan.digits(text, hours + 1, to) : hours;
    boolean whole = colon ? minutes == hours + 3 : hours == sign + 5;
    return whole ? minutes : from;
  }
}
