package dev.telltale.decoding;

import dev.telltale.fault.Fault;
import dev.telltale.fault.FaultKind;
import dev.telltale.fault.FaultSink;
import dev.telltale.framing.Frame;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.record.Payload;
import dev.telltale.value.Span;
import dev.telltale.value.Value;
import java.util.List;
import java.util.function.Consumer;

/** Collects what is decoded from one frame, and gives each record its place. */
final class FrameEmission implements Emission {
  private final Frame frame;
  private final Consumer<DecodedRecord> records;
  private final FaultSink faults;
  private final int layer;
  private final PayloadDecoder payloads;
  private final Nesting outer;
  private Nesting nesting;
  private boolean raw;

  FrameEmission(
      Frame frame,
      Consumer<DecodedRecord> records,
      FaultSink faults,
      int layer,
      PayloadDecoder payloads,
      Nesting nesting) {
    this.frame = frame;
    this.records = records;
    this.faults = faults;
    this.layer = layer;
    this.payloads = payloads;
    this.outer = nesting;
    this.nesting = nesting;
  }

  /** From here on records come from the frame parsed as JSON. */
  void json() {
    nesting = nesting.json();
  }

  /** From here on records come from the frame parsed as a protobuf message. */
  void protobuf() {
    nesting = nesting.protobuf();
  }

  /** From here on records come from the frame's raw bytes. */
  void bytes() {
    nesting = outer;
  }

  /** For records of the frame's text, cut into the columns of a format. */
  FrameEmission columns(String format) {
    return new FrameEmission(frame, records, faults, layer, payloads, nesting.columns(format));
  }

  @Override
  public void record(DecodedRecord record) {
    boolean placed =
        record.provenance().span().isKnown() || !record.provenance().layers().isEmpty();
    records.accept(
        (placed ? record : record.spanning(Span.of(0, frame.length())))
            .inFrame(frame.offset())
            .within(nesting.path(), nesting.encodings(), nesting.layers()));
  }

  /** A record of raw text: inside a payload it ends the path. */
  void text(DecodedRecord record) {
    record(nesting.isNone() ? record : record.at(""));
  }

  @Override
  public void payload(Payload payload, Emission to) {
    payloads.decode(payload, to, nesting.depth() + 1);
  }

  @Override
  public void value(Value value, String path, List<String> encodings, Emission to) {
    payloads.decode(value, path, encodings, to, nesting.depth() + 1);
  }

  /** A fault that leaves nothing undecoded. */
  void fault(FaultKind kind, long position) {
    faults.add(new Fault(kind, layer, frame.offset() + position));
  }

  @Override
  public void undecodable(FaultKind kind, long position) {
    raw |= kind.effect() != FaultKind.Effect.NOTE;
    fault(kind, position);
  }

  Outcome outcome() {
    return raw ? Outcome.RAW : Outcome.DECODED;
  }
}
