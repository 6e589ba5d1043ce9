package dev.telltale.record;

/**
 * The date formats of logs, written as RFC 3339 would have them: {@code 06/Feb/2019:00:00:38 +0000}
 * (NCSA common log format), {@code 2019/02/06 00:00:38.123} (nginx, Go), {@code Wed Feb 06
 * 00:00:38.123456 2019} (C's {@code asctime}, Apache). Formats without a year give null: nothing
 * beside them says which it was.
 */
final class LogTime {
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  private static final int CLOCK = 8;

  private LogTime() {}

  /** Null where the text has none of these shapes. */
  static String rfc3339(String text) {
    int length = text.length();
    if (length >= 19 && text.charAt(4) == '/' && text.charAt(7) == '/' && text.charAt(10) == ' ') {
      return text.substring(0, 4) + '-' + text.substring(5, 7) + '-' + text.substring(8);
    }
    if (length >= 20 && text.charAt(2) == '/' && text.charAt(6) == '/' && text.charAt(11) == ':') {
      String day = date(text.substring(7, 11), text.substring(3, 6), text.substring(0, 2));
      return day == null ? null : day + 'T' + text.substring(12, 20) + text.substring(20).strip();
    }
    boolean asctime = length >= 24 && text.charAt(3) == ' ' && text.charAt(7) == ' ';
    return asctime && text.charAt(10) == ' ' ? asctime(text) : null;
  }

  private static String asctime(String text) {
    int clockEnd = text.indexOf(' ', 11);
    if (clockEnd < 11 + CLOCK || text.length() - clockEnd != 5) {
      return null;
    }
    String day = date(text.substring(clockEnd + 1), text.substring(4, 7), text.substring(8, 10));
    return day == null ? null : day + 'T' + text.substring(11, clockEnd);
  }

  private static String date(String year, String month, String day) {
    int at = MONTHS.indexOf(month);
    if (at < 0 || at % 3 != 0) {
      return null;
    }
    int number = at / 3 + 1;
    return year + (number < 10 ? "-0" : "-") + number + '-' + day.replace(' ', '0');
  }
}
