package dev.telltale.jobs.leaks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.Telltale;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.tables.Lake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A scan in processes of its own, with everything switched on that could show a value: a log of
 * everything, the event log, the UI, spills; its first driver is killed, another one resumes it.
 * Run by {@code scripts/canary}, for the logs of everything take minutes.
 */
@EnabledIfSystemProperty(
    named = "telltale.canary.processes",
    matches = "true",
    disabledReason = "scripts/canary runs it")
final class CanaryProcessTest {
  private static final String KEY = "a key for tests, never for use";

  private static final String LOUD =
      """
      <Configuration status="error">
        <Appenders>
          <Console name="loud" target="SYSTEM_ERR">
            <PatternLayout pattern="%p %c %m %X%n%xEx"/>
          </Console>
        </Appenders>
        <Loggers>
          <Logger name="org.apache.spark.network" level="info"/>
          <Logger name="org.apache.spark.ContextCleaner" level="info"/>
          <Logger name="io.netty" level="info"/>
          <Logger name="org.codehaus" level="info"/>
          <Root level="debug">
            <AppenderRef ref="loud"/>
          </Root>
        </Loggers>
      </Configuration>
      """;

  @TempDir private Path folder;

  @Test
  void aKilledAndResumedScanAtItsLoudestShowsNoCanary() throws Exception {
    CanaryExport export = new CanaryExport(folder.resolve("export"), 11);
    writeWhatFillsTheScratchFolder();
    Path events = Files.createDirectories(folder.resolve("events"));
    Path loud = Files.writeString(folder.resolve("loud.xml"), LOUD);
    List<String> settings =
        List.of(
            "log4j2.configurationFile=" + loud,
            "spark.eventLog.enabled=true",
            "spark.eventLog.dir=file://" + events,
            "spark.ui.enabled=true",
            "spark.ui.port=0");
    ScratchFolder killed = ScratchFolder.of(folder, settings, scan());
    assertEquals(ScratchProcess.DIED, killed.end().code(), "the driver was killed");
    List<String> options =
        new ArrayList<>(List.of("-Dspark.master=local[2]", "-Dspark.driver.host=127.0.0.1"));
    settings.forEach(setting -> options.add("-D" + setting));
    List<String> program = new ArrayList<>(List.of(Telltale.class.getName()));
    program.addAll(scan());
    ForkedJvm.End resumed =
        ForkedJvm.run(
            folder.resolve("resumed.txt"), options, Map.of("TELLTALE_DEBUG", "1"), program);
    assertEquals(ExitCode.DONE, resumed.code());
    CanarySearch search =
        new CanarySearch(export.canaries())
            .text("log of the killed driver", killed.end().output())
            .text("log", resumed.output())
            .files("scratch", folder.resolve("scratch"))
            .files("events", events)
            .files("lake", folder.resolve("lake"));
    assertTrue(
        search.readable().isEmpty(),
        () -> search.readable().size() + ":\n" + String.join("\n", search.readable()));
    assertTrue(resumed.output().contains("DEBUG org.apache.spark."), "the level holds");
    export.assertFound(
        new Lake(SparkForTests.session(), folder.resolve("lake").toString()),
        FingerprintKey.of(KEY.getBytes(StandardCharsets.UTF_8)));
  }

  private void writeWhatFillsTheScratchFolder() throws IOException {
    for (int object = 0; object < 40; object++) {
      Path file = folder.resolve("export/logs/2026/11/20/10/filling-" + object);
      Files.createDirectories(file.getParent());
      Files.writeString(
          file, "{\"time\":\"2026-11-20T10:00:00Z\",\"message\":\"line\"}\n".repeat(200));
    }
  }

  private List<String> scan() throws IOException {
    Path key = Files.writeString(folder.resolve("key"), KEY);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    return List.of(
        "scan",
        "--source",
        "file://" + folder.resolve("export"),
        "--lake",
        folder.resolve("lake").toString(),
        "--fingerprint-key",
        "file://" + key);
  }
}
