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
 * Syslog messages as <a href="https://www.rfc-editor.org/rfc/rfc3164">RFC 3164</a> observed them,
 * {@code <34>Oct 11 22:14:15 host app[123]: message}, and as syslog daemons write them to files:
 * without the priority, and with a date of RFC 3339. A time without a year gives no event time.
 */
public final class SyslogRfc3164 implements SyslogFormat {
  private static final String ID = "syslog-3164";

  private static int timeEnd(String text, int from, int to) {
    int end = LeadingTime.yearless(text, from, to);
    return end < 0 ? LeadingTime.iso(text, from, to) : end;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean opens(String head) {
    return SyslogPriority.of(head) != null || timeEnd(head, 0, head.length()) > 0;
  }

  /** One line that can be nothing else vouches for those that could. */
  @Override
  public LineParser open(SampleLines sample) {
    Parser strict = new Parser(true);
    for (Line line : weighed(sample)) {
      if (strict.columns(line) != null) {
        return new Parser(false);
      }
    }
    return null;
  }

  private static final class Parser implements LineParser {
    private final boolean strict;

    Parser(boolean strict) {
      this.strict = strict;
    }

    @Override
    public boolean parse(Line line, Emission emission) {
      Columns columns = columns(line);
      if (columns != null) {
        emission.record(
            DecodedRecord.of(ID, columns.build(), SyslogRoles.INSTANCE).of(TelemetryType.LOGS));
      }
      return columns != null;
    }

    Columns columns(Line line) {
      String text = line.reveal();
      int size = line.firstEnd();
      SyslogPriority priority = SyslogPriority.of(text);
      Columns columns = new Columns(line);
      int at = 0;
      if (priority != null) {
        columns.number("priority", priority.from(), priority.to());
        at = priority.to() + 1;
      }
      int time = timeEnd(text, at, size);
      if (time < 0 || time + 1 >= size || text.charAt(time) != ' ') {
        return null;
      }
      columns.text("time", at, time);
      int hostEnd = TokenScan.token(text, time + 1, size);
      SyslogTag tag = SyslogTag.at(text, hostEnd + 1, size);
      boolean certain = tag != null && (tag.hasProcess() || LeadingTime.iso(text, at, size) < 0);
      if (priority == null && (tag == null || (strict && !certain))) {
        return null;
      }
      if (tag == null) {
        return columns.text("message", time + 1, line.size());
      }
      return columns
          .text("host", time + 1, hostEnd)
          .text("app", hostEnd + 1, tag.appEnd())
          .text("process", tag.appEnd() + 1, tag.processEnd())
          .text("message", tag.message(), line.size());
    }
  }
}
