package dev.telltale.jobs.tables;

import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.settings.UserMistake;
import io.delta.exceptions.DeltaConcurrentModificationException;

/**
 * Changes of files that another program has changed meanwhile. Appends never conflict; what deletes
 * rows and what rewrites files can, with one another. The loser has written nothing and can begin
 * anew.
 */
final class Conflicts {
  private Conflicts() {}

  /**
   * @param change that may be called again when it failed
   * @throws UserMistake if another program was faster every time
   */
  static void retried(Runnable change) {
    for (int attempt = 1; ; attempt++) {
      try {
        change.run();
        return;
      } catch (RuntimeException failed) {
        if (!isConflict(failed)) {
          throw failed;
        }
        if (attempt == RunLimits.MAX_REWRITE_ATTEMPTS) {
          throw new UserMistake(
              "the lake is being changed by another program",
              "it changed the same files "
                  + RunLimits.MAX_REWRITE_ATTEMPTS
                  + " times before this command could; nothing is lost or left half done",
              "run this command again when the other one (telltale scan or optimize) has ended");
        }
      }
    }
  }

  static boolean isConflict(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof DeltaConcurrentModificationException) {
        return true;
      }
    }
    return false;
  }
}
