package dev.telltale.jobs.tables;

import java.util.Map;

/**
 * How large the files of a lake are to be, as settings of the session: Delta has no property of a
 * table for it. {@code docs/tables.md} has the figures.
 */
final class FileSizes {
  /** A file of this size is read in a second or two by one core, and is few requests on S3. */
  static final long TARGET = 128L << 20;

  /** A smaller file is worth joining with others. */
  static final long SMALL = TARGET / 4;

  /** One task of a write gets as much, in the compressed form of the shuffle. */
  static final Map<String, String> WRITING =
      Map.of("spark.databricks.delta.optimizeWrite.binSize", (TARGET >> 20) + "m");

  static final Map<String, String> COMPACTING =
      Map.of(
          "spark.databricks.delta.optimize.maxFileSize", Long.toString(TARGET),
          "spark.databricks.delta.optimize.minFileSize", Long.toString(SMALL));

  private FileSizes() {}
}
