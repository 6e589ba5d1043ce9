package dev.telltale.decoding.line;

import java.util.ArrayList;
import java.util.List;

/** The first lines of a leaf that are not blank, by which its format is judged. */
public final class SampleLines {
  private static final int MAX_COUNT = 64;
  private static final int MAX_LENGTH = 16 << 10;
  private static final String BLOCK_BEGINS = "-----BEGIN ";
  private static final String BLOCK_ENDS = "-----END ";

  private final List<Line> lines;
  private final String text;
  private final boolean whole;

  private SampleLines(List<Line> lines, String text, boolean whole) {
    this.lines = lines;
    this.text = text;
    this.whole = whole;
  }

  /**
   * @param whole whether these bytes are all there is; otherwise the last line is cut and left out
   */
  public static SampleLines of(byte[] bytes, int from, int length, boolean whole) {
    List<Line> lines = new ArrayList<>();
    int end = from + length;
    int at = hasByteOrderMark(bytes, from, length) ? from + 3 : from;
    int first = at;
    boolean block = false;
    while (at < end && lines.size() < MAX_COUNT && at - from < 4 * MAX_LENGTH) {
      int feed = at;
      while (feed < end && bytes[feed] != '\n') {
        feed++;
      }
      boolean cut = feed == end && !whole;
      int lineEnd = feed > at && bytes[feed - 1] == '\r' ? feed - 1 : feed;
      if (!isBlank(bytes, at, lineEnd) && (!cut || lines.isEmpty())) {
        Line line = new Line(bytes, at, Math.min(lineEnd - at, MAX_LENGTH));
        if (!block) {
          lines.add(line);
        }
        // The lines of an armoured block belong to the one that it begins in.
        block = line.reveal().contains(block ? BLOCK_ENDS : BLOCK_BEGINS) != block;
        block &= !line.reveal().contains(BLOCK_ENDS);
      }
      at = feed + 1;
    }
    String text = new Line(bytes, first, Math.min(at, end) - first).reveal();
    return new SampleLines(List.copyOf(lines), text, whole && at >= end);
  }

  private static boolean hasByteOrderMark(byte[] bytes, int from, int length) {
    return length >= 3
        && bytes[from] == (byte) 0xef
        && bytes[from + 1] == (byte) 0xbb
        && bytes[from + 2] == (byte) 0xbf;
  }

  private static boolean isBlank(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r' && bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }

  public List<Line> lines() {
    return lines;
  }

  /** All of the lines as they are. */
  public String reveal() {
    return text;
  }

  /** Whether the leaf has no more lines than these. */
  public boolean whole() {
    return whole;
  }

  @Override
  public String toString() {
    return lines.size() + " lines";
  }
}
