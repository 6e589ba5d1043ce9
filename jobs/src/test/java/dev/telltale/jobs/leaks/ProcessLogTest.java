package dev.telltale.jobs.leaks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.Telltale;
import dev.telltale.jobs.command.CommandRun;
import dev.telltale.jobs.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a whole process prints under a logging configuration of somebody else, at its loudest. */
final class ProcessLogTest {
  /** No rule takes it for anything, so the lake has it in clear, and messages would quote it. */
  private static final String IN_A_RECORD = "canarywordsthatnobodylooksfor";

  private static final String SECRET = "Zx81canary/secretAccessKey+of40characters";

  private static final String CONFIGURATION =
      """
      <Configuration status="error">
        <Appenders>
          <Console name="theirs" target="SYSTEM_ERR">
            <PatternLayout pattern="%p %c %m %X%n%xEx"/>
          </Console>
        </Appenders>
        <Loggers>
          <Logger name="org.apache.spark.scheduler" level="debug" additivity="false">
            <AppenderRef ref="theirs"/>
          </Logger>
          <Root level="debug">
            <AppenderRef ref="theirs"/>
          </Root>
        </Loggers>
      </Configuration>
      """;

  @TempDir private Path folder;

  @Test
  void aQueryThatFailsOnARowDoesNotShowTheRow() throws Exception {
    Path object = folder.resolve("export/logs/2026/11/20/10/object");
    Files.createDirectories(object.getParent());
    Files.writeString(
        object, "{\"time\":\"2026-11-20T10:00:00Z\",\"message\":\"" + IN_A_RECORD + "\"}\n");
    Path key = Files.writeString(folder.resolve("key"), "a key for tests, never for use");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    String lake = folder.resolve("lake").toString();
    CommandRun scan =
        CommandRun.of(
            "",
            "scan",
            "--source",
            "file://" + folder.resolve("export"),
            "--lake",
            lake,
            "--fingerprint-key",
            "file://" + key);
    assertEquals(ExitCode.DONE, scan.code(), scan.err());
    ForkedJvm.End end = run("sql", "--lake", lake, "SELECT CAST(body AS INT) FROM records");
    assertEquals(ExitCode.MISTAKE, end.code(), end.output());
    assertTrue(end.output().contains("CAST_INVALID_INPUT"), end.output());
    assertTrue(end.output().contains("DEBUG org.apache.spark.scheduler."), "their level holds");
    assertNull(new Canary(IN_A_RECORD).formIn(end.output()));
  }

  @Test
  void aStoreThatDoesNotAnswerDoesNotShowTheSecret() throws Exception {
    ForkedJvm.End end =
        run("inspect", "s3a://bucket/key", "--endpoint", "http://127.0.0.1:1", "--path-style");
    assertEquals(ExitCode.MISTAKE, end.code(), end.output());
    assertNull(new Canary(SECRET).formIn(end.output()));
  }

  private ForkedJvm.End run(String... words) throws IOException, InterruptedException {
    Path theirs = Files.writeString(folder.resolve("theirs.xml"), CONFIGURATION);
    List<String> program = new ArrayList<>(List.of(Telltale.class.getName()));
    program.addAll(List.of(words));
    return ForkedJvm.run(
        folder.resolve("output.txt"),
        List.of("-Dlog4j2.configurationFile=" + theirs),
        Map.of(
            "AWS_ACCESS_KEY_ID", "access", "AWS_SECRET_ACCESS_KEY", SECRET, "TELLTALE_DEBUG", "1"),
        program);
  }
}
