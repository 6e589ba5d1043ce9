package dev.telltale.decoding.line;

/** Counts the lines of a sample that neither are of a format nor go on from one that is. */
public final class Continued {
  private final boolean possible;
  private Trace trace;
  private int headers;

  /**
   * @param possible whether lines of the format go on at all
   */
  public Continued(boolean possible) {
    this.possible = possible;
  }

  /** A line of the format starts a record. */
  public void restart(String line) {
    trace = possible ? new Trace(line, true) : null;
    headers = 0;
  }

  /**
   * Judges a line that is not of the format.
   *
   * @return how many lines more are strange; less than none when the line shows that those before
   *     it were the message of an exception
   */
  public int strange(String line) {
    if (trace == null || !trace.goesOn(line)) {
      headers++;
      return 1;
    }
    int known = headers <= StackTraces.MAX_HEADERS ? headers : 0;
    headers = 0;
    return -known;
  }
}
