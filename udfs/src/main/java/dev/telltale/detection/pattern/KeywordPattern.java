package dev.telltale.detection.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A keyword as a pattern: its tokens with little between them, in any case; the last one as a
 * whole, which is after something that is no letter, with a hump or the last part of a {@link
 * CompoundWord}, and not followed by a small letter that goes on with the word.
 */
final class KeywordPattern {
  private static final int MAX_BETWEEN = 3;
  private static final CharClass LETTERS = CharClass.ofRanges('A', 'Z', 'a', 'z');

  private static final CharClass SMALL = CharClass.ofRanges('a', 'z');

  /**
   * The same of a word that can begin a compound; the letters that a {@link CompoundWord} goes on
   * with end it.
   */
  private static final CharClass GOES_ON =
      CharClass.ofRanges('a', 'b', 'd', 'j', 'l', 'o', 'q', 'r', 'u', 'z');

  private static final CharClass BETWEEN =
      CharClass.ofRanges('0', '9', 'A', 'Z', 'a', 'z').negated();

  /** Beyond ASCII, what becomes another character in lower case, by that. */
  private static final Map<Character, List<Character>> CAPITALS = capitals();

  private KeywordPattern() {}

  /**
   * Its alternatives.
   *
   * @param tokens in lower case
   */
  static List<PatternEdges.Edged> of(List<String> tokens) {
    List<Node> before = new ArrayList<>();
    for (int i = 0; i < tokens.size() - 1; i++) {
      if (i > 0) {
        before.add(new Node.Repeat(BETWEEN, 0, MAX_BETWEEN));
      }
      before.addAll(spelled(tokens.get(i), false));
    }
    String last = tokens.get(tokens.size() - 1);
    Node apart = new Node.Repeat(BETWEEN, 0, MAX_BETWEEN);
    if (!LETTERS.has(last.charAt(0))) {
      List<Node> all = new ArrayList<>(before);
      if (!before.isEmpty()) {
        all.add(apart);
      }
      all.addAll(spelled(last, false));
      return List.of(new PatternEdges.Edged(new Node.Sequence(all), false));
    }
    List<Node> hump = new ArrayList<>(before);
    hump.addAll(spelled(last, true));
    List<Node> start = new ArrayList<>(before);
    start.add(before.isEmpty() ? LETTERS.negated() : new Node.Repeat(BETWEEN, 1, MAX_BETWEEN));
    start.addAll(spelled(last, false));
    if (!before.isEmpty() && !LETTERS.has(tokens.get(tokens.size() - 2).charAt(lastOf(tokens)))) {
      List<Node> joined = new ArrayList<>(before);
      joined.addAll(spelled(last, false));
      return List.of(ended(start, last), ended(hump, last), ended(joined, last));
    }
    if (CompoundWord.isTail(last)) {
      List<Node> joined = new ArrayList<>(before);
      joined.addAll(spelled(last, false));
      return List.of(ended(start, last), ended(hump, last), ended(joined, last));
    }
    return List.of(ended(start, last), ended(hump, last));
  }

  private static int lastOf(List<String> tokens) {
    return tokens.get(tokens.size() - 2).length() - 1;
  }

  private static PatternEdges.Edged ended(List<Node> items, String last) {
    List<Node> all = new ArrayList<>(items);
    all.add((CompoundWord.isHead(last) ? GOES_ON : SMALL).negated());
    return new PatternEdges.Edged(new Node.Sequence(all), true);
  }

  private static List<Node> spelled(String token, boolean hump) {
    List<Node> letters = new ArrayList<>();
    for (int i = 0; i < token.length(); i++) {
      letters.add(forms(token.charAt(i), hump && i == 0));
    }
    return letters;
  }

  /** All characters that are {@code c} in lower case. */
  private static CharClass forms(char c, boolean capital) {
    BitSet set = new BitSet();
    if (c < CharClass.BEYOND_ASCII) {
      set.set(capital ? Character.toUpperCase(c) : c);
      set.set(Character.toUpperCase(c));
      return new CharClass(set);
    }
    set.set(c, Character.toLowerCase(c) == c);
    CAPITALS.getOrDefault(c, List.of()).forEach(set::set);
    return new CharClass(set);
  }

  private static Map<Character, List<Character>> capitals() {
    Map<Character, List<Character>> capitals = new HashMap<>();
    for (char c = CharClass.BEYOND_ASCII; c < Character.MAX_VALUE; c++) {
      char small = Character.toLowerCase(c);
      if (small != c) {
        capitals.computeIfAbsent(small, none -> new ArrayList<>()).add(c);
      }
    }
    return capitals;
  }
}
