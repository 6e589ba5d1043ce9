package dev.telltale.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.command.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FailureReportTest {
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aBugIsToldWithoutWhatItsMessagesQuote(boolean whole) {
    IllegalStateException failed =
        new IllegalStateException("canary", new NumberFormatException("canary"));
    failed.addSuppressed(new IllegalArgumentException("canary"));
    String report = report(failed, whole, ExitCode.BUG);
    assertFalse(report.contains("canary"), report);
    assertTrue(report.contains("java.lang.IllegalStateException"), report);
    assertTrue(report.contains("java.lang.NumberFormatException"), report);
    assertTrue(report.contains("at dev.telltale.jobs.FailureReportTest."), report);
    assertEquals(whole, report.contains("java.lang.IllegalArgumentException"), report);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aMissingClassIsNamedOnlyIfItIsAName(boolean whole) {
    String named =
        report(new NoClassDefFoundError("org/apache/spark/Any"), whole, ExitCode.MISTAKE);
    assertTrue(named.contains("org.apache.spark.Any"), named);
    String other = report(new NoClassDefFoundError("a canary: 1"), whole, ExitCode.MISTAKE);
    assertFalse(other.contains("canary"), other);
  }

  private static String report(Throwable failed, boolean whole, int code) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    assertEquals(code, FailureReport.print(failed, whole, err));
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
