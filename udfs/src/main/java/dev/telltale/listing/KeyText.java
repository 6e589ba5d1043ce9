package dev.telltale.listing;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * A key as a text to read: what the writer of an object appends to the name that was given to it (a
 * version and a time, as Firehose and log rotation do, and what kind of file it is) stands apart,
 * for it would pass for a part of the name. As long as the key, so that positions are the same.
 */
public final class KeyText {
  private static final Pattern TIME =
      Pattern.compile(
          "[-_.](?:[0-9]{1,4}-)?(?:19|20)[0-9]{2}(?:-[0-9]{2}-[0-9]{2}|[0-9]{4})(?:[^0-9]|$)");

  private static final Pattern KIND =
      Pattern.compile(
          "\\.(?:jsonl?|ndjson|log|txt|csv|tsv|xml|ya?ml|parquet|avro|orc|pb|gz|gzip|zst|lz4|bz2|xz"
              + "|zip|tar|tgz|snappy)(?:[^0-9A-Za-z]|$)");

  private KeyText() {}

  /** The key with a space for each mark between its name and what is appended. */
  public static String of(String key) {
    StringBuilder text = new StringBuilder(key);
    separate(TIME, key, text);
    separate(KIND, key, text);
    return text.toString();
  }

  /** What follows one joint may begin with the next. */
  private static void separate(Pattern joint, String key, StringBuilder text) {
    Matcher joints = joint.matcher(key);
    for (int at = 0; at <= key.length() && joints.find(at); at = joints.start() + 1) {
      text.setCharAt(joints.start(), ' ');
    }
  }
}
