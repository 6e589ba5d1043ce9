package dev.telltale.jobs.command.sql;

import dev.telltale.jobs.settings.UserMistake;
import java.util.LinkedHashSet;
import java.util.Set;

/** Collects why a query is refused, so that all of it is said at once. Not thread-safe. */
final class RefusedQuery {
  private final Set<String> reasons = new LinkedHashSet<>();
  private final Set<String> unknown = new LinkedHashSet<>();

  void because(String reason) {
    reasons.add(reason);
  }

  /** Something that is nowhere, rather than out of bounds. */
  void asUnknown(String reason) {
    unknown.add(reason);
  }

  /**
   * @throws UserMistake if there is a reason
   */
  void throwIfAny() {
    if (reasons.isEmpty() && !unknown.isEmpty()) {
      throw new UserMistake(
          "the query cannot be run",
          String.join("; ", unknown),
          "telltale sql --lake LAKE \"DESCRIBE findings\" shows columns; docs/tables.md explains them");
    }
    reasons.addAll(unknown);
    if (!reasons.isEmpty()) {
      throw new UserMistake(
          "the query is refused: a query reads the tables and views of the lake, nothing else",
          String.join("; ", reasons),
          "telltale sql --help lists tables, views and functions; --unrestricted runs any statement"
              + " of Spark SQL, with all that your account may read and write");
    }
  }
}
