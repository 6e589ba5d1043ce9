package dev.telltale.jobs.demo;

import java.time.Duration;
import java.time.Instant;

/** The three days of the export: 2026-11-18 to 2026-11-20 UTC. */
final class ExportTime {
  static final Instant START = Instant.parse("2026-11-18T00:00:00Z");
  static final Duration LENGTH = Duration.ofDays(3);

  private ExportTime() {}

  static Instant any(Words words) {
    return START.plusMillis((long) (words.random().nextDouble() * LENGTH.toMillis()));
  }
}
