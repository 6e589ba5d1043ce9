package dev.telltale.decoding.line.system;

import dev.telltale.decoding.line.Columns;
import dev.telltale.decoding.line.LeadingTime;
import dev.telltale.decoding.line.Line;
import dev.telltale.decoding.line.LineParser;
import dev.telltale.decoding.line.SampleLines;
import dev.telltale.decoding.line.TokenScan;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;

/**
 * Syslog messages of <a href="https://www.rfc-editor.org/rfc/rfc5424">RFC 5424</a>, also with the
 * octet counts of <a href="https://www.rfc-editor.org/rfc/rfc6587">RFC 6587</a>. The values of
 * structured data stay as they are escaped.
 */
public final class SyslogRfc5424 implements SyslogFormat, LineParser {
  private static final String ID = "syslog-5424";
  private static final String[] HEADER = {"host", "app", "process", "message_id"};

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean opens(String head) {
    return SyslogPriority.of(head) != null;
  }

  @Override
  public LineParser open(SampleLines sample) {
    return this;
  }

  @Override
  public boolean parse(Line line, Emission emission) {
    String text = line.reveal();
    SyslogPriority priority = SyslogPriority.of(text);
    int size = line.firstEnd();
    int version = priority == null ? -1 : priority.to() + 1;
    if (version < 0 || !text.startsWith("1 ", version)) {
      return false;
    }
    int at = version + 2;
    int end = TokenScan.token(text, at, size);
    boolean timed = LeadingTime.iso(text, at, end) == end && text.charAt(at + 10) == 'T';
    if (!timed && !(end == at + 1 && text.charAt(at) == '-')) {
      return false;
    }
    Columns columns =
        new Columns(line)
            .number("priority", priority.from(), priority.to())
            .number("version", version, version + 1)
            .text("time", at, end);
    for (String name : HEADER) {
      at = end + 1;
      end = at >= size ? at : TokenScan.token(text, at, size);
      if (end == at) {
        return false;
      }
      columns.text(name, at, end);
    }
    at = StructuredData.read(line, end + 1, columns);
    if (at < 0) {
      return false;
    }
    columns.text("message", Math.min(at + 1, line.size()), line.size());
    emission.record(
        DecodedRecord.of(ID, columns.build(), SyslogRoles.INSTANCE).of(TelemetryType.LOGS));
    return true;
  }
}
