package dev.telltale.detection.pattern;

import java.util.ArrayList;
import java.util.List;

/** What a rule's pattern says without being run. Immutable, thread-safe. */
public final class PatternShape {
  /** Width given to patterns without an upper bound: what two raw windows share. */
  public static final int MAX_WIDTH = 16 << 10;

  private final String pattern;
  private final Node node;

  private PatternShape(String pattern, Node node) {
    this.pattern = pattern;
    this.node = node;
  }

  /**
   * Takes a pattern apart.
   *
   * @throws IllegalArgumentException for syntax outside the supported part, or when empty text
   *     matches
   */
  public static PatternShape of(String pattern) {
    Node node = PatternReader.read(pattern);
    if (Widths.min(node) == 0) {
      throw new IllegalArgumentException("the pattern matches empty text");
    }
    return new PatternShape(pattern, node);
  }

  /** Most characters that a match, context included, can span. */
  public int width() {
    return (int) Math.min(MAX_WIDTH, Widths.max(node));
  }

  /** The {@link CharacterKinds} that every match has. */
  public int requiredKinds() {
    return CharacterKinds.required(node);
  }

  /** Fewest characters of a match, context included. */
  public int minWidth() {
    return (int) Math.min(MAX_WIDTH, Widths.min(node));
  }

  /** Fewest characters of the value itself. */
  public int minValueWidth() {
    return (int) Math.min(MAX_WIDTH, Widths.min(Widths.capture(node)));
  }

  /** A new automaton of the pattern, for one thread. */
  public LazyDfa automaton() {
    return new LazyDfa(node);
  }

  /** A new matcher of the pattern, for one thread; null when only RE2 can match it. */
  public BitStateMatcher matcher() {
    return BitStateMatcher.of(pattern, node);
  }

  /** Length of the shortest literal of the best required set; 0 when there is none. */
  public int literalLength() {
    return RequiredLiterals.score(RequiredLiterals.of(node));
  }

  /** What the value may go on with after a match; null where the pattern says where it ends. */
  public OpenTail tail() {
    return OpenTail.of(node);
  }

  /** What no match of the pattern lacks. */
  public Trigger trigger() {
    return new Trigger(PrefilterRegex.of(node), literalLength() >= PrefilterRegex.GOOD_LITERAL);
  }

  /**
   * A trigger on required keywords instead of the pattern.
   *
   * @param words lower-case words, each a list of tokens
   */
  public static Trigger ofKeywords(List<List<String>> words) {
    List<PatternEdges.Edged> patterns = new ArrayList<>();
    for (List<String> tokens : words) {
      if (!isImplied(tokens, words)) {
        patterns.addAll(KeywordPattern.of(tokens));
      }
    }
    return new Trigger(patterns, true);
  }

  /** Whether one of several tokens is a word of its own. */
  private static boolean isImplied(List<String> tokens, List<List<String>> words) {
    return tokens.size() > 1
        && words.stream().anyMatch(word -> word.size() == 1 && tokens.contains(word.get(0)));
  }
}
