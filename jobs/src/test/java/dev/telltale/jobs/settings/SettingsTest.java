package dev.telltale.jobs.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsTest {
  private static final Setting<List<String>> SOURCE =
      Setting.requiredTexts("source", "URI", "What to scan.");
  private static final Setting<Double> COVERAGE =
      Setting.fraction("min-coverage", "Least coverage.", 0);
  private static final Setting<Long> SIZE =
      Setting.bytes("task-bytes", "Size of a task.", 64L << 20);
  private static final Setting<Boolean> EXAMPLES =
      Setting.flag("include-examples", "Report examples.");
  private static final Setting<String> FAIL_ON =
      Setting.choice("fail-on", "When to fail.", null, "low", "high");
  private static final Setting<String> CONFIG = Setting.text("config", "FILE", "Settings.", null);
  private static final CommandLine LINE =
      new CommandLine(
          "scan",
          "",
          0,
          0,
          "scans",
          "",
          List.of(SOURCE, COVERAGE, SIZE, EXAMPLES, FAIL_ON, CONFIG));

  @TempDir private Path folder;

  @Test
  void valuesAreReadInEveryUsualSpelling() {
    Settings settings =
        Settings.read(
            LINE,
            List.of(
                "--source",
                "s3a://a",
                "file:///b",
                "--min-coverage=0.5",
                "--task-bytes",
                "2M",
                "--include-examples",
                "--source",
                "c"));
    assertEquals(List.of("s3a://a", "file:///b", "c"), settings.value(SOURCE));
    assertEquals(0.5, settings.value(COVERAGE));
    assertEquals(2L << 20, settings.value(SIZE));
    assertTrue(settings.value(EXAMPLES));
  }

  @Test
  void allProblemsAreToldAtOnce() {
    UserMistake mistake =
        assertThrows(
            UserMistake.class,
            () ->
                Settings.read(
                    LINE,
                    List.of(
                        "--min-coverge",
                        "0.5",
                        "--fail-on",
                        "urgent",
                        "--task-bytes",
                        "much",
                        "stray")));
    assertEquals(5, mistake.problems().size());
    String text = mistake.getMessage();
    assertTrue(text.contains("there is no setting --min-coverge"), text);
    assertTrue(text.contains("did you mean --min-coverage?"), text);
    assertTrue(text.contains("one of low, high"), text);
    assertTrue(text.contains("a size above 0, such as 64m or 2g"), text);
    assertTrue(text.contains("--source is missing"), text);
    assertTrue(text.contains("\"stray\" is one word too many"), text);
  }

  @Test
  void theCommandLineWinsOverTheFile() throws IOException {
    Path file = folder.resolve("telltale.conf");
    Files.writeString(
        file, "# nightly\nsource = s3a://a, s3a://b\nmin-coverage = 0.9\n\nfail-on = low\n");
    Settings settings =
        Settings.read(LINE, List.of("--config", file.toString(), "--fail-on", "high"));
    assertEquals(List.of("s3a://a", "s3a://b"), settings.value(SOURCE));
    assertEquals(0.9, settings.value(COVERAGE));
    assertEquals("high", settings.value(FAIL_ON));
  }

  @Test
  void aFileWithUnknownSettingsIsRefusedWithThePlace() throws IOException {
    Path file = folder.resolve("telltale.conf");
    Files.writeString(file, "source = s3a://a\nfail_on = low\nno setting at all\n");
    UserMistake mistake =
        assertThrows(
            UserMistake.class, () -> Settings.read(LINE, List.of("--config", file.toString())));
    assertEquals(2, mistake.problems().size());
    assertTrue(
        mistake.getMessage().contains(file + ":2: there is no setting --fail_on"),
        mistake.getMessage());
    assertTrue(mistake.getMessage().contains("did you mean --fail-on?"), mistake.getMessage());
    assertTrue(mistake.getMessage().contains(file + ":3 is no setting"), mistake.getMessage());
  }

  @Test
  void aMissingFileIsAProblemAmongTheOthers() {
    UserMistake mistake =
        assertThrows(
            UserMistake.class,
            () -> Settings.read(LINE, List.of("--config", folder.resolve("none").toString())));
    assertEquals(2, mistake.problems().size());
  }

  @Test
  void theHelpNamesEverySettingAndDefault() {
    String help = LINE.help();
    for (Setting<?> setting : LINE.settings()) {
      assertTrue(help.contains("--" + setting.name()), help);
    }
    assertTrue(help.contains("Default: 64m."), help);
  }
}
