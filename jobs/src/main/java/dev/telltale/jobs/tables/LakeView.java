package dev.telltale.jobs.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Views on the tables: a query in a resource of the view's name. The first three say what counts
 * once; then each shows the records of one telemetry type with typed columns; the last ones answer
 * what an investigation begins with. {@code docs/tables.md} describes them. In an order in which
 * each reads only those before it.
 */
public enum LakeView {
  OBJECTS_CURRENT("objects"),
  RECORDS_CURRENT("records", "objects_current"),
  FINDINGS_ONCE("findings", "objects_current"),
  METRICS("records"),
  LOGS("records"),
  KUBERNETES("records"),
  EVENTS("records"),
  SPANS("records"),
  AUDIT("records"),
  BILLING("records"),
  COVERAGE("objects"),
  TIMELINE("objects_current", "findings_once"),
  RETENTION,
  EXPOSURE("objects_current", "findings", "retention"),
  DOWNSTREAM,
  CASE_FINDINGS("objects_current", "findings", "actions"),
  CASES("objects_current", "case_findings", "exposure", "downstream", "actions"),
  RECURRENCES("case_findings", "actions");

  private final String reads;

  LakeView(String... reads) {
    this.reads = String.join(",", reads);
  }

  /** The tables and views that its query reads, those before it. */
  List<String> reads() {
    return reads.isEmpty() ? List.of() : List.of(reads.split(",", -1));
  }

  /** What a row is, in a sentence: the comment that its query begins with. */
  public static String meaning(String query) {
    return query
        .lines()
        .takeWhile(line -> line.startsWith("-- "))
        .map(line -> line.substring(3))
        .collect(Collectors.joining(" "));
  }

  /** The name in SQL. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads from tables and views that are to be registered under their names; {@link #DOWNSTREAM} is
   * what the vendor publishes.
   *
   * @param retention the rows of {@link #RETENTION}
   */
  public String query(List<RetentionRule> retention) {
    return query(retention, DownstreamCopy.PUBLISHED);
  }

  /**
   * The same with another map.
   *
   * @param downstream the rows of {@link #DOWNSTREAM}
   */
  String query(List<RetentionRule> retention, List<DownstreamCopy> downstream) {
    if (this == RETENTION) {
      return RetentionRule.query(retention);
    }
    if (this == DOWNSTREAM) {
      return DownstreamCopy.query(downstream);
    }
    try (InputStream sql = LakeView.class.getResourceAsStream(id() + ".sql")) {
      return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("reading the query of a view", broken);
    }
  }
}
