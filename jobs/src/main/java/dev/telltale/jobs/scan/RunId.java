package dev.telltale.jobs.scan;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/** Ids of runs: sortable by start, unique without asking anybody. */
final class RunId {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private RunId() {}

  static String of(Instant started) {
    return TIME.format(started) + "-" + UUID.randomUUID().toString().substring(0, 8);
  }
}
