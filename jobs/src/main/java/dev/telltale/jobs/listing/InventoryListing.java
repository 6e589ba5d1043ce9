package dev.telltale.jobs.listing;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import dev.telltale.jobs.settings.Problem;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.store.StoreProblems;
import dev.telltale.scan.VersionState;
import dev.telltale.sql.ObjectRefSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Takes the objects of the sources from an S3 Inventory, without a request to their bucket. */
final class InventoryListing {
  private final SparkSession spark;
  private final ListingOptions options;
  private final Configuration hadoop;

  InventoryListing(SparkSession spark, ListingOptions options) {
    this.spark = spark;
    this.options = options;
    this.hadoop = spark.sparkContext().hadoopConfiguration();
  }

  /** Rows of {@link ListedRow#TYPE}, as {@link SourceListing#list()} gives them. */
  Dataset<Row> list(List<SourceRoot> roots) {
    InventoryManifest manifest;
    try {
      manifest = InventoryManifest.read(hadoop, options.inventory());
    } catch (IOException failed) {
      throw new UserMistake(
          List.of(
              StoreProblems.of(
                  "the inventory " + options.inventory() + " cannot be read", failed)));
    }
    checkBuckets(roots, manifest);
    new InventoryChecksums(spark).check(manifest.files());
    Dataset<Row> rows = states(columns(manifest).rows()).where(below(roots));
    TimeWindow window = options.window();
    Dataset<Row> listed =
        rows.withColumn("bucket", lit(manifest.sourceBucket()))
            .selectExpr(ListedRow.TYPE.fieldNames());
    FilterFunction<Row> wanted =
        row -> window.holds(ObjectRefSchema.key(row), ObjectRefSchema.lastModified(row));
    return listed.dropDuplicates(new String[] {"object_key", "version_id"}).filter(wanted);
  }

  private static void checkBuckets(List<SourceRoot> roots, InventoryManifest manifest) {
    List<Problem> problems = new ArrayList<>();
    for (SourceRoot root : roots) {
      if (!root.bucket().equals(manifest.sourceBucket())) {
        problems.add(
            new Problem(
                "the source " + root.source() + " is not in the inventory",
                "the inventory lists the bucket " + manifest.sourceBucket(),
                "name sources of that bucket, or scan this one without --inventory"));
      }
    }
    if (!problems.isEmpty()) {
      throw new UserMistake(problems);
    }
  }

  private InventoryColumns columns(InventoryManifest manifest) {
    String[] files =
        manifest.files().stream().map(InventoryManifest.DataFile::uri).toArray(String[]::new);
    boolean csv = manifest.format().equals("csv");
    Dataset<Row> rows;
    if (csv) {
      StructType columns = new StructType();
      for (String column : manifest.csvColumns()) {
        columns = columns.add(column, "string");
      }
      // Quotes inside of quotes are doubled (RFC 4180), and a backslash is a character.
      rows =
          spark.read().schema(columns).option("escape", "\"").option("mode", "FAILFAST").csv(files);
    } else {
      rows = spark.read().format(manifest.format()).load(files);
    }
    return new InventoryColumns(rows, csv, options.allVersions(), options.inventory());
  }

  private Dataset<Row> states(Dataset<Row> rows) {
    if (!options.allVersions()) {
      return rows.where(col("is_latest").and(not(col("is_delete_marker"))))
          .withColumn("version_id", lit(null).cast("string"))
          .withColumn("version_state", lit(VersionState.CURRENT.id()));
    }
    Dataset<Row> hidden =
        rows.where(col("is_latest").and(col("is_delete_marker")))
            .select(col("object_key").as("hidden_key"))
            .distinct();
    Column state =
        when(col("is_delete_marker"), ListedRow.DELETE_MARKER)
            .when(col("is_latest"), VersionState.CURRENT.id())
            .when(col("hidden_key").isNotNull(), VersionState.DELETED.id())
            .otherwise(VersionState.NONCURRENT.id());
    return rows.join(hidden, col("object_key").equalTo(col("hidden_key")), "left")
        .withColumn("version_state", state)
        .withColumn(
            "version_id",
            expr("CASE WHEN is_latest AND version_id = 'null' THEN NULL ELSE version_id END"));
  }

  private static Column below(List<SourceRoot> roots) {
    Column below = lit(false);
    for (SourceRoot root : roots) {
      below = below.or(col("object_key").startsWith(root.folder().prefix()));
      if (root.object() != null) {
        below = below.or(col("object_key").equalTo(root.object().prefix()));
      }
    }
    return below;
  }
}
