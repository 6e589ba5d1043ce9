package dev.telltale.jobs.erasure.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds any of many texts in bytes, in one pass: those that could begin at a place are known by
 * their first eight bytes. Immutable.
 */
final class Needles implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int HEAD = Long.BYTES;
  private static final int CHUNK = 1 << 20;
  private static final int FILTER_BITS = 20;

  private final HashMap<Long, ArrayList<byte[]>> byHead = new HashMap<>();
  private final BitSet filter = new BitSet(1 << FILTER_BITS);
  private int longest = HEAD;

  /**
   * @param texts of eight bytes or more; shorter ones are left out
   */
  Needles(Collection<String> texts) {
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      if (bytes.length >= HEAD) {
        long head = 0;
        for (int i = 0; i < HEAD; i++) {
          head = head << Byte.SIZE | bytes[i] & 0xff;
        }
        byHead.computeIfAbsent(head, any -> new ArrayList<>()).add(bytes);
        filter.set(slot(head));
        longest = Math.max(longest, bytes.length);
      }
    }
  }

  /** How many different ones a stream holds. */
  int countIn(InputStream in) throws IOException {
    Set<String> found = new TreeSet<>();
    byte[] window = new byte[CHUNK + longest];
    int kept = 0;
    while (true) {
      int read = in.readNBytes(window, kept, CHUNK);
      int end = kept + read;
      boolean last = read < CHUNK;
      search(window, last ? end : end - longest + 1, end, found);
      if (last) {
        return found.size();
      }
      kept = longest - 1;
      System.arraycopy(window, end - kept, window, 0, kept);
    }
  }

  /** How many different ones a text holds. */
  int countIn(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Set<String> found = new TreeSet<>();
    search(bytes, bytes.length, bytes.length, found);
    return found.size();
  }

  /** Those that begin before one place and end before another. */
  private void search(byte[] bytes, int begins, int ends, Set<String> found) {
    long head = 0;
    for (int i = 0; i < ends; i++) {
      head = head << Byte.SIZE | bytes[i] & 0xff;
      int from = i + 1 - HEAD;
      if (from >= begins) {
        return;
      }
      if (from >= 0 && filter.get(slot(head))) {
        for (byte[] each : byHead.getOrDefault(head, new ArrayList<>())) {
          if (from + each.length <= ends
              && java.util.Arrays.equals(bytes, from, from + each.length, each, 0, each.length)) {
            found.add(new String(each, StandardCharsets.UTF_8));
          }
        }
      }
    }
  }

  private static int slot(long head) {
    return (int) (head * 0x9E3779B97F4A7C15L >>> (Long.SIZE - FILTER_BITS));
  }

  boolean isEmpty() {
    return byHead.isEmpty();
  }

  /**
   * Masks that say whose they are: those with visible characters enough, at their beginning too,
   * and of no other value.
   *
   * @param others masks of values that stay
   */
  static List<String> telling(Collection<String> masks, Collection<String> others) {
    Map<String, Boolean> telling = new HashMap<>();
    for (String mask : masks) {
      long visible = mask.codePoints().filter(Character::isLetterOrDigit).count();
      boolean begins = mask.codePoints().limit(HEAD).anyMatch(Character::isLetterOrDigit);
      if (visible >= HEAD / 2 && begins && mask.length() >= HEAD) {
        telling.put(mask, true);
      }
    }
    others.forEach(telling::remove);
    return telling.keySet().stream().sorted().toList();
  }

  @Override
  public String toString() {
    return byHead.size() + " beginnings of texts";
  }
}
