package dev.telltale.detection.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What can be told of a rule's pattern without running it. Immutable, thread-safe. */
public final class PatternShape {
  /** Width given to patterns without an upper bound: what two raw windows share. */
  public static final int WIDEST = 16 << 10;

  /** Sets at most this large make a useful run; letters and digits together do not. */
  private static final int SELECTIVE = 40;

  private final Node node;

  private PatternShape(Node node) {
    this.node = node;
  }

  /**
   * Takes a pattern apart.
   *
   * @throws IllegalArgumentException for syntax outside the supported part
   */
  public static PatternShape of(String pattern) {
    return new PatternShape(PatternReader.read(pattern));
  }

  /** Most characters that a match, context included, can span. */
  public int width() {
    return (int) Math.min(WIDEST, Widths.max(node));
  }

  /** Length of the shortest literal of the best required set; 0 when there is none. */
  public int literalLength() {
    return RequiredLiterals.score(RequiredLiterals.of(node));
  }

  public Trigger trigger() {
    Set<String> literals = RequiredLiterals.of(node);
    Node capture = Widths.capture(node);
    BitSet bytes = Widths.bytes(capture);
    long length = Widths.min(capture);
    boolean weak =
        literals == null || literals.stream().mapToInt(String::length).min().orElse(0) < 2;
    boolean runs = weak && bytes.cardinality() <= SELECTIVE && length > 1;
    List<String> expressions = List.of(Relaxed.regex(Relaxed.of(node)));
    if (runs) {
      return new Trigger(expressions, Set.of(), new ByteRun(bytes, (int) length));
    }
    if (literals == null) {
      return new Trigger(expressions, Set.of(), new ByteRun(bytes, (int) Math.max(1, length)));
    }
    return new Trigger(expressions, literals, null);
  }

  /**
   * A trigger on required keywords instead of the pattern.
   *
   * @param words lower-case words, each a list of tokens
   */
  public static Trigger ofKeywords(List<List<String>> words) {
    List<String> expressions = new ArrayList<>();
    Set<String> literals = new TreeSet<>();
    for (List<String> tokens : words) {
      StringBuilder expression = new StringBuilder();
      String longest = "";
      for (String token : tokens) {
        expression.append(
            expression.length() == 0 ? start(token) : "[^0-9A-Za-z]{0,3}" + fold(token));
        longest = token.length() > longest.length() ? token : longest;
      }
      expressions.add(expression.toString());
      literals.add(longest);
    }
    String any = "(?:" + String.join("|", expressions) + ")(?:[^a-z]|$)";
    return new Trigger(List.of(any), literals, null);
  }

  /** A token starts behind something that is no letter, or with a hump. */
  private static String start(String token) {
    String head = token.substring(0, 1);
    String rest = fold(token.substring(1));
    String hump = head.toUpperCase(Locale.ROOT);
    return "(?:(?:^|[^A-Za-z])" + fold(head) + rest + "|[A-Za-z]" + hump + rest + ")";
  }

  private static String fold(String token) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      out.append(
          Character.isLetter(c) ? "[" + c + Character.toUpperCase(c) + "]" : String.valueOf(c));
    }
    return out.toString();
  }
}
