package dev.telltale.framing;

import dev.telltale.limit.Limits;
import dev.telltale.unpacking.charset.TextBytes;
import java.io.IOException;

/**
 * A run of bytes without structure, given out in windows. Neighbouring windows share bytes, unless
 * the bytes are binary and the cut falls where no printable run goes across. Text is never cut
 * inside a character.
 */
final class RawRun {
  /** How many separators follow the run's last byte. */
  @FunctionalInterface
  interface Separators {
    int after(ByteWindow in, int index);
  }

  private final ByteWindow in;
  private final Frame.Kind kind;
  private final int windowBytes;
  private final int overlapBytes;
  private final RunEnd end;
  private final Separators separators;
  private int searched;
  private long endsAt;
  private int shared;
  private boolean done;

  private RawRun(
      ByteWindow in,
      Frame.Kind kind,
      Limits limits,
      RunEnd end,
      int searched,
      long endsAt,
      Separators separators) {
    this.in = in;
    this.kind = kind;
    windowBytes = limits.windowBytes();
    overlapBytes = limits.overlapBytes();
    this.end = end;
    this.searched = searched;
    this.endsAt = endsAt;
    this.separators = separators;
  }

  /**
   * A run that starts with the first byte held.
   *
   * @param searched how many bytes of it need not be searched for its end
   */
  static RawRun until(
      RunEnd end,
      int searched,
      ByteWindow in,
      Frame.Kind kind,
      Limits limits,
      Separators separators) {
    return new RawRun(in, kind, limits, end, searched, -1, separators);
  }

  /** A run of text whose length is known. */
  static RawRun ofLength(int length, ByteWindow in, Limits limits, Separators separators) {
    return new RawRun(
        in, Frame.Kind.RAW_TEXT, limits, RunEnd.NEVER, length, in.offset() + length, separators);
  }

  boolean done() {
    return done;
  }

  /**
   * The next window.
   *
   * @param before separators in front of the run, for which its first window answers
   */
  Frame next(int before) throws IOException {
    in.ensure(windowBytes + 1);
    int held = Math.min(in.held(), windowBytes + 1);
    if (endsAt < 0 && searched < held) {
      int found = end.find(in.array(), in.from() + searched, in.from() + held);
      endsAt = found < 0 ? -1 : in.offset() + found - in.from();
      searched = held;
    }
    boolean ends = endsAt >= 0 && endsAt - in.offset() <= windowBytes;
    if (ends || in.held() <= windowBytes) {
      done = true;
      int length = ends ? (int) (endsAt - in.offset()) : in.held();
      int after = separators.after(in, length) - length;
      in.spend(length + after);
      return frame(length, before + length - shared + after);
    }
    return cut(before);
  }

  private Frame cut(int before) {
    int cut = kind == Frame.Kind.RAW_BYTES ? quietPlace() : 0;
    int next = cut;
    if (cut == 0) {
      cut = characterStart(windowBytes, shared);
      next = characterEnd(cut - overlapBytes, cut);
    }
    Frame frame =
        new Frame(
            kind,
            in.array(),
            in.from(),
            cut,
            in.offset(),
            shared,
            next < cut,
            before + cut - shared);
    shared = cut - next;
    searched = Math.max(0, searched - next);
    in.spend(next);
    return frame;
  }

  private Frame frame(int length, int accounted) {
    return new Frame(kind, in.array(), in.from(), length, in.offset(), shared, false, accounted);
  }

  /** A cut after two unprintable bytes: one alone may belong to two-byte characters. */
  private int quietPlace() {
    int min = Math.max(windowBytes - overlapBytes, shared);
    for (int i = windowBytes; i - 2 >= min; i--) {
      if (unprintable(in.at(i - 1)) && unprintable(in.at(i - 2))) {
        return i;
      }
    }
    return 0;
  }

  private static boolean unprintable(int b) {
    return b < 0x20 || b == 0x7f;
  }

  private int characterStart(int index, int min) {
    for (int back = 0; back < 4 && index - back > min; back++) {
      int b = in.at(index - back);
      if (!TextBytes.continuation((byte) b)) {
        return back == 0 || TextBytes.sequence(b) > back ? index - back : index;
      }
    }
    return index;
  }

  private int characterEnd(int index, int max) {
    int i = Math.max(0, index);
    for (int step = 0; step < 3 && i < max && TextBytes.continuation((byte) in.at(i)); step++) {
      i++;
    }
    return i;
  }
}
