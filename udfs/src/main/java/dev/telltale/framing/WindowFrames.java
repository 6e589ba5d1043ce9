package dev.telltale.framing;

import dev.telltale.limit.Limits;
import java.io.IOException;

/** A leaf without structure, in windows from its start to its end, or to members inside it. */
final class WindowFrames implements FrameReader {
  private final ByteWindow in;
  private final Shape shape;
  private final MemberStop members;
  private final RawRun run;

  WindowFrames(ByteWindow in, Shape shape, MemberStop members, Limits limits) {
    this.in = in;
    this.members = members;
    this.shape = shape;
    Frame.Kind kind = shape == Shape.TEXT ? Frame.Kind.RAW_TEXT : Frame.Kind.RAW_BYTES;
    run = RawRun.until(members, 0, in, kind, limits, (bytes, index) -> index);
  }

  @Override
  public Frame next() throws IOException {
    in.settle();
    return !in.ensure(1) || members.isHere() || run.done() ? null : run.next(0);
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public void reject(long position) {
    throw new IllegalStateException("there is no JSON frame to take back");
  }
}
