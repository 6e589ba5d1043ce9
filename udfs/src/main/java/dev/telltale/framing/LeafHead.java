package dev.telltale.framing;

import dev.telltale.fault.FaultKind;
import dev.telltale.fault.FaultSink;
import dev.telltale.limit.Limits;
import dev.telltale.unpacking.Leaf;
import dev.telltale.unpacking.MemberStarts;
import dev.telltale.unpacking.charset.TextBytes;
import java.io.IOException;

/**
 * The first bytes of a leaf, and the ways in which it can be cut into frames. Exactly one reader is
 * to be taken, once.
 */
public final class LeafHead {
  static final int BYTES = 64 << 10;

  private final ByteWindow in;
  private final Limits limits;
  private final LeafFaults faults;
  private final MemberStop members;
  private final int length;
  private final boolean whole;
  private final boolean raw;
  private final Shape shape;
  private int asked = BYTES + 1;

  private LeafHead(
      Leaf leaf, ByteWindow in, int length, boolean whole, Limits limits, LeafFaults faults) {
    this.in = in;
    this.length = length;
    this.whole = whole;
    this.limits = limits;
    this.faults = faults;
    raw = leaf.raw();
    members = new MemberStop(leaf, in, new MemberStarts(limits), faults);
    shape = judged();
  }

  /** Reads the head of the leaf, whose stream must be untouched. */
  public static LeafHead of(Leaf leaf, Limits limits, FaultSink faults) throws IOException {
    ByteWindow in = new ByteWindow(leaf.stream());
    boolean whole = !in.ensure(BYTES + 1);
    int length = Math.min(in.held(), BYTES);
    return new LeafHead(leaf, in, length, whole, limits, new LeafFaults(faults, leaf.layer()));
  }

  private Shape judged() {
    if (length == 0) {
      return Shape.EMPTY;
    }
    int content = withoutPadding();
    JsonHead json = new JsonHead(in.array(), in.from(), content, whole, limits);
    boolean text =
        !TextBytes.binary(in.array(), in.from(), content)
            || (json.startsAsObject() && TextBytes.mostlyText(in.array(), in.from(), content));
    if (!text) {
      return Shape.BINARY;
    }
    return !raw && json.isJson() ? Shape.JSON : Shape.TEXT;
  }

  /** Zeros that fill up a file say nothing of what stands before them. */
  private int withoutPadding() {
    int end = length;
    while (end > 0 && in.at(end - 1) == 0) {
      end--;
    }
    return end == 0 ? length : end;
  }

  /** What the first bytes look like. */
  public Shape shape() {
    return shape;
  }

  /** The array that holds the head; valid until a reader or more bytes are asked for. */
  public byte[] reveal() {
    return in.array();
  }

  public int from() {
    return in.from();
  }

  public int length() {
    return length;
  }

  /** Whether the leaf is text that can be cut into lines, not what a container left raw. */
  public boolean isLines() {
    return !raw && shape == Shape.TEXT;
  }

  /** Whether the leaf is no text, but so nearly that it may be damaged lines of a strict format. */
  public boolean mayBeLines() {
    return !raw && shape == Shape.BINARY && TextBytes.mostlyText(in.array(), in.from(), length);
  }

  /** Whether the head is all there is. */
  public boolean whole() {
    return whole;
  }

  /**
   * Holds the leaf as a whole.
   *
   * @return its length, or -1 if it is longer than {@code max}; its bytes start at {@link #from()}
   */
  public int hold(int max) throws IOException {
    asked = Math.max(asked, max + 1);
    return in.ensure(max + 1) ? -1 : in.held();
  }

  /** Index in the head of the first JSON value, separators passed. */
  public int firstValue() {
    int i = 0;
    while (i < length && reveal()[from() + i] != '{' && reveal()[from() + i] != '[') {
      i++;
    }
    return i;
  }

  /** Index in the head after the first JSON array or object, or -1 if it does not end there. */
  public int firstValueEnd() {
    int start = from() + firstValue();
    JsonBoundary boundary = new JsonBoundary();
    int end = boundary.scan(in.array(), start, from() + length);
    return boundary.state() == JsonBoundary.State.WHOLE ? end - from() : -1;
  }

  /** How many bytes from {@link #from()} are held, of those that were asked for. */
  public int held() {
    return Math.min(in.held(), asked);
  }

  /** Whether these are bytes that a container could not unpack. */
  public boolean raw() {
    return raw;
  }

  /** JSON values with separators or nothing between them. */
  public FrameReader json() {
    return new JsonFrames(in, members, limits, faults);
  }

  /** A frame for each line, or for the lines that belong together. */
  public FrameReader lines(LineGroups groups) {
    return new LineFrames(in, groups, members, limits, faults);
  }

  /** The whole leaf as one message, or windows if it is longer than a frame may be. */
  public FrameReader message() {
    return new MessageFrames(in, members, limits);
  }

  /**
   * The whole leaf, for formats that are read from their end; null if it is longer than a file may
   * be, and {@link #windows()} still gives all of it.
   */
  public WholeLeaf file() {
    int max = limits.fileBytes();
    while (!in.ended() && in.held() <= max) {
      int more = (int) Math.min(2L * in.held(), max + 1L);
      if (!in.peek(more)) {
        break;
      }
    }
    return in.held() > max ? null : new WholeLeaf(in, limits);
  }

  /** Reports a fault at a position in the leaf. */
  public void fault(FaultKind kind, long position) {
    faults.add(kind, position);
  }

  /**
   * Length-delimited messages.
   *
   * @param damage what a broken one is called
   */
  public FrameReader delimited(MessageFraming framing, MessageProbe test, FaultKind damage) {
    return new DelimitedFrames(in, framing, test, damage, limits, faults);
  }

  /** Bytes or text for a raw scan, in windows. */
  public FrameReader windows() {
    return new WindowFrames(in, shape, members, limits);
  }

  /** The reader for what the head looks like; windows for what a container left raw. */
  public FrameReader byShape() {
    if (raw) {
      return windows();
    }
    return switch (shape) {
      case EMPTY -> windows();
      case JSON -> json();
      case TEXT -> lines(LineGroups.SINGLE);
      case BINARY -> message();
    };
  }

  @Override
  public String toString() {
    return "head of " + length + " bytes, " + shape;
  }
}
