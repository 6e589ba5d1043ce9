package dev.telltale.decoding.logs;

import dev.telltale.decoding.json.JsonFormat;
import dev.telltale.decoding.json.SpelledNumbers;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.record.RecordColumns;
import dev.telltale.record.RedactedBody;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An entry of the systemd journal in its JSON form: {@code MESSAGE} with fields whose names start
 * with an underscore; see "Journal JSON Format" and {@code systemd.journal-fields(7)}. The emitter
 * is {@code host/unit}, the severity the name of the syslog priority.
 */
public final class JournaldFormat implements JsonFormat {
  private static final String ID = "journald";
  private static final List<String> PRIORITIES =
      List.of("EMERGENCY", "ALERT", "CRITICAL", "ERROR", "WARNING", "NOTICE", "INFO", "DEBUG");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean claims(Value value) {
    return value instanceof ObjectValue entry
        && entry.has("MESSAGE")
        && (entry.has("__REALTIME_TIMESTAMP")
            || entry.has("_SYSTEMD_UNIT")
            || entry.has("_BOOT_ID")
            || entry.has("_HOSTNAME"));
  }

  @Override
  public void decode(Value value, Emission emission) {
    emission.record(record(SpelledNumbers.readAll(value)));
  }

  /** The record of an entry, whichever form it was in. */
  public static DecodedRecord record(Value entry) {
    return DecodedRecord.of(ID, entry, JournaldFormat::describe).of(TelemetryType.LOGS);
  }

  private static RecordColumns describe(Value redactedBody) {
    RedactedBody entry = RedactedBody.of(redactedBody);
    Instant time =
        entry.time(
            "_SOURCE_REALTIME_TIMESTAMP",
            "__REALTIME_TIMESTAMP",
            "@timestamp",
            "timestamp",
            "time");
    String unit = entry.text("_SYSTEMD_UNIT", "_SYSTEMD_USER_UNIT", "UNIT", "SYSLOG_IDENTIFIER");
    Map<String, String> attributes =
        entry.attributes("_PID", "_UID", "_COMM", "_TRANSPORT", "CONTAINER_NAME");
    return new RecordColumns(
        time,
        RedactedBody.joined(entry.text("_HOSTNAME"), unit == null ? entry.text("_COMM") : unit),
        entry.text("SYSLOG_IDENTIFIER", "_COMM"),
        severity(entry.text("PRIORITY")),
        attributes);
  }

  private static String severity(String priority) {
    boolean known = priority != null && priority.length() == 1;
    int level = known ? priority.charAt(0) - '0' : -1;
    return level >= 0 && level < PRIORITIES.size() ? PRIORITIES.get(level) : null;
  }
}
