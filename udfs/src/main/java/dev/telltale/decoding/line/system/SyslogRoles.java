package dev.telltale.decoding.line.system;

import dev.telltale.decoding.line.ColumnRoles;
import dev.telltale.decoding.line.TokenScan;
import dev.telltale.record.Describer;
import dev.telltale.record.RecordColumns;
import dev.telltale.record.RedactedBody;
import dev.telltale.value.Value;

/**
 * Columns of a syslog message. The emitter is the host and the application; the severity is that of
 * the priority, by its keyword in RFC 5427.
 */
final class SyslogRoles implements Describer {
  static final SyslogRoles INSTANCE = new SyslogRoles();

  private static final String[] SEVERITIES = {
    "emerg", "alert", "crit", "err", "warning", "notice", "info", "debug"
  };
  private static final ColumnRoles ROLES =
      ColumnRoles.NONE
          .time("time")
          .emitter("host", "app")
          .name("message_id")
          .attributes("priority", "process");

  private SyslogRoles() {}

  @Override
  public RecordColumns describe(Value redactedBody) {
    RecordColumns columns = ROLES.describe(redactedBody);
    String priority = RedactedBody.of(redactedBody).text("priority");
    boolean number = priority != null && TokenScan.isDigits(priority, 0, priority.length());
    String severity =
        number && priority.length() <= 3 ? SEVERITIES[Integer.parseInt(priority) % 8] : null;
    return new RecordColumns(
        columns.eventTime(), columns.emitter(), columns.name(), severity, columns.attributes());
  }
}
