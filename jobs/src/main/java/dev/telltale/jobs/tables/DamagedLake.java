package dev.telltale.jobs.tables;

import dev.telltale.jobs.settings.Problem;
import java.util.Arrays;
import org.apache.spark.SparkThrowable;
import org.jspecify.annotations.Nullable;

/**
 * Failures that say that files of a lake are damaged, missing, or of a kind that this program does
 * not know: a matter of the lake, not a bug. Their messages may quote what is in the files.
 */
public final class DamagedLake {
  private static final String DELTA = "org.apache.spark.sql.delta.";

  private DamagedLake() {}

  /** What is wrong with the lake, or null if this one failure does not show it. */
  public static @Nullable Problem known(Throwable cause) {
    String condition =
        cause instanceof SparkThrowable spark && spark.getCondition() != null
            ? spark.getCondition()
            : "";
    if (condition.contains("CONCURRENT")) {
      return null;
    }
    boolean delta =
        condition.startsWith("DELTA_")
            || cause.getClass().getName().startsWith(DELTA)
            || cause.getClass().getName().startsWith("io.delta.");
    boolean file = condition.startsWith("FAILED_READ_FILE");
    if (!delta && !file && !isReadingOfALog(cause)) {
      return null;
    }
    return new Problem(
        "the lake cannot be read",
        (file ? "a file of a table is damaged or missing: " : "the log of a table is damaged: ")
            + (condition.isEmpty() ? cause.getClass().getSimpleName() : condition)
            + (cause instanceof SparkThrowable spark ? place(spark) : ""),
        "restore the lake's folder from a backup or from earlier versions of its objects, or scan into a"
            + " new lake; nothing but Telltale should change what is in it");
  }

  /** Names of files of a lake hold days and telemetry types, nothing that a sender chose. */
  private static String place(SparkThrowable failed) {
    @Nullable String path = failed.getMessageParameters().get("path");
    return path == null ? "" : ", " + path;
  }

  private static boolean isReadingOfALog(Throwable cause) {
    return (cause instanceof java.io.IOException || cause instanceof RuntimeException)
        && Arrays.stream(cause.getStackTrace())
            .anyMatch(
                frame ->
                    frame.getClassName().startsWith(DELTA + "Snapshot")
                        || frame.getClassName().startsWith(DELTA + "DeltaLog")
                        || frame.getClassName().startsWith(DELTA + "Checkpoint")
                        || frame.getClassName().startsWith(DELTA + "actions."));
  }
}
