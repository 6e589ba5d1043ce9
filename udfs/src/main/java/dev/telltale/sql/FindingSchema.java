package dev.telltale.sql;

import dev.telltale.detection.finding.Finding;
import dev.telltale.scan.FindingRow;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A finding as a SQL row: alone, and at its place in an object. */
public final class FindingSchema {
  /** What detection says of a value, wherever it was. */
  public static final StructType VALUE =
      new StructType()
          .add("rule", DataTypes.StringType, false)
          .add("category", DataTypes.StringType, false)
          .add("severity", DataTypes.StringType, false)
          .add("confidence", DataTypes.DoubleType, false)
          .add("fingerprint", DataTypes.StringType, false)
          .add("masked", DataTypes.StringType, false)
          .add("field_path", DataTypes.StringType, false)
          .add("field_pattern", DataTypes.StringType, false)
          .add("match_start", DataTypes.IntegerType, false)
          .add("match_length", DataTypes.IntegerType, false)
          .add("encodings", new ArrayType(DataTypes.StringType, false), false)
          .add("suppressed_by", DataTypes.StringType, true);

  /** A value and its place in the object. */
  public static final StructType PLACE =
      new StructType()
          .add("finding_id", DataTypes.StringType, false)
          .add("value", VALUE, false)
          .add("known_case", DataTypes.StringType, true)
          .add("record_index", DataTypes.LongType, false)
          .add("telemetry_type", DataTypes.StringType, false)
          .add("format", DataTypes.StringType, false)
          .add("emitter", DataTypes.StringType, true)
          .add("event_time", DataTypes.TimestampType, true)
          .add("value_offset", DataTypes.LongType, true)
          .add("value_length", DataTypes.IntegerType, true);

  private FindingSchema() {}

  public static Row of(Finding finding) {
    return RowFactory.create(
        finding.rule(),
        finding.category(),
        finding.severity(),
        finding.confidence(),
        finding.fingerprint(),
        finding.masked(),
        finding.fieldPath(),
        finding.fieldPattern(),
        finding.start(),
        finding.length(),
        finding.encodings().toArray(),
        finding.suppressedBy());
  }

  public static Row of(FindingRow row) {
    return RowFactory.create(
        row.id(),
        of(row.finding()),
        row.finding().knownCase(),
        row.recordIndex(),
        row.telemetryType(),
        row.format(),
        row.emitter(),
        SqlTimes.timestamp(row.eventTime()),
        row.valueOffset() < 0 ? null : row.valueOffset(),
        row.valueOffset() < 0 ? null : row.finding().span().length());
  }
}
