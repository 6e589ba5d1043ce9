package dev.telltale.framing;

import dev.telltale.fault.FaultSink;
import dev.telltale.limit.Limits;
import java.io.IOException;

/** Chooses how a leaf is cut into frames, by its first bytes. */
public final class Frames {
  static final int HEAD = 64 << 10;

  private Frames() {}

  /** Reads the head of the leaf, whose stream must be untouched. */
  public static FrameReader of(Leaf leaf, Limits limits, FaultSink faults) throws IOException {
    ByteWindow in = new ByteWindow(leaf.stream());
    boolean whole = !in.ensure(HEAD + 1);
    int head = Math.min(in.held(), HEAD);
    if (head == 0) {
      return new WindowFrames(in, Shape.EMPTY, limits);
    }
    JsonHead json = new JsonHead(in.array(), in.from(), head, whole, limits);
    boolean text =
        !TextTest.binary(in.array(), in.from(), head)
            || (json.startsAsObject() && TextTest.mostlyText(in.array(), in.from(), head));
    if (leaf.raw()) {
      return new WindowFrames(in, text ? Shape.TEXT : Shape.BINARY, limits);
    }
    if (!text) {
      return new MessageFrames(in, limits);
    }
    LeafFaults leafFaults = new LeafFaults(faults, leaf.layer());
    return json.isJson()
        ? new JsonFrames(in, limits, leafFaults)
        : new LineFrames(in, limits, leafFaults);
  }
}
