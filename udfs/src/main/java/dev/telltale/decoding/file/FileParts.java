package dev.telltale.decoding.file;

/** The parts of a file in which it is read. Together they answer for every byte of it. */
public interface FileParts {
  /** The next part, or null at the end. Never throws for anything that the file holds. */
  FilePart next();
}
