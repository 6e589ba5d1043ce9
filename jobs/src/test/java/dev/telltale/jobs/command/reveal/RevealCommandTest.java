package dev.telltale.jobs.command.reveal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.detection.finding.KeptValue;
import dev.telltale.jobs.Commands;
import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.actions.ActionLedger;
import dev.telltale.jobs.command.CommandRun;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.settings.Call;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.tables.LakeTable;
import dev.telltale.jobs.tables.SmallExport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One address in base64 inside a log line, shown to whoever asks for it twice on a terminal. */
final class RevealCommandTest {
  private static final String ADDRESS = "ines.weber@norvikfreight.com";
  private static final String KEY = "logs/2026/11/20/10/part-1-2026-11-20-10-00-00-a";

  @TempDir private static Path folder;

  private static SmallExport export;

  private final List<String> asked = new ArrayList<>();
  private final List<String> shown = new ArrayList<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @BeforeAll
  static void scan() throws IOException {
    export = new SmallExport(folder);
    export.log(
        KEY,
        "sent "
            + Base64.getEncoder()
                .encodeToString(("{\"to\":\"" + ADDRESS + "\"}").getBytes(StandardCharsets.UTF_8)));
    export.log(
        "logs/2026/11/20/11/part-1-2026-11-20-11-00-00-b", "to jonas.falk@norvikfreight.com");
    export.scan();
  }

  @Test
  void aValueIsShownToWhoAsksTwiceAndTheLedgerSaysSoBeforeAndAfter() throws IOException {
    long before = ledger().head().rows();
    assertEquals(ExitCode.DONE, reveal(id(KEY), "yes", "pii.email"));
    assertEquals(List.of(ADDRESS), shown);
    assertEquals(2, asked.size());
    assertFalse(String.join("", asked).contains(ADDRESS));
    assertFalse(out.toString(StandardCharsets.UTF_8).contains(ADDRESS));
    assertEquals(List.of("started", "done"), results(before));
    assertTrue(ledger().verify(List.of()).isWhole());
    assertEquals(
        0,
        export.lake().read(LakeTable.ACTIONS).where("canonical LIKE '%ines.weber%'").count(),
        "no value in the ledger");
    assertEquals(
        1,
        export
            .lake()
            .read(LakeTable.ACTIONS)
            .where("sequence = " + before)
            .where("size(case_ids) = 1 AND object_key = '" + KEY + "' AND etag IS NOT NULL")
            .count());
  }

  @Test
  void aValueThatOnlyTheLakeKnewIsFoundAgain(@TempDir Path own) throws IOException {
    String secret = "Zr6vQm2xWp9tKd4";
    SmallExport before = export;
    try {
      export = new SmallExport(own);
      export.log("logs/2026/11/20/10/named", "password=" + secret);
      export.scan();
      String bare = "logs/2026/11/20/11/bare";
      export.log(bare, "greeting " + secret + " parting");
      CommandRun scan =
          CommandRun.of(
              "",
              "scan",
              "--known-from-lake",
              "--source",
              "file://" + export.source(),
              "--lake",
              export.lakePath(),
              "--fingerprint-key",
              "file://" + export.keyFile());
      assertEquals(ExitCode.DONE, scan.code(), scan.err());
      String rule =
          export
              .lake()
              .read(LakeTable.FINDINGS)
              .where("known_case IS NOT NULL")
              .select("rule")
              .first()
              .getString(0);
      assertEquals(ExitCode.DONE, reveal(id(bare), "yes", rule));
      assertEquals(List.of(secret), shown);
    } finally {
      export = before;
    }
  }

  @Test
  void whoDoesNotMeanItIsShownNothing() throws IOException {
    long before = ledger().head().rows();
    for (String[] answers : new String[][] {{"no"}, {"yes", "yes"}, {""}, {"yes", ""}}) {
      assertEquals(ExitCode.DONE, reveal(id(KEY), answers));
    }
    assertEquals(List.of(), shown);
    assertEquals(before, ledger().head().rows());
  }

  @Test
  void anObjectThatChangedIsRefusedAndThatIsWrittenDown() throws IOException {
    String other = "logs/2026/11/20/11/part-1-2026-11-20-11-00-00-b";
    String finding = id(other);
    long before = ledger().head().rows();
    Files.writeString(
        export.source().resolve(other), "{\"message\":\"to somebody@norvikfreight.com\"}");
    UserMistake changed =
        assertThrows(UserMistake.class, () -> reveal(finding, "yes", "pii.email"));
    assertTrue(changed.getMessage().contains("was written anew"), changed.getMessage());
    assertEquals(List.of(), shown);
    assertEquals(List.of("started", "refused"), results(before));
  }

  @Test
  void withoutATerminalNothingIsRead() throws IOException {
    CommandRun piped = CommandRun.of("yes\npii.email\n", words(id(KEY)));
    assertEquals(ExitCode.MISTAKE, piped.code());
    assertTrue(piped.err().contains("a value is shown on a terminal only"), piped.err());
    assertEquals("", piped.out());
  }

  @Test
  void anotherKeyOrAnUnknownFindingIsAMistake() throws IOException {
    UserMistake unknown = assertThrows(UserMistake.class, () -> reveal("none", "yes", "x"));
    assertTrue(unknown.getMessage().contains("the lake has no finding none"), unknown.getMessage());
    String finding = id(KEY);
    Path key = folder.resolve("another");
    Files.writeString(key, "another key for tests, never used");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    UserMistake other =
        assertThrows(
            UserMistake.class,
            () ->
                run(
                    new String[] {
                      "reveal",
                      finding,
                      "--lake",
                      export.lakePath(),
                      "--fingerprint-key",
                      "file://" + key
                    },
                    "yes",
                    "pii.email"));
    assertTrue(other.getMessage().contains("cannot be recognised"), other.getMessage());
    assertEquals(List.of(), asked, "before anybody is asked");
  }

  private int reveal(String finding, String... answers) throws IOException {
    return run(words(finding), answers);
  }

  private static String[] words(String finding) throws IOException {
    return new String[] {
      "reveal",
      finding,
      "--lake",
      export.lakePath(),
      "--fingerprint-key",
      "file://" + export.keyFile()
    };
  }

  private int run(String[] words, String... answers) {
    Deque<String> left = new ArrayDeque<>(List.of(answers));
    Screen screen =
        new Screen() {
          @Override
          public String ask(String question) {
            asked.add(question);
            return left.removeFirst();
          }

          @Override
          public void show(String head, KeptValue value) {
            shown.add(value.reveal());
          }
        };
    Call.Run call = (Call.Run) Commands.grammar().read(List.of(words));
    SparkForTests.session();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new RevealCommand(() -> Optional.of(screen))
        .run(
            call.settings(),
            new Terminal(
                new ByteArrayInputStream(new byte[0]), print, print, false, Clock.systemUTC()));
  }

  private static String id(String key) {
    return export
        .lake()
        .read(LakeTable.FINDINGS)
        .where("object_key = '" + key + "'")
        .select("finding_id")
        .first()
        .getString(0);
  }

  private static ActionLedger ledger() {
    return new ActionLedger(SparkForTests.session(), export.lake(), "somebody", Clock.systemUTC());
  }

  private static List<String> results(long from) {
    return ledger().rows().where("sequence >= " + from).select("result").collectAsList().stream()
        .map(row -> row.getString(0))
        .toList();
  }
}
