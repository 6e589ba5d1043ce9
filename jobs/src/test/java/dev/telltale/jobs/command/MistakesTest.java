package dev.telltale.jobs.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.demo.server.S3Server;
import dev.telltale.jobs.SparkForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads who asked for something that cannot be done. */
final class MistakesTest {
  @TempDir private Path folder;

  @Test
  void anUnknownCommandIsAnsweredWithTheNearestOne() {
    CommandRun answer = CommandRun.of("", "scann");
    assertEquals(ExitCode.MISTAKE, answer.code());
    assertTrue(answer.err().contains("did you mean scan?"), answer.err());
  }

  @Test
  void everyProblemOfACallIsNamedAtOnce() {
    CommandRun answer =
        CommandRun.of(
            "", "scan", "--sorce", "s3a://b", "--fail_on=low", "--min-coverage", "most", "--lake");
    assertEquals(ExitCode.MISTAKE, answer.code());
    assertEquals("", answer.out());
    assertEquals(
        """
        problem: there is no option --sorce
          cause: telltale scan does not take it
         remedy: did you mean --source?

        problem: there is no option --fail_on
          cause: telltale scan does not take it
         remedy: did you mean --fail-on?

        problem: --lake has no value
          cause: Folder of the Delta tables, local or s3a.
         remedy: write --lake URI

        problem: --source is missing
          cause: What to scan: s3a://bucket[/prefix], file:///folder, or one object.
         remedy: add --source URI

        problem: --min-coverage cannot be "most"
          cause: it takes a number from 0 to 1, such as 0.99
         remedy: see telltale scan --help
        """,
        answer.err());
  }

  @Test
  void anUnknownSubcommandIsAnsweredWithTheNearestOne() {
    CommandRun answer = CommandRun.of("", "rules", "shwo", "github.token");
    assertEquals(ExitCode.MISTAKE, answer.code());
    assertEquals(
        """
        problem: there is no command "shwo"
          cause: the commands of telltale rules are list, show, explain, test, digest
         remedy: did you mean show?
        """,
        answer.err());
  }

  @Test
  void aWordThatIsNoCommandIsAMistakeEvenWhenHelpIsAskedFor() {
    for (String[] words : new String[][] {{"scna", "--help"}, {"help", "scna"}}) {
      CommandRun answer = CommandRun.of("", words);
      assertEquals(ExitCode.MISTAKE, answer.code());
      assertTrue(answer.err().contains("did you mean scan?"), answer.err());
    }
  }

  @Test
  void anOptionBeforeItsCommandBelongsAfterIt() {
    CommandRun answer = CommandRun.of("", "--lake", "lake", "scan", "--source", "folder");
    assertEquals(ExitCode.MISTAKE, answer.code());
    assertTrue(answer.err().contains("there is no option --lake"), answer.err());
    assertTrue(answer.err().contains("write it after the name of the command, scan"), answer.err());
  }

  @Test
  void aSubcommandNamesTheOperandThatIsMissing() {
    CommandRun answer = CommandRun.of("", "rules", "show");
    assertEquals(ExitCode.MISTAKE, answer.code());
    assertTrue(answer.err().contains("RULE is missing"), answer.err());
    assertTrue(answer.err().contains("write telltale rules show RULE"), answer.err());
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    CommandRun answer =
        CommandRun.of("", "scan", "--source", "file://" + folder.resolve("none"), "--lake", lake());
    assertEquals(ExitCode.MISTAKE, answer.code());
    assertTrue(answer.err().contains("cannot be listed"), answer.err());
    assertTrue(answer.err().contains("nothing is there"), answer.err());
  }

  @Test
  void aSchemeThatIsNotReadIsRefusedWithTheRightOne() {
    CommandRun answer = CommandRun.of("", "scan", "--source", "gs://bucket", "--lake", lake());
    assertEquals(ExitCode.MISTAKE, answer.code());
    assertTrue(answer.err().contains("--source: the scheme gs:// is not known"), answer.err());
    assertTrue(answer.err().contains("s3a://bucket/prefix"), answer.err());
  }

  @Test
  void aLakeInsideItsSourceIsRefusedBeforeAnythingIsListed() throws IOException {
    Path source = Files.createDirectory(folder.resolve("export"));
    Files.createSymbolicLink(folder.resolve("link"), source);
    for (String[] pair :
        new String[][] {
          {source.toString(), source + "/lake"},
          {source.toString(), folder + "/link/lake"},
          {source.toString(), source + "/"},
          {source + "/a/b", source.toString()},
          {"s3a://no-such-bucket", "s3://no-such-bucket/lake"},
          {"s3a://no-such-bucket/a/b", "s3a://no-such-bucket/x/../a"},
        }) {
      CommandRun answer = CommandRun.of("", "scan", "--source", pair[0], "--lake", pair[1]);
      assertEquals(ExitCode.MISTAKE, answer.code(), answer.err());
      assertTrue(answer.err().contains("lies inside"), answer.err());
    }
    assertFalse(Files.exists(source.resolve("lake")));
    CommandRun checkpoint =
        CommandRun.of(
            "",
            "scan",
            "--available-now",
            "--source",
            source.toString(),
            "--lake",
            lake(),
            "--checkpoint",
            source + "/checkpoint");
    assertTrue(checkpoint.err().contains("checkpoint lies inside the source"), checkpoint.err());
  }

  @Test
  void aFileIsNoLake() throws IOException {
    Path source = Files.createDirectory(folder.resolve("source"));
    Path file = Files.writeString(folder.resolve("file"), "x");
    for (String[] words :
        new String[][] {
          {"scan", "--source", source.toString(), "--lake", file.toString()},
          {"sql", "--lake", file.toString(), "SELECT 1"},
          {"optimize", "--lake", file.toString()},
          {"scan", "--source", source.toString(), "--lake", file + "/lake"},
        }) {
      CommandRun answer = CommandRun.of("", words);
      assertEquals(ExitCode.MISTAKE, answer.code());
      assertTrue(answer.err().contains(file + " is a file; a lake is a folder"), answer.err());
    }
  }

  @Test
  void anEscapedPathIsAnsweredWithThePlainOne() throws IOException {
    Path source = Files.createDirectory(folder.resolve("my export"));
    CommandRun answer =
        CommandRun.of("", "scan", "--source", source.toUri().toString(), "--lake", lake());
    assertEquals(ExitCode.MISTAKE, answer.code());
    assertTrue(answer.err().contains("%20 and the like stand for themselves"), answer.err());
  }

  @Test
  void whatCannotBeReadIsAMistakeOfInspect() throws IOException {
    CommandRun missing = CommandRun.of("", "inspect", folder.resolve("none").toString());
    assertEquals(ExitCode.MISTAKE, missing.code());
    CommandRun isFolder = CommandRun.of("", "inspect", folder.toString());
    assertEquals(ExitCode.MISTAKE, isFolder.code());
  }

  @Test
  void aWrongBucketAndRefusedCredentialsAreNamed() {
    Configuration hadoop = SparkForTests.session().sparkContext().hadoopConfiguration();
    try (S3Server server = S3Server.memory()) {
      server.s3aSettings().forEach(hadoop::set);
      hadoop.set("fs.s3a.impl.disable.cache", "true");
      CommandRun wrongBucket =
          CommandRun.of("", "scan", "--source", "s3a://no-such-bucket", "--lake", lake());
      assertEquals(ExitCode.MISTAKE, wrongBucket.code());
      assertTrue(wrongBucket.err().contains("there is no such bucket"), wrongBucket.err());
      server.createBucket("export");
      hadoop.set("fs.s3a.secret.key", "another-secret");
      CommandRun refused = CommandRun.of("", "scan", "--source", "s3a://export", "--lake", lake());
      assertEquals(ExitCode.MISTAKE, refused.code());
      assertTrue(refused.err().contains("access is denied"), refused.err());
      assertFalse(refused.err().contains("another-secret"), refused.err());
    }
  }

  @Test
  void aLakeThatCannotBeWrittenIsRefusedBeforeAnythingIsRead() throws IOException {
    Path source = Files.createDirectory(folder.resolve("source"));
    Files.writeString(source.resolve("a.json"), "{}");
    Path blocked = Files.writeString(folder.resolve("blocked"), "a file, not a folder");
    CommandRun answer =
        CommandRun.of(
            "",
            "scan",
            "--source",
            "file://" + source,
            "--lake",
            blocked.resolve("lake").toString());
    assertEquals(ExitCode.MISTAKE, answer.code());
    assertTrue(answer.err().contains("is a file"), answer.err());
  }

  @Test
  void aShortFingerprintKeyIsRefusedWithoutShowingIt() throws IOException {
    String key = KeyFile.of(folder.resolve("key"), "hunter2\n");
    CommandRun answer = CommandRun.of("", "inspect", "-", "--fingerprint-key", key);
    assertEquals(ExitCode.MISTAKE, answer.code());
    assertTrue(answer.err().contains("fewer than 16 bytes"), answer.err());
    assertFalse(answer.err().contains("hunter2"), answer.err());
  }

  @Test
  void aKeyOnTheCommandLineIsRefusedWithoutRepeatingIt() {
    CommandRun answer =
        CommandRun.of("", "inspect", "-", "--fingerprint-key", "0123456789abcdef0123456789abcdef");
    assertEquals(ExitCode.MISTAKE, answer.code());
    assertFalse(answer.err().contains("0123456789abcdef"), answer.err());
  }

  @Test
  void theJobJarHasNoDemoAndSaysWhereItIs() {
    CommandRun answer = CommandRun.of("", "demo");
    assertEquals(ExitCode.MISTAKE, answer.code());
    assertTrue(answer.err().contains("scripts/telltale demo"), answer.err());
  }

  @Test
  void aQueryWithoutALakeIsAnsweredWithHowToMakeOne() {
    CommandRun answer = CommandRun.of("", "sql", "--lake", lake(), "SELECT 1");
    assertEquals(ExitCode.MISTAKE, answer.code());
    assertTrue(answer.err().contains("there is no lake at"), answer.err());
  }

  private String lake() {
    return folder.resolve("lake").toString();
  }
}
