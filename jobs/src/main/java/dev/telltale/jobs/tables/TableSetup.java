package dev.telltale.jobs.tables;

import dev.telltale.jobs.settings.UserMistake;
import io.delta.tables.DeltaTable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.VersionChecksum;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.Format;
import org.apache.spark.sql.delta.actions.Metadata;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;

/**
 * One table of a lake as this program wants it: made where it is missing, given new columns and
 * properties where an older program made it. Changes nothing where nothing differs, so that a scan
 * does not disturb what runs beside it. Driver.
 */
final class TableSetup {
  private final SparkSession spark;
  private final String lake;
  private final LakeTable table;
  private final String path;

  TableSetup(SparkSession spark, String lake, LakeTable table) {
    this.spark = spark;
    this.lake = lake;
    this.table = table;
    this.path = lake + "/" + table.id();
  }

  boolean exists() {
    return DeltaTable.isDeltaTable(spark, path);
  }

  /**
   * @throws UserMistake if a newer program made the table, or it has a column of another type
   */
  void bringUpToDate() {
    if (!exists()) {
      make();
      return;
    }
    Map<String, String> found = properties();
    LakeFormat.requireKnown(lake, found);
    addColumns();
    Map<String, String> changed = new TreeMap<>(TableProperties.of(table));
    changed.entrySet().removeAll(found.entrySet());
    if (!changed.isEmpty()) {
      spark.sql(
          "ALTER TABLE delta.`"
              + path.replace("`", "``")
              + "` SET TBLPROPERTIES ("
              + changed.entrySet().stream()
                  .map(each -> "'" + each.getKey() + "' = '" + each.getValue() + "'")
                  .collect(Collectors.joining(", "))
              + ")");
    }
  }

  Map<String, String> properties() {
    return CollectionConverters.asJava(
        DeltaLog.forTable(spark, path)
            .update(false, Option.empty(), Option.empty())
            .metadata()
            .configuration());
  }

  /** The rows; columns that an older table does not have are null. */
  Dataset<Row> rows() {
    if (table == LakeTable.ACTIONS && !exists()) {
      // Lakes of older programs have no such table, and nothing was done about them.
      return spark.createDataFrame(List.of(), table.schema());
    }
    Dataset<Row> rows = spark.read().format("delta").load(path);
    List<String> present = List.of(rows.columns());
    for (StructField column : table.schema().fields()) {
      if (!present.contains(column.name())) {
        rows = rows.withColumn(column.name(), functions.lit(null).cast(column.dataType()));
      }
    }
    return rows;
  }

  /**
   * @throws UserMistake if it is missing, or lacks a column that this program knows
   */
  void requireComplete() {
    List<String> wanted = List.of(table.schema().fieldNames());
    if (!exists()
        || !List.of(spark.read().format("delta").load(path).columns()).containsAll(wanted)) {
      throw new UserMistake(
          "the table " + table.id() + " of the lake " + lake + " is missing or of an older program",
          "views of this program would not find its columns",
          "telltale scan or telltale optimize brings the lake up to date");
    }
  }

  /**
   * The first commit, as Delta's own command writes it; that one costs two queries for each table.
   */
  private void make() {
    Metadata metadata =
        new Metadata(
            UUID.randomUUID().toString(),
            null,
            null,
            new Format("parquet", Map$.MODULE$.empty()),
            ColumnComments.on(table.schema(), ColumnComments.of(table)).json(),
            CollectionConverters.asScala(table.partitions()).toSeq(),
            Map$.MODULE$.from(CollectionConverters.asScala(TableProperties.of(table))),
            Option.apply(System.currentTimeMillis()));
    OptimisticTransaction first =
        DeltaLog.forTable(spark, path).startTransaction(Option.empty(), Option.empty());
    first.updateMetadataForNewTable(metadata);
    first.commit(
        CollectionConverters.asScala(List.<Action>of()).toSeq(),
        new DeltaOperations.CreateTable(metadata, false, false, Option.empty()));
  }

  /**
   * Whether it is known without a query to have no row: made, and nothing committed since. The
   * first version of a copied table has rows.
   */
  boolean isUntouched() {
    Snapshot now = DeltaLog.forTable(spark, path).update(false, Option.empty(), Option.empty());
    Option<VersionChecksum> checksum = now.checksumOpt();
    return now.version() == 0 && checksum.isDefined() && checksum.get().numFiles() == 0;
  }

  private void addColumns() {
    StructType found = spark.read().format("delta").load(path).schema();
    StructType wanted = table.schema();
    if (List.of(found.fieldNames()).containsAll(List.of(wanted.fieldNames()))) {
      for (StructField column : wanted.fields()) {
        requireType(column, found);
      }
      return;
    }
    for (StructField column : wanted.fields()) {
      requireType(column, found);
    }
    spark
        .createDataFrame(List.of(), ColumnComments.on(wanted, ColumnComments.of(table)))
        .write()
        .format("delta")
        .mode("append")
        .option("mergeSchema", "true")
        .save(path);
  }

  private void requireType(StructField column, StructType found) {
    boolean other =
        found.getFieldIndex(column.name()).isDefined()
            && !found
                .apply(column.name())
                .dataType()
                .typeName()
                .equals(column.dataType().typeName());
    if (other) {
      throw notOurs();
    }
  }

  private UserMistake notOurs() {
    return new UserMistake(
        "the table " + table.id() + " of the lake " + lake + " was not created by Telltale",
        "one of its columns has a name that Telltale uses, but a different type",
        "choose another folder for --lake; the next scan creates the tables there");
  }
}
