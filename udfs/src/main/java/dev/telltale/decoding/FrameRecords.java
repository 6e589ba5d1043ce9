package dev.telltale.decoding;

import dev.telltale.record.DecodedRecord;
import java.io.Closeable;

/**
 * The records of one frame, decoded as they are asked for. Valid until the next frame is read; used
 * by one thread.
 */
public final class FrameRecords implements Closeable {
  private final PendingRecords pending;
  private final FrameEmission emission;
  private final Outcome decoded;

  FrameRecords(PendingRecords pending, FrameEmission emission, Outcome decoded) {
    this.pending = pending;
    this.emission = emission;
    this.decoded = decoded;
  }

  /** The next one in the order of the stream; null when there is none left. */
  public DecodedRecord next() {
    return pending.next();
  }

  /** What became of the frame: final once there is no record left, or if it was rejected. */
  public Outcome outcome() {
    return decoded.kind() == Outcome.Kind.DECODED ? emission.outcome() : decoded;
  }

  /** Lets go of what was not asked for. */
  @Override
  public void close() {
    pending.close();
  }

  @Override
  public String toString() {
    return "records of a frame, " + outcome().kind();
  }
}
