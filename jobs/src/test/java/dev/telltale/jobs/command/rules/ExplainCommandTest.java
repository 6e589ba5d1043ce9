package dev.telltale.jobs.command.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.command.CommandRun;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.KeyFile;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExplainCommandTest {
  private static final String SECRET = "k7Wq2Zp9Lx4Tn8Vb3Rd6";

  @Test
  void aFindingIsExplainedWithoutItsValue() {
    CommandRun run = CommandRun.of("", "rules", "explain", "--text", "clientSecret=" + SECRET);
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertTrue(run.out().startsWith("generic.secret: k7W****Rd6 at 13"), run.out());
    assertTrue(run.out().contains("\"secret\" in the name before the value"), run.out());
    assertFalse(run.out().contains(SECRET), run.out());
  }

  @Test
  void theNearestRuleIsNamedWithTheCheckThatFailed() {
    CommandRun run = CommandRun.of("", "rules", "explain", "--text", "password=changeme");
    assertTrue(run.out().startsWith("No finding."), run.out());
    assertTrue(run.out().contains("  generic.password (a value of 8 characters)"), run.out());
    assertTrue(run.out().contains("a check of the value failed: password-value"), run.out());
  }

  @Test
  void theNameOfTheFieldCounts() {
    CommandRun named =
        CommandRun.of("", "rules", "explain", "--text", "blue-Horse-72", "--field", "dbPassword");
    assertTrue(named.out().startsWith("generic.password"), named.out());
    CommandRun unnamed = CommandRun.of("", "rules", "explain", "--text", "blue-Horse-72");
    assertTrue(unnamed.out().startsWith("No finding"), unnamed.out());
  }

  @Test
  void aTextCanComeFromStandardInput() {
    CommandRun run = CommandRun.of("token=" + SECRET + "\n", "rules", "explain", "--text", "-");
    assertTrue(run.out().startsWith("generic.secret"), run.out() + run.err());
  }

  @Test
  void aFindingOfALakeIsExplainedFromItsObject(@TempDir Path folder) throws IOException {
    Path source = Files.createDirectories(folder.resolve("exported"));
    Path object = Files.writeString(source.resolve("x"), "{\"clientSecret\":\"" + SECRET + "\"}");
    String lake = folder.resolve("lake").toString();
    String key = KeyFile.in(folder);
    CommandRun scan =
        CommandRun.of(
            "", "scan", "--source", source.toString(), "--lake", lake, "--fingerprint-key", key);
    assertEquals(ExitCode.DONE, scan.code(), scan.err());
    String id =
        new Lake(SparkForTests.session(), lake)
            .read(LakeTable.FINDINGS)
            .select("finding_id")
            .first()
            .getString(0);
    String[] words = {"rules", "explain", id, "--lake", lake, "--fingerprint-key", key};
    CommandRun run = CommandRun.of("", words);
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertTrue(
        run.out().contains("\"client secret\" in the field's name")
            || run.out().contains("\"secret\" in the field's name"),
        run.out());
    assertFalse(run.out().contains(SECRET), run.out());
    Files.writeString(object, "{}");
    assertEquals(ExitCode.MISTAKE, CommandRun.of("", words).code());
    CommandRun unknown = CommandRun.of("", "rules", "explain", "none", "--lake", lake);
    assertEquals(ExitCode.MISTAKE, unknown.code());
    assertTrue(unknown.err().contains("the lake has no finding none"), unknown.err());
  }

  @Test
  void oneOfBothIsNeeded() {
    assertEquals(ExitCode.MISTAKE, CommandRun.of("", "rules", "explain").code());
    assertEquals(ExitCode.MISTAKE, CommandRun.of("", "rules", "explain", "x").code());
  }
}
