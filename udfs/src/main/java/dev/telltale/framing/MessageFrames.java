package dev.telltale.framing;

import dev.telltale.limit.Limits;
import java.io.IOException;

/** A binary leaf: one message if it fits into a frame, otherwise windows. */
final class MessageFrames implements FrameReader {
  private final ByteWindow in;
  private final Limits limits;
  private final MemberStop members;
  private FrameReader windows;
  private boolean done;

  MessageFrames(ByteWindow in, MemberStop members, Limits limits) {
    this.in = in;
    this.members = members;
    this.limits = limits;
  }

  @Override
  public Frame next() throws IOException {
    if (windows == null && !done && in.ensure(limits.frameBytes() + 1)) {
      windows = new WindowFrames(in, Shape.BINARY, members, limits);
    }
    if (windows != null) {
      return windows.next();
    }
    in.settle();
    if (done) {
      return null;
    }
    done = true;
    int length = in.held();
    in.spend(length);
    return new Frame(Frame.Kind.MESSAGE, in.array(), in.from(), length, 0, 0, false, length);
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
