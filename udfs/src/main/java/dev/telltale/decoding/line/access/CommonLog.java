package dev.telltale.decoding.line.access;

import dev.telltale.decoding.line.ColumnRoles;
import dev.telltale.decoding.line.ColumnType;
import dev.telltale.decoding.line.Columns;
import dev.telltale.decoding.line.Line;
import dev.telltale.decoding.line.LineField;
import dev.telltale.decoding.line.LineFormat;
import dev.telltale.decoding.line.LineParser;
import dev.telltale.decoding.line.SampleLines;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import java.util.List;

/**
 * Access logs of Apache and nginx in the common and the combined log format; see <a
 * href="https://httpd.apache.org/docs/current/logs.html">Log Files</a> and <a
 * href="https://nginx.org/en/docs/http/ngx_http_log_module.html">ngx_http_log_module</a>. What a
 * server was configured to log after them is kept as {@code column_10} and so on.
 */
public final class CommonLog implements LineFormat, LineParser {
  public static final LineFormat COMMON = new CommonLog("common-log", 7);
  public static final LineFormat COMBINED = new CommonLog("combined-log", 9);

  private static final int MAX_COUNT = 30;
  private static final String[] NAMES = {
    "host", "ident", "user", "time", "request", "status", "bytes", "referer", "user_agent"
  };
  private static final ColumnRoles ROLES =
      ColumnRoles.NONE.time("time").emitter("virtual_host").attributes("status");

  private final String id;
  private final int columns;

  private CommonLog(String id, int columns) {
    this.id = id;
    this.columns = columns;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public LineParser open(SampleLines sample) {
    return this;
  }

  @Override
  public boolean parse(Line line, Emission emission) {
    String text = line.reveal();
    List<LineField> fields = line.spaced();
    if (fields == null || fields.size() < columns || fields.size() > MAX_COUNT) {
      return false;
    }
    // Some servers write the virtual host in front.
    int shift = fields.get(3).opener() == '[' ? 0 : 1;
    if (fields.size() < columns + shift || !fits(text, fields, shift)) {
      return false;
    }
    boolean rest = fields.size() > columns + shift;
    if (columns == 7 && rest) {
      return false;
    }
    Columns values = new Columns(line);
    for (int i = 0; i < fields.size(); i++) {
      int at = i - shift;
      LineField field = fields.get(i);
      String name = at < 0 ? "virtual_host" : at < columns ? NAMES[at] : "column_" + (at + 1);
      if (at == 5 || at == 6) {
        values.number(name, field.from(), field.to());
      } else {
        values.text(name, field);
      }
    }
    emission.record(DecodedRecord.of(id, values.build(), ROLES).of(TelemetryType.LOGS));
    return true;
  }

  private boolean fits(String text, List<LineField> fields, int shift) {
    LineField status = fields.get(5 + shift);
    return ColumnType.BRACKETED_TIME.admits(text, fields.get(3 + shift))
        && fields.get(4 + shift).isQuoted()
        && ColumnType.INTEGER.admits(text, status)
        && (status.isDash(text) || status.to() - status.from() == 3)
        && ColumnType.INTEGER.admits(text, fields.get(6 + shift))
        && (columns == 7 || (fields.get(7 + shift).isQuoted() && fields.get(8 + shift).isQuoted()));
  }
}
