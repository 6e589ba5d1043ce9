package dev.telltale.decoding.file;

/** A format whose leaf is one file with an index of its own. Stateless. */
public interface FileFormat {
  /** The name in the {@code format} columns. */
  String id();

  /** Whether the first bytes of a leaf are this format's; truncated and damaged files included. */
  boolean claims(byte[] bytes, int from, int length);

  /**
   * Reads the index of a file. Never throws for anything that the file holds.
   *
   * @param records makes records of the format
   */
  FileParts open(FileBytes file, RowBudget budget, FileRecords records);
}
