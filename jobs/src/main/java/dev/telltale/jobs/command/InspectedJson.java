package dev.telltale.jobs.command;

import dev.telltale.scan.FindingRow;
import dev.telltale.scan.ObjectRow;
import dev.telltale.scan.ObjectScan;
import dev.telltale.scan.RecordRow;
import dev.telltale.scan.ScanRow;
import dev.telltale.sql.FindingSchema;
import dev.telltale.sql.ObjectSchema;
import dev.telltale.sql.RecordSchema;
import java.io.PrintStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;

/**
 * One object as JSON lines: a line for each record, each finding, and the object, with the names of
 * the tables.
 */
final class InspectedJson {
  private InspectedJson() {}

  static void print(ObjectScan scan, int most, PrintStream out) {
    long records = 0;
    while (scan.hasNext()) {
      ScanRow row = scan.next();
      if (row instanceof RecordRow record) {
        if (records++ < most) {
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
    Object[] values = new Object[row.length()];
    for (int column = 0; column < values.length; column++) {
      values[column] = row.get(column);
    }
    out.println("{\"" + kind + "\":" + new GenericRowWithSchema(values, type).json() + "}");
  }
}
