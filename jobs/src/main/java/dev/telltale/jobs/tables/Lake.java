package dev.telltale.jobs.tables;

import dev.telltale.jobs.location.Location;
import dev.telltale.jobs.settings.UserMistake;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** A folder of Delta tables. Driver. */
public final class Lake {
  private final SparkSession spark;
  private final String root;

  /**
   * @param root a local folder or an {@code s3a://} URI
   */
  public Lake(SparkSession spark, String root) {
    this.spark = Objects.requireNonNull(spark, "spark");
    this.root = Location.folder(root).toString();
  }

  public String root() {
    return root;
  }

  public String path(LakeTable table) {
    return root + "/" + table.id();
  }

  /**
   * Creates the tables that do not exist yet, and brings those of an older program up to date.
   *
   * @throws UserMistake if a newer program made them
   */
  public void create() {
    for (LakeTable table : LakeTable.values()) {
      setup(table).bringUpToDate();
    }
  }

  /**
   * @throws UserMistake if there is no lake, or a newer program made it
   */
  public void requireKnown() {
    if (!exists()) {
      throw LakeFolder.none(root);
    }
    LakeFormat.requireKnown(root, setup(LakeTable.OBJECTS).properties());
  }

  public boolean exists() {
    return setup(LakeTable.OBJECTS).exists();
  }

  public Dataset<Row> read(LakeTable table) {
    return setup(table).rows();
  }

  private TableSetup setup(LakeTable table) {
    return new TableSetup(spark, root, table);
  }

  /**
   * Appends a batch. A second append with the same run and batch does nothing (Delta's {@code txn}
   * action), so that a batch whose commit was lost on the way back can be written again.
   */
  public void append(LakeTable table, Dataset<Row> rows, String runId, long batch) {
    String[] columns = table.schema().fieldNames();
    SessionSettings.during(
        spark,
        FileSizes.WRITING,
        () ->
            rows.selectExpr(columns)
                .write()
                .format("delta")
                .mode("append")
                .option("optimizeWrite", "true")
                .option("txnAppId", "telltale/" + runId + "/" + table.id())
                .option("txnVersion", batch)
                .save(path(table)));
  }

  /**
   * Makes the tables, and the views on them, known to SQL under their names.
   *
   * @throws UserMistake if there is no lake, or a newer program made it
   */
  public void registerViews() {
    requireKnown();
    for (LakeTable table : LakeTable.values()) {
      commented(read(table), ColumnComments.of(table)).createOrReplaceTempView(table.id());
    }
    for (LakeView view : LakeView.values()) {
      commented(spark.sql(view.query()), ColumnComments.of(view))
          .createOrReplaceTempView(view.id());
    }
  }

  /** As SQL describes them, whatever program created the tables. */
  private static Dataset<Row> commented(Dataset<Row> rows, Map<String, String> comments) {
    StructType columns = ColumnComments.on(rows.schema(), comments);
    return rows.select(
        Arrays.stream(columns.fields())
            .map(column -> rows.col("`" + column.name() + "`").as(column.name(), column.metadata()))
            .toArray(Column[]::new));
  }
}
