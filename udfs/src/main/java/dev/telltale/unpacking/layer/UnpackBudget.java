package dev.telltale.unpacking.layer;

import dev.telltale.fault.Fault;
import dev.telltale.fault.FaultKind;
import dev.telltale.fault.FaultSink;
import dev.telltale.limit.Limits;

/**
 * What unpacking one object may still cost. Once a limit is exceeded, every layer reads as ended,
 * and the faults that this would cause in the layers above are left out.
 */
public final class UnpackBudget {
  private final Limits limits;
  private final FaultSink faults;
  private final Source object;
  private final long[] unpacked;
  private long delivered;
  private boolean stopped;
  private long knownUnread;

  public UnpackBudget(Limits limits, FaultSink faults, Source object) {
    this.limits = limits;
    this.faults = faults;
    this.object = object;
    // A character set may stand inside the innermost container.
    unpacked = new long[limits.layers() + 2];
  }

  void fault(FaultKind kind, int layer, long position) {
    if (!stopped) {
      faults.add(new Fault(kind, layer, position));
    }
  }

  /**
   * Ends the reading of the object.
   *
   * @param known how many bytes are known to be left unread after this position
   */
  public void stop(FaultKind kind, int layer, long position, long known) {
    fault(kind, layer, position);
    stopped = true;
    knownUnread = Math.max(knownUnread, known);
  }

  public boolean stopped() {
    return stopped;
  }

  /** Bytes known to be unread after the position at which a limit stopped the reading. */
  public long knownUnread() {
    return knownUnread;
  }

  /** Counts what came out of a container, against the ratio and the total of its layer. */
  void count(int layer, int bytes, long position) {
    long total = unpacked[layer] += bytes;
    if (stopped) {
      return;
    }
    long stored = Math.max(1, object.position());
    if (total > limits.ratioFloorBytes() && total / stored >= limits.ratio()) {
      stop(FaultKind.RATIO_LIMIT, layer, position, 0);
    } else if (total - bytes > limits.unpackedBytes()) {
      stop(FaultKind.UNPACKED_LIMIT, layer, position, 0);
    }
  }

  /** How many more bytes leaves may deliver. */
  public long left() {
    return limits.unpackedBytes() - delivered;
  }

  public void deliver(int bytes) {
    delivered += bytes;
  }
}
