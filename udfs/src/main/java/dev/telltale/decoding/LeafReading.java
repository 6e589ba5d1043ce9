package dev.telltale.decoding;

import dev.telltale.fault.FaultSink;
import dev.telltale.framing.Frame;
import dev.telltale.framing.FrameReader;
import dev.telltale.record.DecodedRecord;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The way in which one leaf is read: how it is cut into frames, and what makes records of them.
 * Used by one thread, until the next leaf.
 */
public final class LeafReading {
  /** Makes records of the frames of one leaf; may keep what earlier frames of it declared. */
  interface FrameFormat {
    Outcome decode(Frame frame, FrameEmission emission);
  }

  private final FrameReader frames;
  private final FrameFormat format;
  private final Supplier<List<Candidate>> candidates;
  private final PayloadDecoder payloads;

  LeafReading(
      FrameReader frames,
      FrameFormat format,
      Supplier<List<Candidate>> candidates,
      PayloadDecoder payloads) {
    this.frames = frames;
    this.format = format;
    this.candidates = candidates;
    this.payloads = payloads;
  }

  /** The next frame, or null at the end; valid until the next call. */
  public Frame next() throws IOException {
    return frames.next();
  }

  /**
   * Decodes the frame that was read last. A frame that is {@link Outcome.Kind#REJECTED} comes again
   * as text.
   *
   * @param records gets the records in stream order
   * @param faults gets faults at positions in the layer's stream
   * @param layer of the stream that the frame was cut from
   */
  public Outcome decode(Frame frame, Consumer<DecodedRecord> records, FaultSink faults, int layer) {
    try (FrameRecords decoded = decode(frame, faults, layer)) {
      for (DecodedRecord next = decoded.next(); next != null; next = decoded.next()) {
        records.accept(next);
      }
      return decoded.outcome();
    }
  }

  /** The same, with the records for the caller to take. */
  public FrameRecords decode(Frame frame, FaultSink faults, int layer) {
    PendingRecords pending = new PendingRecords();
    FrameEmission emission =
        new FrameEmission(frame, pending::add, faults, layer, payloads, pending, Nesting.NONE);
    return new FrameRecords(pending, emission, decode(frame, emission));
  }

  Outcome decode(Frame frame, FrameEmission emission) {
    Outcome outcome = format.decode(frame, emission);
    if (outcome.kind() == Outcome.Kind.REJECTED) {
      frames.reject(frame.offset() + outcome.position());
    }
    return outcome;
  }

  /**
   * The formats that were weighed, the chosen one first. To be asked for before the first frame, if
   * at all: weighing once more what was not chosen costs time.
   */
  public List<Candidate> candidates() {
    return candidates.get();
  }
}
