package dev.telltale.jobs.tables;

import dev.telltale.jobs.settings.UserMistake;
import java.util.Map;

/**
 * The version of a lake's tables, as a property of each. It rises when an older program would read
 * or write something wrong; a new column that an older program does without does not raise it.
 */
final class LakeFormat {
  static final String PROPERTY = "telltale.lakeFormat";
  static final int CURRENT = 1;

  private LakeFormat() {}

  /**
   * @param properties of a table; lakes older than the property have none
   * @throws UserMistake if a newer program made the lake
   */
  static void requireKnown(String lake, Map<String, String> properties) {
    String found = properties.getOrDefault(PROPERTY, "0");
    if (!found.matches("[0-9]{1,6}") || Integer.parseInt(found) > CURRENT) {
      throw new UserMistake(
          "the lake " + lake + " was written by a newer Telltale",
          "its tables have format " + found + "; this program knows format " + CURRENT,
          "use the version of Telltale that wrote it, or a later one; `telltale sql` of that version shows it in"
              + " runs.telltale_version");
    }
  }
}
