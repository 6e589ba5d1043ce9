package dev.telltale.detection.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The one way from parsed patterns to instructions. */
final class ProgramCompiler {
  private final int maxBound;
  private final int maxSize;
  private final List<NfaProgram.Kind> kinds = new ArrayList<>();
  private final List<CharClass> classes = new ArrayList<>();
  private final List<Integer> entries = new ArrayList<>();
  private int[] next = new int[64];
  private int[] other = new int[64];
  private boolean tooLong;

  /**
   * For a program of at most {@code maxSize} instructions.
   *
   * @param maxBound a repeat with a larger upper end counts as having none; {@link Node#UNBOUNDED}
   *     keeps them all
   */
  ProgramCompiler(int maxBound, int maxSize) {
    this.maxBound = maxBound;
    this.maxSize = maxSize;
  }

  /** Adds a pattern. */
  void add(Node node, int output) {
    entries.add(compile(node, instruction(NfaProgram.Kind.MATCH, output)));
  }

  /** Null when it would be too long. */
  NfaProgram program() {
    if (tooLong) {
      return null;
    }
    int size = kinds.size();
    return new NfaProgram(
        kinds,
        classes,
        Arrays.copyOf(next, size),
        Arrays.copyOf(other, size),
        entries.stream().mapToInt(Integer::intValue).toArray());
  }

  private int instruction(NfaProgram.Kind kind, int then) {
    return instruction(kind, null, then, -1);
  }

  private int either(int first, int second) {
    return instruction(NfaProgram.Kind.EITHER, null, first, second);
  }

  private int instruction(NfaProgram.Kind kind, CharClass read, int first, int second) {
    tooLong |= kinds.size() >= maxSize;
    if (tooLong) {
      return 0;
    }
    int at = kinds.size();
    kinds.add(kind);
    classes.add(read);
    if (at == next.length) {
      next = Arrays.copyOf(next, at * 2);
      other = Arrays.copyOf(other, at * 2);
    }
    next[at] = first;
    other[at] = second;
    return at;
  }

  /** The instruction that starts the node and leads to {@code then}. */
  private int compile(Node node, int then) {
    if (tooLong) {
      return 0;
    }
    if (node instanceof CharClass read) {
      return instruction(NfaProgram.Kind.READ, read, then, -1);
    }
    if (node instanceof Node.Edge edge) {
      return instruction(kind(edge), then);
    }
    if (node instanceof Node.Capture capture) {
      int close = instruction(NfaProgram.Kind.CLOSE, then);
      return instruction(NfaProgram.Kind.OPEN, compile(capture.item(), close));
    }
    if (node instanceof Node.Alternation alternation) {
      return alternation(alternation.options(), then);
    }
    if (node instanceof Node.Sequence sequence) {
      int first = then;
      for (int i = sequence.items().size() - 1; i >= 0; i--) {
        first = compile(sequence.items().get(i), first);
      }
      return first;
    }
    return repeat((Node.Repeat) node, then);
  }

  private static NfaProgram.Kind kind(Node.Edge edge) {
    return switch (edge.source()) {
      case "^" -> NfaProgram.Kind.BEGIN;
      case "$" -> NfaProgram.Kind.END;
      case "\\b" -> NfaProgram.Kind.WORD_EDGE;
      default -> NfaProgram.Kind.NO_WORD_EDGE;
    };
  }

  private int alternation(List<Node> options, int then) {
    int first = compile(options.get(options.size() - 1), then);
    for (int i = options.size() - 2; i >= 0; i--) {
      first = either(compile(options.get(i), then), first);
    }
    return first;
  }

  private int repeat(Node.Repeat repeat, int then) {
    int first = then;
    if (repeat.max() == Node.UNBOUNDED || repeat.max() > maxBound) {
      first = either(-1, then);
      int item = compile(repeat.item(), first);
      if (!tooLong) {
        next[first] = item;
      }
    } else {
      for (int i = repeat.min(); i < repeat.max() && !tooLong; i++) {
        first = either(compile(repeat.item(), first), then);
      }
    }
    for (int i = 0; i < repeat.min() && !tooLong; i++) {
      first = compile(repeat.item(), first);
    }
    return first;
  }
}
