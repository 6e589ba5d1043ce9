package dev.telltale.jobs.source;

import dev.telltale.sql.SourceCatalog;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableChange;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * {@code SELECT ... FROM telltale.`s3a://bucket/prefix`}, and {@code FROM
 * telltale.findings.`s3a://bucket/prefix`}: the table of an address. Holds none of its own. Driver.
 */
public final class TelltaleCatalog implements SourceCatalog {
  private static final String READS_ONLY =
      "the catalog telltale reads raw objects and holds no tables";

  private String catalog = "telltale";

  @Override
  public void initialize(String name, CaseInsensitiveStringMap options) {
    catalog = name;
  }

  @Override
  public String name() {
    return catalog;
  }

  @Override
  public Table loadTable(Identifier table) throws NoSuchTableException {
    SourceContent content = content(table.namespace());
    if (content == null || !isAddress(table.name())) {
      throw new NoSuchTableException(table);
    }
    return new ObjectsTable(table.name(), content);
  }

  private static SourceContent content(String[] namespace) {
    if (namespace.length == 0) {
      return SourceContent.RECORDS;
    }
    return namespace.length == 1 ? SourceContent.of(namespace[0]) : null;
  }

  /** Everything else is a name that somebody looks for in vain. */
  private static boolean isAddress(String name) {
    return name.startsWith("/") || name.matches("(?i)(s3[an]?|file):/.*");
  }

  @Override
  public Identifier[] listTables(String[] namespace) {
    return new Identifier[0];
  }

  @Override
  public Table alterTable(Identifier table, TableChange... changes) {
    throw new UnsupportedOperationException(READS_ONLY);
  }

  @Override
  public boolean dropTable(Identifier table) {
    throw new UnsupportedOperationException(READS_ONLY);
  }

  @Override
  public void renameTable(Identifier from, Identifier to) {
    throw new UnsupportedOperationException(READS_ONLY);
  }
}
