package dev.telltale.jobs.terminal;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Progress of a run: one line that is rewritten on a terminal, a plain line every few seconds
 * elsewhere. Thread-safe.
 */
public final class ProgressLine {
  private static final Duration PLAIN_INTERVAL = Duration.ofSeconds(5);

  private final PrintStream out;
  private final boolean terminal;
  private final Clock clock;
  private @Nullable Instant started;
  private Instant lastPlain = Instant.EPOCH;
  private int shown;
  private long lastObjects = -1;

  public ProgressLine(PrintStream out, boolean terminal, Clock clock) {
    this.out = out;
    this.terminal = terminal;
    this.clock = clock;
  }

  /** A line that stays. */
  public synchronized void step(String what) {
    clear();
    out.println("  " + PlainText.of(what));
    out.flush();
  }

  public synchronized void counts(
      long objects, long ofObjects, long bytes, long ofBytes, long findings) {
    Instant now = clock.instant();
    if (started == null) {
      started = now;
    }
    boolean last = objects >= ofObjects;
    if (objects == lastObjects && (last || !terminal)) {
      return;
    }
    if (!terminal && !last && Duration.between(lastPlain, now).compareTo(PLAIN_INTERVAL) < 0) {
      return;
    }
    lastPlain = now;
    lastObjects = objects;
    String line =
        "  "
            + Amounts.count(objects)
            + " of "
            + Amounts.count(ofObjects, "object")
            + ", "
            + Amounts.bytes(bytes)
            + " of "
            + Amounts.bytes(ofBytes)
            + ", "
            + Amounts.count(findings, "finding")
            + remaining(now, bytes, ofBytes, last);
    clear();
    if (terminal && !last) {
      out.print(line);
      shown = line.length();
    } else {
      out.println(line);
    }
    out.flush();
  }

  private String remaining(Instant now, long bytes, long ofBytes, boolean last) {
    if (last || bytes == 0) {
      return "";
    }
    double spent = Duration.between(started, now).toMillis();
    long left = (long) (spent / bytes * (ofBytes - bytes));
    return ", about " + Amounts.time(Duration.ofMillis(left)) + " left";
  }

  private void clear() {
    if (shown > 0) {
      out.print("\r" + " ".repeat(shown) + "\r");
      shown = 0;
    }
  }
}
