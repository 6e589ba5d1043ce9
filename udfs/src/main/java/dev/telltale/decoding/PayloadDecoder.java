package dev.telltale.decoding;

import dev.telltale.decoding.json.GenericJsonFormat;
import dev.telltale.decoding.raw.TextRecords;
import dev.telltale.fault.Fault;
import dev.telltale.fault.FaultKind;
import dev.telltale.fault.FaultSink;
import dev.telltale.framing.Frame;
import dev.telltale.limit.Limits;
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
 * frames cut, values decoded. One per task; not thread-safe.
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
  void decode(Payload payload, Emission outer, int depth) {
    byte[] bytes = payload.reveal();
    if (depth > limits.payloadDepth()) {
      outer.undecodable(FaultKind.ENCODING_LIMIT, 0);
      outer.record(
          TextRecords.binary(bytes, 0, bytes.length)
              .at("")
              .within(payload.path(), payload.encodings(), payload.layers()));
      return;
    }
    FaultSink faults = fault -> outer.undecodable(kind(fault), 0);
    try (Unpacking unpacking =
        new Unpacking(new ByteArrayInputStream(bytes), bytes.length, limits, faults)) {
      for (Leaf leaf = unpacking.next(); leaf != null; leaf = unpacking.next()) {
        Nesting nesting = Nesting.of(payload, leaf, depth);
        LeafReading reading = decoder.open(leaf, limits, faults);
        for (Frame frame = reading.next(); frame != null; frame = reading.next()) {
          reading.decode(frame, new FrameEmission(frame, outer::record, faults, 0, this, nesting));
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading bytes in memory", impossible);
    }
  }

  /**
   * Emits the records of a value that was text in what {@code outer} emits.
   *
   * @param depth how many payloads inside one another the value is, from 1
   */
  void decode(Value value, String path, List<String> encodings, Emission outer, int depth) {
    NestedEmission inner = new NestedEmission(outer, path, encodings, this, depth);
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
}
