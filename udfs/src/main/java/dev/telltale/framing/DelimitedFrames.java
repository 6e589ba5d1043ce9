package dev.telltale.framing;

import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import java.io.IOException;

/**
 * Length-delimited messages, one frame each, in the memory of two frames. Where a message is
 * damaged, its frame still counts if the next one starts right after it; otherwise the bytes up to
 * the next convincing message are one raw frame with a fault.
 */
final class DelimitedFrames implements FrameReader {
  private final ByteWindow in;
  private final MessageFraming framing;
  private final MessageProbe test;
  private final FaultKind damage;
  private final Limits limits;
  private final LeafFaults faults;
  private boolean lost;
  private int shared;
  private long intact = -1;

  DelimitedFrames(
      ByteWindow in,
      MessageFraming framing,
      MessageProbe test,
      FaultKind damage,
      Limits limits,
      LeafFaults faults) {
    this.in = in;
    this.framing = framing;
    this.test = test;
    this.damage = damage;
    this.limits = limits;
    this.faults = faults;
  }

  @Override
  public Frame next() throws IOException {
    in.settle();
    if (!in.ensure(1)) {
      return null;
    }
    int end = lost ? 0 : end(0);
    if (end > 0 && (in.offset() == intact || intact(0, end))) {
      int cut = cut(end);
      if (cut < end) {
        faults.add(damage, in.offset());
      }
      return message(cut);
    }
    return end > 0 && follows(end) ? message(end) : damaged();
  }

  /**
   * Where the intact message ends: earlier than its length says if the next message starts inside
   * it, because bytes were lost that nothing misses.
   */
  private int cut(int end) throws IOException {
    if (!in.ensure(end + 1)) {
      return end;
    }
    int next = end(end);
    if (next > 0 && intact(end, next)) {
      intact = in.offset() + end;
      return end;
    }
    for (int index = MessageFraming.MAX_LENGTH; index < end; index++) {
      if (convincing(index) && end(index) > end) {
        return index;
      }
    }
    return end;
  }

  /** Index after the message whose length stands at an index; 0 if it is not there as a whole. */
  private int end(int index) throws IOException {
    long length = lengthAt(index);
    return length == MessageFraming.NONE
        ? 0
        : index + MessageFraming.prefix(length) + MessageFraming.message(length);
  }

  private boolean intact(int index, int end) throws IOException {
    int prefix = MessageFraming.prefix(lengthAt(index));
    return test.intact(in.array(), in.from() + index + prefix, in.from() + end);
  }

  /** The length that stands at an index, if the message after it is there as a whole. */
  private long lengthAt(int index) throws IOException {
    in.ensure(index + MessageFraming.MAX_LENGTH);
    long length = framing.length(in.array(), in.from() + index, in.from() + in.held());
    if (length == MessageFraming.NONE || MessageFraming.message(length) > limits.frameBytes()) {
      return MessageFraming.NONE;
    }
    int end = index + MessageFraming.prefix(length) + MessageFraming.message(length);
    return in.ensure(end) ? length : MessageFraming.NONE;
  }

  /** Whether the leaf ends at an index, or goes on with a convincing message. */
  private boolean follows(int index) throws IOException {
    return !in.ensure(index + 1) || convincing(index);
  }

  private boolean convincing(int index) throws IOException {
    long length = lengthAt(index);
    if (length == MessageFraming.NONE || MessageFraming.message(length) == 0) {
      return false;
    }
    int from = in.from() + index + MessageFraming.prefix(length);
    return test.convincing(in.array(), from, from + MessageFraming.message(length));
  }

  private Frame message(int end) throws IOException {
    int prefix = MessageFraming.prefix(lengthAt(0));
    in.spend(end);
    return new Frame(
        Frame.Kind.MESSAGE,
        in.array(),
        in.from() + prefix,
        end - prefix,
        in.offset() + prefix,
        0,
        false,
        end);
  }

  /** The bytes up to the next convincing message, or a window of them if it is not near. */
  private Frame damaged() throws IOException {
    if (!lost) {
      faults.add(damage, in.offset());
    }
    int max = limits.windowBytes();
    in.ensure(max);
    int seen = shared;
    int index = lost ? seen : 1;
    while (index < Math.min(in.held(), max) && !convincing(index)) {
      index++;
    }
    lost = index == max && in.ensure(max + 1);
    shared = lost ? limits.overlapBytes() : 0;
    in.spend(index - shared);
    return new Frame(
        Frame.Kind.RAW_BYTES, in.array(), in.from(), index, in.offset(), seen, lost, index - seen);
  }

  @Override
  public Shape shape() {
    return Shape.BINARY;
  }

  @Override
  public void reject(long position) {
    throw new IllegalStateException("there is no JSON frame to take back");
  }
}
