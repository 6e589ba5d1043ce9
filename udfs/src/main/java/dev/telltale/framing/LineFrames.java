package dev.telltale.framing;

import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import java.io.IOException;

/**
 * Text, one frame for each line that is not blank, or for the lines that belong together; an
 * armoured block is one frame with all its lines. A line beyond the limit comes in windows, and
 * lines that are too long together are not joined. Line ends and blank lines count to the frame
 * before them.
 */
final class LineFrames implements FrameReader {
  static final int SEPARATOR_BYTES = 64 << 10;

  private static final int MAX_PENDING = 1 << 30;

  private final ByteWindow in;
  private final Limits limits;
  private final LeafFaults faults;
  private final LineGroups groups;
  private final MemberStop members;
  private final LineLookahead ahead;
  private RawRun run;
  private int pending;

  LineFrames(
      ByteWindow in, LineGroups groups, MemberStop members, Limits limits, LeafFaults faults) {
    this.in = in;
    this.members = members;
    this.groups = groups;
    this.limits = limits;
    this.faults = faults;
    ahead = new LineLookahead(in, limits.lineBytes());
  }

  @Override
  public Frame next() throws IOException {
    in.settle();
    if (run == null) {
      passBlanks();
      if (!in.ensure(1) || pending > MAX_PENDING || members.isHere()) {
        return pending == 0 ? null : blanks();
      }
      int stated = groups.stated(ahead.first(0));
      if (stated > 0) {
        return line(stated);
      }
      int end = lineEnd();
      int member = members.startBefore(end);
      if (member > 0) {
        return line(member);
      }
      if (end >= 0) {
        return line(groups.end(ahead.first(end)));
      }
      faults.add(FaultKind.LINE_LIMIT, in.offset());
      run = RawRun.until(RunEnd.LINE, 0, in, Frame.Kind.RAW_TEXT, limits, LineFrames::blankLines);
    }
    Frame frame = run.next(pending);
    pending = 0;
    if (run.done()) {
      run = null;
    }
    return frame;
  }

  private void passBlanks() throws IOException {
    if (in.offset() == 0 && in.ensure(3) && ByteOrderMark.at(in, 0)) {
      in.skip(3);
      pending = 3;
    }
    in.ensure(1);
    int count = blankLines(in, 0);
    while (count > 0 && pending <= MAX_PENDING) {
      in.skip(count);
      pending += count;
      in.ensure(1);
      count = blankLines(in, 0);
    }
  }

  private Frame blanks() {
    Frame frame =
        new Frame(Frame.Kind.LINE, in.array(), in.from(), 0, in.offset(), 0, false, pending);
    pending = 0;
    return frame;
  }

  private Frame line(int end) {
    int after = blankLines(in, end);
    Frame frame =
        new Frame(
            Frame.Kind.LINE, in.array(), in.from(), end, in.offset(), 0, false, pending + after);
    pending = 0;
    in.spend(after);
    return frame;
  }

  /** Length of the line without its end, or -1 if it is too long. */
  private int lineEnd() throws IOException {
    int max = limits.lineBytes();
    int searched = 0;
    while (true) {
      int to = Math.min(in.held(), max + 2);
      int found = RunEnd.LINE.find(in.array(), in.from() + searched, in.from() + to);
      if (found >= 0) {
        int length = found - in.from();
        if (length > 0 && in.at(length - 1) == '\r') {
          length--;
        }
        return length <= max ? length : -1;
      }
      if (to == max + 2) {
        return -1;
      }
      searched = to;
      if (!in.ensure(in.held() + 1)) {
        return in.held() <= max ? in.held() : -1;
      }
    }
  }

  /** Index after the line end, the blank lines and the zeros that start at an index. */
  static int blankLines(ByteWindow in, int index) {
    int end = index;
    for (int i = index; i - index < SEPARATOR_BYTES; i++) {
      if (!in.peek(i + 1)) {
        return in.ended() ? i : end;
      }
      int b = in.at(i);
      if (b == '\n' || b == 0) {
        end = i + 1;
      } else if (b != ' ' && b != '\t' && b != '\r') {
        return end;
      }
    }
    return end;
  }

  @Override
  public Shape shape() {
    return Shape.TEXT;
  }

  @Override
  public void reject(long position) {
    throw new IllegalStateException("there is no JSON frame to take back");
  }
}
