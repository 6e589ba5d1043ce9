package dev.telltale.detection.repeat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The values that leaked before, in the order in which a text is asked for them: the beginning as a
 * bit, an end where a word ends, both ends as a bit, the fingerprint. Immutable; may be shared by
 * threads.
 */
public final class KnownLeaks {
  /** Nothing is known. */
  public static final KnownLeaks NONE = new KnownLeaks(List.of());

  private static final int[] NOTHING = {};

  private static final int BITS_PER_LEAK = 256;
  private static final int MIN_BITS = 1 << 16;
  private static final int MAX_BITS = 1 << 24;
  private static final int MAX_SHOWN = 4;
  private static final int PRIME = 65_599;

  private final int mask;
  private final BitSet beginnings;
  private final BitSet ends;
  private final boolean[] first = new boolean[Character.MAX_VALUE + 1];
  private final boolean[] shown = new boolean[MAX_SHOWN + 1];
  private final int[] heads;
  private final int[][] lengths;
  private final Map<String, KnownLeak> byFingerprint = new HashMap<>();

  /** Of the shortest value, in UTF-16 units; {@link Integer#MAX_VALUE} where nothing is known. */
  private final int minLength;

  private KnownLeaks(Collection<KnownLeak> leaks) {
    mask =
        Math.min(MAX_BITS, Math.max(MIN_BITS, Integer.highestOneBit(leaks.size()) * BITS_PER_LEAK))
            - 1;
    beginnings = new BitSet(mask + 1);
    ends = new BitSet(mask + 1);
    Map<Integer, TreeSet<Integer>> byHead = new HashMap<>();
    int shortest = Integer.MAX_VALUE;
    for (KnownLeak leak : leaks) {
      String head = leak.head();
      int hash = hash(head, 0, head.length());
      first[head.charAt(0)] = true;
      shown[head.length()] = true;
      beginnings.set(bit(hash));
      ends.set(bit(hash, leak.length(), hash(leak.tail(), 0, leak.tail().length())));
      byHead.computeIfAbsent(hash, none -> new TreeSet<>()).add(leak.length());
      byFingerprint.putIfAbsent(leak.fingerprint(), leak);
      shortest = Math.min(shortest, leak.length());
    }
    minLength = shortest;
    heads = new int[Integer.highestOneBit(Math.max(1, byHead.size())) * 4];
    lengths = new int[heads.length][];
    byHead.forEach(
        (hash, all) -> {
          int slot = slot(hash);
          heads[slot] = hash;
          lengths[slot] = all.descendingSet().stream().mapToInt(Integer::intValue).toArray();
        });
  }

  /** All of them, each value once. */
  public static KnownLeaks of(Collection<KnownLeak> leaks) {
    return leaks.isEmpty() ? NONE : new KnownLeaks(leaks);
  }

  /** Where a beginning is, or belongs: every fourth slot at most is taken. */
  private int slot(int head) {
    int slot = spread(head) & (heads.length - 1);
    while (lengths[slot] != null && heads[slot] != head) {
      slot = (slot + 1) & (heads.length - 1);
    }
    return slot;
  }

  /** Of a few characters. */
  private static int hash(String text, int from, int length) {
    int hash = 0;
    for (int i = from; i < from + length; i++) {
      hash = hash * PRIME + text.charAt(i);
    }
    return hash;
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return (mixed ^ mixed >>> 15) * 0x85EBCA6B >>> 8;
  }

  private int bit(int head) {
    return spread(head) & mask;
  }

  private int bit(int head, int length, int tail) {
    return spread((head * 31 + length) * PRIME ^ tail) & mask;
  }

  /** Whether one of the values may be in a text; says yes a little too often. */
  public boolean mayStandIn(String text) {
    return nextStart(text, 0) >= 0;
  }

  /**
   * The first place from {@code from} on where a known value may begin, and a word does; -1 for
   * none.
   */
  int nextStart(String text, int from) {
    int last = text.length() - minLength;
    boolean inWord = from > 0 && from <= last && WordEnds.isPart(text.charAt(from - 1));
    for (int at = from; at <= last; at++) {
      char c = text.charAt(at);
      boolean word = WordEnds.isPart(c);
      if (first[c] && !(inWord && word) && endsAt(text, at).length > 0) {
        return at;
      }
      inWord = word;
    }
    return -1;
  }

  /**
   * The ends of what may be values that begin at a place, by their lengths and both their ends;
   * says a few too many. The longest first, of those whose masks show as much.
   */
  int[] endsAt(String text, int start) {
    int[] found = NOTHING;
    int most = Math.min(MAX_SHOWN, text.length() - start);
    int head = 0;
    for (int length = 1; length <= most; length++) {
      head = head * PRIME + text.charAt(start + length - 1);
      if (shown[length] && beginnings.get(bit(head))) {
        found = withEnds(found, text, start, length, head);
      }
    }
    return found;
  }

  private int[] withEnds(int[] found, String text, int start, int length, int head) {
    int[] all = found;
    int[] possible = lengths[slot(head)];
    if (possible == null) {
      return all;
    }
    for (int each : possible) {
      int end = start + each;
      if (end <= text.length()
          && WordEnds.isEnd(text, end)
          && ends.get(bit(head, each, hash(text, end - length, length)))) {
        all = Arrays.copyOf(all, all.length + 1);
        all[all.length - 1] = end;
      }
    }
    return all;
  }

  @Nullable KnownLeak of(String fingerprint) {
    return byFingerprint.get(fingerprint);
  }

  @Override
  public String toString() {
    return byFingerprint.size() + " known values";
  }
}
