package dev.telltale.decoding.file;

import dev.telltale.value.Value;

/** The rows of one segment of a file, in their order. */
@FunctionalInterface
public interface RowSource {
  /** The next row, or null at the end. May throw anything: the segment is then damaged. */
  Value next() throws Exception;
}
