package dev.telltale.jobs.faults;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where a message waits until the test lets it go on or throws it away. */
public final class Gate {
  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch decided = new CountDownLatch(1);
  private volatile boolean passes;

  /** Whether a message came within that time. */
  public boolean awaitArrival(long seconds) throws InterruptedException {
    return arrived.await(seconds, TimeUnit.SECONDS);
  }

  /** Lets the message, and all that come later, go on. */
  public void open() {
    passes = true;
    decided.countDown();
  }

  /** Throws the message away, and its connection with it. */
  public void drop() {
    decided.countDown();
  }

  /** Called by the proxy; true if the message may go on. */
  boolean pass() throws InterruptedException {
    arrived.countDown();
    decided.await();
    return passes;
  }
}
