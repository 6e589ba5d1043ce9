package dev.telltale.detection.pattern;

import java.util.Set;
import java.util.TreeSet;

/** The literals of which every match of a pattern has one. */
public final class PatternLiterals {
  private PatternLiterals() {}

  /** In lower case and in order; empty when there are none. */
  public static Set<String> of(String pattern) {
    Set<String> literals = RequiredLiterals.of(PatternReader.read(pattern));
    return literals == null ? Set.of() : new TreeSet<>(literals);
  }
}
