package dev.telltale.jobs.command.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.actions.Action;
import dev.telltale.jobs.actions.ActionKind;
import dev.telltale.jobs.actions.ActionLedger;
import dev.telltale.jobs.actions.ActionResult;
import dev.telltale.jobs.command.CommandRun;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.KeyFile;
import dev.telltale.jobs.tables.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case is closed; then its value comes back, and another one in its field. */
final class WatchCommandTest {
  private static final String MAIL = "ines.weber@norvikfreight.com";

  @TempDir private Path folder;

  @Test
  void aClosedCaseThatComesBackIsTold() throws IOException {
    Path logs = Files.createDirectories(folder.resolve("export/logs"));
    String key = KeyFile.in(folder);
    Files.writeString(logs.resolve("a"), "{\"actor\":\"" + MAIL + "\"}\n");
    scan(key);
    SparkSession spark = SparkForTests.session();
    Lake lake = new Lake(spark, folder.resolve("lake").toString());
    lake.registerViews();
    Row found = spark.sql("SELECT DISTINCT case_id, field_id FROM case_findings").first();
    String caseId = found.getString(0);
    ActionLedger ledger = new ActionLedger(spark, lake, "a test", Clock.systemUTC());
    ledger.append(
        Action.of(ActionKind.PLAN, ActionResult.DONE, List.of(caseId))
            .with("fields." + caseId, found.getString(1)));
    ledger.append(Action.of(ActionKind.PROVE, ActionResult.DONE, List.of(caseId)));

    CommandRun quiet = watch("--fail-on", "low");
    assertEquals(ExitCode.DONE, quiet.code(), quiet.err());
    assertEquals("Nothing has come back: 1 closed case.\n", quiet.out());

    Files.writeString(logs.resolve("b"), "{\"note\":\"to " + MAIL + "\"}\n");
    Files.writeString(logs.resolve("c"), "{\"actor\":\"otto.brand@norvikfreight.com\"}\n");
    scan(key);
    CommandRun back = watch("--fail-on", "high");
    assertEquals(ExitCode.FOUND, back.code(), back.out());
    assertTrue(back.out().contains("Of 1 closed case, these have come back:"), back.out());
    assertTrue(
        back.out().matches("(?s).*high +" + caseId + " +another value +case-.*"), back.out());
    assertTrue(
        back.out().matches("(?s).*high +" + caseId + " +the same value +" + caseId + ".*"),
        back.out());
    assertFalse(back.out().contains("@"), back.out());
    assertEquals(ExitCode.DONE, watch("--fail-on", "critical").code());
    CommandRun json = watch("--format", "json");
    assertEquals(2, json.out().lines().count());
    assertEquals(ExitCode.DONE, json.code());
    lake.registerViews();
    assertEquals(
        "reopened",
        spark
            .sql(
                "SELECT state FROM cases WHERE fingerprint IN (SELECT fingerprint FROM findings WHERE field_pattern = '$.note')")
            .first()
            .getString(0));
  }

  private CommandRun watch(String... more) {
    List<String> words =
        new ArrayList<>(List.of("watch", "--lake", folder.resolve("lake").toString()));
    words.addAll(List.of(more));
    return CommandRun.of("", words.toArray(String[]::new));
  }

  private void scan(String key) {
    CommandRun run =
        CommandRun.of(
            "",
            "scan",
            "--source",
            folder.resolve("export").toString(),
            "--lake",
            folder.resolve("lake").toString(),
            "--fingerprint-key",
            key);
    assertEquals(ExitCode.DONE, run.code(), run.err());
  }
}
