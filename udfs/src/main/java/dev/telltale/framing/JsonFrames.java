package dev.telltale.framing;

import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import dev.telltale.unpacking.charset.TextBytes;
import java.io.IOException;

/**
 * A stream of JSON values with white space, zeros, record separators (RFC 7464) or nothing between
 * them. Separators count to the frame before them, those at the start to the first frame.
 *
 * <p>Bytes may be scanned again after a value that turned out broken. A debt keeps that linear:
 * once it is larger than a few frames, broken values are given out whole.
 */
public final class JsonFrames implements FrameReader {
  private static final int MAX_PENDING = 1 << 30;
  private static final long DEBT_FRAMES = 8;

  private final ByteWindow in;
  private final Limits limits;
  private final LeafFaults faults;
  private final MemberStop members;
  private final JsonBoundary boundary = new JsonBoundary();
  private RawRun run;
  private LargeValueEnd large;
  private long largeAt;
  private int pending;
  private int lastLength = -1;
  private int lastPending;
  private boolean lineStarts;
  private long debt;

  JsonFrames(ByteWindow in, MemberStop members, Limits limits, LeafFaults faults) {
    this.in = in;
    this.members = members;
    this.limits = limits;
    this.faults = faults;
  }

  @Override
  public Frame next() throws IOException {
    in.settle();
    lastLength = -1;
    Frame frame = run == null ? start() : window();
    if (frame != null) {
      debt = Math.max(0, debt - frame.accounted());
    }
    return frame;
  }

  private Frame start() throws IOException {
    passSeparators();
    if (!in.ensure(1) || pending > MAX_PENDING) {
      return pending == 0 ? null : empty();
    }
    int first = in.at(0);
    if (first == '{' || first == '[') {
      return value();
    }
    if (members.isHere()) {
      return pending == 0 ? null : empty();
    }
    int scalar = JsonScalar.mayStart(first) ? scalar() : 0;
    if (scalar > 0) {
      return json(scalar);
    }
    int line = textLine();
    if (line > 0) {
      return frame(Frame.Kind.LINE, line);
    }
    faults.add(FaultKind.JSON_SYNTAX, in.offset());
    return raw(new GarbageEnd(), 0);
  }

  private void passSeparators() throws IOException {
    in.ensure(1);
    int count = separators(in, 0);
    while (count > 0 && pending <= MAX_PENDING) {
      in.skip(count);
      pending += count;
      in.ensure(1);
      count = separators(in, 0);
    }
  }

  private Frame empty() {
    Frame frame =
        new Frame(Frame.Kind.RAW_TEXT, in.array(), in.from(), 0, in.offset(), 0, false, pending);
    pending = 0;
    return frame;
  }

  private Frame value() throws IOException {
    boundary.reset();
    int max = limits.frameBytes();
    int scanned = 0;
    while (true) {
      int to = Math.min(in.held(), max);
      int at = boundary.scan(in.array(), in.from() + scanned, in.from() + to) - in.from();
      if (boundary.state() == JsonBoundary.State.WHOLE) {
        return json(at);
      }
      if (boundary.state() == JsonBoundary.State.BROKEN) {
        faults.add(FaultKind.JSON_SYNTAX, in.offset() + at);
        return broken(Math.max(1, at));
      }
      scanned = to;
      if (!in.ensure(in.held() + 1) && scanned == in.held()) {
        return truncated();
      }
      if (scanned == max) {
        faults.add(FaultKind.FRAME_LIMIT, in.offset());
        largeAt = in.offset();
        large = new LargeValueEnd(boundary, in.offset() + scanned, faults);
        return raw(large, scanned);
      }
    }
  }

  /**
   * A value that lacks its end may have taken the next lines for its own: then they are given back
   * as values, otherwise all is raw up to where a value may start again.
   */
  private Frame broken(int at) throws IOException {
    int line = openedLine(at);
    if (line < 0 || debt > DEBT_FRAMES * limits.frameBytes()) {
      return raw(new Resync(in.array(), in.from(), in.from() + at), at);
    }
    debt += at;
    run = RawRun.ofLength(line, in, limits, JsonFrames::separators);
    return window();
  }

  /** Index of the first object that starts a line before an index, without indentation; or -1. */
  private int openedLine(int to) {
    for (int i = 1; i < to; i++) {
      if (in.at(i) == '{' && in.at(i - 1) == '\n') {
        return i;
      }
    }
    return -1;
  }

  private Frame truncated() throws IOException {
    faults.add(FaultKind.JSON_TRUNCATED, in.offset());
    return giveBack(1, in.held());
  }

  /** Delivers held bytes raw, up to where a value may start again or to their end. */
  private Frame giveBack(int from, int length) throws IOException {
    takeBack(from, length);
    return window();
  }

  private void takeBack(int from, int length) {
    debt += length;
    int end = length;
    if (from < length && debt <= DEBT_FRAMES * limits.frameBytes()) {
      byte[] bytes = in.array();
      int start = in.from();
      int found = new Resync(bytes, start, start + from).find(bytes, start + from, start + length);
      end = found < 0 ? length : found - start;
    }
    run = RawRun.ofLength(end, in, limits, JsonFrames::separators);
  }

  private Frame raw(RunEnd end, int searched) throws IOException {
    run = RawRun.until(end, searched, in, Frame.Kind.RAW_TEXT, limits, JsonFrames::separators);
    return window();
  }

  private Frame window() throws IOException {
    Frame frame = run.next(pending);
    pending = 0;
    lineStarts = false;
    if (run.done()) {
      if (large != null && large.open()) {
        faults.add(FaultKind.JSON_TRUNCATED, largeAt);
      }
      run = null;
      large = null;
    }
    return frame;
  }

  private Frame json(int length) {
    lastLength = length;
    lastPending = pending;
    return frame(Frame.Kind.JSON, length);
  }

  private Frame frame(Frame.Kind kind, int length) {
    int end = separators(in, length);
    Frame frame =
        new Frame(kind, in.array(), in.from(), length, in.offset(), 0, false, pending + end);
    pending = 0;
    in.spend(end);
    lineStarts = false;
    for (int i = length; i < end; i++) {
      lineStarts |= in.at(i) == '\n';
    }
    return frame;
  }

  /**
   * Length of the line of text that starts here, as programs write one between values; 0 where it
   * is what is left of a value, or no text.
   */
  private int textLine() throws IOException {
    if ((in.offset() > 0 && !lineStarts) || "}],:\"".indexOf(in.at(0)) >= 0) {
      return 0;
    }
    int end = lineEnd();
    boolean text = end <= limits.windowBytes() && TextBytes.clean(in.array(), in.from(), end);
    return text && !holdsValues(end) ? end : 0;
  }

  /** Whether values stand in the line with nothing between them: the text is then only in front. */
  private boolean holdsValues(int end) {
    for (int i = 1; i < end; i++) {
      if (in.at(i) == '{' && in.at(i - 1) == '}') {
        return true;
      }
    }
    return false;
  }

  /** Length of the scalar that fills the line which starts here, or 0. */
  private int scalar() throws IOException {
    int end = lineEnd();
    boolean one = JsonScalar.is(in.array(), in.from(), in.from() + end);
    return one && end <= limits.windowBytes() ? end : 0;
  }

  /** Length of the line that starts here, separators at its end left out. */
  private int lineEnd() throws IOException {
    int end = 0;
    while (end <= limits.windowBytes() && in.ensure(end + 1)) {
      int b = in.at(end);
      if (b == '\n' || b == TextBytes.RECORD_SEPARATOR) {
        break;
      }
      end++;
    }
    while (end > 0 && separator(in.at(end - 1))) {
      end--;
    }
    return end;
  }

  static boolean separator(int b) {
    return b == ' '
        || b == '\n'
        || b == '\r'
        || b == '\t'
        || b == 0
        || b == TextBytes.RECORD_SEPARATOR;
  }

  /** Index after the separators that start at an index. */
  private static int separators(ByteWindow in, int index) {
    int i = index;
    while (i - index < LineFrames.SEPARATOR_BYTES && in.peek(i + 1)) {
      if (separator(in.at(i))) {
        i++;
      } else if (in.at(i) == 0xef && in.peek(i + 3) && ByteOrderMark.at(in, i)) {
        i += ByteOrderMark.BYTES;
      } else {
        break;
      }
    }
    return i;
  }

  @Override
  public Shape shape() {
    return Shape.JSON;
  }

  @Override
  public void reject(long position) {
    if (lastLength < 0) {
      throw new IllegalStateException("there is no JSON frame to take back");
    }
    in.spend(0);
    pending = lastPending;
    long from = Math.max(1, Math.min(lastLength, position - in.offset()));
    takeBack((int) from, lastLength);
    lastLength = -1;
  }
}
