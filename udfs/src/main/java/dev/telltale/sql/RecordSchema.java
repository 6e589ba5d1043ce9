package dev.telltale.sql;

import dev.telltale.record.Sample;
import dev.telltale.scan.RecordRow;
import dev.telltale.unpacking.layer.Layer;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** A decoded record as a SQL row. Arrays, because Spark takes no Java lists inside rows. */
public final class RecordSchema {
  private static final StructType SAMPLE =
      new StructType()
          .add("time", DataTypes.TimestampType, true)
          .add("value", DataTypes.DoubleType, true);

  private static final StructType LAYER =
      new StructType()
          .add("name", DataTypes.StringType, false)
          .add("offset", DataTypes.LongType, true)
          .add("length", DataTypes.LongType, true);

  /** The columns of a record that do not depend on its object. */
  public static final StructType TYPE =
      new StructType()
          .add("record_index", DataTypes.LongType, false)
          .add("telemetry_type", DataTypes.StringType, false)
          .add("format", DataTypes.StringType, false)
          .add("event_time", DataTypes.TimestampType, true)
          .add("emitter", DataTypes.StringType, true)
          .add("name", DataTypes.StringType, true)
          .add("severity", DataTypes.StringType, true)
          .add(
              "attributes",
              DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType, true),
              true)
          .add("body", DataTypes.StringType, true)
          .add("samples", new ArrayType(SAMPLE, true), true)
          .add("finding_count", DataTypes.IntegerType, false)
          .add("layers", new ArrayType(LAYER, false), false)
          .add("byte_offset", DataTypes.LongType, true)
          .add("byte_length", DataTypes.LongType, true);

  private RecordSchema() {}

  public static Row of(RecordRow record) {
    Object[] samples = record.samples().stream().map(RecordSchema::sample).toArray();
    return RowFactory.create(
        record.index(),
        record.telemetryType(),
        record.format(),
        SqlTimes.timestamp(record.columns().eventTime()),
        record.columns().emitter(),
        record.columns().name(),
        record.columns().severity(),
        CollectionConverters.asScala(record.columns().attributes()),
        record.body(),
        samples,
        record.findingCount(),
        record.place().layers().stream().map(RecordSchema::layer).toArray(),
        known(record.place().offset()),
        record.place().offset() < 0 ? null : record.place().length());
  }

  private static Row layer(Layer layer) {
    return RowFactory.create(layer.name(), known(layer.offset()), known(layer.length()));
  }

  private static Long known(long position) {
    return position < 0 ? null : position;
  }

  private static Row sample(Sample sample) {
    return RowFactory.create(
        SqlTimes.timestamp(sample.time()), sample.isRedacted() ? null : sample.value());
  }
}
