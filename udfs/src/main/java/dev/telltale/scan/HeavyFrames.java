package dev.telltale.scan;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;

/**
 * What the tasks of one executor may decode at a time. The tree of a frame takes many times the
 * bytes of the frame: large ones wait for one another where the heap does not hold all of them. A
 * task holds one permit at most, and needs nothing of another task while it does. Thread-safe.
 */
final class HeavyFrames {
  /** Heap bytes that decoding and scanning a byte of the worst of frames may take. */
  private static final int HEAP_A_BYTE = 48;

  /** Frames that are never waited for. */
  private static final int LIGHT_BYTES = 1 << 20;

  private static final int UNIT_BYTES = 64 << 10;

  private static final int CAPACITY =
      (int)
          Math.max(
              1, Math.min(1 << 20, Runtime.getRuntime().maxMemory() / HEAP_A_BYTE / UNIT_BYTES));

  private static final Semaphore FREE = new Semaphore(CAPACITY, true);

  private int held;

  /** Waits until a frame of so many bytes may be decoded. */
  void hold(int bytes) throws IOException {
    int units = bytes < LIGHT_BYTES ? 0 : Math.min(CAPACITY, bytes / UNIT_BYTES);
    try {
      FREE.acquire(units);
      held = units;
    } catch (InterruptedException cancelled) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("waiting for memory");
    }
  }

  /** The frame is done with. */
  void release() {
    FREE.release(held);
    held = 0;
  }

  @Override
  public String toString() {
    return held + " units of " + CAPACITY;
  }
}
