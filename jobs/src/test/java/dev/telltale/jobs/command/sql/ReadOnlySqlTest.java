package dev.telltale.jobs.command.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.command.CommandRun;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.settings.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code telltale sql} reads the lake: no other file, no command, no code, no environment. */
final class ReadOnlySqlTest {
  /** No statement of this test needs the key. */
  private static final String NO_KEY = "env:NO_SUCH_VARIABLE";

  @TempDir private static Path folder;

  private static String lakeFolder;
  private static LakeSql lake;

  @BeforeAll
  static void scanAFolder() throws IOException {
    Path export = Files.createDirectories(folder.resolve("export"));
    Files.writeString(export.resolve("a"), "{\"message\":\"mail ines.weber@norvikfreight.com\"}\n");
    Files.writeString(folder.resolve("secret.csv"), "word\nneedle\n");
    lakeFolder = folder.resolve("lake").toString();
    CommandRun scan =
        CommandRun.of("", "scan", "--source", export.toString(), "--lake", lakeFolder);
    assertEquals(ExitCode.DONE, scan.code(), scan.err());
    lake = new LakeSql(SparkForTests.session(), lakeFolder, false, NO_KEY, List::of);
    SparkForTests.session()
        .sql(
            "CREATE TABLE IF NOT EXISTS customers (word STRING) USING csv LOCATION '"
                + folder.resolve("secret.csv")
                + "'");
  }

  static Stream<String> attacks() {
    String secret = folder.resolve("secret.csv").toString();
    List<String> attacks = new ArrayList<>();
    // Files by their path, wherever a relation can stand.
    for (String format : List.of("text", "csv", "json", "parquet", "orc", "avro", "binaryFile")) {
      attacks.add("SELECT * FROM " + format + ".`" + secret + "`");
    }
    attacks.add("SELECT * FROM delta.`" + lakeFolder + "/findings`");
    attacks.add("SELECT * FROM spark_catalog.text.`" + secret + "`");
    attacks.add("TABLE text.`" + secret + "`");
    attacks.add("SELECT * FROM telltale.`" + secret + "`");
    attacks.add("SELECT * FROM telltale.findings.`" + secret + "`");
    attacks.add("FROM text.`" + secret + "` SELECT *");
    attacks.add("SELECT * FROM findings WHERE rule IN (SELECT value FROM text.`" + secret + "`)");
    attacks.add("SELECT (SELECT max(value) FROM text.`" + secret + "`) FROM findings");
    attacks.add("SELECT * FROM findings WHERE EXISTS (SELECT 1 FROM text.`" + secret + "`)");
    attacks.add("SELECT * FROM findings, LATERAL (SELECT * FROM text.`" + secret + "`)");
    attacks.add("WITH f AS (SELECT * FROM text.`" + secret + "`) SELECT * FROM f");
    attacks.add("WITH findings AS (SELECT * FROM text.`" + secret + "`) SELECT * FROM findings");
    attacks.add("SELECT 1 UNION SELECT value FROM text.`" + secret + "`");
    attacks.add(
        "SELECT rule FROM findings ORDER BY (SELECT max(value) FROM text.`" + secret + "`)");
    attacks.add("FROM findings |> UNION ALL (SELECT * FROM text.`" + secret + "`)");
    attacks.add("FROM findings |> JOIN text.`" + secret + "` ON true");
    attacks.add("SELECT * FROM IDENTIFIER('text.`" + secret + "`')");
    attacks.add("SELECT * FROM IDENTIFIER('findings')");
    attacks.add("EXPLAIN SELECT * FROM text.`" + secret + "`");
    attacks.add("DESCRIBE text.`" + secret + "`");
    attacks.add("DESCRIBE QUERY SELECT * FROM csv.`" + secret + "`");
    attacks.add("SHOW COLUMNS IN csv.`" + secret + "`");
    // Tables of a metastore, and names that only look like common table expressions.
    attacks.add("SELECT * FROM customers");
    attacks.add("SELECT * FROM spark_catalog.default.customers");
    attacks.add("DESCRIBE EXTENDED customers");
    attacks.add(
        "SELECT c.* FROM customers c JOIN (WITH customers AS (SELECT 1 x) SELECT * FROM customers)");
    attacks.add(
        "EXPLAIN SELECT c.* FROM customers c JOIN (WITH customers AS (SELECT 1) SELECT * FROM customers)");
    // Statements that write, and their disguises.
    for (String table : List.of("findings", "delta.`" + lakeFolder + "/findings`")) {
      attacks.add("DELETE FROM " + table);
      attacks.add("UPDATE " + table + " SET rule = 'x'");
      attacks.add("INSERT INTO " + table + " SELECT * FROM findings");
      attacks.add("WITH f AS (SELECT * FROM findings) INSERT INTO " + table + " SELECT * FROM f");
      attacks.add("FROM findings INSERT INTO " + table + " SELECT *");
      attacks.add("MERGE INTO " + table + " t USING findings s ON true WHEN MATCHED THEN DELETE");
      attacks.add("TRUNCATE TABLE " + table);
      attacks.add("DROP TABLE " + table);
      attacks.add("ALTER TABLE " + table + " SET TBLPROPERTIES ('a' = 'b')");
      attacks.add("OPTIMIZE " + table);
      attacks.add("VACUUM " + table);
      attacks.add("RESTORE TABLE " + table + " TO VERSION AS OF 0");
      attacks.add("DESCRIBE HISTORY " + table);
      attacks.add("EXPLAIN DELETE FROM " + table);
      attacks.add("CACHE TABLE " + table);
      attacks.add("REFRESH TABLE " + table);
      attacks.add("ANALYZE TABLE " + table + " COMPUTE STATISTICS");
    }
    String out = folder.resolve("out").toString();
    attacks.add("INSERT OVERWRITE DIRECTORY '" + out + "' USING csv SELECT rule FROM findings");
    attacks.add("INSERT OVERWRITE LOCAL DIRECTORY '" + out + "' SELECT rule FROM findings");
    attacks.add("CREATE TABLE t USING csv LOCATION '" + out + "' AS SELECT 1");
    attacks.add("CREATE TEMPORARY VIEW t USING text OPTIONS (path '" + secret + "')");
    attacks.add("CREATE OR REPLACE TEMPORARY VIEW findings AS SELECT 1");
    attacks.add("CREATE VIEW v AS SELECT 1");
    attacks.add("DROP VIEW findings");
    attacks.add("CACHE TABLE t AS SELECT * FROM text.`" + secret + "`");
    // Code.
    attacks.add("SELECT TRANSFORM(rule) USING 'cat " + secret + "' FROM findings");
    attacks.add("FROM findings MAP rule USING 'sh' AS x");
    attacks.add("SELECT reflect('java.lang.System', 'getenv', 'HOME')");
    attacks.add("SELECT java_method('java.lang.System', 'getProperty', 'user.home')");
    attacks.add("SELECT try_reflect('java.lang.System', 'getenv', 'HOME')");
    attacks.add("SELECT `reflect`('java.lang.System', 'getenv', 'HOME')");
    attacks.add("SELECT builtin.reflect('java.lang.System', 'getenv', 'HOME')");
    attacks.add("SELECT IDENTIFIER('reflect')('java.lang.System', 'getenv', 'HOME')");
    attacks.add("SELECT sum(1) OVER w FROM findings WINDOW w AS (PARTITION BY reflect('a', 'b'))");
    attacks.add("SELECT transform(array(1), x -> reflect('java.lang.System', 'getenv', 'HOME'))");
    attacks.add("SELECT * FROM findings LATERAL VIEW reflect('a', 'b') t AS x");
    attacks.add("SELECT * FROM VALUES (reflect('java.lang.System', 'getenv', 'HOME'))");
    attacks.add("SELECT count(*) FILTER (WHERE reflect('a', 'b') = 'c') FROM findings");
    attacks.add("SELECT * FROM findings GROUP BY ALL HAVING reflect('a', 'b') = 'c'");
    attacks.add("SELECT * FROM findings TABLESAMPLE (1 ROWS) WHERE reflect('a', 'b') = 'c'");
    attacks.add("ADD JAR '" + out + "/x.jar'");
    attacks.add("ADD FILE '" + secret + "'");
    attacks.add("LIST JARS");
    attacks.add("CREATE FUNCTION f AS 'com.example.F' USING JAR '" + out + "/x.jar'");
    attacks.add("CREATE TEMPORARY FUNCTION f AS 'com.example.F'");
    attacks.add("CREATE TEMPORARY FUNCTION f() RETURNS STRING RETURN reflect('a', 'b')");
    attacks.add("CALL system.run()");
    // Functions that read what their arguments name.
    attacks.add("SELECT from_xml('<a/>', 'a INT', map('rowValidationXSDPath', '" + secret + "'))");
    attacks.add("SELECT from_avro(X'00', '\"int\"', map('avroSchemaUrl', '" + secret + "'))");
    attacks.add("SELECT from_protobuf(X'00', 'M', '" + secret + "')");
    attacks.add("SELECT * FROM python_worker_logs()");
    attacks.add("SELECT * FROM read_files('" + secret + "')");
    attacks.add("SELECT * FROM table_changes_by_path('" + lakeFolder + "/findings', 0)");
    // Settings, variables, scripts, several statements.
    attacks.add("SET spark.sql.runSQLOnFiles = true");
    attacks.add("SET -v");
    attacks.add("RESET");
    attacks.add("USE default");
    attacks.add("SHOW DATABASES");
    attacks.add("SHOW FUNCTIONS");
    attacks.add("SHOW CREATE TABLE findings");
    attacks.add("DECLARE VARIABLE x STRING DEFAULT reflect('a', 'b')");
    attacks.add("SET VAR x = 1");
    attacks.add("EXECUTE IMMEDIATE 'DELETE FROM findings'");
    attacks.add("BEGIN SELECT 1; DELETE FROM findings; END");
    attacks.add("SELECT 1; DELETE FROM findings");
    attacks.add("SELECT * FROM findings VERSION AS OF 0");
    return attacks.stream();
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void theParsedStatementIsRefused(String attack) {
    Exception refused = assertThrows(Exception.class, () -> lake.run(attack).collectAsList());
    RuntimeException shown = QueryMistake.of(refused);
    assertTrue(shown instanceof UserMistake, () -> attack + ": " + refused);
    assertFalse(shown.getMessage().contains("needle"), shown.getMessage());
    assertFalse(Files.exists(folder.resolve("out")), "something was written");
  }

  @Test
  void aPersonIsToldWithoutASession() {
    // Not all can be seen in the text alone; what can is answered in a moment.
    List<String> later =
        attacks()
            .filter(
                attack -> {
                  try {
                    StatementText.requireHarmless(attack);
                    return true;
                  } catch (UserMistake refused) {
                    return false;
                  }
                })
            .toList();
    assertEquals(
        List.of(),
        later.stream()
            .filter(
                attack ->
                    !attack.contains("WITH customers AS")
                        && !attack.contains("LATERAL VIEW")
                        && !attack.contains("VERSION AS OF")
                        && !attack.startsWith("DESCRIBE")
                        && !attack.startsWith("SHOW COLUMNS")
                        && !attack.startsWith("EXPLAIN"))
            .toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "SELECT * FROM findings",
        "select Rule from FINDINGS f where f.severity = 'medium' order by 1 limit 3",
        "TABLE objects",
        "FROM findings |> WHERE confidence > 0 |> AGGREGATE count(*) AS n GROUP BY rule",
        "WITH f AS (SELECT rule FROM findings), g AS (SELECT * FROM f) SELECT count(*) FROM g",
        "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 3) SELECT * FROM r",
        "SELECT rule, row_number() OVER w FROM findings WINDOW w AS (PARTITION BY rule ORDER BY masked)",
        "SELECT * FROM findings JOIN objects_current USING (bucket, object_key, run_id)",
        "SELECT rule FROM findings WHERE object_key IN (SELECT object_key FROM objects)",
        "SELECT o.object_key, x.n FROM objects o, LATERAL (SELECT count(*) AS n FROM findings f WHERE f.object_key = o.object_key) x",
        "SELECT explode(encodings) FROM findings",
        "SELECT f.k FROM findings LATERAL VIEW explode(encodings) f AS k",
        "SELECT * FROM range(3)",
        "SELECT * FROM VALUES (1, 'a'), (2, 'b') AS t(n, c)",
        "SELECT transform(array(1, 2), x -> x + 1)",
        "SELECT telltale_key('k8s-state/x').telemetry_type",
        "SELECT finding_id FROM telltale_case('0123456789abcdef')",
        "SELECT case_id, places FROM cases",
        "SELECT * FROM (SELECT rule, severity FROM findings) PIVOT (count(*) FOR severity IN ('high', 'low'))",
        "SELECT rule, count(*) FROM findings GROUP BY ROLLUP (rule) HAVING count(*) > 0",
        "SELECT /*+ BROADCAST(o) */ count(*) FROM findings f JOIN objects o USING (object_key)",
        "SELECT DISTINCT rule FROM findings EXCEPT SELECT rule FROM findings WHERE false",
        "SELECT count(*) FROM logs",
        "SHOW TABLES",
        "SHOW VIEWS",
        "SHOW COLUMNS IN findings",
        "DESCRIBE findings",
        "DESCRIBE findings rule",
        "DESCRIBE QUERY SELECT rule FROM findings",
        "EXPLAIN SELECT * FROM findings",
      })
  void readingTheLakeIsNot(String query) throws Exception {
    StatementText.requireHarmless(query);
    assertFalse(lake.run(query).collectAsList().isEmpty() && query.contains("SHOW"), query);
  }

  @Test
  void everyQueryOfTheDocumentsReadsTheLake() throws Exception {
    int queries = 0;
    for (String block :
        Files.readString(Path.of("..", "docs", "queries.md")).split("```sql\n", -1)) {
      if (queries++ > 0) {
        String query = block.substring(0, block.indexOf("```"));
        StatementText.requireHarmless(query);
        assertTrue(lake.run(query).schema().size() > 0, query);
      }
    }
    assertTrue(queries > 20, "too few to be all");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ruel FROM findings",
        "SELECT f.ruel FROM findings f",
        "SELECT rule FROM findings WHERE ruel = 'x'",
        "SELECT rule FROM findings f JOIN objects o ON f.ruel = o.etag",
        "SELECT count(*) FROM findings GROUP BY ruel",
        "WITH f AS (SELECT ruel FROM findings) SELECT * FROM f",
      })
  void aColumnThatIsNowhereIsAnsweredWithTheNearestWithoutASession(String query) {
    UserMistake mistake =
        assertThrows(UserMistake.class, () -> StatementText.requireHarmless(query));
    assertTrue(mistake.getMessage().contains("there is no column \"ruel\""), mistake.getMessage());
    assertTrue(mistake.getMessage().contains("did you mean rule?"), mistake.getMessage());
  }

  @Test
  void whatOnlyASessionCanTellIsAnsweredWithoutAPlan() {
    CommandRun answer = sql("SELECT o.rule FROM findings f JOIN objects o USING (object_key)");
    assertEquals(ExitCode.MISTAKE, answer.code());
    assertTrue(answer.err().contains("UNRESOLVED_COLUMN"), answer.err());
    assertTrue(answer.err().lines().count() < 5 && answer.err().length() < 1500, answer.err());
  }

  @Test
  void theEnvironmentAndTheSettingsAreNotRead() throws Exception {
    for (String variable :
        List.of(
            "${env:PATH}", "${system:user.home}", "${spark.master}", "${hiveconf:spark.master}")) {
      StatementText.requireHarmless("SELECT '" + variable + "'");
      assertEquals(variable, lake.run("SELECT '" + variable + "'").first().getString(0), variable);
    }
  }

  @Test
  void otherSessionsKeepTheirNames() {
    SparkSession spark = SparkForTests.session();
    spark.sql("SELECT 1 AS mine").createOrReplaceTempView("findings");
    try {
      CommandRun answer =
          CommandRun.of(
              "", "sql", "--lake", lakeFolder, "--format", "csv", "SELECT rule FROM findings");
      assertEquals("rule\npii.email\n", answer.out(), answer.err());
      assertEquals(1, spark.sql("SELECT mine FROM findings").count());
    } finally {
      spark.catalog().dropTempView("findings");
    }
  }

  @Test
  void whoMeansItMayDoAllThatSparkDoes() {
    CommandRun refused = sql("SELECT word FROM customers");
    assertEquals(ExitCode.MISTAKE, refused.code());
    assertTrue(refused.err().contains("--unrestricted"), refused.err());
    CommandRun answer =
        sql("SELECT * FROM text.`" + folder.resolve("secret.csv") + "`", "--unrestricted");
    assertEquals("value\nword\nneedle\n", answer.out(), answer.err());
  }

  private static CommandRun sql(String query, String... more) {
    List<String> words =
        new ArrayList<>(List.of("sql", "--lake", lakeFolder, "--format", "csv", query));
    words.addAll(List.of(more));
    return CommandRun.of("", words.toArray(String[]::new));
  }
}
