package dev.telltale.decoding.line;

import dev.telltale.framing.LineGroups;
import java.util.List;

/** A format of lines of text. Stateless; what a leaf's lines declare is kept by its parser. */
public interface LineFormat {
  /** The name in the {@code format} columns. */
  String id();

  /**
   * Reads the lines of one leaf.
   *
   * @param sample its first lines
   * @return null where they rule the format out
   */
  LineParser open(SampleLines sample);

  /** The lines that show how well the format fits. */
  default List<Line> weighed(SampleLines sample) {
    return sample.lines();
  }

  /** Which lines of one leaf are one record. */
  default LineGroups groups() {
    return LineGroups.SINGLE;
  }

  /** Whether a record may hold other bytes than text, and says where they are. */
  default boolean holdsBytes() {
    return false;
  }

  /** Whether lines that are not of the format may belong to the one before. */
  default boolean isContinued() {
    return false;
  }
}
