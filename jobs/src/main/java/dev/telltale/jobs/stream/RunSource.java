package dev.telltale.jobs.stream;

import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.streaming.MicroBatchStream;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * A streaming source of runs, one row and one batch each (Spark's DataSource V2). Made by Spark,
 * from the class name.
 */
public final class RunSource implements TableProvider {
  /** The option that names the {@link RunFeed}. */
  static final String FEED = "feed";

  private static final StructType SCHEMA =
      new StructType().add("run_id", DataTypes.StringType, false);

  @Override
  public StructType inferSchema(CaseInsensitiveStringMap options) {
    return SCHEMA;
  }

  @Override
  public Table getTable(
      StructType schema, Transform[] partitioning, Map<String, String> properties) {
    return new Runs();
  }

  private static final class Runs implements Table, SupportsRead {
    @Override
    public String name() {
      return "telltale runs";
    }

    @Override
    @SuppressWarnings("deprecation") // the method that replaces it calls this one
    public StructType schema() {
      return SCHEMA;
    }

    @Override
    public Set<TableCapability> capabilities() {
      return Set.of(TableCapability.MICRO_BATCH_READ);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
      String feed = options.get(FEED);
      return () ->
          new Scan() {
            @Override
            public StructType readSchema() {
              return SCHEMA;
            }

            @Override
            public MicroBatchStream toMicroBatchStream(String checkpoint) {
              return new RunStream(RunFeeds.named(feed));
            }
          };
    }
  }
}
