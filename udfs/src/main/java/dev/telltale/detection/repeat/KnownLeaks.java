package dev.telltale.detection.repeat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values that leaked before, in the order in which a text is asked for them: the beginning as a
 * bit, both ends, the fingerprint. Immutable; may be shared by threads.
 */
public final class KnownLeaks {
  /** Nothing is known. */
  public static final KnownLeaks NONE = new KnownLeaks(List.of());

  private static final int[] NOTHING = {};

  private static final int BEGINNING_BITS = 1 << 20;
  private static final int END_BITS = 1 << 24;
  private static final int MAX_SHOWN = 4;
  private static final int PRIME = 65_599;

  private final BitSet beginnings = new BitSet(BEGINNING_BITS);
  private final BitSet ends = new BitSet(END_BITS);
  private final boolean[] shown = new boolean[MAX_SHOWN + 1];
  private final Map<Integer, int[]> lengths = new HashMap<>();
  private final Map<String, KnownLeak> byFingerprint = new HashMap<>();
  private final int minLength;

  private KnownLeaks(Collection<KnownLeak> leaks) {
    int shortest = Integer.MAX_VALUE;
    for (KnownLeak leak : leaks) {
      add(leak);
      byFingerprint.putIfAbsent(leak.fingerprint(), leak);
      shortest = Math.min(shortest, leak.length());
    }
    lengths.values().forEach(Arrays::sort);
    minLength = shortest;
  }

  /** All of them, each value once. */
  public static KnownLeaks of(Collection<KnownLeak> leaks) {
    return leaks.isEmpty() ? NONE : new KnownLeaks(leaks);
  }

  private void add(KnownLeak leak) {
    String head = leak.head();
    shown[head.length()] = true;
    int hash = hash(head, 0, head.length());
    beginnings.set(bit(hash));
    int[] known = lengths.getOrDefault(hash, new int[0]);
    if (Arrays.stream(known).noneMatch(length -> length == leak.length())) {
      int[] more = Arrays.copyOf(known, known.length + 1);
      more[known.length] = leak.length();
      lengths.put(hash, more);
    }
    ends.set(bit(hash, leak.length(), hash(leak.tail(), 0, leak.tail().length())));
  }

  /** Of a few characters. */
  private static int hash(String text, int from, int length) {
    int hash = 0;
    for (int i = from; i < from + length; i++) {
      hash = hash * PRIME + text.charAt(i);
    }
    return hash;
  }

  private static int bit(int hash) {
    return hash * 0x9E3779B9 >>> 12 & (BEGINNING_BITS - 1);
  }

  private static int bit(int head, int length, int tail) {
    int mixed = ((head * 31 + length) * PRIME ^ tail) * 0x9E3779B9;
    return (mixed ^ mixed >>> 15) * 0x85EBCA6B >>> 8 & (END_BITS - 1);
  }

  /** Of the shortest value, in UTF-16 units; {@link Integer#MAX_VALUE} where nothing is known. */
  public int minLength() {
    return minLength;
  }

  /**
   * The ends of what may be values that begin at a place, by their lengths and both their ends;
   * says a few too many. The longest first.
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
    int[] possible = lengths.getOrDefault(head, NOTHING);
    for (int i = possible.length - 1; i >= 0; i--) {
      int end = start + possible[i];
      if (end <= text.length()
          && ends.get(bit(head, possible[i], hash(text, end - length, length)))) {
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
