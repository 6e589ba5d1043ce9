package dev.telltale.jobs.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.actions.Action;
import dev.telltale.jobs.actions.ActionKind;
import dev.telltale.jobs.actions.ActionLedger;
import dev.telltale.jobs.actions.ActionResult;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The lake read by programs that share no code with Telltale: Delta Kernel says which files make up
 * a table, DuckDB reads them. Both get the SQL of {@code docs/query.md}.
 */
final class IndependentReadersTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "query.md");

  @TempDir private static Path folder;

  private static SmallExport export;
  private static SparkSession spark;

  @BeforeAll
  static void scanTwice() throws IOException {
    export =
        new SmallExport(folder)
            .log(
                "logs/2026/11/20/10/p-1-2026-11-20-10-00-00-a", "from ines.weber@norvikfreight.com")
            .log("logs/2026/11/21/10/p-1-2026-11-21-10-00-00-b", "to ines.weber@norvikfreight.com")
            .log(
                "k8s-state/2026/11/21/11/p-1-2026-11-21-11-00-00-c", "jonas.falk@norvikfreight.com")
            .log("logs/2026/11/22/11/p-1-2026-11-22-11-00-00-d", "key AKIAQ7XK2MPLV4RNTZ6B leaked")
            .log("logs/2026/11/22/12/p-1-2026-11-22-12-00-00-e", "calm");
    export.scan();
    export.scan(export.lakePath(), true);
    new ActionLedger(SparkForTests.session(), export.lake(), "somebody", Clock.systemUTC())
        .append(Action.of(ActionKind.INFORM, ActionResult.DONE, List.of("case-1")));
    spark = SparkForTests.session().newSession();
    new Lake(spark, export.lakePath()).registerViews();
  }

  @Test
  void deltaKernelReadsEveryTable() throws Exception {
    for (LakeTable table : LakeTable.values()) {
      KernelTable read = new KernelTable(export.lake().path(table));
      assertEquals(List.of(table.schema().fieldNames()), read.columns(), table.id());
      String column =
          switch (table) {
            case FINDINGS -> "finding_id";
            case ACTIONS -> "canonical";
            default -> "run_id";
          };
      List<String> expected =
          spark.table(table.id()).select(column).collectAsList().stream()
              .map(row -> row.getString(0))
              .sorted()
              .toList();
      assertFalse(expected.isEmpty(), table.id());
      assertEquals(expected, read.strings(column).stream().sorted().toList(), table.id());
    }
  }

  @Test
  void sparkAndDuckDbAnswerTheTenQuestionsAlike() throws Exception {
    List<String> queries = queries();
    assertEquals(12, queries.size(), "two views and ten questions");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      for (LakeTable table : LakeTable.values()) {
        statement.execute(view(table));
      }
      int answered = 0;
      for (String query : queries) {
        if (query.startsWith("CREATE VIEW")) {
          spark.sql(query.replace("CREATE VIEW", "CREATE TEMPORARY VIEW"));
          statement.execute(query);
          continue;
        }
        List<List<String>> expected = answers(spark.sql(query).collectAsList());
        assertEquals(expected, answers(statement, query), query);
        answered += expected.isEmpty() ? 0 : 1;
      }
      assertEquals(10, answered, "a question without an answer shows nothing");
    }
  }

  private static List<String> queries() throws IOException {
    List<String> queries = new ArrayList<>();
    String[] blocks = Files.readString(DOCUMENT).split("```sql\n", -1);
    for (int i = 1; i < blocks.length; i++) {
      queries.add(blocks[i].substring(0, blocks[i].indexOf("```")).strip());
    }
    return queries;
  }

  /**
   * A table for DuckDB, without its own reader of Delta: the files, and what their partition is.
   */
  private static String view(LakeTable table) throws Exception {
    List<String> files = new ArrayList<>();
    for (KernelTable.DataFile file : new KernelTable(export.lake().path(table)).files()) {
      String partition =
          file.partition().entrySet().stream()
              .map(IndependentReadersTest::column)
              .collect(Collectors.joining());
      files.add(
          "SELECT *"
              + partition
              + " FROM read_parquet('"
              + file.path()
              + "', hive_partitioning = false)");
    }
    assertTrue(!files.isEmpty(), table.id());
    return "CREATE VIEW " + table.id() + " AS " + String.join(" UNION ALL BY NAME ", files);
  }

  private static String column(Map.Entry<String, String> value) {
    String type = value.getKey().equals("export_date") ? "DATE" : "VARCHAR";
    return ", CAST('" + value.getValue() + "' AS " + type + ") AS " + value.getKey();
  }

  private static List<List<String>> answers(List<Row> rows) {
    List<List<String>> answers = new ArrayList<>();
    for (Row row : rows) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.length(); i++) {
        cells.add(text(row.get(i)));
      }
      answers.add(cells);
    }
    return answers;
  }

  private static List<List<String>> answers(Statement statement, String query) throws SQLException {
    List<List<String>> answers = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          cells.add(text(rows.getObject(i)));
        }
        answers.add(cells);
      }
    }
    return answers;
  }

  /** The same text for the same value, whatever type a driver gives it in. */
  private static String text(Object value) {
    if (value instanceof Timestamp time) {
      return time.toInstant().toString();
    }
    if (value instanceof OffsetDateTime time) {
      return time.toInstant().toString();
    }
    if (value instanceof Instant || value instanceof String || value instanceof Boolean) {
      return value.toString();
    }
    if (value instanceof BigInteger number) {
      return number.toString();
    }
    return value == null
        ? "null"
        : new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
  }
}
