package dev.telltale.framing;

/** Says how many lines of text make one record. Stateless, or of one leaf. */
@FunctionalInterface
public interface LineGroups {
  /** Every line is a record. */
  LineGroups SINGLE = LineLookahead::end;

  /**
   * Where the record ends that starts with the first of these lines: the end of one of them.
   *
   * @param lines stands at the record's first line; every line that was passed may be taken in
   */
  int end(LineLookahead lines);

  /**
   * The bytes of a record that states its own length and may hold line ends, or -1 where a line end
   * ends it.
   */
  default int stated(LineLookahead lines) {
    return -1;
  }
}
