package dev.telltale.framing;

import dev.telltale.limit.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** A leaf that is held in memory as a whole, from which parts are cut in any order. Raw content. */
public final class WholeLeaf {
  private final ByteWindow in;
  private final byte[] bytes;
  private final int from;
  private final int length;
  private final Limits limits;

  WholeLeaf(ByteWindow in, Limits limits) {
    this.in = in;
    this.limits = limits;
    bytes = in.array();
    from = in.from();
    length = in.held();
  }

  /** The array that holds the leaf, from {@link #from()} on. */
  public byte[] reveal() {
    return bytes;
  }

  public int from() {
    return from;
  }

  public int length() {
    return length;
  }

  /**
   * A part of the leaf.
   *
   * @param accounted bytes of the leaf that the frame answers for
   */
  public Frame part(int offset, int partLength, int accounted) {
    return new Frame(
        Frame.Kind.FILE, bytes, from + offset, partLength, offset, 0, false, accounted);
  }

  /** A part of the leaf for a raw scan, in windows. */
  public FrameReader windows(int offset, int partLength) {
    ByteArrayInputStream part = new ByteArrayInputStream(bytes, from + offset, partLength);
    return new ShiftedFrames(
        new WindowFrames(new ByteWindow(part), Shape.BINARY, MemberStop.NEVER, limits), offset);
  }

  /** Fails if reading the leaf failed after the bytes that are held. */
  public void end() throws IOException {
    in.skip(in.held());
    in.ensure(1);
  }

  @Override
  public String toString() {
    return "leaf of " + length + " bytes";
  }
}
