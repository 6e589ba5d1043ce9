package dev.telltale.decoding.line.app;

import dev.telltale.decoding.line.ColumnRoles;
import dev.telltale.decoding.line.Columns;
import dev.telltale.decoding.line.LeadingTime;
import dev.telltale.decoding.line.Levels;
import dev.telltale.decoding.line.Line;
import dev.telltale.decoding.line.LineFormat;
import dev.telltale.decoding.line.StartedLines;
import dev.telltale.decoding.line.TokenScan;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;

/**
 * The error log of nginx: {@code 2024/03/02 12:22:13 [error] 12#34: *56 message}, and after the
 * message what it concerns, from {@code , client: } on; see <a
 * href="https://nginx.org/en/docs/ngx_core_module.html#error_log">error_log</a>.
 */
public final class NginxErrorLog {
  private static final String ID = "nginx-error-log";

  public static final LineFormat FORMAT =
      new StartedLines(
          ID, head -> LeadingTime.slashed(head, 0, head.length()) > 0, NginxErrorLog::parse);

  private static final String[] CONCERNED = {
    "client", "server", "request", "subrequest", "upstream", "host", "referrer"
  };
  private static final ColumnRoles ROLES =
      ColumnRoles.NONE.time("time").emitter("server").severity("severity").attributes("process");

  private NginxErrorLog() {}

  private static boolean parse(Line line, Emission emission) {
    String text = line.reveal();
    int size = line.firstEnd();
    int time = LeadingTime.slashed(text, 0, size);
    if (time < 0 || !text.startsWith(" [", time)) {
      return false;
    }
    int level = time + 2;
    int levelEnd = TokenScan.find(text, ']', level, size);
    if (levelEnd < 0 || !Levels.at(text, level, levelEnd)) {
      return false;
    }
    int process = levelEnd + 2;
    int hash = TokenScan.digits(text, process, size);
    int processEnd = hash < size ? TokenScan.digits(text, hash + 1, size) : size;
    boolean numbered =
        hash > process && hash < size && text.charAt(hash) == '#' && processEnd > hash + 1;
    if (!numbered || !text.startsWith(": ", processEnd)) {
      return false;
    }
    Columns columns =
        new Columns(line)
            .text("time", 0, time)
            .text("severity", level, levelEnd)
            .text("process", process, processEnd);
    message(line, processEnd + 2, size, columns);
    emission.record(DecodedRecord.of(ID, columns.build(), ROLES).of(TelemetryType.LOGS));
    return true;
  }

  private static void message(Line line, int from, int size, Columns columns) {
    String text = line.reveal();
    int at = TokenScan.find(text, ", client: ", from, size);
    if (at < 0) {
      columns.text("message", from, line.size());
      return;
    }
    columns.text("message", from, at);
    String name = CONCERNED[0];
    int start = at + name.length() + 4;
    for (int i = 1; i < CONCERNED.length; i++) {
      int next = TokenScan.find(text, ", " + CONCERNED[i] + ": ", start, size);
      if (next >= 0) {
        columns.text(name, start, next);
        name = CONCERNED[i];
        start = next + name.length() + 4;
      }
    }
    columns.text(name, start, line.size());
  }
}
