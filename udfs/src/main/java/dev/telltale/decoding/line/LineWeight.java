package dev.telltale.decoding.line;

/**
 * How well a format fits the first lines of a leaf.
 *
 * @param fitting lines that are of the format
 * @param weighed lines that were judged; what may go on from the line before is not
 */
public record LineWeight(String format, int fitting, int weighed) {
  private static final int SHARES = 10;
  private static final int LEAST_SHARE = 6;

  /** In tenths, so that a few damaged lines do not decide between formats. */
  int share() {
    return weighed == 0 ? 0 : SHARES * fitting / weighed;
  }

  boolean isEnough() {
    return fitting > 0 && share() >= LEAST_SHARE;
  }

  /** For and against it, in counts. */
  public String evidence() {
    return fitting + " of the first " + weighed + " lines have its columns and their types";
  }
}
