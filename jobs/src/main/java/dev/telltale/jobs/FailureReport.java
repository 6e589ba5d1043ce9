package dev.telltale.jobs;

import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.logging.Withheld;
import dev.telltale.jobs.settings.Problem;
import dev.telltale.jobs.settings.ProductVersion;
import dev.telltale.jobs.store.StoreProblems;
import dev.telltale.jobs.tables.DamagedLake;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintStream;

/**
 * What is printed of a command that failed. Failures that a user can put right are problems; what
 * remains is our bug, shown as classes and places only: messages of other libraries' exceptions
 * quote the input that they refused.
 */
final class FailureReport {
  private static final int MAX_FRAMES = 12;

  private FailureReport() {}

  static int print(Throwable failed, PrintStream err) {
    return print(failed, "1".equals(System.getenv("TELLTALE_DEBUG")), err);
  }

  /**
   * @param whole whether all of a trace is shown
   */
  static int print(Throwable failed, boolean whole, PrintStream err) {
    Problem problem = knownProblem(failed);
    if (problem != null) {
      err.println(problem);
      return ExitCode.MISTAKE;
    }
    err.println("This is a bug in Telltale " + ProductVersion.text() + ", not a mistake of yours.");
    err.println(
        "None of your data is quoted below; please report it with the command that you ran.");
    Withheld withheld = Withheld.of(failed);
    if (whole) {
      withheld.printStackTrace(err);
      return ExitCode.BUG;
    }
    for (Throwable cause = withheld; cause != null; cause = cause.getCause()) {
      err.println(cause.getMessage());
      StackTraceElement[] trace = cause.getStackTrace();
      for (int frame = 0; frame < Math.min(MAX_FRAMES, trace.length); frame++) {
        err.println("    at " + trace[frame]);
      }
    }
    return ExitCode.BUG;
  }

  private static Problem damage(Throwable cause) {
    try {
      return DamagedLake.known(cause);
    } catch (LinkageError withoutSpark) {
      return null;
    }
  }

  private static Problem knownProblem(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage());
      if (message.contains("No space left on device")) {
        return new Problem(
            "the disk is full",
            "a write failed with \"No space left on device\"",
            "free some space, or point the lake (--lake), or Spark's scratch files (SPARK_LOCAL_DIRS), at another disk");
      }
      Problem damage = damage(cause);
      if (damage != null && cause instanceof FileNotFoundException) {
        return damage;
      }
      if (cause instanceof IOException io) {
        Problem problem = StoreProblems.known("a store could not be read or written", io);
        if (problem != null) {
          return problem;
        }
      }
      if (damage != null) {
        return damage;
      }
      if (cause instanceof ClassNotFoundException || cause instanceof NoClassDefFoundError) {
        return new Problem(
            "a class of Spark, Delta or Hadoop is missing",
            message.matches("[\\w.$/]+") ? message.replace('/', '.') : "its name is not told",
            "run through scripts/telltale, or spark-submit of Spark 4.1 with Delta 4.2 and hadoop-aws 3.4");
      }
    }
    return null;
  }
}
