package dev.telltale.detection.quality;

import com.google.re2j.Matcher;
import dev.telltale.detection.engine.TriggerEngine;
import dev.telltale.detection.pattern.BitStateMatcher;
import dev.telltale.detection.pattern.CharacterKinds;
import dev.telltale.detection.pattern.LazyDfa;
import dev.telltale.detection.rules.KeywordTokens;
import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Holds the engine, the screens before it and the matchers after it against RE2/J alone, text by
 * text. What it reports names rules and positions, never a text. Not thread-safe.
 */
final class EngineAgreement implements AutoCloseable {
  /** Characters that a keyword has at most between two of its tokens. */
  private static final int MAX_BETWEEN = 3;

  private final List<Rule> rules;
  private final TriggerEngine engine;
  private final IntPredicate reported;
  private final Map<Integer, LazyDfa> automata = new HashMap<>();
  private final Map<Integer, Optional<BitStateMatcher>> matchers = new HashMap<>();
  private final Map<Integer, List<Integer>> triggers = new HashMap<>();
  private final Map<Integer, List<Integer>> shapes = new HashMap<>();
  private final BitSet matched = new BitSet();
  private final List<String> disagreements = new ArrayList<>();
  private long matches;

  EngineAgreement(RuleSet set) {
    this(set, rule -> true);
  }

  /** With an engine that keeps the hits of some rules to itself, to see that it is noticed. */
  EngineAgreement(RuleSet set, IntPredicate reported) {
    this.rules = set.rules();
    this.engine = TriggerEngine.of(set);
    this.reported = reported;
  }

  /**
   * Compares what a text holds of some rules.
   *
   * @param name of the text, for messages
   * @param some indices in the rule set
   */
  void compare(String name, String text, BitSet some) {
    triggers.clear();
    shapes.clear();
    engine.scan(text, (rule, end) -> note(triggers, rule, end));
    engine.scanShapes(text, (rule, end) -> note(shapes, rule, end));
    List<Integer> ends = new ArrayList<>();
    List<String> tokens = KeywordTokens.of(text, ends);
    some.stream().forEach(rule -> compare(name, text, rule, tokens, ends));
  }

  private void note(Map<Integer, List<Integer>> hits, int rule, int end) {
    if (reported.test(rule)) {
      hits.computeIfAbsent(rule, key -> new ArrayList<>()).add(end);
    }
  }

  private void compare(
      String name, String text, int index, List<String> tokens, List<Integer> ends) {
    Rule rule = rules.get(index);
    if (rule.pattern() == null) {
      return;
    }
    boolean byKeyword = rule.shape() != null;
    if (byKeyword) {
      keywords(name, index, tokens, ends);
    }
    List<Integer> hits = (byKeyword ? shapes : triggers).getOrDefault(index, List.of());
    Matcher re2 = rule.pattern().matcher(text);
    boolean found = re2.find();
    matchers(name, text, index, re2, found);
    while (found) {
      matches++;
      matched.set(index);
      int start = re2.start();
      int end = re2.end();
      if (hits.stream().noneMatch(hit -> hit >= start && hit <= end)) {
        disagree(name, rule, "no hit in the match", start);
      }
      screens(name, text, rule, start, end);
      found = start < text.length() && re2.find(start + 1);
    }
  }

  /** Every keyword is hit. */
  private void keywords(String name, int index, List<String> tokens, List<Integer> ends) {
    Rule rule = rules.get(index);
    List<Integer> hits = triggers.getOrDefault(index, List.of());
    for (List<String> word : rule.keywords().words()) {
      int at = KeywordTokens.indexOf(tokens, word, 0);
      for (; at >= 0; at = KeywordTokens.indexOf(tokens, word, at + 1)) {
        int start = start(tokens, ends, at);
        int end = ends.get(at + word.size() - 1);
        if (isNear(tokens, ends, at, word.size())
            && hits.stream().noneMatch(hit -> hit >= start && hit <= end)) {
          disagree(name, rule, "no hit in the keyword", start);
        }
      }
    }
  }

  private static boolean isNear(List<String> tokens, List<Integer> ends, int at, int size) {
    for (int i = at + 1; i < at + size; i++) {
      if (start(tokens, ends, i) - ends.get(i - 1) > MAX_BETWEEN) {
        return false;
      }
    }
    return true;
  }

  private static int start(List<String> tokens, List<Integer> ends, int at) {
    return ends.get(at) - tokens.get(at).length();
  }

  /** What is said of every match, and decides what is looked at. */
  private void screens(String name, String text, Rule rule, int start, int end) {
    if (!rule.isUnbounded() && end - start > rule.width()) {
      disagree(name, rule, "a match is wider than the rule says", start);
    }
    if (rule.shape() == null) {
      int kinds = CharacterKinds.of(text.substring(start, end));
      if ((kinds & rule.requiredKinds()) != rule.requiredKinds()) {
        disagree(name, rule, "a match lacks a required kind of character", start);
      }
      if (end - start < rule.minWidth()) {
        disagree(name, rule, "a match is shorter than the rule says", start);
      }
    }
  }

  /** The first match, by the automaton and the matcher that spare RE2/J. */
  private void matchers(String name, String text, int index, Matcher re2, boolean found) {
    Rule rule = rules.get(index);
    int length = text.length();
    LazyDfa automaton = automata.computeIfAbsent(index, key -> rule.automaton());
    int end = automaton.firstEnd(text, 0, length, true);
    if (found && (end == LazyDfa.NONE || end > re2.end())) {
      disagree(name, rule, "the automaton passes over the match", re2.start());
    }
    BitStateMatcher matcher =
        matchers.computeIfAbsent(index, key -> Optional.ofNullable(rule.matcher())).orElse(null);
    if (matcher == null || !matcher.suits(length)) {
      return;
    }
    boolean same = matcher.find(text, 0, length, 0, length, length) >= 0 == found;
    same &=
        !found
            || (matcher.start() == re2.start()
                && matcher.end() == re2.end()
                && matcher.groupStart() == re2.start(1)
                && matcher.groupEnd() == re2.end(1));
    if (!same) {
      disagree(name, rule, "the matcher differs", found ? re2.start() : matcher.start());
    }
  }

  private void disagree(String name, Rule rule, String what, int position) {
    disagreements.add(
        String.format(Locale.ROOT, "%s, rule %s at %d: %s", name, rule.id(), position, what));
  }

  List<String> disagreements() {
    return disagreements;
  }

  /** How many matches RE2/J has found. */
  long matches() {
    return matches;
  }

  /** The rules of which RE2/J has found a match. */
  BitSet matched() {
    return matched;
  }

  @Override
  public void close() {
    engine.close();
  }
}
