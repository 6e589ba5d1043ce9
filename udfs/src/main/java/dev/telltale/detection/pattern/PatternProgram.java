package dev.telltale.detection.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A pattern as a list of instructions, each with the positions that follow it: read a character of
 * a class, stand at the begin or the end of the text, or go on without reading.
 */
final class PatternProgram {
  /** The set of positions that has matched. */
  static final int[] MATCH = {-1};

  private static final int MOST_POSITIONS = 4_000;
  private static final int LARGEST_BOUND = 100;
  private static final int ASCII = 128;

  private enum Kind {
    READ,
    SPLIT,
    BEGIN,
    END,
    MATCH
  }

  private final List<Kind> kinds = new ArrayList<>();
  private final List<BitSet> sets = new ArrayList<>();
  private final List<int[]> targets = new ArrayList<>();
  private final byte[] classes = new byte[ASCII + 1];
  private boolean[][] reads;
  private int classCount;
  private int entry;
  private boolean tooLong;

  private PatternProgram() {}

  static PatternProgram of(Node node) {
    PatternProgram program = new PatternProgram();
    int end = program.add(Kind.MATCH, null);
    program.entry = program.compile(node, end);
    program.classify();
    return program;
  }

  boolean isTooLong() {
    return tooLong;
  }

  int classCount() {
    return classCount;
  }

  int classOf(char c) {
    return classes[c < ASCII ? c : ASCII];
  }

  /** Where matching stands before the first character, and before every other. */
  int[] start(boolean begins) {
    BitSet reached = new BitSet();
    return follow(entry, begins, false, reached) ? MATCH : positions(reached);
  }

  /** Where matching stands after one more character; it can begin behind it anew. */
  int[] step(int[] from, int type) {
    BitSet reached = new BitSet();
    boolean matched = follow(entry, false, false, reached);
    for (int position : from) {
      if (kinds.get(position) == Kind.READ && reads[position][type]) {
        matched |= follow(targets.get(position)[0], false, false, reached);
      }
    }
    return matched ? MATCH : positions(reached);
  }

  /** Whether a match ends here if the text does. */
  boolean matchesAtEnd(int[] from) {
    for (int position : from) {
      if (kinds.get(position) == Kind.END
          && follow(targets.get(position)[0], false, true, new BitSet())) {
        return true;
      }
    }
    return false;
  }

  private static int[] positions(BitSet reached) {
    return reached.stream().toArray();
  }

  /** Goes on without reading; true when the match is reached. */
  private boolean follow(int from, boolean begins, boolean ends, BitSet reached) {
    if (reached.get(from)) {
      return false;
    }
    reached.set(from);
    boolean passes =
        switch (kinds.get(from)) {
          case MATCH, READ -> false;
          case SPLIT -> true;
          case BEGIN -> begins;
          case END -> ends;
        };
    boolean matched = kinds.get(from) == Kind.MATCH;
    if (passes) {
      for (int target : targets.get(from)) {
        matched |= follow(target, begins, ends, reached);
      }
    }
    return matched;
  }

  private int add(Kind kind, BitSet set, int... next) {
    tooLong |= kinds.size() >= MOST_POSITIONS;
    if (tooLong) {
      return 0;
    }
    kinds.add(kind);
    sets.add(set);
    targets.add(next);
    return kinds.size() - 1;
  }

  /** The position that starts the node and leads to {@code then}. */
  private int compile(Node node, int then) {
    if (node instanceof Node.Bytes bytes) {
      return add(Kind.READ, bytes.set(), then);
    }
    if (node instanceof Node.Edge edge) {
      return switch (edge.source()) {
        case "^" -> add(Kind.BEGIN, null, then);
        case "$" -> add(Kind.END, null, then);
        default -> then;
      };
    }
    if (node instanceof Node.Capture capture) {
      return compile(capture.item(), then);
    }
    if (node instanceof Node.Choice choice) {
      return add(
          Kind.SPLIT,
          null,
          choice.options().stream().mapToInt(option -> compile(option, then)).toArray());
    }
    if (node instanceof Node.Sequence sequence) {
      int next = then;
      for (int i = sequence.items().size() - 1; i >= 0; i--) {
        next = compile(sequence.items().get(i), next);
      }
      return next;
    }
    return repeat((Node.Repeat) node, then);
  }

  private int repeat(Node.Repeat repeat, int then) {
    int next = then;
    if (repeat.max() == Node.UNBOUNDED || repeat.max() > LARGEST_BOUND) {
      int loop = add(Kind.SPLIT, null, then, then);
      if (!tooLong) {
        targets.get(loop)[0] = compile(repeat.item(), loop);
      }
      next = loop;
    } else {
      for (int i = repeat.min(); i < repeat.max() && !tooLong; i++) {
        next = add(Kind.SPLIT, null, compile(repeat.item(), next), then);
      }
    }
    for (int i = 0; i < repeat.min() && !tooLong; i++) {
      next = compile(repeat.item(), next);
    }
    return next;
  }

  /** Characters that no instruction tells apart are one class. */
  private void classify() {
    List<BitSet> distinct = sets.stream().filter(set -> set != null).distinct().toList();
    List<BitSet> members = new ArrayList<>();
    for (int c = 0; c <= ASCII; c++) {
      BitSet member = new BitSet();
      for (int i = 0; i < distinct.size(); i++) {
        member.set(i, distinct.get(i).get(c));
      }
      int known = members.indexOf(member);
      if (known < 0) {
        members.add(member);
      }
      classes[c] = (byte) (known < 0 ? members.size() - 1 : known);
    }
    classCount = members.size();
    reads = new boolean[kinds.size()][];
    for (int position = 0; position < reads.length; position++) {
      if (kinds.get(position) == Kind.READ) {
        reads[position] = new boolean[classCount];
        for (int c = 0; c <= ASCII; c++) {
          reads[position][classes[c]] |= sets.get(position).get(c);
        }
      }
    }
  }

  @Override
  public String toString() {
    return "program of " + kinds.size() + " positions";
  }
}
