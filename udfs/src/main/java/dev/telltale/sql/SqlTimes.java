package dev.telltale.sql;

import java.sql.Timestamp;
import java.time.Instant;
import org.apache.spark.sql.catalyst.util.RebaseDateTime;

/**
 * Instants as Spark takes them in rows whatever {@code spark.sql.datetime.java8API.enabled} says.
 */
final class SqlTimes {
  /**
   * Spark's timestamps are microseconds in 64 bits; what lies outside the years 1 to 9999 is no
   * time.
   */
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private static final long MICROS = 1_000_000;

  private static final int NANOS = 1_000;

  private SqlTimes() {}

  /** The same as Spark counts it: microseconds since 1970, as it reads {@link #timestamp}. */
  static Long micros(Instant instant) {
    if (instant == null || instant.isBefore(FIRST) || instant.isAfter(LAST)) {
      return null;
    }
    return RebaseDateTime.rebaseJulianToGregorianMicros(
        instant.getEpochSecond() * MICROS + instant.getNano() / NANOS);
  }

  static Timestamp timestamp(Instant instant) {
    if (instant == null || instant.isBefore(FIRST) || instant.isAfter(LAST)) {
      return null;
    }
    return Timestamp.from(instant);
  }
}
