package dev.telltale.decoding;

import dev.telltale.record.Describer;
import dev.telltale.record.RecordColumns;
import dev.telltale.record.RedactedBody;
import dev.telltale.value.Value;
import java.time.Instant;
import java.util.List;

/**
 * Columns of a re-shaped OTLP record. The emitter is {@code namespace/service/instance} by the
 * semantic conventions for services.
 */
final class OtlpDescriber implements Describer {
  private static final List<String> SEVERITIES =
      List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL");

  @Override
  public RecordColumns describe(Value redactedBody) {
    RedactedBody body = RedactedBody.of(redactedBody);
    RedactedBody resource = body.at("resource");
    String emitter =
        RedactedBody.joined(
            resource.text("service.namespace"),
            resource.text("service.name"),
            resource.text("service.instance.id"));
    return new RecordColumns(
        time(body),
        emitter == null ? body.at("scope").text("name") : emitter,
        body.text("name", "eventName", "event_name"),
        severity(body),
        body.at("attributes").attributes());
  }

  private static Instant time(RedactedBody body) {
    return body.time(
        "timeUnixNano",
        "time_unix_nano",
        "startTimeUnixNano",
        "start_time_unix_nano",
        "observedTimeUnixNano",
        "observed_time_unix_nano");
  }

  private static String severity(RedactedBody body) {
    String text = body.text("severityText", "severity_text");
    if (text != null) {
      return text;
    }
    String number = body.text("severityNumber", "severity_number");
    return number == null ? null : severity(number);
  }

  /** Numbers 1 to 24, four to a name; other spellings stay as they are. */
  private static String severity(String number) {
    if (number.length() > 2 || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
      String prefix = "SEVERITY_NUMBER_";
      return number.startsWith(prefix) ? number.substring(prefix.length()) : number;
    }
    int level = Integer.parseInt(number);
    return level >= 1 && level <= 24 ? SEVERITIES.get((level - 1) / 4) : null;
  }
}
