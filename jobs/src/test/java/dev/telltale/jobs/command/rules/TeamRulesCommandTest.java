package dev.telltale.jobs.command.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.command.CommandRun;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.KeyFile;
import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A team's own file, from the command line to the tables. */
final class TeamRulesCommandTest {
  private static final String EMAIL = "ines.weber@norvikfreight.com";

  @TempDir private Path folder;

  private String key;

  @BeforeEach
  void makeAKey() throws IOException {
    key = KeyFile.in(folder);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static String allowing(String condition, String expires) {
    return "allow:\n- {id: our-mail, owner: ines, reason: hers, expires: "
        + expires
        + ", "
        + condition
        + "}\n";
  }

  @Test
  void theExampleFileIsWholeAndItsExamplesPass() {
    CommandRun run = CommandRun.of("", "rules", "test", "../conf/rules-example.yaml");
    assertEquals(ExitCode.DONE, run.code(), run.out() + run.err());
    assertTrue(run.out().contains("1 rule, 4 examples: all as they should be"), run.out());
    assertEquals("", run.err());
  }

  @Test
  void everyProblemOfAFileIsReportedAtOnce() throws IOException {
    String rules = file("bad.yaml", "off: [no.such]\nfloor: 7\ncolour: red\n");
    CommandRun run = CommandRun.of("", "rules", "list", "--rules", rules);
    assertEquals(ExitCode.MISTAKE, run.code());
    for (String part : new String[] {"no.such", "floor", "colour", "conf/rules-example.yaml"}) {
      assertTrue(run.err().contains(part), part + " in " + run.err());
    }
  }

  @Test
  void aFileThatIsTooLargeIsNotReadInPart() throws IOException {
    Path large = folder.resolve("large.yaml");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(RunLimits.MAX_TEAM_FILE_BYTES + 1L);
    }
    CommandRun run = CommandRun.of("", "rules", "list", "--rules", large.toString());
    assertEquals(ExitCode.MISTAKE, run.code());
    assertTrue(run.err().contains("large.yaml is too large"), run.err());
  }

  @Test
  void aListOfValuesBecomesDigestsThatFindThem() throws IOException {
    String users = file("users.txt", "# our users\niweber\n");
    CommandRun digests = CommandRun.of("", "rules", "digest", users, "--fingerprint-key", key);
    assertEquals(ExitCode.DONE, digests.code(), digests.err());
    assertFalse(digests.out().contains("iweber"), digests.out());
    file("users.digests", digests.out());
    String rules =
        file(
            "team.yaml",
            "known: [{id: acme.user, title: User, category: personal, severity: medium,"
                + " values: users.digests}]\n");
    String object = file("object", "{\"message\":\"login of IWeber failed\"}\n");
    CommandRun run =
        CommandRun.of(
            "", "inspect", object, "--rules", rules, "--fingerprint-key", key, "--verbose");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertTrue(run.out().contains("acme.user"), run.out());
    assertTrue(run.out().contains("list: a value of the team's own list"), run.out());
    String other = "file://" + file("other-key", "another key for tests, never for use\n");
    Files.setPosixFilePermissions(
        folder.resolve("other-key"), PosixFilePermissions.fromString("rw-------"));
    CommandRun refused =
        CommandRun.of("", "inspect", object, "--rules", rules, "--fingerprint-key", other);
    assertEquals(ExitCode.MISTAKE, refused.code());
    assertTrue(refused.err().contains("rules digest"), refused.err());
  }

  @Test
  void plainValuesAndExpiredEntriesAreWarnedOf() throws IOException {
    file("mails.txt", EMAIL + "\n");
    String object = file("object", "{\"message\":\"" + EMAIL + "\"}\n");
    String rules = file("team.yaml", allowing("plain-values: mails.txt", "2999-01-01"));
    CommandRun run =
        CommandRun.of("", "inspect", object, "--rules", rules, "--fingerprint-key", key);
    assertTrue(run.err().contains("warning: mails.txt holds plain values"), run.err());
    assertTrue(run.out().contains("findings    0, and 1 suppressed"), run.out());
    String expired = file("old.yaml", allowing("path: '*'", "2020-01-01"));
    CommandRun old =
        CommandRun.of("", "inspect", object, "--rules", expired, "--fingerprint-key", key);
    assertTrue(old.err().contains("our-mail of ines expired on 2020-01-01"), old.err());
    assertTrue(old.out().contains("findings    1"), old.out());
  }

  @Test
  void aRuleIsShownWithTheEntriesThatTakeItsFindingsOut() throws IOException {
    String rules = file("team.yaml", allowing("rules: [pii.email], path: '*'", "2999-01-01"));
    CommandRun email = CommandRun.of("", "rules", "show", "pii.email", "--rules", rules);
    assertTrue(
        email.out().contains("\nallowed     our-mail of ines until 2999-01-01: hers\n"),
        email.out());
    CommandRun phone = CommandRun.of("", "rules", "show", "pii.phone", "--rules", rules);
    assertFalse(phone.out().contains("\nallowed "), phone.out());
  }

  @Test
  void whatIsTakenOutIsWrittenAndCountedApart() throws IOException {
    Path source = Files.createDirectories(folder.resolve("export/logs"));
    Files.writeString(
        source.resolve("a"), "{\"message\":\"" + EMAIL + "\",\"to\":\"jo@norvikfreight.com\"}\n");
    String rules = file("team.yaml", allowing("path: '$.message'", "2999-01-01"));
    String lake = folder.resolve("lake").toString();
    CommandRun run =
        CommandRun.of(
            "",
            "scan",
            "--source",
            "file://" + folder.resolve("export"),
            "--lake",
            lake,
            "--rules",
            rules,
            "--fingerprint-key",
            key);
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertTrue(
        run.out().contains("1 places of 1 distinct value; 1 more taken out by your rule file"),
        run.out());
    Lake tables = new Lake(SparkForTests.session(), lake);
    Row object = tables.read(LakeTable.OBJECTS).select("finding_count", "suppressed_count").first();
    assertEquals("[1,1]", object.toString());
    assertEquals(
        "[[our-mail], [null]]",
        tables
            .read(LakeTable.FINDINGS)
            .select("suppressed_by")
            .orderBy(org.apache.spark.sql.functions.desc("suppressed_by"))
            .collectAsList()
            .toString());
    assertEquals(
        "[1,1]", tables.read(LakeTable.RUNS).select("findings", "suppressed").first().toString());
  }
}
