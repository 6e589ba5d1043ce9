package dev.telltale.detection;

import dev.telltale.detection.pattern.HitSink;
import java.util.Arrays;

/** Hits in one text, packed as rule and end so that sorting groups them. Reused for every text. */
final class TriggerHits implements HitSink {
  /** Hits of a rule closer than this count as one; windows are wider by as much. */
  static final int GRAIN = 32;

  private final long[] lastEnd;
  private long[] hits = new long[256];
  private int count;
  private long base;
  private int length;

  TriggerHits(int rules) {
    lastEnd = new long[rules];
    Arrays.fill(lastEnd, -GRAIN);
  }

  /** Forgets the hits before a text is scanned. */
  void clear(int nextLength) {
    count = 0;
    base += length + 2L * GRAIN;
    length = nextLength;
  }

  /** Orders the hits by rule and end. */
  void sort() {
    if (count > 1) {
      Arrays.sort(hits, 0, count);
    }
  }

  @Override
  public void hit(int rule, int end) {
    long at = base + end;
    if (at >= lastEnd[rule] && at - lastEnd[rule] < GRAIN) {
      return;
    }
    lastEnd[rule] = at;
    if (count == hits.length) {
      hits = Arrays.copyOf(hits, count * 2);
    }
    hits[count++] = (long) rule << Integer.SIZE | end;
  }

  int count() {
    return count;
  }

  int rule(int i) {
    return (int) (hits[i] >>> Integer.SIZE);
  }

  int end(int i) {
    return (int) hits[i];
  }

  /** The first hit of a rule at or behind {@code from}; {@link #count()} when there is none. */
  int first(int rule) {
    int found = Arrays.binarySearch(hits, 0, count, (long) rule << Integer.SIZE);
    return found >= 0 ? found : -found - 1;
  }
}
