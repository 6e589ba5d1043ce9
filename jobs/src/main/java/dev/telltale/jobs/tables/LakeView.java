package dev.telltale.jobs.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Records of one telemetry type with typed columns, on top of the table of records: a query in a
 * resource of the view's name. {@code docs/tables.md} describes them.
 */
public enum LakeView {
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

  /** Reads from {@code records}, which is to be registered under its name. */
  String query() {
    try (InputStream sql = LakeView.class.getResourceAsStream(id() + ".sql")) {
      return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("reading the query of a view", broken);
    }
  }
}
