package dev.telltale.record;

import dev.telltale.value.NumberValue;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * Reads event times: RFC 3339 text (also with a space for the {@code T} and without a zone, which
 * then is UTC), dates alone, which are their first moment in UTC, the dates of common log formats,
 * and numbers since 1970 in seconds, milliseconds, microseconds or nanoseconds, distinguished by
 * their size. What is not a time between 1973 and 2262 gives null; nothing throws, so no message
 * can quote its input.
 */
public final class EventTime {
  private static final long MIN_SECOND = 100_000_000L;
  private static final long MAX_SECOND = 9_223_372_036L;
  private static final int MAX_NUMBER_LENGTH = 40;
  private static final String DAY = "yyyy-mm-dd";
  private static final String DAY_START = "T00:00:00Z";

  private EventTime() {}

  public static Instant of(Value value) {
    if (value instanceof TextValue text) {
      String written = text.reveal();
      boolean day = written.length() == DAY.length() && written.charAt(4) == '-';
      return day ? ofDate(written + DAY_START) : of(written);
    }
    return value instanceof NumberValue number ? ofNumber(number.reveal()) : null;
  }

  public static Instant of(String text) {
    if (text.length() > 4 && text.charAt(4) == '-') {
      return ofDate(text);
    }
    String date = text.length() > MAX_NUMBER_LENGTH ? null : LogTime.rfc3339(text);
    return date == null ? ofNumber(text) : ofDate(date);
  }

  public static Instant ofMillis(long millis) {
    return bounded(Math.floorDiv(millis, 1_000L), Math.floorMod(millis, 1_000L) * 1_000_000L);
  }

  private static Instant bounded(long second, long nanos) {
    return second < MIN_SECOND || second > MAX_SECOND ? null : Instant.ofEpochSecond(second, nanos);
  }

  private static Instant ofNumber(String text) {
    if (!isPlainNumber(text)) {
      return null;
    }
    BigDecimal number = new BigDecimal(text);
    if (number.signum() <= 0 || number.precision() - number.scale() > 20) {
      return null;
    }
    int digits = number.precision() - number.scale();
    int shift = digits <= 11 ? 0 : digits <= 14 ? 3 : digits <= 17 ? 6 : 9;
    BigDecimal seconds = number.movePointLeft(shift);
    long whole = seconds.longValue();
    long nanos = seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue();
    return bounded(whole, nanos);
  }

  /** Digits, at most one point, and an exponent of at most two digits. */
  private static boolean isPlainNumber(String text) {
    int length = text.length();
    if (length == 0 || length > MAX_NUMBER_LENGTH || !isDigit(text.charAt(0))) {
      return false;
    }
    int i = digits(text, 0);
    if (i < length && text.charAt(i) == '.') {
      int end = digits(text, i + 1);
      if (end == i + 1) {
        return false;
      }
      i = end;
    }
    if (i < length && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
      i += i + 1 < length && text.charAt(i + 1) == '+' ? 2 : 1;
      int end = digits(text, i);
      if (end == i || end - i > 2) {
        return false;
      }
      i = end;
    }
    return i == length;
  }

  private static int digits(String text, int from) {
    int i = from;
    while (i < text.length() && isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static Instant ofDate(String text) {
    if (text.length() < 19 || text.length() > MAX_NUMBER_LENGTH || !hasDateShape(text)) {
      return null;
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 2);
    int day = number(text, 8, 2);
    int hour = number(text, 11, 2);
    int minute = number(text, 14, 2);
    int second = number(text, 17, 2);
    boolean calendar = year >= 1970 && month >= 1 && month <= 12 && day >= 1;
    if (!calendar || day > YearMonth.of(year, month).lengthOfMonth()) {
      return null;
    }
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
      return null;
    }
    int zone = 19;
    int nanos = 0;
    if (zone < text.length() && (text.charAt(zone) == '.' || text.charAt(zone) == ',')) {
      zone = digits(text, 20);
      if (zone == 20) {
        return null;
      }
      nanos = nanos(text, 20, zone);
    }
    int offset = offsetSeconds(text, zone);
    if (offset == Integer.MIN_VALUE) {
      return null;
    }
    long epoch =
        LocalDateTime.of(year, month, day, hour, minute, Math.min(second, 59))
            .toEpochSecond(ZoneOffset.UTC);
    return bounded(epoch - offset, nanos);
  }

  private static boolean hasDateShape(String text) {
    char t = text.charAt(10);
    return text.charAt(7) == '-'
        && (t == 'T' || t == 't' || t == ' ')
        && text.charAt(13) == ':'
        && text.charAt(16) == ':';
  }

  private static int number(String text, int from, int length) {
    int number = 0;
    for (int i = from; i < from + length; i++) {
      if (!isDigit(text.charAt(i))) {
        return -1;
      }
      number = number * 10 + (text.charAt(i) - '0');
    }
    return number;
  }

  private static int nanos(String text, int from, int to) {
    int nanos = 0;
    for (int i = from; i < from + 9; i++) {
      nanos = nanos * 10 + (i < to ? text.charAt(i) - '0' : 0);
    }
    return nanos;
  }

  /** Of {@code Z}, {@code +hh:mm}, {@code +hhmm} or nothing; otherwise the smallest integer. */
  private static int offsetSeconds(String text, int from) {
    String zone = text.substring(from).strip();
    if (zone.isEmpty() || zone.equals("Z") || zone.equals("z") || zone.equals("UTC")) {
      return 0;
    }
    int colon = zone.length() == 6 && zone.charAt(3) == ':' ? 1 : 0;
    char sign = zone.charAt(0);
    if (zone.length() != 5 + colon || (sign != '+' && sign != '-')) {
      return Integer.MIN_VALUE;
    }
    int hours = number(zone, 1, 2);
    int minutes = number(zone, 3 + colon, 2);
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
      return Integer.MIN_VALUE;
    }
    return (sign == '-' ? -1 : 1) * (hours * 3_600 + minutes * 60);
  }
}
