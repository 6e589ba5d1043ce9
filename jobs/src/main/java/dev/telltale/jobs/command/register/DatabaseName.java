package dev.telltale.jobs.command.register;

import dev.telltale.jobs.settings.UserMistake;
import java.util.Locale;

/** A database's name, as every metastore takes it. */
final class DatabaseName {
  private static final String FORM = "[a-z_][a-z0-9_]{0,127}";

  /** The name of the catalog, which hides a database of that name. */
  private static final String CATALOG = "telltale";

  private DatabaseName() {}

  /**
   * @throws UserMistake if a metastore would not take it, or sessions could not reach it
   */
  static String of(String given) {
    String name = given.toLowerCase(Locale.ROOT);
    if (!name.matches(FORM)) {
      throw new UserMistake(
          "--database cannot be \"" + given + "\"",
          "metastores take letters, digits and underscores, and no digit at the start",
          "name it such as telemetry_leaks");
    }
    if (name.equals(CATALOG)) {
      throw new UserMistake(
          "--database cannot be \"telltale\"",
          "in a session with Telltale's extension that is the name of a catalog, which hides a"
              + " database of the same name",
          "name it such as telltale_lake");
    }
    return name;
  }
}
