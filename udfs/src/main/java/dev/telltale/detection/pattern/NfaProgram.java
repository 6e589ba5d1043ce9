package dev.telltale.detection.pattern;

import java.util.Collection;

/**
 * Patterns as instructions, each with where to go on (Thompson's construction, in the form that
 * RE2's programs have). Its arrays are not to be changed.
 */
final class NfaProgram {
  /** What an instruction does. */
  enum Kind {
    /** Reads a character of its class. */
    READ,
    /** Goes on at one of two places, the first of which is preferred. */
    EITHER,
    /** The capture group begins. */
    OPEN,
    /** The capture group ends. */
    CLOSE,
    /** Stands at the begin of the text. */
    BEGIN,
    /** Stands at the end of the text. */
    END,
    WORD_EDGE,
    NO_WORD_EDGE,
    /** Has matched. Where to go on is the output instead: which of the patterns has. */
    MATCH
  }

  private final Kind[] kinds;
  private final CharClass[] classes;
  private final int[] next;
  private final int[] other;
  private final int[] entries;

  /**
   * Takes what a compiler made.
   *
   * @param classes null for all that reads nothing
   * @param next where to go on, or the output
   * @param other the second place of {@link Kind#EITHER}
   * @param entries the first instruction of each pattern
   */
  NfaProgram(
      Collection<Kind> kinds,
      Collection<CharClass> classes,
      int[] next,
      int[] other,
      int[] entries) {
    this.kinds = kinds.toArray(Kind[]::new);
    this.classes = classes.toArray(CharClass[]::new);
    this.next = next;
    this.other = other;
    this.entries = entries;
  }

  int size() {
    return kinds.length;
  }

  Kind[] kinds() {
    return kinds;
  }

  CharClass[] classes() {
    return classes;
  }

  int[] next() {
    return next;
  }

  int[] other() {
    return other;
  }

  int[] entries() {
    return entries;
  }

  @Override
  public String toString() {
    return "program of " + kinds.length + " instructions";
  }
}
