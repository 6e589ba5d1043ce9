package dev.telltale.jobs.source;

import dev.telltale.jobs.listing.TimeWindow;
import dev.telltale.listing.ObjectKey;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.connector.expressions.Expression;
import org.apache.spark.sql.connector.expressions.Literal;
import org.apache.spark.sql.connector.expressions.NamedReference;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Which objects a query can need, by what their keys say.
 *
 * @param since inclusive; null for the beginning
 * @param until exclusive; null for no end
 * @param types ids of telemetry types; null for all
 */
record KeyFilter(Instant since, Instant until, Set<String> types) implements Serializable {
  /** Every object. */
  static final KeyFilter ALL = new KeyFilter(null, null, null);

  /** How far a key's time may lie outside of its folder's hour: as a scan has it. */
  private static final Duration SLACK = Duration.ofHours(1);

  KeyFilter {
    types = types == null ? null : Set.copyOf(types);
  }

  /** Whether no object can be needed. */
  boolean isEmpty() {
    return (types != null && types.isEmpty())
        || (since != null && until != null && !since.isBefore(until));
  }

  /** For listing; not of an empty filter. */
  TimeWindow window() {
    return new TimeWindow(since, until, SLACK);
  }

  boolean wantsType(String key) {
    return types == null || types.contains(ObjectKey.of(key).telemetryType().id());
  }

  /** The same filter if the condition says nothing about keys. */
  KeyFilter and(Predicate condition) {
    Expression[] parts = condition.children();
    if (parts.length < 2 || !(parts[0] instanceof NamedReference column)) {
      return this;
    }
    String name = String.join(".", column.fieldNames()).toLowerCase(Locale.ROOT);
    if (name.equals("telemetry_type")) {
      return ofTypes(condition.name(), parts);
    }
    if (parts.length != 2 || !(parts[1] instanceof Literal<?> bound)) {
      return this;
    }
    if (name.equals("export_time")
        && DataTypes.TimestampType.equals(bound.dataType())
        && bound.value() instanceof Long micros) {
      Instant time = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
      return within(condition.name(), time, time.plus(1, ChronoUnit.MICROS));
    }
    if (name.equals("export_date") && bound.value() instanceof Integer days) {
      LocalDate day = LocalDate.ofEpochDay(days);
      return within(
          condition.name(),
          day.atStartOfDay(ZoneOffset.UTC).toInstant(),
          day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
    return this;
  }

  /** Compared with something that lasts from one instant to another. */
  private KeyFilter within(String comparison, Instant from, Instant to) {
    return switch (comparison) {
      case "=" -> later(from).earlier(to);
      case ">=" -> later(from);
      case ">" -> later(to);
      case "<" -> earlier(from);
      case "<=" -> earlier(to);
      default -> this;
    };
  }

  private KeyFilter later(Instant bound) {
    return since != null && since.isAfter(bound) ? this : new KeyFilter(bound, until, types);
  }

  private KeyFilter earlier(Instant bound) {
    return until != null && until.isBefore(bound) ? this : new KeyFilter(since, bound, types);
  }

  private KeyFilter ofTypes(String comparison, Expression[] parts) {
    if (!comparison.equals("=") && !comparison.equals("IN")) {
      return this;
    }
    Set<String> wanted = new HashSet<>();
    for (int i = 1; i < parts.length; i++) {
      if (!(parts[i] instanceof Literal<?> type)) {
        return this;
      }
      if (type.value() instanceof UTF8String text) {
        wanted.add(text.toString());
      }
    }
    if (types != null) {
      wanted.retainAll(types);
    }
    return new KeyFilter(since, until, wanted);
  }

  @Override
  public String toString() {
    return (since == null ? "" : " since " + since)
        + (until == null ? "" : " until " + until)
        + (types == null ? "" : " of " + new TreeSet<>(types));
  }
}
