package dev.telltale.jobs.command.improve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.command.CommandRun;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.KeyFile;
import dev.telltale.jobs.tables.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case of one address in a field and in a message, replayed. */
final class ImproveCommandTest {
  private static final String MAIL = "ines.weber@norvikfreight.com";

  @TempDir private static Path folder;

  private static String lake;
  private static String key;
  private static String caseId;

  @BeforeAll
  static void scan() throws IOException {
    Path logs = Files.createDirectories(folder.resolve("export/logs"));
    Files.writeString(
        logs.resolve("fields"),
        "{\"actor\":\"" + MAIL + "\",\"n\":1}\n{\"actor\":\"system\",\"n\":2}\n");
    Files.writeString(logs.resolve("text"), "{\"log\":\"mail to " + MAIL + " sent\"}\n");
    Files.writeString(
        logs.resolve("innocent"),
        "{\"actor\":\"system\",\"n\":3}\n{\"log\":\"all quiet\",\"n\":4}\n");
    lake = folder.resolve("lake").toString();
    key = KeyFile.in(folder);
    CommandRun scan =
        CommandRun.of(
            "",
            "scan",
            "--source",
            folder.resolve("export").toString(),
            "--lake",
            lake,
            "--fingerprint-key",
            key);
    assertEquals(ExitCode.DONE, scan.code(), scan.err());
    new Lake(SparkForTests.session(), lake).registerViews();
    caseId = SparkForTests.session().sql("SELECT case_id FROM cases").first().getString(0);
  }

  @Test
  void whatEachProcessorCatchesAndChangesIsSaidAndWritten() throws IOException {
    Path out = folder.resolve("rules");
    CommandRun run = improve(caseId, out);
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertTrue(
        run.out()
            .contains(
                caseId + ": 2 objects with the case and 1 object without findings read again"),
        run.out());
    assertFigures(
        run, "100.0 %", "0.0 %", "OpenTelemetry Collector, redaction processor, by values");
    // "log" and "actor" are the keys: every innocent record has one of them.
    assertFigures(
        run, "100.0 %", "100.0 %", "OpenTelemetry Collector, redaction processor, by keys");
    assertFigures(
        run, "50.0 %", "0.0 %", "Fluent Bit, grep filter that drops the record, by values");
    assertFigures(run, "0.0 %", "0.0 %", "Prometheus, write relabelling, by values");
    assertFalse(run.out().contains("ines.weber"), run.out());
    Path file = out.resolve(caseId + "-collector-redaction-values.yaml");
    String written = Files.readString(file);
    assertTrue(written.contains("2 of 2 values gone; 0 of 3 innocent records"), written);
    assertTrue(written.contains("blocked_values:"), written);
    try (Stream<Path> files = Files.list(out)) {
      for (Path each : files.toList()) {
        assertFalse(Files.readString(each).contains("ines.weber"), each.toString());
      }
    }
    assertFalse(Files.exists(out.resolve(caseId + "-prometheus-relabelling-values.yaml")));
  }

  @Test
  void whatIsGoneIsSaid() throws IOException {
    Path logs = folder.resolve("export/logs/text");
    Path away = Files.move(logs, folder.resolve("away"));
    try {
      CommandRun run = improve(caseId, folder.resolve("less"));
      assertTrue(run.out().contains("; 1 object could not be read"), run.out());
    } finally {
      Files.move(away, logs);
    }
  }

  @Test
  void aCaseThatIsNoneIsAMistake() {
    for (String id : List.of("case-000000000000", "nonsense")) {
      CommandRun run = improve(id, folder.resolve("none"));
      assertEquals(ExitCode.MISTAKE, run.code(), run.err());
      assertTrue(run.err().contains("telltale cases"), run.err());
    }
  }

  private static void assertFigures(
      CommandRun run, String caught, String collateral, String processor) {
    Matcher line =
        Pattern.compile("(?m)^ *([0-9.-]+ %) +([0-9.-]+ %) +" + Pattern.quote(processor) + " ")
            .matcher(run.out());
    assertTrue(line.find(), run.out());
    assertEquals(List.of(caught, collateral), List.of(line.group(1), line.group(2)), processor);
  }

  private static CommandRun improve(String id, Path out) {
    return CommandRun.of(
        "",
        "improve",
        "--case",
        id,
        "--lake",
        lake,
        "--fingerprint-key",
        key,
        "--out",
        out.toString());
  }
}
