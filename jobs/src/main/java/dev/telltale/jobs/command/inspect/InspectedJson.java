package dev.telltale.jobs.command.inspect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.telltale.scan.FindingRow;
import dev.telltale.scan.ObjectRow;
import dev.telltale.scan.ObjectRows;
import dev.telltale.scan.RecordRow;
import dev.telltale.scan.ScanRow;
import dev.telltale.sql.FindingSchema;
import dev.telltale.sql.ObjectSchema;
import dev.telltale.sql.RecordSchema;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * One object as JSON lines: a line for each record, each finding, and the object, with the names of
 * the tables.
 */
final class InspectedJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private InspectedJson() {}

  static void print(ObjectRows scan, int max, PrintStream out) {
    long records = 0;
    while (scan.hasNext()) {
      ScanRow row = scan.next();
      if (row instanceof RecordRow record) {
        if (records++ < max) {
          print("record", RecordSchema.TYPE, RecordSchema.of(record), out);
        }
      } else if (row instanceof FindingRow finding) {
        print("finding", FindingSchema.PLACE, FindingSchema.of(finding), out);
      } else if (row instanceof ObjectRow object) {
        print("object", ObjectSchema.TYPE, ObjectSchema.of(object), out);
      }
    }
  }

  private static void print(String kind, StructType type, Row row, PrintStream out) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(line)) {
      json.writeStartObject();
      json.writeFieldName(kind);
      write(type, row, json);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing JSON to memory", impossible);
    }
    out.println(line);
  }

  private static void write(DataType type, Object value, JsonGenerator json) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (type instanceof StructType struct) {
      json.writeStartObject();
      int column = 0;
      for (StructField field : struct.fields()) {
        json.writeFieldName(field.name());
        write(field.dataType(), ((Row) value).get(column++), json);
      }
      json.writeEndObject();
    } else if (type instanceof ArrayType array) {
      json.writeStartArray();
      for (Object item : (Object[]) value) {
        write(array.elementType(), item, json);
      }
      json.writeEndArray();
    } else if (value instanceof scala.collection.Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : CollectionConverters.asJava(map).entrySet()) {
        json.writeStringField((String) entry.getKey(), (String) entry.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof Timestamp time) {
      json.writeString(time.toInstant().toString());
    } else if (value instanceof Number number) {
      json.writeNumber(number.toString());
    } else {
      json.writeString(value.toString());
    }
  }
}
