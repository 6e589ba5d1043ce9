package dev.telltale.decoding;

import dev.telltale.fault.FaultKind;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.record.Payload;
import dev.telltale.value.Value;
import java.util.List;
import java.util.function.IntConsumer;

/** Marks the records of a value that was text inside another one with the way to it. */
final class NestedEmission implements Emission {
  private final Emission outer;
  private final String path;
  private final List<String> encodings;
  private final PayloadDecoder payloads;
  private final int depth;
  private final PendingRecords pending;

  NestedEmission(
      Emission outer,
      String path,
      List<String> encodings,
      PayloadDecoder payloads,
      int depth,
      PendingRecords pending) {
    this.outer = outer;
    this.path = path;
    this.encodings = encodings;
    this.payloads = payloads;
    this.depth = depth;
    this.pending = pending;
  }

  @Override
  public void record(DecodedRecord record) {
    outer.record(record.within(path, encodings, List.of()));
  }

  /** Positions inside a payload mean nothing in the frame. */
  @Override
  public void undecodable(FaultKind kind, long position) {
    outer.undecodable(kind, 0);
  }

  @Override
  public void each(int count, IntConsumer part) {
    outer.each(count, part);
  }

  @Override
  public void payload(Payload payload, Emission to) {
    payloads.decode(payload, to, depth + 1, pending);
  }

  @Override
  public DecodedRecord single(Payload payload) {
    return payloads.single(payload, depth + 1);
  }

  @Override
  public void value(Value value, String innerPath, List<String> innerEncodings, Emission to) {
    payloads.decode(value, innerPath, innerEncodings, to, depth + 1, pending);
  }
}
