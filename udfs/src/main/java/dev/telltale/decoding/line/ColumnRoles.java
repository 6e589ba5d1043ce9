package dev.telltale.decoding.line;

import dev.telltale.record.Describer;
import dev.telltale.record.EventTime;
import dev.telltale.record.RecordColumns;
import dev.telltale.record.RedactedBody;
import dev.telltale.value.Value;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which columns of a line hold time, emitter, name and severity. A dash stands for nothing. Columns
 * of the time are joined by a blank, those of the emitter by a slash.
 */
public record ColumnRoles(
    List<String> time,
    List<String> emitter,
    List<String> name,
    List<String> severity,
    List<String> attributes)
    implements Describer {
  public static final ColumnRoles NONE =
      new ColumnRoles(List.of(), List.of(), List.of(), List.of(), List.of());

  public ColumnRoles time(String... columns) {
    return new ColumnRoles(List.of(columns), emitter, name, severity, attributes);
  }

  public ColumnRoles emitter(String... columns) {
    return new ColumnRoles(time, List.of(columns), name, severity, attributes);
  }

  public ColumnRoles name(String... columns) {
    return new ColumnRoles(time, emitter, List.of(columns), severity, attributes);
  }

  public ColumnRoles severity(String... columns) {
    return new ColumnRoles(time, emitter, name, List.of(columns), attributes);
  }

  public ColumnRoles attributes(String... columns) {
    return new ColumnRoles(time, emitter, name, severity, List.of(columns));
  }

  @Override
  public RecordColumns describe(Value redactedBody) {
    RedactedBody body = RedactedBody.of(redactedBody);
    Map<String, String> kept = new HashMap<>();
    for (String column : attributes) {
      String text = filled(body, column);
      if (text != null) {
        kept.put(column, text);
      }
    }
    return new RecordColumns(
        timeOf(body), joined(body, emitter, '/'), first(body, name), first(body, severity), kept);
  }

  private Instant timeOf(RedactedBody body) {
    String text = joined(body, time, ' ');
    return text == null ? null : EventTime.of(text);
  }

  private static String first(RedactedBody body, List<String> columns) {
    for (String column : columns) {
      String text = filled(body, column);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  private static String joined(RedactedBody body, List<String> columns, char separator) {
    StringBuilder joined = new StringBuilder();
    for (String column : columns) {
      String text = filled(body, column);
      if (text != null) {
        joined.append(joined.isEmpty() ? "" : String.valueOf(separator)).append(text);
      }
    }
    return joined.isEmpty() ? null : joined.toString();
  }

  private static String filled(RedactedBody body, String column) {
    String text = body.text(column);
    return "-".equals(text) ? null : text;
  }
}
