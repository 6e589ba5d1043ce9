package dev.telltale.jobs.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.ExitCode;
import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.Telltale;
import dev.telltale.jobs.demo.S3Server;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads who asked for something that cannot be done. */
final class MistakesTest {
  @TempDir private Path folder;

  @Test
  void anUnknownCommandIsAnsweredWithTheNearestOne() {
    Answer answer = telltale("scann");
    assertEquals(ExitCode.MISTAKE, answer.code);
    assertTrue(answer.err.contains("did you mean scan?"), answer.err);
  }

  @Test
  void anUnknownSettingAndAMissingOneAreToldTogether() {
    Answer answer = telltale("scan", "--sorce", "s3a://b");
    assertEquals(ExitCode.MISTAKE, answer.code);
    assertTrue(answer.err.contains("did you mean --source?"), answer.err);
    assertTrue(answer.err.contains("--lake is missing"), answer.err);
  }

  @Test
  void everyCommandHasAHelpPage() {
    for (String command : Commands.names()) {
      Answer answer = telltale(command, "--help");
      assertEquals(ExitCode.DONE, answer.code);
      assertTrue(answer.out.startsWith("usage: telltale " + command), answer.out);
    }
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Answer answer =
        telltale("scan", "--source", "file://" + folder.resolve("none"), "--lake", lake());
    assertEquals(ExitCode.MISTAKE, answer.code);
    assertTrue(answer.err.contains("cannot be listed"), answer.err);
    assertTrue(answer.err.contains("nothing is there"), answer.err);
  }

  @Test
  void aSchemeThatIsNotReadIsRefusedWithTheRightOne() {
    Answer answer = telltale("scan", "--source", "s3://bucket/prefix", "--lake", lake());
    assertEquals(ExitCode.MISTAKE, answer.code);
    assertTrue(answer.err.contains("write s3a:// instead"), answer.err);
  }

  @Test
  void aWrongBucketAndRefusedCredentialsAreTold() {
    Configuration hadoop = SparkForTests.session().sparkContext().hadoopConfiguration();
    try (S3Server server = S3Server.memory()) {
      server.s3aSettings().forEach(hadoop::set);
      hadoop.set("fs.s3a.impl.disable.cache", "true");
      Answer wrongBucket = telltale("scan", "--source", "s3a://no-such-bucket", "--lake", lake());
      assertEquals(ExitCode.MISTAKE, wrongBucket.code);
      assertTrue(wrongBucket.err.contains("there is no such bucket"), wrongBucket.err);
      server.createBucket("export");
      hadoop.set("fs.s3a.secret.key", "another-secret");
      Answer refused = telltale("scan", "--source", "s3a://export", "--lake", lake());
      assertEquals(ExitCode.MISTAKE, refused.code);
      assertTrue(refused.err.contains("access is denied"), refused.err);
      assertFalse(refused.err.contains("another-secret"), refused.err);
    }
  }

  @Test
  void aLakeThatCannotBeWrittenIsToldBeforeAnythingIsRead() throws IOException {
    Path source = Files.createDirectory(folder.resolve("source"));
    Files.writeString(source.resolve("a.json"), "{}");
    Path blocked = Files.writeString(folder.resolve("blocked"), "a file, not a folder");
    Answer answer =
        telltale(
            "scan", "--source", "file://" + source, "--lake", blocked.resolve("lake").toString());
    assertEquals(ExitCode.MISTAKE, answer.code);
    assertTrue(answer.err.contains("cannot be used"), answer.err);
  }

  @Test
  void aShortFingerprintKeyIsRefusedWithoutShowingIt() throws IOException {
    Path key = Files.writeString(folder.resolve("key"), "hunter2\n");
    Answer answer = telltale("inspect", "-", "--fingerprint-key", "file://" + key);
    assertEquals(ExitCode.MISTAKE, answer.code);
    assertTrue(answer.err.contains("fewer than 16 bytes"), answer.err);
    assertFalse(answer.err.contains("hunter2"), answer.err);
  }

  @Test
  void aKeyOnTheCommandLineIsRefusedWithoutRepeatingIt() {
    Answer answer =
        telltale("inspect", "-", "--fingerprint-key", "0123456789abcdef0123456789abcdef");
    assertEquals(ExitCode.MISTAKE, answer.code);
    assertFalse(answer.err.contains("0123456789abcdef"), answer.err);
  }

  @Test
  void aTakenPortIsToldByTheDemo() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Answer answer =
          telltale(
              "demo",
              "--dir",
              folder.resolve("demo").toString(),
              "--port",
              "" + taken.getLocalPort());
      assertEquals(ExitCode.MISTAKE, answer.code);
      assertTrue(answer.err.contains("port"), answer.err);
    }
  }

  @Test
  void aFolderOfSomebodyElseIsNotEmptiedByTheDemo() throws IOException {
    Path file = Files.writeString(folder.resolve("precious"), "data");
    Answer answer = telltale("demo", "--dir", folder.toString());
    assertEquals(ExitCode.MISTAKE, answer.code);
    assertTrue(Files.exists(file), "the file is still there");
  }

  @Test
  void aQueryWithoutALakeIsToldHowToMakeOne() {
    Answer answer = telltale("sql", "--lake", lake(), "SELECT 1");
    assertEquals(ExitCode.MISTAKE, answer.code);
    assertTrue(answer.err.contains("there is no lake at"), answer.err);
  }

  private String lake() {
    return folder.resolve("lake").toString();
  }

  static Answer telltale(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    SparkForTests.session();
    int code =
        Telltale.run(
            List.of(words),
            new Terminal(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                Clock.systemUTC()));
    return new Answer(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  record Answer(int code, String out, String err) {}
}
