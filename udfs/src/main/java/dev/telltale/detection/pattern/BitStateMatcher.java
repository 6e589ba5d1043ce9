package dev.telltale.detection.pattern;

import com.google.re2j.Pattern;
import java.util.Arrays;

/**
 * Matches a pattern as RE2 does, over short texts and faster: it goes back where an alternative
 * fails, and a bit for each instruction and position of the text keeps it from visiting any state
 * twice (Cox, <a href="https://swtch.com/~rsc/regexp/regexp3.html">Regular expression matching in
 * the wild</a>). The alternative that is written first wins, repeats are greedy. Not thread-safe.
 */
public final class BitStateMatcher {
  /** Instructions times positions of the text. */
  private static final int MAX_STATES = 1 << 21;

  private static final int MAX_INSTRUCTIONS = 4_000;

  /** Lazy repeats and line mode, which a {@link Node} does not hold. */
  private static final Pattern UNPARSED = Pattern.compile("[*+?}]\\?|\\(\\?[a-z-]*m");

  private static final Pattern ESCAPED = Pattern.compile("\\\\.");
  private static final Pattern BRACKET = Pattern.compile("\\[\\^?\\]?[^\\]]*\\]");

  private final NfaProgram.Kind[] kinds;
  private final boolean[][] sets;
  private final int[] next;
  private final int[] other;
  private final int entry;

  private long[] seen = new long[64];
  private int[] marked = new int[64];
  private int marks;
  private int[] stack = new int[96];
  private int depth;
  private boolean cut;
  private int matchStart;
  private int matchEnd;
  private int groupStart;
  private int groupEnd;

  private BitStateMatcher(NfaProgram program) {
    kinds = program.kinds();
    sets = new boolean[kinds.length][];
    for (int i = 0; i < sets.length; i++) {
      CharClass read = program.classes()[i];
      sets[i] = read == null ? null : table(read);
    }
    next = program.next();
    other = program.other();
    entry = program.entries()[0];
  }

  /** Null when the pattern is one for RE2 alone. */
  static BitStateMatcher of(String pattern, Node node) {
    String plain = ESCAPED.matcher(pattern).replaceAll("x");
    if (UNPARSED.matcher(BRACKET.matcher(plain).replaceAll("x")).find()) {
      return null;
    }
    ProgramCompiler compiler = new ProgramCompiler(Node.UNBOUNDED, MAX_INSTRUCTIONS);
    compiler.add(node, 0);
    NfaProgram program = compiler.program();
    return program == null ? null : new BitStateMatcher(program);
  }

  private static boolean[] table(CharClass read) {
    boolean[] table = new boolean[CharClass.INDICES];
    for (int c = 0; c < table.length; c++) {
      table[c] = read.hasIndex(c);
    }
    return table;
  }

  /** Whether {@link #find} is for that many characters. */
  public boolean suits(int length) {
    return (long) kinds.length * (length + 1) <= MAX_STATES;
  }

  /**
   * Finds the match in {@code text[from, to)} that begins first, at or after {@code first} and
   * before {@code last}.
   *
   * @param limit nothing is read beyond it; {@link #suits} says whether it is near enough, {@link
   *     #isCut} whether it was too near
   * @return its steps, or their complement when there is none
   */
  public int find(String text, int from, int to, int first, int last, int limit) {
    int words = (kinds.length * (limit - first + 1) + Long.SIZE - 1) / Long.SIZE;
    if (seen.length < words) {
      seen = new long[Math.max(words, seen.length * 2)];
      marks = 0;
    }
    while (marks > 0) {
      seen[marked[--marks]] = 0;
    }
    cut = false;
    int steps = 1;
    boolean[] begins = kinds[entry] == NfaProgram.Kind.READ ? sets[entry] : null;
    for (int start = first; start < last; start++) {
      boolean inside = start > from && isPair(text, start - 1, to);
      if (!inside && (begins == null || begins[CharClass.index(text.charAt(start))])) {
        int more = match(text, from, to, first, start, limit);
        if (more >= 0) {
          matchStart = start;
          return steps + more;
        }
        steps += ~more;
      }
    }
    return ~steps;
  }

  private int match(String text, int from, int to, int origin, int start, int limit) {
    int width = limit - origin + 1;
    int steps = 1;
    groupStart = -1;
    groupEnd = -1;
    depth = 0;
    push(entry, start);
    while (depth > 0) {
      depth -= 2;
      int at = stack[depth];
      int position = stack[depth + 1];
      if (at == ~0) {
        groupStart = position;
        continue;
      }
      if (at == ~1) {
        groupEnd = position;
        continue;
      }
      while (at >= 0) {
        int bit = at * width + position - origin;
        if ((seen[bit >> 6] & 1L << bit) != 0) {
          break;
        }
        mark(bit);
        steps++;
        switch (kinds[at]) {
          case READ -> {
            cut |= position >= limit;
            if (position >= limit || !sets[at][CharClass.index(text.charAt(position))]) {
              at = -1;
            } else {
              cut |= position + 1 == limit && Character.isHighSurrogate(text.charAt(position));
              position += isPair(text, position, limit) ? 2 : 1;
              at = next[at];
            }
          }
          case EITHER -> {
            push(other[at], position);
            at = next[at];
          }
          case OPEN -> {
            push(~0, groupStart);
            groupStart = position;
            at = next[at];
          }
          case CLOSE -> {
            push(~1, groupEnd);
            groupEnd = position;
            at = next[at];
          }
          case MATCH -> {
            matchEnd = position;
            return steps;
          }
          default -> at = holds(kinds[at], text, from, to, position) ? next[at] : -1;
        }
      }
    }
    return ~steps;
  }

  /** What was marked is what the next search clears: of a long text it may be little. */
  private void mark(int bit) {
    int word = bit >> 6;
    if (seen[word] == 0) {
      if (marks == marked.length) {
        marked = Arrays.copyOf(marked, marks * 2);
      }
      marked[marks++] = word;
    }
    seen[word] |= 1L << bit;
  }

  private void push(int at, int position) {
    if (depth + 2 > stack.length) {
      stack = Arrays.copyOf(stack, stack.length * 2);
    }
    stack[depth] = at;
    stack[depth + 1] = position;
    depth += 2;
  }

  private static boolean isPair(String text, int position, int limit) {
    return Character.isHighSurrogate(text.charAt(position))
        && position + 1 < limit
        && Character.isLowSurrogate(text.charAt(position + 1));
  }

  private static boolean holds(NfaProgram.Kind edge, String text, int from, int to, int position) {
    return switch (edge) {
      case BEGIN -> position == from;
      case END -> position == to;
      default -> {
        boolean before = position > from && isWord(text.charAt(position - 1));
        boolean after = position < to && isWord(text.charAt(position));
        yield (before != after) == (edge == NfaProgram.Kind.WORD_EDGE);
      }
    };
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  /** Whether the last search would have read on beyond its limit: a wider one may find another. */
  public boolean isCut() {
    return cut;
  }

  public int start() {
    return matchStart;
  }

  public int end() {
    return matchEnd;
  }

  /** Negative when the group has no part in the match. */
  public int groupStart() {
    return groupStart;
  }

  public int groupEnd() {
    return groupEnd;
  }

  @Override
  public String toString() {
    return "matcher of " + kinds.length + " instructions";
  }
}
