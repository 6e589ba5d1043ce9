package dev.telltale.jobs.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands from end to end, on a folder of three objects. */
@Tag("smoke")
final class CommandsTest {
  private static final String EMAIL = "ines.weber@norvikfreight.com";

  @TempDir private static Path folder;

  private static String source;
  private static String lake;
  private static String key;
  private static CommandRun scan;

  @BeforeAll
  static void scanAFolder() throws IOException {
    Path logs = Files.createDirectories(folder.resolve("export/logs"));
    Files.writeString(
        logs.resolve("a"), "{\"severity\":\"info\",\"message\":\"hello " + EMAIL + "\"}\n");
    Files.writeString(logs.resolve("b"), "{\"broken\": }\n{\"fine\":true}\n");
    Files.writeString(logs.resolve("c"), "");
    source = "file://" + folder.resolve("export");
    lake = folder.resolve("lake").toString();
    key = KeyFile.in(folder);
    scan = CommandRun.of("", "scan", "--source", source, "--lake", lake, "--fingerprint-key", key);
  }

  @Test
  void theSummarySaysCoverageBeforeFindingsAndNeverTheValue() {
    assertEquals(ExitCode.DONE, scan.code(), scan.err());
    assertTrue(
        scan.out().indexOf("Coverage  100.00 %") < scan.out().indexOf("Findings"), scan.out());
    assertTrue(scan.out().contains("pii.email"), scan.out());
    assertTrue(scan.out().contains("3 listed, 3 new: 2 scanned, 1 partial"), scan.out());
    assertTrue(scan.out().contains("json-syntax"), scan.out());
    assertFalse((scan.out() + scan.err()).contains(EMAIL), "the value itself is nowhere");
  }

  @Test
  void aSecondScanSaysThatNothingIsNew() {
    CommandRun again =
        CommandRun.of("", "scan", "--source", source, "--lake", lake, "--fingerprint-key", key);
    assertEquals(ExitCode.DONE, again.code(), again.err());
    assertTrue(again.out().contains("Nothing new: 3 objects listed"), again.out());
  }

  @Test
  void exitCodesSayWhatHappened() {
    String other = folder.resolve("other").toString();
    assertEquals(
        ExitCode.FOUND,
        CommandRun.of(
                "",
                "scan",
                "--source",
                source,
                "--lake",
                other,
                "--fingerprint-key",
                key,
                "--fail-on",
                "low")
            .code());
    String third = folder.resolve("third").toString();
    assertEquals(
        ExitCode.DONE,
        CommandRun.of(
                "",
                "scan",
                "--source",
                source,
                "--lake",
                third,
                "--fingerprint-key",
                key,
                "--fail-on",
                "critical",
                "--min-coverage",
                "1")
            .code());
  }

  @Test
  void coverageBelowWhatIsAskedForIsAnExitCodeOfItsOwn() throws IOException {
    Path packed = Files.createDirectories(folder.resolve("packed"));
    byte[] layers = "{}".getBytes(StandardCharsets.UTF_8);
    for (int layer = 0; layer < 6; layer++) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (java.util.zip.GZIPOutputStream gzip = new java.util.zip.GZIPOutputStream(out)) {
        gzip.write(layers);
      }
      layers = out.toByteArray();
    }
    Files.write(packed.resolve("deep"), layers);
    CommandRun answer =
        CommandRun.of(
            "",
            "scan",
            "--source",
            "file://" + packed,
            "--lake",
            folder.resolve("fourth").toString(),
            "--fingerprint-key",
            key,
            "--min-coverage",
            "0.9");
    assertEquals(ExitCode.BELOW, answer.code(), answer.out());
    assertTrue(answer.out().contains("layer-limit"), answer.out());
  }

  @Test
  void queriesAnswerInEveryFormat() {
    String query = "SELECT rule, severity FROM findings";
    assertTrue(sql("table", query).out().contains("pii.email  medium"), sql("table", query).out());
    assertEquals("{\"rule\":\"pii.email\",\"severity\":\"medium\"}\n", sql("json", query).out());
    assertEquals("rule,severity\npii.email,medium\n", sql("csv", query).out());
  }

  @Test
  void theCoreIsAtHandAsFunctions() {
    String redacted =
        sql(
                "json",
                "SELECT telltale_redact('to "
                    + EMAIL
                    + "', null) AS r, size(telltale_detect('x', 'k')) AS n")
            .out();
    assertTrue(redacted.startsWith("{\"r\":\"to [telltale:pii.email:"), redacted);
    assertTrue(redacted.endsWith("]\",\"n\":0}\n"), redacted);
    String decoded =
        CommandRun.of(
                "",
                "sql",
                "--lake",
                lake,
                "--format",
                "json",
                "--fingerprint-key",
                key,
                "--unrestricted",
                "SELECT r.format, r.severity, r.finding_count FROM (SELECT explode(telltale_decode(content, path)) AS r"
                    + " FROM binaryFile.`"
                    + folder.resolve("export/logs/a")
                    + "`)")
            .out();
    assertEquals("{\"format\":\"json\",\"severity\":\"info\",\"finding_count\":1}\n", decoded);
    String status =
        sql(
                "json",
                "SELECT telltale_object(CAST('{' AS BINARY), 'logs/x').status AS s, telltale_key('k8s-state/x').telemetry_type AS t")
            .out();
    assertEquals("{\"s\":\"partial\",\"t\":\"kubernetes\"}\n", status);
  }

  @Test
  void aQueryThatCannotBeRunIsAMistakeAndThePromptGoesOn() {
    CommandRun wrong = sql("table", "SELECT nothing FROM nowhere");
    assertEquals(ExitCode.MISTAKE, wrong.code());
    assertTrue(wrong.err().contains("no table or view \"nowhere\""), wrong.err());
    CommandRun prompt =
        CommandRun.of(
            "SELEC 1;\nSELECT count(*)\n AS n FROM objects;\nquit\n",
            "sql",
            "--lake",
            lake,
            "--format",
            "csv",
            "--fingerprint-key",
            key);
    assertEquals(ExitCode.DONE, prompt.code());
    assertEquals("n\n3\n", prompt.out());
    assertTrue(prompt.err().contains("the query cannot be run"), prompt.err());
  }

  @Test
  void aQueryThatFailsOnARowIsAMistakeThatQuotesNoData() {
    CommandRun failed = sql("table", "SELECT CAST(rule AS INT) FROM findings");
    assertEquals(ExitCode.MISTAKE, failed.code(), failed.err());
    assertTrue(failed.err().contains("CAST_INVALID_INPUT"), failed.err());
    assertFalse(failed.err().contains("pii.email"), failed.err());
  }

  @Test
  void inspectShowsAnObjectFromAFileAndFromStandardInput() {
    CommandRun file =
        CommandRun.of(
            "", "inspect", folder.resolve("export/logs/a").toString(), "--fingerprint-key", key);
    assertEquals(ExitCode.DONE, file.code(), file.err());
    assertTrue(file.out().contains("#0  json"), file.out());
    assertTrue(file.out().contains("[telltale:pii.email:"), file.out());
    assertTrue(file.out().contains("status      scanned"), file.out());
    assertFalse(file.out().contains(EMAIL), file.out());
    CommandRun input =
        CommandRun.of(
            "user=" + EMAIL, "inspect", "-", "--format", "json", "--fingerprint-key", key);
    assertEquals(3, input.out().lines().count(), input.out());
    assertTrue(input.out().contains("\"rule\":\"pii.email\""), input.out());
  }

  @Test
  void rulesAreListedExplainedAndTested() throws IOException {
    CommandRun list = CommandRun.of("", "rules");
    assertTrue(list.out().contains("aws.access-key-id"), list.out());
    assertTrue(CommandRun.of("", "rules", "show", "github.token").out().contains("base62-crc32"));
    CommandRun unknown = CommandRun.of("", "rules", "show", "github.tokn");
    assertTrue(unknown.err().contains("did you mean github.token?"), unknown.err());
    assertEquals(ExitCode.DONE, CommandRun.of("", "rules", "test").code());
    Path own =
        Files.writeString(
            folder.resolve("own.yaml"),
            """
            - id: norvik.parcel
              title: Parcel number
              category: custom
              severity: low
              confidence: 0.9
              pattern: '\\b(NV-[0-9]{8})\\b'
              reference: https://example.com/parcels
              examples:
                match:
                  - 'parcel «NV-12345678» lost'
                  - '«NV-00000001»'
                clean:
                  - 'NV-1234567'
                  - 'NV-12345678'
            """);
    CommandRun wrong = CommandRun.of("", "rules", "test", own.toString());
    assertEquals(ExitCode.MISTAKE, wrong.code(), wrong.out() + wrong.err());
    assertTrue(wrong.out().contains("norvik.parcel: must not match, but does"), wrong.out());
  }

  private static CommandRun sql(String format, String query) {
    return CommandRun.of(
        "", "sql", "--lake", lake, "--format", format, "--fingerprint-key", key, query);
  }
}
