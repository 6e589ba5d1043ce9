package dev.telltale.jobs.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Views on the tables: a query in a resource of the view's name. The first three say what counts
 * once; each of the others shows the records of one telemetry type with typed columns. {@code
 * docs/tables.md} describes them. In an order in which each reads only those before it.
 */
public enum LakeView {
  OBJECTS_CURRENT,
  RECORDS_CURRENT,
  FINDINGS_ONCE,
  METRICS,
  LOGS,
  KUBERNETES,
  EVENTS,
  SPANS,
  AUDIT,
  BILLING;

  /** The name in SQL. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads from tables and views that are to be registered under their names. */
  String query() {
    try (InputStream sql = LakeView.class.getResourceAsStream(id() + ".sql")) {
      return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("reading the query of a view", broken);
    }
  }
}
