package dev.telltale.listing;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * A key as a text to read: what the writer of an object appends to the name that was given to it (a
 * version and a time, as Firehose and log rotation do, and what kind of file it is) stands apart,
 * for it would pass for a part of the name. As long as the key, so that positions are the same.
 *
 * <p>Only at the end of a folder's or an object's name is something appended: a mark with more than
 * letters, digits, and marks after it belongs to the name.
 */
public final class KeyText {
  private static final String KINDS =
      "jsonl?|ndjson|log|txt|csv|tsv|xml|ya?ml|parquet|avro|orc|pb|gz|gzip|zst|lz4|bz2|xz|zip|tar"
          + "|tgz|snappy";

  private static final Pattern TIME =
      Pattern.compile(
          "[-_.](?:[0-9]{1,4}-)?(?:19|20)[0-9]{2}(?:-[0-9]{2}-[0-9]{2}|[0-9]{4})(?:[^0-9]|$)");

  private static final Pattern KIND =
      Pattern.compile("\\.(?:" + KINDS + ")(?:\\.(?:" + KINDS + "))*(?:[-_.][0-9]|$)");

  private KeyText() {}

  /** The key with a space for each mark between its name and what is appended. */
  public static String of(String key) {
    StringBuilder text = new StringBuilder(key);
    for (int end = key.length(); end >= 0; ) {
      int start = key.lastIndexOf('/', end - 1) + 1;
      int appended = appended(key, start, end);
      String name = key.substring(appended, end);
      separate(TIME, name, appended, text);
      separate(KIND, name, appended, text);
      end = start - 1;
    }
    return text.toString();
  }

  /** Where the longest end of a name begins that something appended could be. */
  private static int appended(String key, int start, int end) {
    int at = end;
    while (at > start && mayBeAppended(key.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private static boolean mayBeAppended(char character) {
    return character >= '0' && character <= '9'
        || character >= 'A' && character <= 'Z'
        || character >= 'a' && character <= 'z'
        || character == '-'
        || character == '_'
        || character == '.';
  }

  /** What follows one joint may begin with the next. */
  private static void separate(Pattern joint, String name, int offset, StringBuilder text) {
    Matcher joints = joint.matcher(name);
    for (int at = 0; at <= name.length() && joints.find(at); at = joints.start() + 1) {
      text.setCharAt(offset + joints.start(), ' ');
    }
  }
}
