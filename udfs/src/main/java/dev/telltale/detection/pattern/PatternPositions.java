package dev.telltale.detection.pattern;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Where in a pattern's program matching can stand at once: the instructions that read the next
 * character or wait for the end of the text. Word edges count as met. Immutable, thread-safe.
 */
final class PatternPositions {
  /** The set of positions that has matched. */
  static final int[] MATCHED = {-1};

  private final NfaProgram.Kind[] kinds;
  private final int[] next;
  private final int[] other;
  private final int entry;
  private final boolean[][] reads;

  PatternPositions(NfaProgram program, AsciiTypes types) {
    kinds = program.kinds();
    next = program.next();
    other = program.other();
    entry = program.entries()[0];
    reads = new boolean[kinds.length][];
    for (int i = 0; i < reads.length; i++) {
      CharClass read = program.classes()[i];
      reads[i] = read == null ? null : types.members(read);
    }
  }

  /** Where matching stands before the first character, and before every other. */
  int[] start(boolean begins) {
    BitSet reached = new BitSet();
    return follow(entry, begins, false, reached) ? MATCHED : waiting(reached);
  }

  /** Where matching stands after one more character; it can begin after it anew. */
  int[] step(int[] from, int type) {
    BitSet reached = new BitSet();
    boolean matched = follow(entry, false, false, reached);
    for (int position : from) {
      if (kinds[position] == NfaProgram.Kind.READ && reads[position][type]) {
        matched |= follow(next[position], false, false, reached);
      }
    }
    return matched ? MATCHED : waiting(reached);
  }

  /**
   * Whether a match that has begun never stands only where every match begins: then the set of
   * {@link #start} says that none has.
   */
  boolean tellsStart() {
    BitSet starts = new BitSet();
    follow(entry, false, false, starts);
    for (int position = 0; position < kinds.length; position++) {
      if (kinds[position] == NfaProgram.Kind.READ && standsIn(next[position], starts)) {
        return false;
      }
    }
    return true;
  }

  /** Whether what is reached without reading is some of these and nothing else. */
  private boolean standsIn(int from, BitSet starts) {
    BitSet reached = new BitSet();
    boolean matched = follow(from, false, false, reached);
    int[] waiting = waiting(reached);
    return !matched && waiting.length > 0 && Arrays.stream(waiting).allMatch(starts::get);
  }

  /** Whether a match ends here if the text does. */
  boolean matchesAtEnd(int[] from) {
    for (int position : from) {
      if (kinds[position] == NfaProgram.Kind.END
          && follow(next[position], false, true, new BitSet())) {
        return true;
      }
    }
    return false;
  }

  private int[] waiting(BitSet reached) {
    return reached.stream()
        .filter(at -> kinds[at] == NfaProgram.Kind.READ || kinds[at] == NfaProgram.Kind.END)
        .toArray();
  }

  /** Goes on without reading; true when the match is reached. */
  private boolean follow(int from, boolean begins, boolean ends, BitSet reached) {
    boolean matched = false;
    int at = from;
    while (at >= 0 && !reached.get(at)) {
      reached.set(at);
      switch (kinds[at]) {
        case MATCH -> {
          return true;
        }
        case READ -> {
          return matched;
        }
        case EITHER -> {
          matched |= follow(next[at], begins, ends, reached);
          at = other[at];
        }
        case BEGIN -> at = begins ? next[at] : -1;
        case END -> at = ends ? next[at] : -1;
        default -> at = next[at];
      }
    }
    return matched;
  }
}
