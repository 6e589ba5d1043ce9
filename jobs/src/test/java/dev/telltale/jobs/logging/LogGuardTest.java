package dev.telltale.jobs.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.WriterAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.junit.jupiter.api.Test;

final class LogGuardTest {
  @Test
  void aConfigurationThatSomebodySetsLaterIsGuarded() {
    LogGuard.install();
    LoggerContext context = (LoggerContext) LogManager.getContext(false);
    Configuration before = context.getConfiguration();
    StringWriter written = new StringWriter();
    try {
      Configuration other = new DefaultConfiguration();
      WriterAppender appender =
          WriterAppender.createAppender(
              PatternLayout.newBuilder().withPattern("%p %m%n%xEx").build(),
              null,
              written,
              "other",
              false,
              true);
      appender.start();
      other.getRootLogger().addAppender(appender, Level.ALL, null);
      other.getRootLogger().setLevel(Level.DEBUG);
      context.setConfiguration(other);
      LogManager.getLogger("com.example.Library")
          .error("no number: 'canary'", new NumberFormatException("canary"));
      LogManager.getLogger("dev.telltale.Own")
          .info("own words", new IllegalStateException("canary"));
      LogManager.getLogger("com.example.Library").info("read canary");
    } finally {
      context.setConfiguration(before);
    }
    String log = written.toString();
    assertFalse(log.contains("canary"), log);
    assertTrue(log.contains("ERROR no number"), log);
    assertTrue(log.contains("java.lang.NumberFormatException"), log);
    assertTrue(log.contains("at dev.telltale.jobs.logging.LogGuardTest."), log);
    assertTrue(log.contains("INFO own words"), log);
  }

  @Test
  void valuesOfSecretSettingsAreHiddenInOwnWordsToo() {
    KnownSecrets secrets = new KnownSecrets();
    secrets.add(
        Map.of("fs.s3a.secret.key", "wJalrXUtnFEMI", "spark.app.name", "telltale scan").entrySet());
    assertEquals(
        "key ********* of telltale scan, *********",
        secrets.withoutThem("key wJalrXUtnFEMI of telltale scan, d0phbHJYVXRuRkVNSQ"));
  }

  @Test
  void whatIsQuotedAndWhatExceptionsSayIsLeftOut() {
    assertEquals(
        "Lost task 0.0 in stage 1.0 (TID 2) (host executor driver):"
            + " org.apache.spark.SparkNumberFormatException: [CAST_INVALID_INPUT] (left out)",
        SafeText.of(
            "Lost task 0.0 in stage 1.0 (TID 2) (host executor driver):"
                + " org.apache.spark.SparkNumberFormatException: [CAST_INVALID_INPUT] The value 'x'\n"
                + "\tat canary",
            true));
    assertEquals("cannot parse (left out)", SafeText.of("cannot parse \"canary\" here", false));
    assertEquals("cannot parse (left out)", SafeText.of("cannot parse 'canary", true));
    assertEquals("Header (left out)", SafeText.of("Header: canary, other", false));
    assertEquals("It can't be read", SafeText.of("It can't be read", true));
    assertEquals(
        "Replacing fs.s3a.secret.key=(left out)",
        SafeText.of("Replacing fs.s3a.secret.key=canary", true));
    assertEquals("first (left out)", SafeText.of("first\ncanary", true));
    assertEquals("", SafeText.of("", true));
  }

  @Test
  void aFailureIsToldByClassesConditionsAndPlaces() {
    IllegalStateException failed =
        new IllegalStateException("canary", new NumberFormatException("canary"));
    failed.addSuppressed(new IllegalArgumentException("canary"));
    Withheld withheld = Withheld.of(failed);
    assertEquals("java.lang.IllegalStateException", withheld.getMessage());
    assertEquals("java.lang.NumberFormatException", withheld.getCause().getMessage());
    assertEquals("java.lang.IllegalArgumentException", withheld.getSuppressed()[0].getMessage());
    assertEquals(failed.getStackTrace()[0], withheld.getStackTrace()[0]);
    assertEquals(null, Withheld.of(null));
  }

  @Test
  void circularCausesEnd() {
    IllegalStateException first = new IllegalStateException("canary");
    IllegalStateException second = new IllegalStateException("canary", first);
    first.initCause(second);
    assertEquals("java.lang.IllegalStateException", Withheld.of(first).getCause().getMessage());
  }
}
