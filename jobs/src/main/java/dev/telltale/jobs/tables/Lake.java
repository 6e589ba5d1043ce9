package dev.telltale.jobs.tables;

import dev.telltale.jobs.location.Location;
import dev.telltale.jobs.settings.UserMistake;
import io.delta.tables.DeltaTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** A folder of Delta tables. Driver; not thread-safe. */
public final class Lake {
  private final SparkSession spark;
  private final String root;
  private final Supplier<List<RetentionRule>> retention;
  private final List<DownstreamCopy> downstream;
  private final Set<String> registered = new HashSet<>();

  /**
   * @param root a local folder or an {@code s3a://} URI
   */
  public Lake(SparkSession spark, String root) {
    this(spark, root, List::of);
  }

  /**
   * @param root a local folder or an {@code s3a://} URI
   * @param retention when objects go by themselves; asked for when a view needs it
   */
  public Lake(SparkSession spark, String root, Supplier<List<RetentionRule>> retention) {
    this(spark, root, retention, DownstreamCopy.PUBLISHED);
  }

  /**
   * @param root a local folder or an {@code s3a://} URI
   * @param retention when objects go by themselves; asked for when a view needs it
   * @param downstream where telemetry goes on to
   */
  public Lake(
      SparkSession spark,
      String root,
      Supplier<List<RetentionRule>> retention,
      List<DownstreamCopy> downstream) {
    this.downstream = List.copyOf(downstream);
    this.retention = Objects.requireNonNull(retention, "retention");
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
   * Creates one table of a lake that there is, or brings it up to date.
   *
   * @throws UserMistake if there is no lake, or a newer program made it
   */
  public void create(LakeTable table) {
    requireKnown();
    setup(table).bringUpToDate();
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

  /**
   * @throws UserMistake if there is no lake, one of its tables is missing or lacks a column, or a
   *     newer program made it
   */
  public void requireComplete() {
    requireKnown();
    for (LakeTable table : LakeTable.values()) {
      setup(table).requireComplete();
    }
  }

  public boolean exists() {
    return setup(LakeTable.OBJECTS).exists();
  }

  /** Whether a table is known without a query to have no row. */
  boolean isUntouched(LakeTable table) {
    return setup(table).isUntouched();
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
   * Appends rows that follow a certain row, unless others follow it already: all of them or none,
   * whoever appends at the same time. The commit reads what it depends on, so that Delta refuses
   * the second of two at once, under any isolation level.
   *
   * @param follows the column that names the row before
   * @param base the column of the new rows, not of the table, that names the one they all follow
   * @return false if nothing was written
   */
  public boolean appendAfter(LakeTable table, Dataset<Row> rows, String follows, String base) {
    Map<String, String> columns =
        Arrays.stream(table.schema().fieldNames())
            .collect(Collectors.toMap(name -> name, name -> "new." + name));
    try {
      DeltaTable.forPath(spark, path(table))
          .as("known")
          .merge(rows.as("new"), "known." + follows + " = new." + base)
          .whenNotMatched()
          .insertExpr(columns)
          .execute();
      return true;
    } catch (RuntimeException failed) {
      if (Conflicts.isConflict(failed)) {
        return false;
      }
      throw failed;
    }
  }

  /**
   * Makes all tables, and the views on them, known to SQL under their names.
   *
   * @throws UserMistake if there is no lake, or a newer program made it
   */
  public void registerViews() {
    requireKnown();
    registered.clear();
    for (LakeTable table : LakeTable.values()) {
      register(table);
    }
    for (LakeView view : LakeView.values()) {
      register(view);
    }
  }

  /**
   * Makes tables and views known to SQL under their names, with what they read, unless this object
   * has done so before: to open a table costs a look at its log.
   *
   * @param relations ids
   */
  public void register(Set<String> relations) {
    Set<String> wanted = new HashSet<>(relations);
    List<LakeView> views = new ArrayList<>();
    // Each view reads only those before it.
    List<LakeView> backwards = new ArrayList<>(List.of(LakeView.values()));
    Collections.reverse(backwards);
    for (LakeView view : backwards) {
      if (wanted.contains(view.id())) {
        wanted.addAll(view.reads());
        views.add(0, view);
      }
    }
    for (LakeTable table : LakeTable.values()) {
      if (wanted.contains(table.id())) {
        register(table);
      }
    }
    views.forEach(this::register);
  }

  private void register(LakeTable table) {
    if (registered.add(table.id())) {
      commented(read(table), ColumnComments.of(table)).createOrReplaceTempView(table.id());
    }
  }

  private void register(LakeView view) {
    if (registered.add(view.id())) {
      List<RetentionRule> rules = view == LakeView.RETENTION ? retention.get() : List.of();
      commented(spark.sql(view.query(rules, downstream)), ColumnComments.of(view))
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
