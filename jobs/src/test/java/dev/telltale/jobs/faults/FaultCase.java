package dev.telltale.jobs.faults;

import java.util.Random;

/**
 * One way to disturb a scan. After it the lake must hold the rows of an undisturbed run.
 *
 * @param cluster whether it needs workers
 */
record FaultCase(String name, boolean cluster, Trial trial) {
  /** Disturbs a scan of a new lake and runs what it takes to end it. */
  @FunctionalInterface
  interface Trial {
    /**
     * @throws Failed if a promise was broken
     */
    void run(FaultStack stack, String lake, Random random) throws Exception;
  }

  /** A promise that was broken. */
  static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failed(String message) {
      super(message);
    }
  }
}
