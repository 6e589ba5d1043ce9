package dev.telltale.sql;

import org.apache.spark.sql.connector.catalog.TableCatalog;

/**
 * The catalog whose tables are raw objects by their address. {@link TelltaleExtensions} finds one
 * among the services of the class path ({@link java.util.ServiceLoader}); the job jar brings it.
 */
public interface SourceCatalog extends TableCatalog {}
