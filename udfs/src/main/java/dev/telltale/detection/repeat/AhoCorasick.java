package dev.telltale.detection.repeat;

import java.util.Arrays;
import java.util.List;

/**
 * Finds all of many words in a text in one pass, in time linear in the text, after <i>Aho,
 * Corasick: Efficient String Matching, CACM 18 (1975)</i>. Edges lie in one open-addressed table.
 * Immutable. Holds the words: never printed.
 */
final class AhoCorasick {
  /** Words ending at one place that are tried, the longest first. */
  private static final int MAX_NESTED = 16;

  private static final int ROOT = 0;
  private static final int NONE = -1;

  /** Takes the places of words; answers whether to go on to shorter words that end there. */
  @FunctionalInterface
  interface Sink {
    boolean rejects(int word, int end);
  }

  private final long[] edges;
  private final int[] targets;
  private final int mask;
  private final boolean[] first = new boolean[1 << 16];
  private int[] word;
  private int[] fail;
  private int[] shorter;
  private int nodes = 1;

  AhoCorasick(List<String> words) {
    int chars = 1;
    for (String each : words) {
      chars += each.length();
    }
    int capacity = Integer.highestOneBit(Math.max(8, chars)) << 2;
    edges = new long[capacity];
    targets = new int[capacity];
    mask = capacity - 1;
    word = new int[chars];
    word[ROOT] = NONE;
    int[] parents = new int[chars];
    char[] by = new char[chars];
    for (int i = 0; i < words.size(); i++) {
      insert(words.get(i), i, parents, by);
    }
    link(parents, by);
  }

  private void insert(String text, int index, int[] parents, char[] by) {
    int node = ROOT;
    for (int i = 0; i < text.length(); i++) {
      int slot = slot(node, text.charAt(i));
      if (edges[slot] == 0) {
        edges[slot] = edge(node, text.charAt(i));
        targets[slot] = nodes;
        word[nodes] = NONE;
        parents[nodes] = node;
        by[nodes] = text.charAt(i);
        nodes++;
      }
      node = targets[slot];
    }
    if (word[node] == NONE) {
      word[node] = index;
    }
    first[text.charAt(0)] = true;
  }

  /** Suffix links, level by level. */
  private void link(int[] parents, char[] by) {
    fail = new int[nodes];
    shorter = new int[nodes];
    int[] depth = new int[nodes];
    int deepest = 0;
    for (int node = 1; node < nodes; node++) {
      depth[node] = depth[parents[node]] + 1;
      deepest = Math.max(deepest, depth[node]);
    }
    int[] starts = new int[deepest + 2];
    for (int node = 1; node < nodes; node++) {
      starts[depth[node] + 1]++;
    }
    for (int level = 1; level < starts.length; level++) {
      starts[level] += starts[level - 1];
    }
    int[] order = new int[nodes];
    for (int node = 1; node < nodes; node++) {
      order[starts[depth[node]]++] = node;
    }
    for (int i = 0; i < nodes - 1; i++) {
      int node = order[i];
      int parent = parents[node];
      fail[node] = parent == ROOT ? ROOT : step(fail[parent], by[node]);
      shorter[node] = word[fail[node]] == NONE ? shorter[fail[node]] : fail[node];
    }
    word = Arrays.copyOf(word, nodes);
  }

  private int step(int from, char c) {
    int node = from;
    while (true) {
      int slot = slot(node, c);
      if (edges[slot] != 0) {
        return targets[slot];
      }
      if (node == ROOT) {
        return ROOT;
      }
      node = fail[node];
    }
  }

  private static long edge(int node, char c) {
    return ((long) node << 16 | c) + 1;
  }

  private int slot(int node, char c) {
    long edge = edge(node, c);
    int slot = (int) (edge * 0x9E3779B97F4A7C15L >>> 32) & mask;
    while (edges[slot] != 0 && edges[slot] != edge) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Gives out the words that end at each place, the longest first, until one is accepted. */
  void scan(CharSequence text, Sink sink) {
    int node = ROOT;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (node == ROOT && !first[c]) {
        continue;
      }
      node = step(node, c);
      int ending = word[node] == NONE ? shorter[node] : node;
      int tried = 0;
      while (ending != ROOT && tried < MAX_NESTED && sink.rejects(word[ending], i + 1)) {
        ending = shorter[ending];
        tried++;
      }
    }
  }

  @Override
  public String toString() {
    return "automaton of " + nodes + " nodes";
  }
}
