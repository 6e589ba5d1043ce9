package dev.telltale.jobs.tables;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import scala.Option;

/**
 * Keeps one table of a lake fast and small: rewrites its files, never its rows. What runs beside it
 * sees either the old files or the new ones. Driver.
 */
public final class TableMaintenance {
  private final SparkSession spark;
  private final LakeTable table;
  private final String path;

  public TableMaintenance(SparkSession spark, Lake lake, LakeTable table) {
    this.spark = spark;
    this.table = table;
    this.path = lake.path(table);
  }

  public TableSize size() throws IOException {
    Row live =
        partitions()
            .agg(
                coalesce(sum("files"), lit(0L)),
                coalesce(sum("bytes"), lit(0L)),
                coalesce(sum(expr("CASE WHEN small > 1 THEN small ELSE 0 END")), lit(0L)))
            .first();
    return new TableSize(live.getLong(0), live.getLong(1), live.getLong(2), storedBytes());
  }

  /** Joins small files with others of their partition; leaves partitions alone that have none. */
  public void compact() {
    SessionSettings.during(
        spark,
        FileSizes.COMPACTING,
        () ->
            Conflicts.retried(
                () -> DeltaTable.forPath(spark, path).optimize().executeCompaction()));
  }

  /**
   * Orders partitions of more than one file by what queries ask for, so that a query reads few of
   * them. Rewrites those partitions whole.
   */
  public void order() {
    if (table.order().isEmpty()) {
      return;
    }
    List<Row> large =
        partitions().where(col("files").gt(1)).select("partitionValues").collectAsList();
    for (Row partition : large) {
      String only = predicate(partition.getJavaMap(0));
      SessionSettings.during(
          spark,
          FileSizes.COMPACTING,
          () ->
              Conflicts.retried(
                  () ->
                      DeltaTable.forPath(spark, path)
                          .optimize()
                          .where(only)
                          .executeZOrderBy(table.order().toArray(String[]::new))));
    }
  }

  /** Deletes files that no version of the table younger than that consists of. */
  public void vacuum(Duration retain) {
    SessionSettings.during(
        spark,
        vacuumSettings(),
        () -> DeltaTable.forPath(spark, path).vacuum(retain.toMinutes() / 60.0));
  }

  /** How many files {@link #vacuum} would delete. */
  public long unused(Duration retain) {
    List<Row> found = new ArrayList<>();
    SessionSettings.during(
        spark,
        vacuumSettings(),
        () ->
            found.addAll(
                spark
                    .sql(
                        "VACUUM delta.`"
                            + path.replace("`", "``")
                            + "` RETAIN "
                            + retain.toMinutes() / 60.0
                            + " HOURS DRY RUN")
                    .collectAsList()));
    return found.stream().filter(row -> row.getString(0).endsWith(".parquet")).count();
  }

  /**
   * The retention is checked where the user names it. A vacuum lists folders in 10,000 tasks unless
   * it is set otherwise, whatever there is to list.
   */
  private Map<String, String> vacuumSettings() {
    return Map.of(
        "spark.databricks.delta.retentionDurationCheck.enabled",
        "false",
        "spark.sql.sources.parallelPartitionDiscovery.parallelism",
        Integer.toString(4 * spark.sparkContext().defaultParallelism()));
  }

  /** Files, small files and bytes of each partition. */
  private Dataset<Row> partitions() {
    return DeltaLog.forTable(spark, path)
        .update(false, Option.empty(), Option.empty())
        .allFiles()
        .toDF()
        .groupBy(expr("to_json(partitionValues) AS partition"))
        .agg(
            expr("first(partitionValues) AS partitionValues"),
            count(lit(1)).as("files"),
            expr("count_if(size < " + FileSizes.SMALL + ") AS small"),
            sum("size").as("bytes"))
        .orderBy("partition");
  }

  private static String predicate(Map<String, String> partition) {
    List<String> conditions = new ArrayList<>();
    new TreeMap<>(partition)
        .forEach(
            (column, value) ->
                conditions.add(
                    value == null
                        ? column + " IS NULL"
                        : column + " = '" + value.replace("'", "\\'") + "'"));
    return conditions.isEmpty() ? "true" : String.join(" AND ", conditions);
  }

  private long storedBytes() throws IOException {
    Path folder = new Path(path);
    FileSystem files = folder.getFileSystem(spark.sparkContext().hadoopConfiguration());
    RemoteIterator<LocatedFileStatus> found = files.listFiles(folder, true);
    long bytes = 0;
    while (found.hasNext()) {
      LocatedFileStatus file = found.next();
      if (!file.getPath().toString().contains("/_delta_log/")) {
        bytes += file.getLen();
      }
    }
    return bytes;
  }
}
