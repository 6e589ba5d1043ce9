package dev.telltale.jobs.source;

import dev.telltale.sql.FindingSchema;
import dev.telltale.sql.ObjectRefSchema;
import dev.telltale.sql.RecordSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** What is read of objects: their columns, then those of what is in them. */
@SuppressWarnings("ImmutableEnumChecker")
enum SourceContent {
  RECORDS(RecordSchema.TYPE),
  FINDINGS(flat());

  /** What is said of an object before it is opened: what its key and the listing say. */
  static final StructType OBJECT =
      ObjectRefSchema.TYPE
          .add("telemetry_type", DataTypes.StringType, false)
          .add("export_time", DataTypes.TimestampType, false)
          .add("export_date", DataTypes.DateType, false);

  /** The type of a record may be another than its object's key says. */
  private static final String OF_RECORD = "record_type";

  private final StructType inside;

  SourceContent(StructType inside) {
    this.inside = inside;
  }

  /** Null for no such content. */
  static SourceContent of(String name) {
    return Arrays.stream(values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse(null);
  }

  /** All columns. */
  StructType schema() {
    List<StructField> columns = new ArrayList<>(List.of(OBJECT.fields()));
    for (StructField column : inside.fields()) {
      columns.add(
          column.name().equals("telemetry_type")
              ? new StructField(OF_RECORD, column.dataType(), column.nullable(), column.metadata())
              : column);
    }
    return new StructType(columns.toArray(StructField[]::new));
  }

  private static StructType flat() {
    StructType columns = new StructType();
    for (StructField column : FindingSchema.PLACE.fields()) {
      if (column.dataType() instanceof StructType value) {
        for (StructField part : value.fields()) {
          columns = columns.add(part);
        }
      } else {
        columns = columns.add(column);
      }
    }
    return columns;
  }
}
