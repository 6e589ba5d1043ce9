package dev.telltale.jobs.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsTest {
  private static final Setting<List<String>> SOURCE =
      Setting.option("source", ValueType.URI).describedAs("What to scan.").required().many();
  private static final Setting<Double> COVERAGE =
      Setting.option("min-coverage", ValueType.FRACTION)
          .describedAs("Smallest coverage.")
          .standard(0.0)
          .one();
  private static final Setting<Long> SIZE =
      Setting.option("task-bytes", ValueType.SIZE)
          .describedAs("Size of a task.")
          .standard(64L << 20)
          .one();
  private static final Setting<Boolean> EXAMPLES =
      Setting.option("include-examples", ValueType.SWITCH)
          .letter('x')
          .describedAs("Report examples.")
          .standard(false)
          .one();
  private static final Setting<String> FAIL_ON =
      Setting.option("fail-on", ValueType.choice("low", "high")).describedAs("When to fail.").one();
  private static final Setting<Duration> SLACK =
      Setting.option("slack", ValueType.DURATION)
          .describedAs("How late.")
          .standard(Duration.ofMinutes(90))
          .one();
  private static final Syntax SCAN =
      Syntax.of(
          "scan",
          "scans",
          "",
          List.of(SOURCE, COVERAGE, SIZE, EXAMPLES, FAIL_ON, SLACK, Settings.CONFIG));

  @TempDir private Path folder;

  @Test
  void valuesAreReadInEveryUsualForm() {
    Settings settings =
        GivenSettings.read(
            SCAN,
            "--source",
            "s3a://a",
            "file:///b",
            "--min-coverage=0.5",
            "--task-bytes",
            "2M",
            "--include-examples",
            "--source",
            "c",
            "--source=--d");
    assertEquals(List.of("s3a://a", "file:///b", "c", "--d"), settings.value(SOURCE));
    assertEquals(0.5, settings.value(COVERAGE));
    assertEquals(2L << 20, settings.value(SIZE));
    assertTrue(settings.value(EXAMPLES));
    assertNull(settings.value(FAIL_ON));
    assertEquals(Duration.ofMinutes(90), settings.value(SLACK));
  }

  @Test
  void aSwitchMayHaveAValueOrALetter() {
    assertTrue(GivenSettings.read(SCAN, "--source", "a", "-x").value(EXAMPLES));
    assertFalse(
        GivenSettings.read(SCAN, "--include-examples=false", "--source", "a").value(EXAMPLES));
    UserMistake mistake = mistake("--source", "a", "--include-examples=perhaps");
    assertTrue(mistake.getMessage().contains("it takes true or false"), mistake.getMessage());
  }

  @Test
  void allProblemsAreNamedAtOnce() {
    UserMistake mistake =
        mistake(
            "--min-coverge",
            "0.5",
            "--fail-on",
            "urgent",
            "--task-bytes",
            "much",
            "--slack",
            "-5m",
            "stray");
    String text = mistake.getMessage();
    assertEquals(6, mistake.problems().size(), text);
    assertTrue(text.contains("there is no option --min-coverge"), text);
    assertTrue(text.contains("did you mean --min-coverage?"), text);
    assertTrue(text.contains("one of low, high"), text);
    assertTrue(text.contains("a size above 0, such as 64m or 2g"), text);
    assertTrue(text.contains("--slack cannot be \"-5m\""), text);
    assertTrue(text.contains("--source is missing"), text);
    assertTrue(text.contains("\"stray\" is one word too many"), text);
  }

  @Test
  void anOptionDoesNotTakeTheNextOptionForItsValue() {
    String text =
        mistake("--fail-on", "--source", "a", "--min-coverage", "--slak", "1h").getMessage();
    assertTrue(text.contains("--fail-on has no value"), text);
    assertTrue(text.contains("--min-coverage has no value"), text);
    assertTrue(text.contains("did you mean --slack?"), text);
    assertFalse(text.contains("--source"), text);
    assertFalse(text.contains("too many"), text);
  }

  @Test
  void anOptionOfOneValueIsGivenOnce() {
    String text = mistake("--source", "a", "--fail-on=low", "--fail-on", "high").getMessage();
    assertTrue(text.contains("--fail-on is given 2 times"), text);
  }

  @Test
  void theCommandLineWinsOverTheFile() throws IOException {
    Path file = folder.resolve("telltale.conf");
    Files.writeString(
        file, "# nightly\nsource = s3a://a, s3a://b\nmin-coverage = 0.9\n\nfail-on = low\n");
    Settings settings = GivenSettings.read(SCAN, "--config", file.toString(), "--fail-on", "high");
    assertEquals(List.of("s3a://a", "s3a://b"), settings.value(SOURCE));
    assertEquals(0.9, settings.value(COVERAGE));
    assertEquals("high", settings.value(FAIL_ON));
  }

  @Test
  void aFileWithUnknownSettingsIsRefusedWithThePlace() throws IOException {
    Path file = folder.resolve("telltale.conf");
    Files.writeString(
        file,
        "source = s3a://a\nfail_on = low\nno setting at all\nconfig = other\nslack = 1h\nslack = 2h\n");
    UserMistake mistake = mistake("--config", file.toString());
    String text = mistake.getMessage();
    assertEquals(4, mistake.problems().size(), text);
    assertTrue(text.contains(file + ":2: there is no setting fail_on"), text);
    assertTrue(text.contains("did you mean fail-on?"), text);
    assertTrue(text.contains(file + ":3 is not a setting"), text);
    assertTrue(text.contains(file + ":4: there is no setting config"), text);
    assertTrue(text.contains(file + ":6: slack is given a second time"), text);
  }

  @Test
  void aMissingFileIsAProblemAmongTheOthers() {
    UserMistake mistake = mistake("--config", folder.resolve("none").toString());
    assertEquals(2, mistake.problems().size(), mistake.getMessage());
  }

  private static UserMistake mistake(String... words) {
    return assertThrows(UserMistake.class, () -> GivenSettings.read(SCAN, words));
  }
}
