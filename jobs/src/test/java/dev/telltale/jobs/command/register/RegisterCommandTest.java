package dev.telltale.jobs.command.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.command.CommandRun;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.KeyFile;
import dev.telltale.jobs.tables.LakeTable;
import dev.telltale.jobs.tables.LakeView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A lake in a metastore: here the one in memory, which Spark's commands do not tell from others.
 */
final class RegisterCommandTest {
  private static final String DATABASE = "leaks_for_tests";

  @TempDir private static Path folder;

  private static String lake;
  private static CommandRun registered;

  /** A session as another program has it, in the registered database. */
  private static SparkSession spark;

  @BeforeAll
  static void scanAndRegister() throws IOException {
    Path logs = Files.createDirectories(folder.resolve("export/logs"));
    for (String name : List.of("a", "b")) {
      Files.writeString(logs.resolve(name), "{\"message\":\"to ines.weber@norvikfreight.com\"}\n");
    }
    lake = folder.resolve("lake").toString();
    CommandRun scan =
        CommandRun.of(
            "",
            "scan",
            "--source",
            folder.resolve("export").toString(),
            "--lake",
            lake,
            "--fingerprint-key",
            KeyFile.of(folder.resolve("key"), "a key for tests, never for use"));
    assertEquals(ExitCode.DONE, scan.code(), scan.err());
    registered = register(lake, DATABASE, "--retention", "90d");
    spark = SparkForTests.session().newSession();
    spark.sql("USE " + DATABASE);
  }

  @AfterAll
  static void forget() {
    SparkForTests.session().sql("DROP DATABASE IF EXISTS " + DATABASE + " CASCADE");
  }

  @Test
  void allTablesAndViewsAreThereWithTheirComments() {
    assertEquals(ExitCode.DONE, registered.code(), registered.err());
    assertTrue(registered.out().contains("Database " + DATABASE + ": 5 tables"), registered.out());
    assertTrue(registered.err().contains("in memory alone"), registered.err());
    for (LakeTable table : LakeTable.values()) {
      assertEquals(0, uncommented(table.id()), table.id());
      assertTrue(spark.table(table.id()).columns().length > 5);
    }
    for (LakeView view : LakeView.values()) {
      assertEquals(0, uncommented(view.id()), view.id());
      spark.table(view.id()).collectAsList();
      assertTrue(
          spark
                  .sql("DESCRIBE EXTENDED " + view.id())
                  .where("col_name = 'Comment' AND data_type LIKE 'One row for each%'")
                  .count()
              == 1,
          view.id());
    }
    assertEquals(2, spark.table("findings").count());
  }

  @Test
  void theTablesReadTheLakeAndACopyIsNowhere() {
    Row detail = spark.sql("DESCRIBE DETAIL findings").first();
    assertTrue(detail.<String>getAs("location").endsWith(lake + "/findings"), detail.toString());
  }

  @Test
  void aCaseIsFoundByItsFingerprint() {
    Row one =
        spark.sql("SELECT kind, places, values, fingerprint, telemetry_types FROM cases").first();
    assertEquals("value", one.getString(0));
    assertEquals(1L, one.getLong(1), "the same bytes under two keys are delivered twice");
    assertEquals(1L, one.getLong(2));
    assertEquals(2, spark.sql("SELECT * FROM telltale_case('" + one.getString(3) + "')").count());
    assertEquals(
        2,
        spark
            .sql("SELECT * FROM telltale_case('" + one.getString(3).substring(0, 8) + "')")
            .count());
  }

  @Test
  void theStatedRetentionSaysUntilWhenAnObjectCanBeRead() {
    List<Row> rows =
        spark
            .sql(
                "SELECT ends_by, readable_until = last_modified + INTERVAL 90 DAYS, places FROM exposure")
            .collectAsList();
    assertEquals(2, rows.size());
    for (Row row : rows) {
      assertEquals("default retention", row.getString(0));
      assertTrue(row.getBoolean(1));
      assertEquals(1L, row.getLong(2));
    }
  }

  @Test
  void aSecondCallChangesNothingInTheLake() throws IOException {
    String before = log();
    CommandRun again = register(lake, DATABASE);
    assertEquals(ExitCode.DONE, again.code(), again.err());
    assertEquals(before, log());
    register(lake, DATABASE, "--retention", "90d");
  }

  @Test
  void aLakeThatIsNotThereIsRefusedAndNothingIsWritten() {
    Path absent = folder.resolve("absent");
    CommandRun refused = register(absent.toString(), "leaks_of_nothing");
    assertEquals(ExitCode.MISTAKE, refused.code());
    assertTrue(refused.err().contains("there is no lake"), refused.err());
    assertFalse(Files.exists(absent));
    assertFalse(SparkForTests.session().catalog().databaseExists("leaks_of_nothing"));
  }

  @Test
  void aTableThatIsMissingIsRefused() throws IOException {
    Path part = folder.resolve("part");
    copy(Path.of(lake, "objects"), part.resolve("objects"));
    CommandRun refused = register(part.toString(), "leaks_of_a_part");
    assertEquals(ExitCode.MISTAKE, refused.code());
    assertTrue(refused.err().contains("records"), refused.err());
    assertFalse(Files.exists(part.resolve("records")), "Spark would create the table");
  }

  @Test
  void aTableOfAnotherLakeIsNotReplaced() throws IOException {
    Path other = folder.resolve("other");
    copy(Path.of(lake), other);
    CommandRun refused = register(other.toString(), DATABASE);
    assertEquals(ExitCode.MISTAKE, refused.code());
    assertTrue(refused.err().contains("has a table records already"), refused.err());
  }

  @Test
  void namesThatMetastoresOrSessionsCannotReachAreRefused() {
    for (String name : List.of("telltale", "two words", "1st", "a.b", "x`; DROP")) {
      CommandRun refused = register(lake, name);
      assertEquals(ExitCode.MISTAKE, refused.code(), name);
      assertTrue(refused.err().contains("--database cannot be"), refused.err());
    }
  }

  private static CommandRun register(String lake, String database, String... more) {
    List<String> words =
        Stream.concat(
                Stream.of("register", "--lake", lake, "--database", database), Arrays.stream(more))
            .toList();
    return CommandRun.of("", words.toArray(String[]::new));
  }

  private static long uncommented(String relation) {
    return spark
        .sql("DESCRIBE " + relation)
        .where("col_name NOT LIKE '#%' AND col_name <> '' AND (comment IS NULL OR comment = '')")
        .where("data_type <> 'data_type'")
        .count();
  }

  private static String log() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(lake))) {
      return files.map(Path::toString).sorted().collect(Collectors.joining("\n"));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
    }
  }
}
