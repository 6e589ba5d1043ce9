package dev.telltale.jobs.command.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.command.CommandRun;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.KeyFile;
import dev.telltale.jobs.tables.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three objects, one with a finding, one without, one with a fault, under rules that change. */
final class RulesChangedTest {
  @TempDir private static Path folder;

  private static String lake;
  private static String key;

  @BeforeAll
  static void scanUnderTheBuiltinRules() throws IOException {
    Path logs = Files.createDirectories(folder.resolve("export/logs"));
    Files.writeString(logs.resolve("found"), "{\"message\":\"to ines.weber@norvikfreight.com\"}\n");
    Files.writeString(logs.resolve("clean"), "{\"message\":\"all quiet\"}\n");
    Files.writeString(logs.resolve("broken"), "{\"message\": }\n{\"fine\":true}\n");
    lake = folder.resolve("lake").toString();
    key = KeyFile.in(folder);
    CommandRun first = scan();
    assertEquals(ExitCode.DONE, first.code(), first.err());
  }

  @Test
  void onlyWhatTheChangeCanAffectIsReadAgain() throws IOException {
    String judged = rules("judged.yaml", "severity: {pii.email: critical}\n");
    CommandRun changed = scan("--rules", judged, "--rules-changed");
    assertTrue(changed.err().contains("1 object without findings"), changed.err());
    assertTrue(changed.out().contains("3 listed, 2 new: 1 scanned, 1 partial"), changed.out());
    new Lake(SparkForTests.session(), lake).registerViews();
    assertEquals(1, count("(SELECT DISTINCT rule_set FROM objects_current)"));
    assertEquals(3, count("objects_current"));
    assertEquals(4, count("records_current"));
    assertEquals(1, count("findings_once WHERE severity = 'critical'"));
    assertEquals(2, count("(SELECT DISTINCT run_id FROM objects_current)"));
    CommandRun again = scan("--rules", judged, "--rules-changed");
    assertTrue(again.out().contains("Nothing new: 3 objects listed"), again.out());
    assertEquals(6, count("objects"));
    String other = rules("other.yaml", "severity: {pii.email: critical}\noff: [network.mac]\n");
    CommandRun matching = scan("--rules", other, "--rules-changed");
    assertTrue(matching.err().contains("can affect any object"), matching.err());
    assertTrue(matching.out().contains("3 listed, 3 new"), matching.out());
  }

  private static String rules(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static CommandRun scan(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "scan",
                "--source",
                "file://" + folder.resolve("export"),
                "--lake",
                lake,
                "--fingerprint-key",
                key));
    words.addAll(List.of(more));
    return CommandRun.of("", words.toArray(String[]::new));
  }

  private static long count(String table) {
    return SparkForTests.session().sql("SELECT count(*) FROM " + table).first().getLong(0);
  }
}
