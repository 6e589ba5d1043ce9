package dev.telltale.detection.validators;

/** What stands next to a value. */
public final class Surroundings {
  private Surroundings() {}

  /**
   * A number that is no part of a longer one: no UUID, version, decimal, hex string or serial
   * reaches into it.
   */
  public static boolean isolated(CandidateValue candidate) {
    return !joins(candidate.before(1), candidate.before(2))
        && !joins(candidate.after(1), candidate.after(2));
  }

  private static boolean joins(char near, char far) {
    if (Character.isLetterOrDigit(near) || near == '_') {
      return true;
    }
    return ((near == '-' || near == '.' || near == '/' || near == ':') && Character.isDigit(far))
        || (near == '-' && Character.isLetterOrDigit(far));
  }

  /** No letter, digit or underscore on either side. */
  public static boolean whole(CandidateValue candidate) {
    return !isWord(candidate.before(1)) && !isWord(candidate.after(1));
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
