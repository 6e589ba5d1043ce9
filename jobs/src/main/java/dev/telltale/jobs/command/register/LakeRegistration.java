package dev.telltale.jobs.command.register;

import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.tables.ColumnComments;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import dev.telltale.jobs.tables.LakeView;
import dev.telltale.jobs.tables.RetentionRule;
import dev.telltale.jobs.tables.SqlText;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * Puts a lake's tables and views into a database. Comments of tables come from the lake's own log;
 * setting them here would write to it. Driver.
 */
final class LakeRegistration {
  private final SparkSession spark;
  private final Lake lake;
  private final String database;
  private final Supplier<List<RetentionRule>> retention;

  LakeRegistration(
      SparkSession spark, String lake, String database, Supplier<List<RetentionRule>> retention) {
    this.spark = spark;
    this.lake = new Lake(spark, lake);
    this.database = database;
    this.retention = retention;
  }

  /**
   * @throws UserMistake if there is no lake, an older program made it, or a table of the database
   *     lies elsewhere
   */
  void run() {
    lake.requireComplete();
    spark.sql(
        "CREATE DATABASE IF NOT EXISTS "
            + SqlText.name(database)
            + " COMMENT "
            + SqlText.literal("What telemetry gives away, from the lake " + lake.root()));
    spark.sql("USE " + SqlText.name(database));
    for (LakeTable table : LakeTable.values()) {
      register(table);
    }
    List<RetentionRule> rules = retention.get();
    for (LakeView view : LakeView.values()) {
      register(view, view.query(rules));
    }
  }

  private void register(LakeTable table) {
    if (spark.catalog().tableExists(database + "." + table.id())) {
      requireHere(table);
      return;
    }
    spark.sql(
        "CREATE TABLE "
            + SqlText.name(table.id())
            + " USING delta LOCATION "
            + SqlText.literal(lake.path(table)));
  }

  private void requireHere(LakeTable table) {
    String found =
        spark
            .sql("DESCRIBE DETAIL " + SqlText.name(table.id()))
            .select("location")
            .first()
            .getString(0);
    if (!Objects.equals(qualified(found), qualified(lake.path(table)))) {
      throw new UserMistake(
          "the database " + database + " has a table " + table.id() + " already",
          "it lies at " + found,
          "name another --database, or DROP TABLE it, which leaves its rows where they are");
    }
  }

  private String qualified(String location) {
    try {
      Path path = new Path(location);
      return path.getFileSystem(spark.sparkContext().hadoopConfiguration())
          .makeQualified(path)
          .toString();
    } catch (java.io.IOException unreachable) {
      throw new java.io.UncheckedIOException(unreachable);
    }
  }

  private void register(LakeView view, String query) {
    Map<String, String> comments = ColumnComments.of(view);
    String columns =
        Arrays.stream(spark.sql(query).columns())
            .map(
                column ->
                    SqlText.name(column)
                        + (comments.containsKey(column)
                            ? " COMMENT " + SqlText.literal(comments.get(column))
                            : ""))
            .collect(Collectors.joining(", "));
    spark.sql(
        "CREATE OR REPLACE VIEW "
            + SqlText.name(view.id())
            + " ("
            + columns
            + ") COMMENT "
            + SqlText.literal(LakeView.meaning(query))
            + " AS\n"
            + query);
  }
}
