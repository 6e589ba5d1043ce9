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

  /** Hits every {@code length} bytes of a run, so that each match in a long run has one inside. */
  private static void scan(Run run, byte[] buffer, int from, int to, HitSink hits) {
    boolean[] allowed = run.allowed;
    int length = 0;
    for (int i = from; i < to; i++) {
      if (!allowed[buffer[i] & 0xFF]) {
        length = 0;
      } else if (++length % run.length == 0) {
        hits.hit(run.rule, i + 1);
      }
    }
  }
}
