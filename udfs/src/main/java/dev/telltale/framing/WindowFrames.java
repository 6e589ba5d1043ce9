package dev.telltale.framing;

import dev.telltale.limit.Limits;
import java.io.IOException;

/** A leaf without structure, in windows from its start to its end. */
final class WindowFrames implements FrameReader {
  private final ByteWindow in;
  private final Shape shape;
  private final RawRun run;

  WindowFrames(ByteWindow in, Shape shape, Limits limits) {
    this.in = in;
    this.shape = shape;
    Frame.Kind kind = shape == Shape.TEXT ? Frame.Kind.RAW_TEXT : Frame.Kind.RAW_BYTES;
    run = RawRun.until(RunEnd.NEVER, 0, in, kind, limits, (bytes, index) -> index);
  }

  @Override
  public Frame next() throws IOException {
    in.settle();
    return run.done() || !in.ensure(1) ? null : run.next(0);
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
