package dev.telltale.jobs.source;

import dev.telltale.jobs.settings.UserMistake;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** The options of the data source. */
final class SourceOptions {
  /** The address that is read. */
  static final String PATH = "path";

  /** Whether rows are findings rather than records. */
  static final String FINDINGS = "findings";

  /** What becomes of an object that cannot be read: it fails the query, or is left out. */
  private static final String UNREADABLE = "unreadable";

  private static final String FAIL = "fail";
  private static final String SKIP = "skip";

  private SourceOptions() {}

  static boolean skipsUnreadable(CaseInsensitiveStringMap options) {
    String value = options.getOrDefault(UNREADABLE, FAIL);
    if (!value.equals(FAIL) && !value.equals(SKIP)) {
      throw new UserMistake(
          "the option unreadable cannot be \"" + value + "\"",
          "it says what becomes of an object that cannot be read",
          "write fail, which is the default, or skip");
    }
    return value.equals(SKIP);
  }
}
