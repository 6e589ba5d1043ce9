package dev.telltale.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.re2j.Pattern;
import dev.telltale.detection.pattern.BitStateMatcher;
import dev.telltale.detection.pattern.LazyDfa;
import dev.telltale.detection.pattern.PatternSampler;
import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The automaton and the matcher spare RE2J work and change nothing of what it finds. */
class OccurrencesTest {
  private static final int SAMPLES = Integer.getInteger("telltale.recall.samples", 25);
  private static final String GLUE = " \t\"'=:,;&|/\\{}[]()<>-_.0aZ%\u00e9\u212a\u017f\n";

  @Test
  void findsForEveryRuleWhatThePatternAloneFinds() {
    Random random = new Random(20_261_125);
    PatternSampler sampler = new PatternSampler(random);
    List<String> different = new ArrayList<>();
    int found = 0;
    for (Rule rule : RuleSet.builtin().rules()) {
      if (rule.pattern() == null) {
        continue;
      }
      LazyDfa automaton = rule.automaton();
      BitStateMatcher matcher = rule.matcher();
      for (int i = 0; i < SAMPLES; i++) {
        String text = text(sampler, rule.pattern().pattern(), random);
        List<String> expected = spans(rule.pattern(), null, null, text, 0, text.length());
        found += expected.size();
        int to = Math.max(0, text.length() - random.nextInt(3));
        int from = Math.min(to, random.nextInt(3));
        if (!expected.equals(spans(rule.pattern(), automaton, matcher, text, 0, text.length()))
            || !spans(rule.pattern(), null, null, text, from, to)
                .equals(spans(rule.pattern(), automaton, matcher, text, from, to))) {
          different.add(rule.id());
        }
      }
    }
    assertEquals(List.of(), different);
    assertTrue(found > RuleSet.builtin().rules().size() * SAMPLES / 2, found + " were found");
  }

  @Test
  void anAutomatonThatWouldGrowTooLargeCountsLessAndGoesOn() {
    Rule rule =
        RuleSet.builtin().rules().stream()
            .filter(each -> each.id().equals("pii.email"))
            .findFirst()
            .orElseThrow();
    String text = AdversarialTexts.of(rule, 60_000).get("alphabet");
    LazyDfa automaton = rule.automaton();
    int at = 0;
    while (at >= 0 && at < text.length()) {
      at = automaton.firstEnd(text, at, text.length(), at == 0);
      assertNotEquals(LazyDfa.UNKNOWN, at);
    }
    assertEquals(
        spans(rule.pattern(), null, null, text, 0, text.length()),
        spans(rule.pattern(), automaton, rule.matcher(), text, 0, text.length()));
  }

  @Test
  void aTextWithoutAMatchIsPassedOver() {
    Rule rule =
        RuleSet.builtin().rules().stream()
            .filter(each -> each.id().equals("pii.it-codice-fiscale"))
            .findFirst()
            .orElseThrow();
    String text = "nothing of that kind 12345678901234567890 ABCDEFGHIJKLMNOP";
    assertEquals(LazyDfa.NONE, rule.automaton().firstEnd(text, 0, text.length(), true));
  }

  private static String text(PatternSampler sampler, String pattern, Random random) {
    StringBuilder text = new StringBuilder();
    for (int part = random.nextInt(3); part >= 0; part--) {
      String sample = sampler.sample(pattern);
      if (random.nextInt(8) == 0) {
        sample = sample.repeat(1 + 200 / Math.max(1, sample.length()));
      }
      int cut = random.nextInt(4) == 0 ? random.nextInt(sample.length() + 1) : sample.length();
      text.append(random.nextBoolean() ? "" : "some text in front").append(glue(random));
      text.append(sample, 0, cut).append(glue(random));
    }
    return text.toString();
  }

  private static String glue(Random random) {
    return random.nextInt(4) == 0 ? "" : "" + GLUE.charAt(random.nextInt(GLUE.length()));
  }

  /** With steps of every kind between one occurrence and the next. */
  private static List<String> spans(
      Pattern pattern, LazyDfa automaton, BitStateMatcher matcher, String text, int from, int to) {
    List<String> spans = new ArrayList<>();
    Occurrences occurrences = new Occurrences(pattern, automaton, matcher, text, from, to);
    while (occurrences.next()) {
      spans.add(
          occurrences.valueStart() + "-" + occurrences.valueEnd() + " " + occurrences.isCut());
      if (occurrences.isEmpty() || spans.size() % 3 == 0) {
        occurrences.goOnAfterStart();
      } else if (spans.size() % 3 == 1) {
        occurrences.goOnInsideValue();
      } else {
        occurrences.goOnAfter(occurrences.valueEnd());
      }
    }
    return spans;
  }
}
