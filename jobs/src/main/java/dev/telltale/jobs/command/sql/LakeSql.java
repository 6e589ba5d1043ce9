package dev.telltale.jobs.command.sql;

import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import dev.telltale.jobs.tables.LakeView;
import dev.telltale.jobs.tables.RetentionRule;
import dev.telltale.sql.SqlFunctions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ShowTables;
import org.apache.spark.sql.catalyst.plans.logical.ShowViews;
import org.apache.spark.sql.execution.command.DescribeQueryCommand;
import org.apache.spark.sql.execution.command.ExplainCommand;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.Option;

/**
 * Runs statements over one lake, in a session of their own: it has the lake's tables and views and
 * Telltale's functions, and none of what other users of the Spark context registered. Unless it is
 * unrestricted, a statement reads the lake and nothing else: see {@link ParsedQuery} and {@link
 * AnalysedQuery}. Driver.
 */
public final class LakeSql {
  private static final StructType NAMES =
      new StructType().add("name", DataTypes.StringType).add("kind", DataTypes.StringType);

  private final org.apache.spark.sql.classic.SparkSession spark;
  private final boolean unrestricted;
  private final Lake lake;
  private final Set<String> tables = new HashSet<>();

  /**
   * @param keyPlace where the fingerprint key lies, as {@link SqlFunctions#KEY_PLACE} has it; read
   *     when a statement needs it
   * @param retention when objects go by themselves; asked for when a statement needs it
   * @throws dev.telltale.jobs.settings.UserMistake if there is no lake
   */
  public LakeSql(
      SparkSession context,
      String lakeUri,
      boolean unrestricted,
      String keyPlace,
      Supplier<List<RetentionRule>> retention) {
    SqlFunctions.install();
    this.spark = (org.apache.spark.sql.classic.SparkSession) context.newSession();
    this.unrestricted = unrestricted;
    this.lake = new Lake(spark, lakeUri, retention);
    if (unrestricted) {
      // Such a statement may put names together.
      lake.registerViews();
    } else {
      lake.requireKnown();
    }
    spark.conf().set(SqlFunctions.KEY_PLACE, keyPlace);
    for (LakeTable table : LakeTable.values()) {
      Path path = new Path(lake.path(table));
      try {
        tables.add(
            path.getFileSystem(spark.sparkContext().hadoopConfiguration())
                .makeQualified(path)
                .toString());
      } catch (java.io.IOException unreachable) {
        throw new java.io.UncheckedIOException(unreachable);
      }
    }
    if (!unrestricted) {
      // Else ${env:NAME} in a query would be replaced by what the environment holds.
      spark.conf().set("spark.sql.variable.substitute", "false");
      spark.conf().set("spark.sql.runSQLOnFiles", "false");
    }
  }

  /**
   * What a statement answers; nothing of it is computed yet.
   *
   * @throws dev.telltale.jobs.settings.UserMistake if it is refused
   * @throws ParseException if it is no SQL
   */
  public Dataset<Row> run(String statement) throws ParseException {
    if (unrestricted) {
      return spark.sql(statement);
    }
    lake.register(StatementRelations.of(statement));
    LogicalPlan plan = parsed(statement);
    if (plan instanceof ShowTables || plan instanceof ShowViews) {
      return names(plan instanceof ShowTables);
    }
    ParsedQuery.requireHarmless(plan);
    if (plan instanceof ExplainCommand explained) {
      analysed(explained.logicalPlan());
    } else if (plan instanceof DescribeQueryCommand described) {
      analysed(described.plan());
    }
    return analysed(plan);
  }

  /** Stops what statements of this session are doing. Any thread. */
  void cancel() {
    spark.interruptAll();
  }

  /** Parsers take their settings from the active session of the thread. */
  private LogicalPlan parsed(String statement) throws ParseException {
    Option<SparkSession> before = SparkSession.getActiveSession();
    SparkSession.setActiveSession(spark);
    try {
      return spark.sessionState().sqlParser().parsePlan(statement);
    } finally {
      if (before.isDefined()) {
        SparkSession.setActiveSession(before.get());
      } else {
        SparkSession.clearActiveSession();
      }
    }
  }

  private Dataset<Row> analysed(LogicalPlan plan) {
    Dataset<Row> rows = org.apache.spark.sql.classic.Dataset.ofRows(spark, plan);
    if (!(plan instanceof org.apache.spark.sql.catalyst.plans.logical.Command)) {
      AnalysedQuery.requireLakeOnly(rows.queryExecution().analyzed(), tables);
    }
    return rows;
  }

  /** The lake's own, whatever else a metastore holds. */
  private Dataset<Row> names(boolean withTables) {
    List<Row> names = new ArrayList<>();
    if (withTables) {
      for (LakeTable table : LakeTable.values()) {
        names.add(RowFactory.create(table.id(), "table"));
      }
    }
    for (LakeView view : LakeView.values()) {
      names.add(RowFactory.create(view.id(), "view"));
    }
    return spark.createDataFrame(names, NAMES);
  }
}
