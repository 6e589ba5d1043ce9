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
 * A format whose lines are columns in a fixed order with blanks between them. Columns that a newer
 * version appends are kept as {@code column_27} and so on.
 */
final class FixedColumns implements LineFormat, LineParser {
  /** One column. */
  record Column(String name, ColumnType type) {}

  private final String id;
  private final List<Column> columns;
  private final int min;
  private final int max;
  private final ColumnRoles roles;

  /**
   * @param min how many columns the oldest version has
   * @param spare how many columns a newer one may append
   */
  FixedColumns(String id, List<Column> columns, int min, int spare, ColumnRoles roles) {
    this.id = id;
    this.columns = List.copyOf(columns);
    this.min = min;
    max = columns.size() + spare;
    this.roles = roles;
  }

  static Column column(String name, ColumnType type) {
    return new Column(name, type);
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
    List<LineField> fields = line.spaced();
    if (fields == null || fields.size() < min || fields.size() > max) {
      return false;
    }
    Columns values = new Columns(line);
    for (int i = 0; i < fields.size(); i++) {
      LineField field = fields.get(i);
      Column column = i < columns.size() ? columns.get(i) : beyond(i);
      if (!column.type().admits(line.reveal(), field)) {
        return false;
      }
      if (column.type().isNumber()) {
        values.number(column.name(), field.from(), field.to());
      } else {
        values.text(column.name(), field);
      }
    }
    emission.record(DecodedRecord.of(id, values.build(), roles).of(TelemetryType.LOGS));
    return true;
  }

  private static Column beyond(int index) {
    return new Column("column_" + (index + 1), ColumnType.TEXT);
  }
}
