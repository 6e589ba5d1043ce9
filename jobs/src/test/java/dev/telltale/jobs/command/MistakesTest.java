package dev.telltale.jobs.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.demo.server.S3Server;
import dev.telltale.jobs.ExitCode;
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
  void anUnknownSettingAndAMissingOneAreToldTogether() {
    CommandRun answer = CommandRun.of("", "scan", "--sorce", "s3a://b");
    assertEquals(ExitCode.MISTAKE, answer.code());
    assertTrue(answer.err().contains("did you mean --source?"), answer.err());
    assertTrue(answer.err().contains("--lake is missing"), answer.err());
  }

  @Test
  void everyCommandHasAHelpPage() {
    for (String command : Commands.names()) {
      CommandRun answer = CommandRun.of("", command, "--help");
      assertEquals(ExitCode.DONE, answer.code());
      assertTrue(answer.out().startsWith("usage: telltale " + command), answer.out());
    }
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
    CommandRun answer =
        CommandRun.of("", "scan", "--source", "s3://bucket/prefix", "--lake", lake());
    assertEquals(ExitCode.MISTAKE, answer.code());
    assertTrue(answer.err().contains("write s3a:// instead"), answer.err());
  }

  @Test
  void aWrongBucketAndRefusedCredentialsAreTold() {
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
  void aLakeThatCannotBeWrittenIsToldBeforeAnythingIsRead() throws IOException {
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
    assertTrue(answer.err().contains("cannot be used"), answer.err());
  }

  @Test
  void aShortFingerprintKeyIsRefusedWithoutShowingIt() throws IOException {
    Path key = Files.writeString(folder.resolve("key"), "hunter2\n");
    CommandRun answer = CommandRun.of("", "inspect", "-", "--fingerprint-key", "file://" + key);
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
  void aQueryWithoutALakeIsToldHowToMakeOne() {
    CommandRun answer = CommandRun.of("", "sql", "--lake", lake(), "SELECT 1");
    assertEquals(ExitCode.MISTAKE, answer.code());
    assertTrue(answer.err().contains("there is no lake at"), answer.err());
  }

  private String lake() {
    return folder.resolve("lake").toString();
  }
}
