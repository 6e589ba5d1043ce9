package dev.telltale.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.telltale.detection.finding.Finding;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.detection.rules.TeamSource;
import dev.telltale.limit.Limits;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A keyword in any script makes a rule look, however its letters are written. */
class KeywordsBeyondAsciiTest {
  private static final RuleSet RULES =
      RuleSet.builtin()
          .with(
              new TeamSource(
                  "scripts.yaml",
                  """
                  - id: custom.membership
                    title: Membership number
                    category: custom
                    severity: low
                    confidence: 0.9
                    numbers: true
                    pattern: '\\b(77[0-9]{4})\\b'
                    keywords:
                      words: [überprüfung, членство, 会员]
                    reference: made up for this test
                    examples:
                      match: ['überprüfung «771234»', '会员 «775678»']
                      clean: ['771234', 'prüfung 771234']
                  """,
                  Map.of(),
                  LocalDate.EPOCH));

  @Test
  void keywordsOfEveryScriptCountInText() {
    List<String> texts =
        List.of(
            "überprüfung 771234",
            "ÜBERPRÜFUNG: 771234",
            "Überprüfung 771234",
            "членство 771234",
            "ЧЛЕНСТВО 771234",
            "Членство: 771234",
            "会员 771234");
    try (Detector detector = new Detector(RULES, Scans.KEY, Limits.defaults())) {
      for (String text : texts) {
        List<String> rules =
            detector.detectText(text, null).findings().stream().map(Finding::rule).toList();
        assertEquals(List.of("custom.membership"), rules, text);
      }
      assertEquals(List.of(), detector.detectText("prüfung 771234", null).findings());
    }
  }
}
