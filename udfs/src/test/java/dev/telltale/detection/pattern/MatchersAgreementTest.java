package dev.telltale.detection.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All that is built from a pattern's program against RE2/J, over texts of few characters. */
class MatchersAgreementTest {
  private static final int TEXTS = 400;
  private static final String ALPHABET = "aab1 _.-\n\u00e9K";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a)",
        "(ab|a)b?",
        "(a|ab)(?:b|)1",
        "a((?:a?b?)*1)",
        "((?:a*)*b)",
        "(?:a|b)+(1?a)",
        "(a{2,3})b",
        "(a{1,2}b{0,2}){1}1",
        "\\b(a+)\\b",
        "\\B(a)\\B",
        "^(a+)",
        "(b)$",
        "(?:^|[^a])(a{2})(?:[^a]|$)",
        "(?:\\b|_)(a(?:b|1)*)(?:\\b|$)",
        "(?i)(Kb?)",
        "([^a]b)",
        "(.)1",
        "(?s)(.)1",
        "(\\w+)\\.",
        "((?:a|b){0,101}1)",
        "a(?:(1)|b)",
      })
  void matchersFindWhatRe2Finds(String source) {
    Pattern pattern = Pattern.compile(source);
    PatternShape shape = PatternShape.of(source);
    LazyDfa automaton = shape.automaton();
    BitStateMatcher matcher = shape.matcher();
    TriggerScan triggers = new TriggerScan(List.of(shape.trigger()));
    Random random = new Random(source.hashCode());
    int matching = 0;
    for (int i = 0; i < TEXTS; i++) {
      String text = text(random);
      Matcher re2 = pattern.matcher(text);
      boolean matches = re2.find();
      matching += matches ? 1 : 0;
      String expected =
          matches
              ? re2.start() + "-" + re2.end() + " " + re2.start(1) + "-" + re2.end(1)
              : "no match";
      assertEquals(expected, first(matcher, text), () -> shown(text));
      int end = automaton.firstEnd(text, 0, text.length(), true);
      assertTrue(!matches || (end >= 0 && end <= re2.end()), () -> end + " in " + shown(text));
      if (matches) {
        List<Integer> hits = new ArrayList<>();
        triggers.scan(text, (rule, at) -> hits.add(at));
        assertTrue(
            hits.stream().anyMatch(at -> at >= re2.start() && at <= re2.end()),
            () -> hits + " in " + shown(text));
      }
    }
    assertTrue(matching > 0, "the pattern matches none of the texts");
  }

  private static String first(BitStateMatcher matcher, String text) {
    int length = text.length();
    return matcher.find(text, 0, length, 0, length, length) < 0
        ? "no match"
        : matcher.start()
            + "-"
            + matcher.end()
            + " "
            + matcher.groupStart()
            + "-"
            + matcher.groupEnd();
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  private static String shown(String text) {
    return "\"" + text.replace("\n", "\\n") + "\"";
  }

  @Test
  void wordEdgesAndLongRepeatsMakeAnAutomatonReportMoreAndNeverLess() {
    LazyDfa edge = PatternShape.of("\\b(a)").automaton();
    assertEquals(2, edge.firstEnd("1a", 0, 2, true));
    LazyDfa repeat = PatternShape.of("1(a{2,200})1").automaton();
    assertEquals(303, repeat.firstEnd("1" + "a".repeat(301) + "1", 0, 303, true));
    assertEquals(LazyDfa.NONE, repeat.firstEnd("1a1", 0, 3, true));
  }

  @Test
  void aPatternTooLongForItsMatchersIsLeftToRe2() {
    PatternShape shape = PatternShape.of("((?:[ab]{900}){5})");
    assertNull(shape.matcher());
    assertEquals(LazyDfa.UNKNOWN, shape.automaton().firstEnd("ab", 0, 2, true));
  }

  @Test
  void lazyRepeatsAndLineModeAreLeftToRe2() {
    assertNull(PatternShape.of("(a+?)b").matcher());
    assertNull(PatternShape.of("(?m)^(a+)").matcher());
  }

  @ParameterizedTest
  @ValueSource(strings = {"()", "(a*)", "(?:a?)(b{0,3})", "\\b(a?)\\b", "(a|)"})
  void aPatternThatMatchesEmptyTextIsRefused(String source) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> PatternShape.of(source));
    assertEquals("the pattern matches empty text", refused.getMessage());
  }
}
