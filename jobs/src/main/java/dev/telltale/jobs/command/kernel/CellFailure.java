package dev.telltale.jobs.command.kernel;

/** A cell that failed, in words that hold no data of the lake. */
final class CellFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CellFailure(String words) {
    super(words, null, false, false);
  }
}
