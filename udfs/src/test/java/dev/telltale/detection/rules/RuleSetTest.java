package dev.telltale.detection.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RuleSetTest {
  private static final String CUSTOM =
      """
      - id: acme.badge
        title: Badge
        category: custom
        severity: low
        confidence: 0.9
        pattern: '\\b(ACME-[0-9]{6})\\b'
        reference: https://intranet.acme.io/badges
        examples:
          match: ['badge «ACME-123456»', '«ACME-654321»']
          clean: ['ACME-1', 'ACME']
      """;

  @Test
  void aFileOfRulesIsAddedAndChangesTheId() {
    RuleSet more = RuleSet.builtin().plus("acme.yaml", CUSTOM);
    assertEquals(RuleSet.builtin().rules().size() + 1, more.rules().size());
    assertNotEquals(RuleSet.builtin().id(), more.id());
    assertEquals(16, more.id().length());
  }

  @Test
  void allProblemsAreReportedAtOnce() {
    String broken =
        CUSTOM
            .replace("severity: low", "severity: awful\n  colour: red")
            .replace("'ACME-1', 'ACME'", "'ACME-1'");
    RuleProblems problems =
        assertThrows(RuleProblems.class, () -> RuleSet.builtin().plus("acme.yaml", broken));
    assertEquals(3, problems.problems().size());
    assertTrue(problems.getMessage().contains("unknown key colour"));
  }

  @Test
  void rulesAreSwitchedByIdAndUnknownIdsAreRefused() {
    RuleSet without = RuleSet.builtin().switched(List.of(), List.of("pii.email"));
    assertEquals(RuleSet.builtin().rules().size() - 1, without.rules().size());
    assertThrows(
        RuleProblems.class, () -> RuleSet.builtin().switched(List.of("no.such"), List.of()));
  }

  @Test
  void namesSplitIntoWholeTokens() {
    assertEquals(List.of("db", "password", "2"), Words.of("dbPassword2"));
    assertEquals(List.of("x", "api", "key"), Words.of("X-API-Key"));
    assertEquals(List.of("http", "server"), Words.of("HTTPServer"));
  }
}
