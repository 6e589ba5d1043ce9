package dev.telltale.framing;

import java.nio.charset.StandardCharsets;

/**
 * The lines in front of a reader, from the first of a record on, as far as one record may reach.
 * Indexes count from the record's first byte. An armoured block passes for one line, and so does
 * folded base64.
 */
public final class LineLookahead {
  private final ByteWindow in;
  private final int max;
  private int start;
  private int end;

  LineLookahead(ByteWindow in, int max) {
    this.in = in;
    this.max = max;
  }

  /** Stands at the record's first line, whose end is known. */
  LineLookahead first(int lineEnd) {
    start = 0;
    end = blockEnd(0, lineEnd);
    return this;
  }

  /** Index after the last byte of the current line, its line end left out. */
  public int end() {
    return end;
  }

  /** The byte at an index, which must have been asked for or belong to a line passed. */
  public int at(int index) {
    return in.at(index);
  }

  /** Whether the leaf has a byte at an index that a record can reach. */
  public boolean has(int index) {
    return index <= max && in.peek(index + 1);
  }

  /** The first characters of the current line, one for each byte. */
  public String head(int length) {
    int size = Math.min(length, end - start);
    return new String(in.array(), in.from() + start, size, StandardCharsets.ISO_8859_1);
  }

  /**
   * Goes on to the next line that is not blank; false, and the current line stays, at the end of
   * the leaf and where a record with that line would be too long.
   */
  public boolean next() {
    int from = LineFrames.blankLines(in, end);
    if (from == end || !in.peek(from + 1)) {
      return false;
    }
    int searched = from;
    while (true) {
      int to = Math.min(in.held(), max + 2);
      int found =
          searched < to ? RunEnd.LINE.find(in.array(), in.from() + searched, in.from() + to) : -1;
      if (found >= 0) {
        int lineEnd = found - in.from();
        lineEnd -= lineEnd > from && in.at(lineEnd - 1) == '\r' ? 1 : 0;
        return move(from, lineEnd);
      }
      searched = Math.max(searched, to);
      if (to >= max + 2) {
        return false;
      }
      if (!in.peek(in.held() + 1)) {
        return in.ended() && move(from, in.held());
      }
    }
  }

  /** Blocks that are one thing pass for one line. */
  private int blockEnd(int from, int lineEnd) {
    int armoured = ArmouredBlock.end(in, from, lineEnd);
    if (armoured > lineEnd) {
      return armoured;
    }
    int folded = FoldedBlock.end(in, from, lineEnd);
    return folded > max ? lineEnd : folded;
  }

  private boolean move(int from, int lineEnd) {
    int to = blockEnd(from, lineEnd);
    if (to > max) {
      return false;
    }
    start = from;
    end = to;
    return true;
  }
}
