package dev.telltale.jobs.command.sql;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** The rows of a statement, as many as are shown. */
final class QueryAnswer {
  private final StructType schema;
  private final List<Row> rows;
  private final int max;

  private QueryAnswer(StructType schema, List<Row> rows, int max) {
    this.schema = schema;
    this.rows = rows;
    this.max = max;
  }

  /**
   * Runs a statement.
   *
   * @throws dev.telltale.jobs.settings.UserMistake if it cannot be run
   */
  static QueryAnswer of(LakeSql lake, String statement, int max) {
    try {
      Dataset<Row> result = lake.run(statement);
      return new QueryAnswer(result.schema(), result.limit(max + 1).collectAsList(), max);
    } catch (Exception failed) {
      throw QueryMistake.of(failed);
    }
  }

  void print(ResultFormat format, PrintStream out) {
    format.print(schema, shown(), out, Integer.MAX_VALUE);
  }

  /**
   * @param width columns of the screen
   */
  String text(ResultFormat format, int width) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
    format.print(schema, shown(), out, width);
    out.flush();
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Says what is not shown. */
  void remark(PrintStream err) {
    if (rows.size() > max) {
      err.println("(only the first " + max + " rows; --max-rows 0 shows all)");
    }
  }

  private List<Row> shown() {
    return rows.size() > max ? rows.subList(0, max) : rows;
  }
}
