package dev.telltale.decoding;

/**
 * How well a format fits the first lines of a leaf.
 *
 * @param fitting lines that are of the format
 * @param weighed lines that were judged; what may go on from the line before is not
 */
public record LineWeight(String format, int fitting, int weighed) {
  private static final int SHARES = 10;
  private static final int MIN_SHARE = 6;
  private static final int TOLERANCE = 3;

  /** In tenths. */
  int share() {
    return weighed == 0 ? 0 : SHARES * fitting / weighed;
  }

  /**
   * Whether most lines fit, and about as many as fit any format: a few damaged lines do not decide.
   */
  boolean isEnough(int largestShare) {
    return share() >= Math.max(MIN_SHARE, largestShare - TOLERANCE);
  }

  /** For and against it, in counts. */
  public String evidence() {
    return format.equals(LineReading.TEXT)
        ? "no known format fits enough of the first " + weighed + " lines"
        : fitting + " of the first " + weighed + " lines have its columns and their types";
  }
}
