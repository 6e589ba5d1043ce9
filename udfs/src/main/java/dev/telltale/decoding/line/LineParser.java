package dev.telltale.decoding.line;

import dev.telltale.record.Emission;

/** Reads the lines of one leaf in their order; may keep what header lines declare. */
@FunctionalInterface
public interface LineParser {
  /**
   * Emits the records of a line.
   *
   * @return false, and nothing is emitted, where the line is not of the format
   */
  boolean parse(Line line, Emission emission);
}
