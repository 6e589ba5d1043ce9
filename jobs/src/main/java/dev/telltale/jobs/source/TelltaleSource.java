package dev.telltale.jobs.source;

import dev.telltale.jobs.settings.UserMistake;
import java.util.Map;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * {@code spark.read().format("telltale").load("s3a://bucket/prefix")}: the records of raw objects,
 * redacted; with {@code option("findings", "true")} their findings. Reads only. Driver.
 */
public final class TelltaleSource implements TableProvider, DataSourceRegister {
  @Override
  public String shortName() {
    return "telltale";
  }

  @Override
  public StructType inferSchema(CaseInsensitiveStringMap options) {
    return content(options).schema();
  }

  @Override
  public Table getTable(
      StructType schema, Transform[] partitioning, Map<String, String> properties) {
    CaseInsensitiveStringMap options = new CaseInsensitiveStringMap(properties);
    String path = options.get(SourceOptions.PATH);
    if (path == null || path.isBlank()) {
      throw new UserMistake(
          "the data source telltale has no address",
          "it reads the objects below one address",
          "write .load(\"s3a://bucket/prefix\"), or in SQL OPTIONS (path 's3a://bucket/prefix')");
    }
    return new ObjectsTable(path, content(options));
  }

  private static SourceContent content(CaseInsensitiveStringMap options) {
    return options.getBoolean(SourceOptions.FINDINGS, false)
        ? SourceContent.FINDINGS
        : SourceContent.RECORDS;
  }
}
