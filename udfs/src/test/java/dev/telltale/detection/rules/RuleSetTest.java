package dev.telltale.detection.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
    RuleSet more = withFile("acme.yaml", CUSTOM);
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
    RuleProblems problems = assertThrows(RuleProblems.class, () -> withFile("acme.yaml", broken));
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
  void everyPartOfARuleChangesTheIdAndItsCommentsDoNot() {
    String id = withFile("acme.yaml", CUSTOM).id();
    for (String changed :
        List.of(
            CUSTOM.replace("severity: low", "severity: high"),
            CUSTOM.replace("confidence: 0.9", "confidence: 0.8"),
            CUSTOM.replace("[0-9]{6}", "[0-9]{6,7}"),
            CUSTOM.replace("reference:", "validators: [isolated]\n  reference:"),
            CUSTOM.replace("reference:", "not-in: [time]\n  reference:"),
            CUSTOM.replace("reference:", "numbers: true\n  reference:"),
            CUSTOM.replace("reference:", "generic: true\n  reference:"),
            CUSTOM.replace("reference:", "keywords: {words: [badge]}\n  reference:"),
            CUSTOM.replace(
                "reference:", "hotwords: [{words: [badge], adjust: 0.1}]\n  reference:"))) {
      assertNotEquals(id, withFile("acme.yaml", changed).id(), changed);
    }
    String same = "# a comment\n" + CUSTOM.replace("title: Badge", "title: The badge");
    assertEquals(id, withFile("other.yaml", same).id());
  }

  @Test
  void namesSplitIntoWholeTokens() {
    assertEquals(List.of("db", "password", "2"), KeywordTokens.of("dbPassword2"));
    assertEquals(List.of("x", "api", "key"), KeywordTokens.of("X-API-Key"));
    assertEquals(List.of("http", "server"), KeywordTokens.of("HTTPServer"));
  }

  private static RuleSet withFile(String name, String yaml) {
    return RuleSet.builtin().with(new TeamSource(name, yaml, Map.of(), LocalDate.EPOCH));
  }
}
