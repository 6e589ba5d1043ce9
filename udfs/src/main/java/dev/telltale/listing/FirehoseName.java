package dev.telltale.listing;

import java.time.LocalDateTime;

/**
 * The last segment of a key that Amazon Data Firehose wrote: {@code
 * <stream>[-<version>]-<yyyy>-<MM>-<dd>-<HH>-<mm>-<ss>-<uuid>[<extension>]}. Stream names contain
 * dashes, so it is read from the right. See "Amazon S3 object name format" in the developer guide.
 *
 * @param stream without the version
 * @param time UTC, of the oldest record
 */
record FirehoseName(String stream, LocalDateTime time) {
  private static final int UUID_LENGTH = 36;
  private static final int TIME_LENGTH = "yyyy-MM-dd-HH-mm-ss".length();

  /** Null if the name is not Firehose's. */
  static FirehoseName parse(String name) {
    int end = uuidEnd(name);
    int timeEnd = end - UUID_LENGTH - 1;
    int timeStart = timeEnd - TIME_LENGTH;
    if (end < 0 || timeStart < 2 || name.charAt(timeEnd) != '-') {
      return null;
    }
    LocalDateTime time = time(name.substring(timeStart, timeEnd));
    if (time == null || name.charAt(timeStart - 1) != '-') {
      return null;
    }
    return new FirehoseName(withoutVersion(name.substring(0, timeStart - 1)), time);
  }

  private static int uuidEnd(String name) {
    for (int end = name.length(); end >= UUID_LENGTH; end = name.lastIndexOf('.', end - 1)) {
      if (isUuid(name, end - UUID_LENGTH)) {
        return end;
      }
    }
    return -1;
  }

  private static boolean isUuid(String text, int from) {
    for (int i = 0; i < UUID_LENGTH; i++) {
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      char c = text.charAt(from + i);
      if (dash ? c != '-' : Character.digit(c, 16) < 0 || c > 'f') {
        return false;
      }
    }
    return true;
  }

  private static LocalDateTime time(String text) {
    for (int dash = 4; dash < TIME_LENGTH; dash += 3) {
      if (text.charAt(dash) != '-') {
        return null;
      }
    }
    return KeyTime.of(
        text.substring(0, 4),
        text.substring(5, 7),
        text.substring(8, 10),
        text.substring(11, 13),
        text.substring(14, 16),
        text.substring(17, 19));
  }

  private static String withoutVersion(String stream) {
    int dash = stream.lastIndexOf('-');
    return dash > 0 && KeyTime.number(stream.substring(dash + 1)) >= 0
        ? stream.substring(0, dash)
        : stream;
  }
}
