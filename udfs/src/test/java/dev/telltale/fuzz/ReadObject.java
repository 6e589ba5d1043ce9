package dev.telltale.fuzz;

import dev.telltale.decoding.FrameDecoder;
import dev.telltale.decoding.LeafReading;
import dev.telltale.decoding.Outcome;
import dev.telltale.framing.Frame;
import dev.telltale.limit.ChangedLimits;
import dev.telltale.limit.Limits;
import dev.telltale.record.DecodedRecord;
import dev.telltale.unpacking.Leaf;
import dev.telltale.unpacking.Unpacking;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Reads bytes as a scan does, without detection, and checks what must hold for any bytes: nothing
 * throws, every byte of a leaf is accounted for once, and no record lies outside its frame.
 */
final class ReadObject {
  /** Small, so that a fuzzer reaches every limit with inputs of a few kilobytes. */
  private static final Limits LIMITS =
      ChangedLimits.with("frameBytes", 32 << 10)
          .and("lineBytes", 8 << 10)
          .and("windowBytes", 8 << 10)
          .and("overlapBytes", 256)
          .and("unpackedBytes", 4 << 20)
          .and("jsonDepth", 64)
          .and("jsonTokens", 20_000)
          .limits();

  private final FrameDecoder decoder = new FrameDecoder(LIMITS);
  private long records;
  private long faults;
  private long accounted;
  private boolean plain;

  private ReadObject() {}

  static ReadObject of(byte[] object) {
    ReadObject read = new ReadObject();
    try (Unpacking unpacking =
        new Unpacking(
            new ByteArrayInputStream(object), object.length, LIMITS, fault -> read.faults++)) {
      for (Leaf leaf = unpacking.next(); leaf != null; leaf = unpacking.next()) {
        read.leaf(leaf);
      }
      if (read.plain && read.accounted != object.length) {
        throw new AssertionError(read.accounted + " bytes accounted of " + object.length);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return read;
  }

  private void leaf(Leaf leaf) throws IOException {
    LeafReading reading = decoder.open(leaf, fault -> faults++);
    reading.candidates();
    long leafBytes = 0;
    for (Frame frame = reading.next(); frame != null; frame = reading.next()) {
      Frame read = frame;
      Outcome outcome =
          reading.decode(frame, record -> check(record, read), fault -> faults++, leaf.layer());
      if (outcome.kind() != Outcome.Kind.REJECTED) {
        leafBytes += frame.accounted();
      }
    }
    plain |= leaf.containers().isEmpty() && !leaf.raw();
    accounted += leafBytes;
  }

  private void check(DecodedRecord record, Frame frame) {
    records++;
    record.describer().describe(record.body());
    boolean inFrame =
        record.provenance().layers().isEmpty() && record.provenance().span().isKnown();
    if (inFrame && record.provenance().span().end() > frame.length()) {
      throw new AssertionError("a record ends after its frame");
    }
  }

  long records() {
    return records;
  }

  long faults() {
    return faults;
  }
}
