package dev.telltale.jobs.command.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.command.CommandRun;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.KeyFile;
import dev.telltale.jobs.tables.Lake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret that a first scan named is found by a later one where nothing names it. */
final class KnownFromLakeTest {
  private static final String SECRET = "Zr6vQm2xWp9tKd4";

  @TempDir private Path folder;

  @Test
  void whatLeakedOnceIsFoundWithoutContext() throws IOException {
    Path logs = Files.createDirectories(folder.resolve("export/logs"));
    Files.writeString(logs.resolve("first"), "{\"password\":\"" + SECRET + "\"}\n");
    String key = KeyFile.in(folder);
    CommandRun first = scan("lake", key, "--known-from-lake");
    assertEquals(ExitCode.DONE, first.code(), first.err());
    assertTrue(first.err().contains("looking for 0 secrets that the lake knows"), first.err());
    String sentence = "greeting " + SECRET + " parting";
    Files.writeString(logs.resolve("bare"), "{\"message\":\"" + sentence + "\"}\n");
    String encoded = Base64.getEncoder().encodeToString(sentence.getBytes(StandardCharsets.UTF_8));
    Files.writeString(logs.resolve("coded"), "{\"message\":\"" + encoded + "\"}\n");
    CommandRun unknowing = scan("other-lake", key);
    assertEquals(1, current("other-lake").count(), unknowing.out());
    CommandRun knowing = scan("lake", key, "--known-from-lake", "--fail-on", "low");
    assertEquals(ExitCode.FOUND, knowing.code(), knowing.err());
    assertTrue(knowing.err().contains("looking for 1 secret that the lake knows"), knowing.err());
    List<Row> found = current("lake").where("known_case IS NOT NULL").collectAsList();
    assertEquals(2, found.size());
    String caseId = SparkForTests.session().sql("SELECT case_id FROM cases").first().getString(0);
    for (Row finding : found) {
      assertEquals(caseId, finding.getAs("known_case"));
    }
    assertEquals(
        1, SparkForTests.session().sql("SELECT DISTINCT fingerprint FROM findings").count());
    for (Row row :
        SparkForTests.session().sql("SELECT body FROM records_current").collectAsList()) {
      assertFalse(row.getString(0).contains(SECRET));
      assertFalse(row.getString(0).contains(encoded));
    }
  }

  private Dataset<Row> current(String lake) {
    new Lake(SparkForTests.session(), folder.resolve(lake).toString()).registerViews();
    return SparkForTests.session()
        .sql("SELECT f.* FROM findings f JOIN objects_current USING (bucket, object_key, run_id)");
  }

  private CommandRun scan(String lake, String key, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "scan",
                "--source",
                "file://" + folder.resolve("export"),
                "--lake",
                folder.resolve(lake).toString(),
                "--fingerprint-key",
                key));
    words.addAll(List.of(more));
    return CommandRun.of("", words.toArray(String[]::new));
  }
}
