package dev.telltale.framing;

import java.io.IOException;

/** The frames of a part of a leaf, at their offsets in the leaf. */
final class ShiftedFrames implements FrameReader {
  private final FrameReader frames;
  private final long offset;

  ShiftedFrames(FrameReader frames, long offset) {
    this.frames = frames;
    this.offset = offset;
  }

  @Override
  public Frame next() throws IOException {
    Frame frame = frames.next();
    return frame == null
        ? null
        : new Frame(
            frame.kind(),
            frame.reveal(),
            frame.from(),
            frame.length(),
            offset + frame.offset(),
            frame.overlap(),
            frame.continued(),
            frame.accounted());
  }

  @Override
  public Shape shape() {
    return frames.shape();
  }

  @Override
  public void reject(long position) {
    frames.reject(position - offset);
  }
}
