package dev.telltale.demo.telemetry;

import java.time.Duration;
import java.time.Instant;

/** The three days of the export: 2026-11-18 to 2026-11-20 UTC. */
public final class ExportTime {
  public static final Instant START = Instant.parse("2026-11-18T00:00:00Z");
  public static final Duration LENGTH = Duration.ofDays(3);

  private ExportTime() {}

  public static Instant any(Vocabulary words) {
    return START.plusMillis((long) (words.random().nextDouble() * LENGTH.toMillis()));
  }
}
