package dev.telltale.detection.engine;

import dev.telltale.detection.pattern.ByteRun;
import java.util.ArrayList;
import java.util.List;

/** Run-length checks for rules without a useful literal: one pass over the buffer for each. */
final class ByteRuns {
  private final List<Run> runs = new ArrayList<>();

  private static final class Run {
    private final int rule;
    private final boolean[] allowed;
    private final int length;

    Run(int rule, boolean[] allowed, int length) {
      this.rule = rule;
      this.allowed = allowed;
      this.length = length;
    }
  }

  void add(int rule, ByteRun shape) {
    boolean[] allowed = new boolean[256];
    for (int b = 0; b < 256; b++) {
      allowed[b] = shape.bytes().get(b);
    }
    runs.add(new Run(rule, allowed, shape.length()));
  }

  void scan(byte[] buffer, int from, int to, HitSink hits) {
    for (Run run : runs) {
      scan(run, buffer, from, to, hits);
    }
  }

  /**
   * Hits every {@code length} bytes of a run, so that each match in a long run has one inside.
   * Looks at the last byte of a window first: most windows are passed over after one look.
   */
  private static void scan(Run run, byte[] buffer, int from, int to, HitSink hits) {
    boolean[] allowed = run.allowed;
    int start = from;
    while (start + run.length <= to) {
      int at = start + run.length - 1;
      while (at >= start && allowed[buffer[at] & 0xFF]) {
        at--;
      }
      if (at < start) {
        start += run.length;
        hits.hit(run.rule, start);
      } else {
        start = at + 1;
      }
    }
  }
}
