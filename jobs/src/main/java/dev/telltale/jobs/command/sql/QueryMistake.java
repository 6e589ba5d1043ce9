package dev.telltale.jobs.command.sql;

import dev.telltale.jobs.settings.UserMistake;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.catalyst.parser.ParseException;

/** What is wrong with a query, in the words of the person who wrote it. */
public final class QueryMistake {
  private QueryMistake() {}

  /** A mistake where Spark says that the query is one; otherwise the failure itself, unchecked. */
  public static RuntimeException of(Exception failed) {
    if (failed instanceof AnalysisException analysis) {
      if (failed.getCause() instanceof UserMistake mistake) {
        return mistake;
      }
      return new UserMistake(
          "the query cannot be run",
          analysis instanceof ParseException
              ? firstLine(analysis.getMessage())
              : analysis.getSimpleMessage(),
          "tables and columns: telltale sql --lake LAKE \"DESCRIBE findings\"; docs/tables.md");
    }
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      // SQLSTATE 22: the data does not fit the expression. The message would quote the data.
      if (cause instanceof SparkThrowable spark
          && spark.getSqlState() != null
          && spark.getSqlState().startsWith("22")) {
        return new UserMistake(
            "the query failed on a row",
            spark.getCondition() + ", SQLSTATE " + spark.getSqlState(),
            "use try_cast, try_divide and the like where a value may not fit");
      }
    }
    return failed instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException("running a query", failed);
  }

  /** Without the query, which the person has before him. */
  private static String firstLine(String message) {
    return message.strip().lines().findFirst().orElse("");
  }
}
