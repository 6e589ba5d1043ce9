package dev.telltale.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.detection.finding.FingerprintKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.HiveResult$;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import scala.jdk.javaapi.CollectionConverters;

/** A session that has nothing of Telltale but the setting. */
final class TelltaleExtensionsTest {
  private static final String EMAIL = "ines.weber@norvikfreight.com";

  @TempDir private static Path warehouse;

  private static SparkSession spark;

  @BeforeAll
  static void startAPlainSession() {
    spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.sql.warehouse.dir", warehouse.toString())
            .config("spark.sql.extensions", TelltaleExtensions.class.getName())
            .getOrCreate();
    spark.sql(
        "CREATE VIEW findings AS SELECT 'a' AS bucket, 'k' AS object_key, NULL AS version_id, 'r' AS run_id,"
            + " NULL AS suppressed_by, 'abcdef0123456789' AS fingerprint, 1 AS event_time, 'f' AS finding_id");
    spark.sql(
        "CREATE VIEW objects_current AS SELECT 'a' AS bucket, 'k' AS object_key, NULL AS version_id, 'r' AS run_id");
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  @AfterEach
  void forgetTheKey() {
    spark.conf().unset(SqlFunctions.KEY_PLACE);
    compile(true);
  }

  static Stream<String> functions() {
    return Stream.concat(FunctionNames.scalar().stream(), FunctionNames.table().stream());
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyExampleOfADescriptionIsTrue(String function) {
    spark.conf().set(SqlFunctions.KEY_PLACE, KeyOfTests.PLACE);
    String text = String.join("\n", column(spark.sql("DESCRIBE FUNCTION EXTENDED " + function)));
    for (String part :
        List.of("Usage: " + function + "(", "Arguments:", "Examples:", "Since: 0.1.0")) {
      assertTrue(text.contains(part), text);
    }
    List<String> lines = text.lines().map(String::strip).toList();
    int examples = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("> ")) {
        String query = lines.get(i).substring(2).replace(";", "");
        examples++;
        for (boolean compiled : new boolean[] {false, true}) {
          compile(compiled);
          assertEquals(lines.get(i + 1), answer(query), query);
        }
      }
    }
    assertTrue(examples > 0, text);
  }

  @Test
  void theFunctionsStayInsideGeneratedCode() {
    spark
        .range(3)
        .selectExpr("concat('to ', id, '@norvikfreight.com') AS text")
        .createOrReplaceTempView("texts");
    Dataset<Row> rows =
        spark.sql(
            "SELECT telltale_redact(text) AS r, size(telltale_detect(text, 'mail')) AS n, telltale_mask(text) AS m FROM texts");
    String plan = rows.queryExecution().executedPlan().toString();
    assertTrue(plan.contains("*(1) Project [telltale_redact("), plan);
    List<Row> compiled = rows.collectAsList();
    compile(false);
    assertEquals(
        compiled,
        spark
            .sql(
                "SELECT telltale_redact(text) AS r, size(telltale_detect(text, 'mail')) AS n, telltale_mask(text) AS m FROM texts")
            .collectAsList());
    assertEquals(1, compiled.get(0).getInt(1));
  }

  @Test
  void everyFunctionIsDescribed() {
    assertEquals(
        Stream.of(SqlFunction.values()).map(SqlFunction::id).sorted().toList(),
        FunctionNames.scalar().stream().sorted().toList());
    for (SqlFunction function : SqlFunction.values()) {
      StringBuilder call = new StringBuilder(function.id()).append('(');
      for (int i = 0; i < function.parameters().size(); i++) {
        String comma = i == 0 ? "" : ", ";
        call.append(function.isOptional(i) ? "[" + comma : comma)
            .append(function.parameters().get(i))
            .append(function.isOptional(i) ? "]" : "");
      }
      assertTrue(FunctionNames.signatures().contains(call + ")"), call.toString());
    }
  }

  @Test
  void nothingGivesNothing() {
    List<String> calls = new ArrayList<>();
    for (SqlFunction function : SqlFunction.values()) {
      calls.add(function.id() + "(NULL)");
    }
    spark.conf().set(SqlFunctions.KEY_PLACE, KeyOfTests.PLACE);
    for (boolean compiled : new boolean[] {false, true}) {
      compile(compiled);
      Row row = spark.sql("SELECT " + String.join(", ", calls)).first();
      for (int i = 0; i < calls.size(); i++) {
        assertTrue(row.isNullAt(i), calls.get(i));
      }
      Row column =
          spark
              .sql(
                  "SELECT telltale_redact(t, f), telltale_detect(t, f) FROM VALUES (CAST(NULL AS STRING), 'x') AS v(t, f)")
              .first();
      assertTrue(column.isNullAt(0) && column.isNullAt(1));
    }
  }

  @Test
  void aViewThatStaysMayUseThemAndNobodyDropsThem() {
    spark.sql("CREATE VIEW redacted AS SELECT telltale_redact('" + EMAIL + "') AS r");
    spark.sql("CREATE TEMPORARY VIEW masked AS SELECT telltale_mask('" + EMAIL + "') AS m");
    assertTrue(answer("SELECT r FROM redacted").startsWith("[telltale:pii.email:"));
    assertEquals("ines****.com", answer("SELECT m FROM masked"));
    assertThrows(
        AnalysisException.class, () -> spark.sql("DROP TEMPORARY FUNCTION telltale_redact"));
    assertEquals("1", answer("SELECT size(telltale_detect('" + EMAIL + "'))"));
    SparkSession other = spark.newSession();
    assertEquals(1, other.sql("SELECT telltale_mask('x')").count());
  }

  @Test
  void aFingerprintIsMadeWithTheKeyOfTheSettingAndRefusedWithoutOne() {
    String query = "SELECT telltale_fingerprint('" + EMAIL + "')";
    AnalysisException refused = assertThrows(AnalysisException.class, () -> spark.sql(query));
    assertTrue(refused.getMessage().contains(SqlFunctions.KEY_PLACE), refused.getMessage());
    String own = answer("SELECT telltale_detect('" + EMAIL + "')[0].fingerprint");
    spark.conf().set(SqlFunctions.KEY_PLACE, KeyOfTests.PLACE);
    String expected =
        FingerprintKey.of(KeyOfTests.PLACE.getBytes(StandardCharsets.UTF_8)).fingerprint(EMAIL);
    assertEquals(expected, answer(query));
    assertEquals(expected, answer("SELECT telltale_detect('" + EMAIL + "')[0].fingerprint"));
    assertNotEquals(expected, own);
    spark.conf().set(SqlFunctions.KEY_PLACE, "short");
    AnalysisException unusable = assertThrows(AnalysisException.class, () -> spark.sql(query));
    assertTrue(unusable.getMessage().contains("at least 16 bytes"), unusable.getMessage());
  }

  @Test
  void theKeyIsInNoPlan() {
    spark.conf().set(SqlFunctions.KEY_PLACE, KeyOfTests.PLACE);
    Dataset<Row> rows = spark.sql("SELECT telltale_fingerprint(CAST(id AS STRING)) FROM range(2)");
    String plan = rows.queryExecution().toString();
    assertTrue(plan.contains("telltale_fingerprint(cast(id"), plan);
    assertTrue(!plan.contains("CoreFunctions") && !plan.contains(KeyOfTests.PLACE), plan);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT telltale_detect()",
        "SELECT telltale_detect('a', 'b', 'c')",
        "SELECT telltale_detect(array('a'))",
        "SELECT telltale_detect(text => 'a', wrong => 'b')",
        "SELECT telltale_decode(1.5)",
        "SELECT * FROM telltale_case()",
        "SELECT * FROM telltale_case('x')",
        "SELECT * FROM telltale_case('abcdef01'' OR true --')",
        "SELECT c.* FROM findings AS f, LATERAL telltale_case(f.fingerprint) AS c",
      })
  void aWrongCallIsAnErrorOfTheQuery(String query) {
    assertThrows(AnalysisException.class, () -> spark.sql(query));
  }

  @Test
  void aCaseIsAllPlacesOfAValue() {
    assertEquals("f", answer("SELECT finding_id FROM telltale_case('abcdef01')"));
    assertEquals("0", answer("SELECT count(*) FROM telltale_case('abcdef02')"));
  }

  private static void compile(boolean compiled) {
    spark.conf().set("spark.sql.codegen.wholeStage", Boolean.toString(compiled));
    spark.conf().set("spark.sql.codegen.factoryMode", compiled ? "CODEGEN_ONLY" : "NO_CODEGEN");
    spark
        .conf()
        .set(
            "spark.sql.optimizer.excludedRules",
            compiled ? "" : "org.apache.spark.sql.catalyst.optimizer.ConstantFolding");
  }

  private static List<String> column(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(row -> row.getString(0)).toList();
  }

  private static String answer(String query) {
    return String.join(
        "\n",
        CollectionConverters.asJava(
            HiveResult$.MODULE$.hiveResultString(
                spark.sql(query).queryExecution().executedPlan())));
  }
}
