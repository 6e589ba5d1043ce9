package dev.telltale.jobs.command.summary;

import java.util.List;

/** Severities, the gravest first. */
public final class Severities {
  static final List<String> ORDER = List.of("critical", "high", "medium", "low");

  private Severities() {}

  /** That severity and the graver ones. */
  public static List<String> atLeast(String severity) {
    return ORDER.subList(0, ORDER.indexOf(severity) + 1);
  }

  /** A SQL expression that orders rows by their column {@code severity}, the gravest first. */
  public static String sqlRank() {
    return "array_position(array('" + String.join("', '", ORDER) + "'), severity)";
  }
}
