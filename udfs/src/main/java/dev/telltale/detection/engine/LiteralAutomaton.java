package dev.telltale.detection.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Aho and Corasick, "Efficient string matching" (CACM 1975), as a complete automaton over classes
 * of bytes; upper and lower case of ASCII are one class. Immutable.
 */
final class LiteralAutomaton {
  private static final int[] NOTHING = {};

  private final short[] classes;
  private final int width;
  private final int[] next;
  private final int[][] outputs;

  private LiteralAutomaton(short[] classes, int width, int[] next, int[][] outputs) {
    this.classes = classes;
    this.width = width;
    this.next = next;
    this.outputs = outputs;
  }

  void scan(byte[] buffer, int from, int to, HitSink hits) {
    int state = 0;
    for (int i = from; i < to; i++) {
      state = next[state * width + classes[buffer[i] & 0xFF]];
      int[] found = outputs[state];
      if (found != NOTHING) {
        for (int number : found) {
          hits.hit(number, i + 1);
        }
      }
    }
  }

  /** Collects literals, in lower case, and links them. */
  static final class Builder {
    private final short[] classes = new short[256];
    private final List<int[]> edges = new ArrayList<>();
    private final List<int[]> found = new ArrayList<>();
    private int width = 1;

    Builder() {
      state();
    }

    private int state() {
      int[] empty = new int[257];
      Arrays.fill(empty, -1);
      edges.add(empty);
      found.add(NOTHING);
      return edges.size() - 1;
    }

    void add(String literal, int number) {
      int state = 0;
      for (byte b : literal.getBytes(StandardCharsets.UTF_8)) {
        int type = classOf(b);
        if (edges.get(state)[type] < 0) {
          edges.get(state)[type] = state();
        }
        state = edges.get(state)[type];
      }
      found.set(state, with(found.get(state), number));
    }

    private int classOf(byte b) {
      int index = b & 0xFF;
      if (classes[index] == 0) {
        classes[index] = (short) width++;
        if (b >= 'a' && b <= 'z') {
          classes[index - 32] = classes[index];
        }
      }
      return classes[index];
    }

    private static int[] with(int[] numbers, int number) {
      int[] more = Arrays.copyOf(numbers, numbers.length + 1);
      more[numbers.length] = number;
      return more;
    }

    LiteralAutomaton build() {
      int[] next = new int[edges.size() * width];
      int[] fail = new int[edges.size()];
      Deque<Integer> queue = new ArrayDeque<>();
      queue.add(0);
      while (!queue.isEmpty()) {
        int state = queue.remove();
        for (int type = 0; type < width; type++) {
          int target = edges.get(state)[type];
          int fallback = state == 0 ? 0 : next[fail[state] * width + type];
          if (target < 0) {
            next[state * width + type] = fallback;
          } else {
            next[state * width + type] = target;
            fail[target] = fallback;
            for (int number : found.get(fallback)) {
              found.set(target, with(found.get(target), number));
            }
            queue.add(target);
          }
        }
      }
      return new LiteralAutomaton(classes.clone(), width, next, found.toArray(new int[0][]));
    }
  }
}
