package dev.telltale.decoding.line;

import dev.telltale.decoding.raw.Utf8Text;
import dev.telltale.value.NumberValue;
import dev.telltale.value.Span;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.util.Arrays;
import java.util.List;

/**
 * The text of one frame of lines, and where each character is in the frame's bytes. Raw content:
 * never leaves the task.
 */
public final class Line {
  private static final int MAX_NUMBER_LENGTH = 32;

  private final byte[] bytes;
  private final int from;
  private final int length;
  private final String text;
  private final int[] offsets;
  private List<LineField> fields;
  private boolean split;

  /**
   * Bytes that are not UTF-8 read as U+FFFD.
   *
   * @param bytes shared with the reader: the line is valid as long as they are
   */
  public Line(byte[] bytes, int from, int length) {
    this.bytes = bytes;
    this.from = from;
    this.length = length;
    text = Utf8Text.replaced(bytes, from, length);
    offsets = isAscii(bytes, from, length) ? null : Utf8Text.offsets(bytes, from, length);
  }

  private static boolean isAscii(byte[] bytes, int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  public String reveal() {
    return text;
  }

  /** Length in bytes. */
  public int length() {
    return length;
  }

  public char at(int index) {
    return text.charAt(index);
  }

  /** Length in characters. */
  public int size() {
    return text.length();
  }

  /** Index after the first of the frame's lines, its line end left out. */
  public int firstEnd() {
    int feed = text.indexOf('\n');
    int end = feed < 0 ? text.length() : feed;
    return end > 0 && end < text.length() && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  /** The fields with blanks between them, cut once; null where quotes or brackets do not close. */
  public List<LineField> spaced() {
    if (!split) {
      split = true;
      fields = LineField.spaced(text, 0, text.length());
    }
    return fields;
  }

  public Span span(int from, int to) {
    int start = offset(from);
    return Span.of(start, offset(to) - start);
  }

  /** The bytes that those characters were read from. */
  public byte[] bytes(int first, int end) {
    return Arrays.copyOfRange(bytes, from + offset(first), from + offset(end));
  }

  private int offset(int index) {
    return offsets == null ? index : offsets[index];
  }

  public TextValue value(int from, int to) {
    return value(text.substring(from, to), from, to);
  }

  /** What the characters stand for, where that is not what they are. */
  public TextValue value(String decoded, int from, int to) {
    int start = offset(from);
    return new TextValue(decoded, start, offset(to) - start);
  }

  /** A number where JSON could write it so, otherwise text. */
  public Value number(int from, int to) {
    boolean number = to - from <= MAX_NUMBER_LENGTH && TokenScan.isJsonNumber(text, from, to);
    return number
        ? new NumberValue(text.substring(from, to), offset(from), offset(to) - offset(from))
        : value(from, to);
  }

  @Override
  public String toString() {
    return "line of " + length + " bytes";
  }
}
