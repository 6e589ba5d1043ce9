package dev.telltale.detection.pattern;

import dev.telltale.limit.Depth;
import dev.telltale.limit.TooDeep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads the part of RE2 syntax that rules use (https://github.com/google/re2/wiki/Syntax): ASCII
 * literals, escapes, classes, groups, {@code i} and {@code s} flags, repeats and edges.
 */
final class PatternReader {
  /** Groups inside one another, and repeats of repeats. */
  private static final Depth DEPTH = Depth.of(BoundedPattern.MAX_DEPTH);

  private final String source;
  private int at;
  private boolean foldCase;
  private boolean dotAll;
  private int captures;

  private PatternReader(String source) {
    this.source = source;
  }

  /**
   * Reads a whole pattern.
   *
   * @throws IllegalArgumentException for syntax outside the supported part, or other than one
   *     capture group
   */
  static Node read(String source) {
    PatternReader reader = new PatternReader(source);
    Node node;
    try {
      node = reader.alternation(DEPTH);
    } catch (TooDeep tooDeep) {
      throw reader.unsupported("groups or repeats nested too deeply");
    }
    if (reader.at < source.length()) {
      throw reader.unsupported("unmatched )");
    }
    if (reader.captures != 1) {
      throw new IllegalArgumentException(
          "a pattern has exactly one capture group, this one has " + reader.captures);
    }
    return node;
  }

  private Node alternation(Depth depth) {
    boolean fold = foldCase;
    boolean dots = dotAll;
    List<Node> options = new ArrayList<>();
    options.add(sequence(depth));
    while (at < source.length() && source.charAt(at) == '|') {
      at++;
      options.add(sequence(depth));
    }
    foldCase = fold;
    dotAll = dots;
    return options.size() == 1 ? options.get(0) : new Node.Alternation(options);
  }

  private Node sequence(Depth depth) {
    List<Node> items = new ArrayList<>();
    while (at < source.length() && source.charAt(at) != '|' && source.charAt(at) != ')') {
      Node atom = atom(depth);
      if (atom != null) {
        items.add(repeated(atom, depth));
      }
    }
    return new Node.Sequence(items);
  }

  private Node atom(Depth depth) {
    char c = source.charAt(at++);
    return switch (c) {
      case '(' -> group(depth.deeper());
      case '[' -> bracket();
      case '.' -> CharClass.any(dotAll);
      case '^', '$' -> new Node.Edge(String.valueOf(c));
      case '\\' -> escape();
      case '*', '+', '?' -> throw unsupported("repeat of nothing");
      default -> folded(CharClass.of(c));
    };
  }

  private Node escape() {
    char c = next();
    if (c == 'b' || c == 'B') {
      return new Node.Edge("\\" + c);
    }
    if (c == 'A' || c == 'z') {
      return new Node.Edge(c == 'A' ? "^" : "$");
    }
    return folded(escapedClass(c));
  }

  private CharClass escapedClass(char c) {
    if (c == 'x') {
      int value = Integer.parseInt(source.substring(at, at + 2), 16);
      at += 2;
      return CharClass.of((char) value);
    }
    return foldCase && c == 'W'
        ? CharClass.escaped('w').withFoldedCase().negated()
        : CharClass.escaped(c);
  }

  private Node group(Depth depth) {
    if (!source.startsWith("?", at)) {
      captures++;
      Node inner = alternation(depth);
      close();
      return new Node.Capture(inner);
    }
    at++;
    boolean on = true;
    boolean fold = foldCase;
    boolean dots = dotAll;
    while (true) {
      char c = next();
      switch (c) {
        case '-' -> on = false;
        case 'i' -> fold = on;
        case 's' -> dots = on;
        case 'm' -> {}
        case ')' -> {
          foldCase = fold;
          dotAll = dots;
          return null;
        }
        case ':' -> {
          boolean outerFold = foldCase;
          boolean outerDots = dotAll;
          foldCase = fold;
          dotAll = dots;
          Node inner = alternation(depth);
          close();
          foldCase = outerFold;
          dotAll = outerDots;
          return inner;
        }
        default -> throw unsupported("group (?" + c);
      }
    }
  }

  private CharClass bracket() {
    boolean negated = source.startsWith("^", at);
    if (negated) {
      at++;
    }
    CharClass all = CharClass.ofRanges();
    boolean first = true;
    while (true) {
      char c = next();
      if (c == ']' && !first) {
        break;
      }
      first = false;
      CharClass single = c == '\\' ? escapedClass(next()) : CharClass.of(c);
      boolean range =
          single.set().cardinality() == 1
              && source.startsWith("-", at)
              && !source.startsWith("-]", at);
      if (range) {
        at++;
        char last = next();
        int to = last == '\\' ? escapedClass(next()).set().nextSetBit(0) : last;
        all = all.or(CharClass.ofRanges((char) single.set().nextSetBit(0), (char) to));
      } else {
        all = all.or(single);
      }
    }
    all = folded(all);
    return negated ? all.negated() : all;
  }

  private Node repeated(Node atom, Depth depth) {
    Node node = atom;
    Depth left = depth;
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '*' || c == '+' || c == '?') {
        at++;
        node = new Node.Repeat(node, c == '+' ? 1 : 0, c == '?' ? 1 : Node.UNBOUNDED);
      } else if (c == '{') {
        int end = source.indexOf('}', at);
        String[] bounds = source.substring(at + 1, end).split(",", -1);
        int min = Integer.parseInt(bounds[0]);
        int max = bounds.length == 1 ? min : bound(bounds[1]);
        at = end + 1;
        node = new Node.Repeat(node, min, max);
      } else {
        return node;
      }
      left = left.deeper();
      if (source.startsWith("?", at)) {
        at++;
      }
    }
    return node;
  }

  private static int bound(String text) {
    return text.isEmpty() ? Node.UNBOUNDED : Integer.parseInt(text);
  }

  private CharClass folded(CharClass read) {
    return foldCase ? read.withFoldedCase() : read;
  }

  private void close() {
    if (next() != ')') {
      throw unsupported("missing )");
    }
  }

  private char next() {
    if (at >= source.length()) {
      throw unsupported("unexpected end");
    }
    return source.charAt(at++);
  }

  private IllegalArgumentException unsupported(String what) {
    return new IllegalArgumentException(
        String.format(Locale.ROOT, "pattern not supported at character %d: %s", at, what));
  }
}
