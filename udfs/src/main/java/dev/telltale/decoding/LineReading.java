package dev.telltale.decoding;

import dev.telltale.decoding.line.Line;
import dev.telltale.decoding.line.LineParser;
import dev.telltale.decoding.line.SampleLines;
import dev.telltale.framing.LineGroups;
import dev.telltale.record.Emission;
import java.util.List;

/** How the lines of one leaf are read, chosen by the first of them. Used by one thread. */
public final class LineReading {
  /** What text is called that has no known format. */
  public static final String TEXT = "text";

  private final String format;
  private final LineParser parser;
  private final LineGroups groups;
  private final List<LineWeight> weights;
  private final boolean holdsBytes;

  LineReading(
      String format,
      LineParser parser,
      LineGroups groups,
      boolean holdsBytes,
      List<LineWeight> weights) {
    this.holdsBytes = holdsBytes;
    this.format = format;
    this.parser = parser;
    this.groups = groups;
    this.weights = List.copyOf(weights);
  }

  /**
   * Chooses by the first bytes of a leaf.
   *
   * @param whole whether they are all there is
   */
  public static LineReading of(byte[] bytes, int from, int length, boolean whole) {
    return LineFormats.chosen(SampleLines.of(bytes, from, length, whole));
  }

  /** The format of the lines that fit it; {@link #TEXT} where none was recognised. */
  public String format() {
    return format;
  }

  /** Whether the lines are more than text. */
  public boolean isKnown() {
    return !format.equals(TEXT);
  }

  /** Whether records may hold other bytes than text. */
  public boolean holdsBytes() {
    return holdsBytes;
  }

  /** Which lines are one record. */
  public LineGroups groups() {
    return groups;
  }

  /** The formats that fit any of the lines, the chosen one first. */
  public List<LineWeight> weights() {
    return weights;
  }

  /**
   * Emits the records of one frame of lines.
   *
   * @return false, and nothing is emitted, where it is not of the format: it is plain text then
   */
  public boolean decode(Line line, Emission emission) {
    return parser.parse(line, emission);
  }
}
