package dev.telltale.decoding;

import dev.telltale.decoding.json.GenericJsonFormat;
import dev.telltale.decoding.raw.TextRecords;
import dev.telltale.fault.Fault;
import dev.telltale.fault.FaultKind;
import dev.telltale.fault.FaultSink;
import dev.telltale.framing.Frame;
import dev.telltale.limit.Limits;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.record.Payload;
import dev.telltale.unpacking.Leaf;
import dev.telltale.unpacking.Unpacking;
import dev.telltale.value.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Decodes bytes that were encoded inside a record, the way a stored object is: containers unpacked,
 * frames cut, values decoded, each frame when the records before it were taken. One per task; not
 * thread-safe.
 *
 * <p>Faults have no place of their own in the object: they have that of the outer record's frame.
 */
final class PayloadDecoder {
  private final FrameDecoder decoder;
  private final Limits limits;

  PayloadDecoder(FrameDecoder decoder, Limits limits) {
    this.decoder = decoder;
    this.limits = limits.forPayload();
  }

  /**
   * Emits the records in the bytes.
   *
   * @param depth how many payloads inside one another these bytes are, from 1
   */
  void decode(Payload payload, Emission outer, int depth, PendingRecords pending) {
    byte[] bytes = payload.reveal();
    if (depth > limits.payloadDepth()) {
      outer.undecodable(FaultKind.ENCODING_LIMIT, 0);
      outer.record(
          TextRecords.binary(bytes, 0, bytes.length)
              .at("")
              .within(payload.path(), payload.encodings(), payload.layers()));
    } else {
      pending.add(new Frames(payload, outer, depth, pending));
    }
  }

  /** The record that the bytes are, if they are one without a fault; otherwise null. */
  DecodedRecord single(Payload payload, int depth) {
    PendingRecords pending = new PendingRecords();
    Trial trial = new Trial(pending, this, depth);
    decode(payload, trial, depth, pending);
    try {
      DecodedRecord first = pending.next();
      DecodedRecord second = first == null ? null : pending.next();
      return second == null && !trial.broken ? first : null;
    } finally {
      pending.close();
    }
  }

  /**
   * Emits the records of a value that was text in what {@code outer} emits.
   *
   * @param depth how many payloads inside one another the value is, from 1
   */
  void decode(
      Value value,
      String path,
      List<String> encodings,
      Emission outer,
      int depth,
      PendingRecords pending) {
    NestedEmission inner = new NestedEmission(outer, path, encodings, this, depth, pending);
    if (depth > limits.payloadDepth()) {
      outer.undecodable(FaultKind.ENCODING_LIMIT, 0);
      inner.record(GenericJsonFormat.record(value));
    } else {
      decoder.formats().decode(value, inner);
    }
  }

  /** What refuses an object only cuts a payload short. */
  private static FaultKind kind(Fault fault) {
    return fault.kind().effect() == FaultKind.Effect.REFUSED
        ? FaultKind.ENCODING_LIMIT
        : fault.kind();
  }

  /** The frames of a payload, opened when the first of them is asked for. */
  private final class Frames implements PendingRecords.Part {
    private final Payload payload;
    private final Emission outer;
    private final int depth;
    private final PendingRecords pending;
    private final FaultSink faults;
    private Unpacking unpacking;
    private Nesting nesting;
    private LeafReading reading;

    Frames(Payload payload, Emission outer, int depth, PendingRecords pending) {
      this.payload = payload;
      this.outer = outer;
      this.depth = depth;
      this.pending = pending;
      faults = fault -> outer.undecodable(kind(fault), 0);
    }

    @Override
    public boolean emit() {
      try {
        return emitNext();
      } catch (IOException impossible) {
        throw new UncheckedIOException("reading bytes in memory", impossible);
      }
    }

    private boolean emitNext() throws IOException {
      if (unpacking == null) {
        byte[] bytes = payload.reveal();
        ByteArrayInputStream stored = new ByteArrayInputStream(bytes);
        unpacking = new Unpacking(stored, bytes.length, limits, faults);
      }
      if (reading == null) {
        Leaf leaf = unpacking.next();
        if (leaf == null) {
          return false;
        }
        nesting = Nesting.of(payload, leaf, depth);
        reading = decoder.open(leaf, limits, faults);
      }
      Frame frame = reading.next();
      if (frame == null) {
        reading = null;
      } else {
        reading.decode(
            frame,
            new FrameEmission(
                frame, outer::record, faults, 0, PayloadDecoder.this, pending, nesting));
      }
      return true;
    }

    @Override
    public void close() {
      try {
        if (unpacking != null) {
          unpacking.close();
        }
      } catch (IOException impossible) {
        throw new UncheckedIOException("closing bytes in memory", impossible);
      }
    }
  }

  /** Keeps what a trial decoding gives to itself. */
  private static final class Trial implements Emission {
    private final PendingRecords pending;
    private final PayloadDecoder payloads;
    private final int depth;
    private boolean broken;

    Trial(PendingRecords pending, PayloadDecoder payloads, int depth) {
      this.pending = pending;
      this.payloads = payloads;
      this.depth = depth;
    }

    @Override
    public void record(DecodedRecord record) {
      pending.add(record);
    }

    @Override
    public void undecodable(FaultKind kind, long position) {
      broken = true;
    }

    @Override
    public void payload(Payload payload, Emission to) {
      payloads.decode(payload, to, depth + 1, pending);
    }

    @Override
    public void value(Value value, String path, List<String> encodings, Emission to) {
      payloads.decode(value, path, encodings, to, depth + 1, pending);
    }
  }
}
