package dev.telltale.detection.pattern;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What can be told of a rule's pattern without running it. Immutable, thread-safe. */
public final class PatternShape {
  /** Width given to patterns without an upper bound: what two raw windows share. */
  public static final int WIDEST = 16 << 10;

  private static final String SEPARATOR = "[^0-9A-Za-z]{0,3}";

  private final String pattern;
  private final Node node;

  private PatternShape(String pattern, Node node) {
    this.pattern = pattern;
    this.node = node;
  }

  /**
   * Takes a pattern apart.
   *
   * @throws IllegalArgumentException for syntax outside the supported part
   */
  public static PatternShape of(String pattern) {
    return new PatternShape(pattern, PatternReader.read(pattern));
  }

  /** Most characters that a match, context included, can span. */
  public int width() {
    return (int) Math.min(WIDEST, Widths.max(node));
  }

  /** The {@link CharacterClasses} that every match has. */
  public int requiredClasses() {
    return CharacterClasses.required(node);
  }

  /** Fewest characters of a match, context included. */
  public int shortest() {
    return (int) Math.min(WIDEST, Widths.min(node));
  }

  /** Fewest characters of the value itself. */
  public int shortestValue() {
    return (int) Math.min(WIDEST, Widths.min(Widths.capture(node)));
  }

  /** A new automaton of the pattern, for one thread. */
  public PatternAutomaton automaton() {
    return new PatternAutomaton(node);
  }

  /** A new matcher of the pattern, for one thread; null when only RE2 can match it. */
  public PatternMatcher matcher() {
    return PatternMatcher.of(pattern, node);
  }

  /** Length of the shortest literal of the best required set; 0 when there is none. */
  public int literalLength() {
    return RequiredLiterals.score(RequiredLiterals.of(node));
  }

  /** What no match of the pattern lacks. */
  public Trigger trigger() {
    Node relaxed = Relaxed.of(node);
    Set<String> literals = RequiredLiterals.of(node);
    return new Trigger(
        PatternCore.of(node),
        RequiredLiterals.score(literals) >= PatternCore.GOOD_LITERAL,
        List.of(new Expression(Relaxed.regex(relaxed), 0)),
        literals == null ? Set.of() : literals);
  }

  /**
   * A trigger on required keywords instead of the pattern.
   *
   * @param words lower-case words, each a list of tokens
   */
  public static Trigger ofKeywords(List<List<String>> words) {
    List<PatternEdges.Edged> patterns = new ArrayList<>();
    List<Expression> expressions = new ArrayList<>();
    Set<String> literals = new TreeSet<>();
    for (List<String> tokens : words) {
      if (isImplied(tokens, words)) {
        continue;
      }
      patterns.addAll(KeywordPattern.of(tokens));
      for (List<String> written : spellings(tokens)) {
        String last = written.get(written.size() - 1);
        String regex = "(?i:" + String.join(SEPARATOR, written) + ")";
        expressions.add(new Expression(regex, last.getBytes(StandardCharsets.UTF_8).length));
        literals.add(Collections.max(written, Comparator.comparingInt(String::length)));
      }
    }
    return new Trigger(patterns, true, expressions, literals);
  }

  /**
   * Engines fold the case of ASCII only: letters beyond it stand there as small ones, as capitals,
   * and with the first of a token as a capital.
   */
  private static Set<List<String>> spellings(List<String> tokens) {
    Set<List<String>> spellings = new LinkedHashSet<>();
    spellings.add(tokens);
    spellings.add(tokens.stream().map(token -> capitals(token, token.length())).toList());
    spellings.add(tokens.stream().map(token -> capitals(token, 1)).toList());
    return spellings;
  }

  private static String capitals(String token, int first) {
    StringBuilder out = new StringBuilder(token);
    for (int i = 0; i < first; i++) {
      char c = token.charAt(i);
      out.setCharAt(i, c < 0x80 ? c : Character.toUpperCase(c));
    }
    return out.toString();
  }

  /** Whether one of several tokens is a word of its own. */
  private static boolean isImplied(List<String> tokens, List<List<String>> words) {
    return tokens.size() > 1
        && words.stream().anyMatch(word -> word.size() == 1 && tokens.contains(word.get(0)));
  }
}
