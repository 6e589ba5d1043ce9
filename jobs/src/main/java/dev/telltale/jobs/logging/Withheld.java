package dev.telltale.jobs.logging;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.spark.SparkThrowable;

/**
 * A failure without its message, which may quote the data that it failed on: classes, conditions of
 * Spark and places remain, of its causes too. For logs and reports; never thrown.
 */
public final class Withheld extends Throwable {
  private static final long serialVersionUID = 1L;

  /** Failures in one chain or tree, which may be circular. */
  private static final int MAX_FAILURES = 32;

  private Withheld(String name) {
    super(name);
  }

  /** What may be told of a failure; null of none. */
  public static Withheld of(Throwable failed) {
    return of(failed, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static Withheld of(Throwable failed, Set<Throwable> told) {
    if (failed == null || told.size() >= MAX_FAILURES || !told.add(failed)) {
      return null;
    }
    if (failed instanceof Withheld already) {
      return already;
    }
    Withheld withheld = new Withheld(failed.getClass().getName() + condition(failed));
    withheld.setStackTrace(failed.getStackTrace());
    Withheld cause = of(failed.getCause(), told);
    if (cause != null) {
      withheld.initCause(cause);
    }
    for (Throwable suppressed : failed.getSuppressed()) {
      Withheld without = of(suppressed, told);
      if (without != null) {
        withheld.addSuppressed(without);
      }
    }
    return withheld;
  }

  /** Names of conditions are constants of Spark, such as CAST_INVALID_INPUT. */
  private static String condition(Throwable failed) {
    return failed instanceof SparkThrowable spark && spark.getCondition() != null
        ? " [" + spark.getCondition() + "]"
        : "";
  }
}
