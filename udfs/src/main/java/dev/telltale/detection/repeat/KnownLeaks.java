package dev.telltale.detection.repeat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values that leaked before, in the order in which a text is asked for them: the beginning as a
 * bit, both ends, the fingerprint. Immutable; may be shared by threads.
 */
public final class KnownLeaks {
  /** Nothing is known. */
  public static final KnownLeaks NONE = new KnownLeaks(List.of());

  private static final int BITS = 1 << 20;
  private static final int MAX_SHOWN = 4;
  private static final int PRIME = 65_599;

  private final BitSet beginnings = new BitSet(BITS);
  private final boolean[] shown = new boolean[MAX_SHOWN + 1];
  private final Map<String, int[]> lengths = new HashMap<>();
  private final Set<String> ends = new HashSet<>();
  private final Map<String, KnownLeak> byFingerprint = new HashMap<>();
  private final int minLength;

  private KnownLeaks(Collection<KnownLeak> leaks) {
    int shortest = Integer.MAX_VALUE;
    for (KnownLeak leak : leaks) {
      if (byFingerprint.putIfAbsent(leak.fingerprint(), leak) == null) {
        add(leak);
        shortest = Math.min(shortest, leak.length());
      }
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
    int hash = 0;
    for (int i = 0; i < head.length(); i++) {
      hash = hash * PRIME + head.charAt(i);
    }
    beginnings.set(bit(hash, head.length()));
    int[] known = lengths.getOrDefault(head, new int[0]);
    if (Arrays.stream(known).noneMatch(length -> length == leak.length())) {
      int[] more = Arrays.copyOf(known, known.length + 1);
      more[known.length] = leak.length();
      lengths.put(head, more);
    }
    ends.add(ends(head, leak.length(), leak.tail()));
  }

  private static int bit(int hash, int length) {
    int mixed = (hash + length) * 0x9E3779B9;
    return mixed >>> 12 & (BITS - 1);
  }

  private static String ends(String head, int length, String tail) {
    return head + tail + length;
  }

  /** Of the shortest value, in UTF-16 units; {@link Integer#MAX_VALUE} where nothing is known. */
  public int minLength() {
    return minLength;
  }

  /** Whether a value may begin at a place; says yes a few times too often. */
  boolean mayBeginAt(String text, int at) {
    int hash = 0;
    int most = Math.min(MAX_SHOWN, text.length() - at);
    for (int length = 1; length <= most; length++) {
      hash = hash * PRIME + text.charAt(at + length - 1);
      if (shown[length]
          && beginnings.get(bit(hash, length))
          && (length > 1 || startsWord(text, at))) {
        return true;
      }
    }
    return false;
  }

  /** Values of which one character is shown are too short to stand inside a word. */
  private static boolean startsWord(String text, int at) {
    return at == 0
        || !Character.isLetterOrDigit(text.charAt(at - 1))
        || !Character.isLetterOrDigit(text.charAt(at));
  }

  /** The ends of values whose ends are those of the text between; the longest first. */
  List<Integer> endsAt(String text, int start) {
    List<Integer> found = new ArrayList<>(0);
    for (int length = 1; length <= MAX_SHOWN && start + length <= text.length(); length++) {
      String head = text.substring(start, start + length);
      int[] possible = lengths.get(head);
      for (int i = possible == null ? -1 : possible.length - 1; i >= 0; i--) {
        int end = start + possible[i];
        if (end <= text.length()
            && ends.contains(ends(head, possible[i], text.substring(end - length, end)))) {
          found.add(end);
        }
      }
    }
    found.sort((one, other) -> other - one);
    return found;
  }

  @Nullable KnownLeak of(String fingerprint) {
    return byFingerprint.get(fingerprint);
  }

  @Override
  public String toString() {
    return byFingerprint.size() + " known values";
  }
}
