package dev.telltale.jobs.command.notebook;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;

import dev.telltale.jobs.command.sql.LakeSql;
import dev.telltale.jobs.command.sql.QueryMistake;
import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.settings.Problem;
import dev.telltale.jobs.settings.UserMistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/**
 * Runs one cell after the other over one lake. What a cell shows is bounded in rows and in the
 * length of each text. Driver.
 */
public final class CellRunner {
  private final LakeSql lake;
  private final Variables variables;

  public CellRunner(LakeSql lake, Variables variables) {
    this.lake = lake;
    this.variables = variables;
  }

  /**
   * The rows of a cell.
   *
   * @throws UserMistake if the cell is wrong
   */
  public CellResult run(SqlCell cell) {
    Optional<SqlCell.Assignment> assignment = cell.assignment();
    if (assignment.isPresent()) {
      return new CellResult(
          List.of("key", "value"),
          List.of(false, false),
          List.of(List.of(assignment.get().name(), variables.set(assignment.get()))),
          false);
    }
    String statement = variables.replaced(cell.statement());
    try {
      return collected(lake.run(statement));
    } catch (AnalysisException wrong) {
      throw placed(wrong);
    } catch (Exception failed) {
      throw QueryMistake.of(failed);
    }
  }

  /** With the place in the cell, counted without its first line. */
  private static RuntimeException placed(AnalysisException wrong) {
    RuntimeException mistake = QueryMistake.of(wrong);
    if (mistake instanceof UserMistake user && wrong.line().isDefined()) {
      Problem problem = user.problems().get(0);
      int column =
          wrong.startPosition().isDefined() ? (Integer) wrong.startPosition().get() + 1 : 1;
      return new UserMistake(
          problem.problem() + ", line " + wrong.line().get() + ", column " + column,
          problem.cause(),
          problem.remedy());
    }
    return mistake;
  }

  private static CellResult collected(Dataset<Row> result) {
    StructField[] fields = result.schema().fields();
    String[] plain = new String[fields.length];
    Column[] texts = new Column[fields.length];
    List<String> names = new ArrayList<>();
    List<Boolean> numeric = new ArrayList<>();
    for (int at = 0; at < fields.length; at++) {
      plain[at] = "c" + at;
      Column text =
          fields[at].dataType() instanceof BinaryType
              ? hex(col(plain[at]))
              : col(plain[at]).cast("string");
      texts[at] = substring(text, 1, RunLimits.MAX_CELL_LENGTH + 1).as(plain[at]);
      names.add(fields[at].name());
      numeric.add(fields[at].dataType() instanceof NumericType);
    }
    if (fields.length == 0) {
      texts = new Column[] {lit("").as("c0")};
      names.add("");
      numeric.add(false);
    }
    List<Row> rows =
        result.toDF(plain).select(texts).limit(RunLimits.MAX_NOTEBOOK_ROWS + 1).collectAsList();
    boolean cut = rows.size() > RunLimits.MAX_NOTEBOOK_ROWS;
    List<List<String>> cells = new ArrayList<>();
    for (Row row : cut ? rows.subList(0, RunLimits.MAX_NOTEBOOK_ROWS) : rows) {
      List<String> line = new ArrayList<>();
      for (int at = 0; at < row.size(); at++) {
        line.add(row.isNullAt(at) ? "" : row.getString(at));
      }
      cells.add(line);
    }
    return new CellResult(names, numeric, cells, cut);
  }
}
