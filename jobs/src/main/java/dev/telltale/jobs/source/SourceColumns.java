package dev.telltale.jobs.source;

import dev.telltale.listing.ObjectKey;
import dev.telltale.scan.FindingRow;
import dev.telltale.scan.ObjectRef;
import dev.telltale.scan.RecordRow;
import dev.telltale.scan.ScanRow;
import dev.telltale.sql.FindingSchema;
import dev.telltale.sql.ObjectRefSchema;
import dev.telltale.sql.RecordSchema;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Function1;

/** The columns that a query asks for, in Spark's own types. Task; not thread-safe. */
final class SourceColumns {
  /** The columns of a record that hold no text of its sender. */
  private static final Set<String> WITHOUT_TEXT =
      Set.of("record_index", "record_type", "format", "layers", "byte_offset", "byte_length");

  private final int[] places;
  private final List<Function1<Object, Object>> converters = new ArrayList<>();
  private final boolean text;

  SourceColumns(SourceContent content, StructType asked) {
    StructType all = content.schema();
    places = new int[asked.length()];
    StructField[] fields = asked.fields();
    for (int i = 0; i < places.length; i++) {
      places[i] = all.fieldIndex(fields[i].name());
      converters.add(CatalystTypeConverters.createToCatalystConverter(fields[i].dataType()));
    }
    Set<String> ofSenders = new HashSet<>(List.of(asked.fieldNames()));
    ofSenders.removeAll(List.of(SourceContent.OBJECT.fieldNames()));
    ofSenders.removeAll(WITHOUT_TEXT);
    text = content == SourceContent.FINDINGS || !ofSenders.isEmpty();
  }

  /**
   * Whether records are needed as text: a value that is found late in an object is looked for in
   * the text of all its records, and redacted in every column.
   */
  boolean needText() {
    return text;
  }

  /** Null for a row that is not of the content. */
  InternalRow of(ObjectRef ref, ScanRow row, SourceContent content) {
    List<Object> values = new ArrayList<>();
    if (content == SourceContent.RECORDS && row instanceof RecordRow record) {
      append(object(ref), values);
      append(RecordSchema.of(record), values);
    } else if (content == SourceContent.FINDINGS && row instanceof FindingRow finding) {
      append(object(ref), values);
      append(FindingSchema.of(finding), values);
    } else {
      return null;
    }
    Object[] asked = new Object[places.length];
    for (int i = 0; i < asked.length; i++) {
      asked[i] = converters.get(i).apply(values.get(places[i]));
    }
    return new GenericInternalRow(asked);
  }

  /** A struct among the values stands for its parts. */
  private static void append(Row row, List<Object> values) {
    for (int i = 0; i < row.length(); i++) {
      if (row.get(i) instanceof Row parts) {
        append(parts, values);
      } else {
        values.add(row.get(i));
      }
    }
  }

  private static Row object(ObjectRef ref) {
    ObjectKey key = ObjectKey.of(ref.key());
    Instant exported = key.exportTime() == null ? ref.lastModified() : key.exportTime();
    return ObjectRefSchema.followedBy(
        ref,
        key.telemetryType().id(),
        Timestamp.from(exported),
        Date.valueOf(exported.atZone(ZoneOffset.UTC).toLocalDate()));
  }
}
