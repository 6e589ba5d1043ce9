package dev.telltale.decoding.line.table;

import dev.telltale.decoding.line.Columns;
import dev.telltale.decoding.line.Line;
import dev.telltale.decoding.line.LineField;
import dev.telltale.decoding.line.LineFormat;
import dev.telltale.decoding.line.LineParser;
import dev.telltale.decoding.line.SampleLines;
import dev.telltale.framing.LineGroups;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.record.RecordColumns;
import dev.telltale.record.RedactedBody;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of values with commas, semicolons or tabs between them, quoted as <a
 * href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a> says; quotes within quotes stay
 * doubled. At least three rows of the same number of columns, five where there are but two; the
 * names come from the first one if it looks like a header, which is a record of its own.
 */
public final class SeparatedValues implements LineFormat {
  public static final LineFormat COMMAS = new SeparatedValues("csv", ',');
  public static final LineFormat SEMICOLONS = new SeparatedValues("csv", ';');
  public static final LineFormat TABS = new SeparatedValues("tsv", '\t');

  private static final int MIN_ROWS = 3;

  private final String id;
  private final char separator;
  private final LineGroups groups;

  private SeparatedValues(String id, char separator) {
    this.id = id;
    this.separator = separator;
    groups = new QuotedGroups(separator);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public LineGroups groups() {
    return groups;
  }

  /** The rows, not the lines, are weighed. */
  @Override
  public List<Line> weighed(SampleLines sample) {
    List<Line> lines = new ArrayList<>();
    for (String row : rows(sample)) {
      byte[] bytes = row.getBytes(StandardCharsets.UTF_8);
      lines.add(new Line(bytes, 0, bytes.length));
    }
    return lines;
  }

  private List<String> rows(SampleLines sample) {
    if (sample.reveal().indexOf(separator) < 0) {
      return List.of();
    }
    List<String> rows = SeparatedRow.rows(sample.reveal(), separator);
    boolean cut = !sample.whole() && rows.size() > 1;
    return cut ? rows.subList(0, rows.size() - 1) : rows;
  }

  @Override
  public @Nullable LineParser open(SampleLines sample) {
    List<String> rows = rows(sample);
    if (rows.size() < MIN_ROWS) {
      return null;
    }
    int columns = SeparatedRow.fields(rows.get(0), separator).size();
    int same = 0;
    int padded = 0;
    for (String row : rows) {
      List<LineField> fields = SeparatedRow.fields(row, separator);
      same += fields.size() == columns ? 1 : 0;
      padded += fields.stream().anyMatch(field -> row.startsWith(" ", field.from())) ? 1 : 0;
    }
    boolean few = columns == 2;
    int min = few ? 2 * MIN_ROWS - 1 : MIN_ROWS;
    boolean regular = columns > 1 && same >= min && same * 10 >= rows.size() * (few ? 9 : 8);
    // Blanks after the commas of most lines are those of sentences.
    return regular && padded * 2 <= rows.size()
        ? new Parser(SeparatedHeader.of(rows, separator), columns)
        : null;
  }

  private final class Parser implements LineParser {
    private final List<String> header;
    private final int columns;
    private boolean begun;

    Parser(List<String> header, int columns) {
      this.header = header;
      this.columns = columns;
    }

    @Override
    public boolean parse(Line line, Emission emission) {
      List<LineField> fields = SeparatedRow.fields(line.reveal(), separator);
      if (fields.size() != columns) {
        return false;
      }
      Columns values = begun || header.isEmpty() ? row(line, fields) : names(line, fields);
      begun = true;
      emission.record(DecodedRecord.of(id, values.build(), SeparatedValues::describe));
      return true;
    }

    private Columns names(Line line, List<LineField> fields) {
      List<Value> names = new ArrayList<>();
      fields.forEach(field -> names.add(line.value(field.from(), field.to())));
      return new Columns(line).add("columns", new ArrayValue(names));
    }

    private Columns row(Line line, List<LineField> fields) {
      Columns values = new Columns(line);
      for (int i = 0; i < columns; i++) {
        String name = header.isEmpty() ? "column_" + (i + 1) : header.get(i);
        values.text(name, fields.get(i));
      }
      return values;
    }
  }

  private static RecordColumns describe(Value redactedBody) {
    RedactedBody body = RedactedBody.of(redactedBody);
    return new RecordColumns(
        body.time("timestamp", "time", "date", "created_at", "event_time", "Timestamp", "Time"),
        body.text("service", "component", "host", "source"),
        body.text("event", "type"),
        body.text("severity", "level"),
        Map.of());
  }
}
