package dev.telltale.jobs.command.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.command.CommandRun;
import dev.telltale.jobs.command.ExitCode;
import org.junit.jupiter.api.Test;

final class ExplainTextTest {
  private static final String SECRET = "k7Wq2Zp9Lx4Tn8Vb3Rd6";

  @Test
  void aFindingIsExplainedWithoutItsValue() {
    CommandRun run = CommandRun.of("", "rules", "explain", "--text", "clientSecret=" + SECRET);
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertTrue(run.out().startsWith("generic.secret: k7Wq****3Rd6"), run.out());
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
}
