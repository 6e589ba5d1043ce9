package dev.telltale.limit;

import java.util.function.LongSupplier;

/**
 * The moment by which an object must have been read, asked for also inside of one frame. Used by
 * one thread.
 */
public final class Deadline {
  /** One that never passes. */
  public static final Deadline NEVER = new Deadline(() -> 0, Long.MAX_VALUE);

  private static final int CHECKS_A_LOOK = 256;

  private final LongSupplier nanoTime;
  private final long start;
  private final long nanos;
  private int checks;

  /**
   * @param nanoTime a clock as {@link System#nanoTime()} is
   * @param nanos from now
   */
  public Deadline(LongSupplier nanoTime, long nanos) {
    this.nanoTime = nanoTime;
    this.nanos = nanos;
    start = nanoTime.getAsLong();
  }

  public boolean hasPassed() {
    return nanoTime.getAsLong() - start > nanos;
  }

  /**
   * For code that runs often: looks at the clock now and then.
   *
   * @throws DeadlinePassed if it has
   */
  public void check() {
    if (++checks % CHECKS_A_LOOK == 0 && hasPassed()) {
      throw new DeadlinePassed();
    }
  }

  @Override
  public String toString() {
    return "deadline after " + nanos + " ns";
  }
}
