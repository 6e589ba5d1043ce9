package dev.telltale.detection;

import dev.telltale.detection.engine.HitSink;
import dev.telltale.detection.engine.TriggerEngine;
import dev.telltale.detection.rules.RuleSet;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * One scan over all fields of a record, laid out as lines of one reused buffer. A hit is packed as
 * field, rule and end so that sorting groups them.
 */
final class TriggerHits implements HitSink {
  /** Hits of a rule closer than this count as one; windows are wider by as much. */
  static final int GRAIN = 32;

  private static final int RULE_BITS = 12;
  private static final int END_BITS = 26;

  private final TriggerEngine engine;
  private final int[] lastEnd;
  private byte[] buffer = new byte[64 << 10];
  private int[] starts = new int[256];
  private long[] hits = new long[256];
  private int count;
  private int fieldCount;
  private int lastField;

  TriggerHits(TriggerEngine engine, RuleSet rules) {
    this.engine = engine;
    this.lastEnd = new int[rules.rules().size()];
    if (rules.rules().size() >= 1 << RULE_BITS) {
      throw new IllegalArgumentException("at most " + (1 << RULE_BITS) + " rules can be on");
    }
  }

  /** Scans; afterwards the hits are sorted by field, rule and end. */
  void scan(List<Field> fields) {
    int length = 0;
    fieldCount = 0;
    count = 0;
    lastField = 0;
    for (Field field : fields) {
      byte[] bytes = field.reveal().getBytes(StandardCharsets.UTF_8);
      if (buffer.length < length + bytes.length + 1) {
        buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + bytes.length + 1));
      }
      if (starts.length < fieldCount + 2) {
        starts = Arrays.copyOf(starts, starts.length * 2);
      }
      starts[fieldCount++] = length;
      System.arraycopy(bytes, 0, buffer, length, bytes.length);
      length += bytes.length;
      buffer[length++] = '\n';
    }
    starts[fieldCount] = length;
    Arrays.fill(lastEnd, Integer.MIN_VALUE / 2);
    if (length > 0) {
      engine.scan(buffer, 0, length, this);
      Arrays.sort(hits, 0, count);
    }
  }

  @Override
  public void hit(int rule, int end) {
    int field = fieldOf(end - 1);
    int last = lastEnd[rule];
    if (last >= starts[field] && end >= last && end - last < GRAIN) {
      return;
    }
    lastEnd[rule] = end;
    if (count == hits.length) {
      hits = Arrays.copyOf(hits, count * 2);
    }
    long packed = ((((long) field << RULE_BITS) | rule) << END_BITS) | (end - starts[field]);
    hits[count++] = packed;
  }

  private int fieldOf(int offset) {
    if (offset >= starts[lastField] && offset < starts[lastField + 1]) {
      return lastField;
    }
    int found = Arrays.binarySearch(starts, 0, fieldCount, offset);
    lastField = found >= 0 ? found : -found - 2;
    return lastField;
  }

  int count() {
    return count;
  }

  int field(int i) {
    return (int) (hits[i] >>> (RULE_BITS + END_BITS));
  }

  int rule(int i) {
    return (int) (hits[i] >>> END_BITS) & ((1 << RULE_BITS) - 1);
  }

  /** Byte offset from the start of the field. */
  int end(int i) {
    return (int) hits[i] & ((1 << END_BITS) - 1);
  }

  int byteLength(int field) {
    return starts[field + 1] - starts[field] - 1;
  }
}
