package dev.telltale.sql;

import dev.telltale.record.Sample;
import dev.telltale.scan.RecordRow;
import dev.telltale.unpacking.layer.Layer;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A record as Spark holds a row of {@link RecordSchema#TYPE} itself: records are the many rows of a
 * scan, and are not made twice.
 */
final class RecordValues {
  private RecordValues() {}

  static InternalRow of(RecordRow record) {
    return row(
        record.index(),
        text(record.telemetryType()),
        text(record.format()),
        SqlTimes.micros(record.columns().eventTime()),
        text(record.columns().emitter()),
        text(record.columns().name()),
        text(record.columns().severity()),
        map(record.columns().attributes()),
        text(record.body()),
        samples(record.samples()),
        record.findingCount(),
        layers(record.place().layers()),
        known(record.place().offset()),
        record.place().offset() < 0 ? null : record.place().length());
  }

  private static UTF8String text(String text) {
    return UTF8String.fromString(text);
  }

  private static Long known(long position) {
    return position < 0 ? null : position;
  }

  private static MapData map(Map<String, String> entries) {
    Object[] keys = new Object[entries.size()];
    Object[] values = new Object[entries.size()];
    int at = 0;
    for (Map.Entry<String, String> entry : entries.entrySet()) {
      keys[at] = text(entry.getKey());
      values[at++] = text(entry.getValue());
    }
    return new ArrayBasedMapData(array(keys), array(values));
  }

  private static ArrayData samples(List<Sample> samples) {
    Object[] rows = new Object[samples.size()];
    for (int i = 0; i < rows.length; i++) {
      Sample sample = samples.get(i);
      rows[i] = row(SqlTimes.micros(sample.time()), sample.isRedacted() ? null : sample.value());
    }
    return array(rows);
  }

  private static ArrayData layers(List<Layer> layers) {
    Object[] rows = new Object[layers.size()];
    for (int i = 0; i < rows.length; i++) {
      Layer layer = layers.get(i);
      rows[i] = row(text(layer.name()), known(layer.offset()), known(layer.length()));
    }
    return array(rows);
  }

  private static InternalRow row(Object... values) {
    return new GenericInternalRow(values);
  }

  private static ArrayData array(Object[] values) {
    return new GenericArrayData(values);
  }
}
