package dev.telltale.decoding.line.access;

import dev.telltale.decoding.line.ColumnRoles;
import dev.telltale.decoding.line.Columns;
import dev.telltale.decoding.line.Line;
import dev.telltale.decoding.line.LineField;
import dev.telltale.decoding.line.LineFormat;
import dev.telltale.decoding.line.LineParser;
import dev.telltale.decoding.line.SampleLines;
import dev.telltale.decoding.line.TokenScan;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Extended log files of the W3C (<a href="https://www.w3.org/TR/WD-logfile.html">WD-logfile</a>),
 * whose columns a directive names: those of CloudFront (<a
 * href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html">standard
 * logs</a>), and of other servers. Directives are records of their own.
 */
public final class W3cLog implements LineFormat {
  public static final LineFormat CLOUDFRONT = new W3cLog("cloudfront-log", true);
  public static final LineFormat OTHER = new W3cLog("w3c-log", false);

  private static final String FIELDS = "#Fields:";
  private static final String CLOUDFRONT_COLUMN = " x-edge-";
  private static final ColumnRoles ROLES =
      ColumnRoles.NONE
          .time("date", "time")
          .emitter("x-edge-location", "s-computername", "s-ip")
          .name("cs-method")
          .attributes("sc-status", "cs(Host)", "x-edge-result-type");
  private static final ColumnRoles EPOCH_ROLES =
      ColumnRoles.NONE
          .time("timestamp")
          .emitter("x-edge-location")
          .name("cs-method")
          .attributes("sc-status", "cs-host", "x-edge-result-type");

  private final String id;
  private final boolean cloudfront;

  private W3cLog(String id, boolean cloudfront) {
    this.id = id;
    this.cloudfront = cloudfront;
  }

  @Override
  public String id() {
    return id;
  }

  /** Without the directive in its first lines nothing says what the columns are. */
  @Override
  public @Nullable LineParser open(SampleLines sample) {
    for (Line line : sample.lines()) {
      String text = line.reveal();
      if (text.startsWith(FIELDS)) {
        return text.contains(CLOUDFRONT_COLUMN) == cloudfront ? new Parser(id) : null;
      }
    }
    return null;
  }

  private static final class Parser implements LineParser {
    private final String id;
    private List<String> names = List.of();

    Parser(String id) {
      this.id = id;
    }

    @Override
    public boolean parse(Line line, Emission emission) {
      String text = line.reveal();
      if (text.startsWith("#")) {
        return directive(line, emission);
      }
      boolean tabs = text.indexOf('\t') >= 0;
      List<LineField> fields = LineField.separated(text, tabs ? '\t' : ' ', 0, line.size());
      if (names.isEmpty() || fields.size() != names.size()) {
        return false;
      }
      Columns values = new Columns(line);
      for (int i = 0; i < fields.size(); i++) {
        values.text(names.get(i), fields.get(i));
      }
      emission.record(
          DecodedRecord.of(id, values.build(), names.contains("timestamp") ? EPOCH_ROLES : ROLES)
              .of(TelemetryType.LOGS));
      return true;
    }

    private boolean directive(Line line, Emission emission) {
      String text = line.reveal();
      int colon = text.indexOf(':');
      if (colon < 2 || TokenScan.token(text, 0, colon) < colon) {
        return false;
      }
      int from = TokenScan.blanks(text, colon + 1, line.size());
      if (text.startsWith(FIELDS)) {
        names =
            LineField.spaced(text, from, line.size()) == null
                ? List.of()
                : LineField.spaced(text, from, line.size()).stream()
                    .map(field -> text.substring(field.from(), field.to()))
                    .toList();
      }
      emission.record(
          DecodedRecord.of(
                  id,
                  new Columns(line)
                      .text("directive", 1, colon)
                      .text("value", from, line.size())
                      .build(),
                  ColumnRoles.NONE)
              .of(TelemetryType.LOGS));
      return true;
    }
  }
}
