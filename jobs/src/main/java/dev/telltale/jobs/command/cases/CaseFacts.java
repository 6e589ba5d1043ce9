package dev.telltale.jobs.command.cases;

import dev.telltale.jobs.terminal.Amounts;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** A row of the view {@code cases} as people read it. */
final class CaseFacts {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Row row;

  CaseFacts(Row row) {
    this.row = row;
  }

  String id() {
    return text("case_id");
  }

  String state() {
    return text("state");
  }

  boolean isLeft() {
    return !row.isNullAt(row.fieldIndex("kind"));
  }

  /** The rules, with the mask of a single value. */
  String what() {
    if (!isLeft()) {
      return "(nothing is left in the lake)";
    }
    String masked = text("masked");
    return list("rules") + (masked.isEmpty() ? " in " + list("field_patterns") : " " + masked);
  }

  /** Empty for null; lists with commas. */
  String text(String column) {
    Object value = row.getAs(column);
    if (value == null) {
      return "";
    }
    if (value instanceof Seq<?> list) {
      return String.join(
          ", ", CollectionConverters.asJava(list).stream().map(String::valueOf).toList());
    }
    return value instanceof Timestamp time ? time.toInstant().toString() : value.toString();
  }

  String list(String column) {
    return text(column);
  }

  List<String> items(String column) {
    return row.isNullAt(row.fieldIndex(column)) ? List.of() : row.getList(row.fieldIndex(column));
  }

  /** 0 for null. */
  long number(String column) {
    Object value = row.getAs(column);
    return value instanceof Number number ? number.longValue() : 0;
  }

  String moment(String column) {
    Timestamp time = row.getAs(column);
    return time == null ? "" : MINUTES.format(time.toInstant());
  }

  /** How long until the last version of an object goes by itself. */
  String timeLeft(Instant now) {
    Timestamp until = row.getAs("readable_until");
    if (until == null) {
      return isLeft() ? "not known" : "";
    }
    Duration left = Duration.between(now, until.toInstant());
    if (left.isNegative()) {
      return "any time now";
    }
    return left.toDays() > 0
        ? "in " + Amounts.count(left.toDays(), "day")
        : "in " + Amounts.count(left.toHours(), "hour");
  }

  /** All columns, as one line of JSON. */
  String json() {
    return row.json();
  }
}
