package dev.telltale.jobs.command.sql;

import dev.telltale.jobs.terminal.TextTable;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** How the rows of a query are written. */
enum ResultFormat {
  TABLE {
    @Override
    void print(StructType schema, List<Row> rows, PrintStream out) {
      TextTable table =
          new TextTable(
              Arrays.stream(schema.fields())
                  .map(field -> (field.dataType() instanceof NumericType ? ">" : "") + field.name())
                  .toList());
      for (Row row : rows) {
        table.row(cells(row, "").toArray());
      }
      out.print(table);
      out.println("  (" + rows.size() + (rows.size() == 1 ? " row)" : " rows)"));
    }
  },
  JSON {
    @Override
    void print(StructType schema, List<Row> rows, PrintStream out) {
      for (Row row : rows) {
        out.println(row.json());
      }
    }
  },
  CSV {
    @Override
    void print(StructType schema, List<Row> rows, PrintStream out) {
      out.println(
          Arrays.stream(schema.fields())
              .map(StructField::name)
              .map(ResultFormat::quoted)
              .collect(Collectors.joining(",")));
      for (Row row : rows) {
        out.println(
            cells(row, "").stream().map(ResultFormat::quoted).collect(Collectors.joining(",")));
      }
    }
  };

  abstract void print(StructType schema, List<Row> rows, PrintStream out);

  private static List<String> cells(Row row, String ofNull) {
    List<String> cells = new ArrayList<>();
    for (int column = 0; column < row.length(); column++) {
      cells.add(row.isNullAt(column) ? ofNull : text(row.get(column)));
    }
    return cells;
  }

  private static String text(Object value) {
    if (value instanceof scala.collection.Map<?, ?> map) {
      return CollectionConverters.asJava(map).toString();
    }
    if (value instanceof scala.collection.Seq<?> list) {
      return CollectionConverters.asJava(list).stream().map(ResultFormat::text).toList().toString();
    }
    return String.valueOf(value);
  }

  /** RFC 4180. */
  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
