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
import java.util.function.IntConsumer;

/** Collects what is decoded from one frame, and gives each record its place. */
final class FrameEmission implements Emission {
  private final Frame frame;
  private final Consumer<DecodedRecord> records;
  private final FaultSink faults;
  private final int layer;
  private final PayloadDecoder payloads;
  private final PendingRecords pending;
  private final Nesting outer;
  private final FrameEmission whole;
  private Nesting nesting;
  private boolean raw;

  /**
   * @param records gets the records, which it puts among the pending ones
   */
  FrameEmission(
      Frame frame,
      Consumer<DecodedRecord> records,
      FaultSink faults,
      int layer,
      PayloadDecoder payloads,
      PendingRecords pending,
      Nesting nesting) {
    this.frame = frame;
    this.records = records;
    this.faults = faults;
    this.layer = layer;
    this.payloads = payloads;
    this.pending = pending;
    this.outer = nesting;
    this.nesting = nesting;
    this.whole = this;
  }

  private FrameEmission(FrameEmission other, Nesting nesting) {
    frame = other.frame;
    records = other.records;
    faults = other.faults;
    layer = other.layer;
    payloads = other.payloads;
    pending = other.pending;
    outer = nesting;
    this.nesting = nesting;
    whole = other.whole;
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
    return new FrameEmission(this, nesting.columns(format));
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
  public void each(int count, IntConsumer part) {
    pending.add(new Each(count, part));
  }

  @Override
  public void payload(Payload payload, Emission to) {
    payloads.decode(payload, to, nesting.depth() + 1, pending);
  }

  @Override
  public DecodedRecord single(Payload payload) {
    return payloads.single(payload, nesting.depth() + 1);
  }

  @Override
  public void value(Value value, String path, List<String> encodings, Emission to) {
    payloads.decode(value, path, encodings, to, nesting.depth() + 1, pending);
  }

  /** A fault that leaves nothing undecoded. */
  void fault(FaultKind kind, long position) {
    faults.add(new Fault(kind, layer, frame.offset() + position));
  }

  @Override
  public void undecodable(FaultKind kind, long position) {
    whole.raw |= kind.effect() != FaultKind.Effect.NOTE;
    fault(kind, position);
  }

  Outcome outcome() {
    return whole.raw ? Outcome.RAW : Outcome.DECODED;
  }

  /** The parts of a list, one after the other. */
  private static final class Each implements PendingRecords.Part {
    private final int count;
    private final IntConsumer part;
    private int next;

    Each(int count, IntConsumer part) {
      this.count = count;
      this.part = part;
    }

    @Override
    public boolean emit() {
      if (next < count) {
        part.accept(next++);
      }
      return next < count;
    }
  }
}
