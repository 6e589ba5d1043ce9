package dev.telltale.jobs.command.sql;

import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.terminal.CsvText;
import dev.telltale.jobs.terminal.TextTable;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DatetimeType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** How the rows of a query are written. */
enum ResultFormat {
  TABLE {
    @Override
    void print(StructType schema, List<Row> rows, PrintStream out, int width) {
      TextTable table =
          new TextTable(
              Arrays.stream(schema.fields())
                  .map(field -> (field.dataType() instanceof NumericType ? ">" : "") + field.name())
                  .toList());
      for (Row row : rows) {
        table.row(cells(row, "").toArray());
      }
      String text = table.toString();
      boolean fits = text.lines().mapToInt(String::length).max().orElse(0) <= width;
      out.print(fits ? text : turned(schema, rows));
      out.println("  (" + rows.size() + (rows.size() == 1 ? " row)" : " rows)"));
    }
  },
  JSON {
    @Override
    void print(StructType schema, List<Row> rows, PrintStream out, int width) {
      for (Row row : rows) {
        out.println(row.json());
      }
    }
  },
  CSV {
    @Override
    void print(StructType schema, List<Row> rows, PrintStream out, int width) {
      out.println(
          CsvText.line(
              Arrays.stream(schema.fields()).map(StructField::name).map(CsvText::inert).toList()));
      boolean[] free =
          toArray(Arrays.stream(schema.fields()).map(field -> isFree(field.dataType())).toList());
      for (Row row : rows) {
        List<String> cells = cells(row, "");
        for (int column = 0; column < free.length; column++) {
          if (free[column]) {
            cells.set(column, CsvText.inert(cells.get(column)));
          }
        }
        out.println(CsvText.line(cells));
      }
    }
  },
  HTML {
    @Override
    void print(StructType schema, List<Row> rows, PrintStream out, int width) {
      HtmlTable.print(
          List.of(schema.fieldNames()), rows.stream().map(row -> cells(row, "")).toList(), out);
    }
  };

  /**
   * @param width of the screen: a table that is wider is turned on its side
   */
  abstract void print(StructType schema, List<Row> rows, PrintStream out, int width);

  /**
   * @throws UserMistake if there is no such format
   */
  static ResultFormat of(String name) {
    return Arrays.stream(values())
        .filter(format -> format.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UserMistake(
                    "there is no format " + name,
                    "results are written in one of " + names(),
                    ".format table shows them as a table"));
  }

  static List<String> names() {
    return Arrays.stream(values()).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
  }

  /** Each row as lines of column and value. */
  private static String turned(StructType schema, List<Row> rows) {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < rows.size(); row++) {
      TextTable values = TextTable.of("row " + (row + 1), "");
      List<String> cells = cells(rows.get(row), "");
      for (int column = 0; column < cells.size(); column++) {
        values.row(schema.fieldNames()[column], cells.get(column));
      }
      text.append(values).append('\n');
    }
    return text.toString();
  }

  private static List<String> cells(Row row, String ofNull) {
    List<String> cells = new ArrayList<>();
    for (int column = 0; column < row.length(); column++) {
      cells.add(row.isNullAt(column) ? ofNull : text(row.get(column)));
    }
    return cells;
  }

  private static String text(Object value) {
    if (value instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    }
    if (value instanceof scala.collection.Map<?, ?> map) {
      return CollectionConverters.asJava(map).toString();
    }
    if (value instanceof scala.collection.Seq<?> list) {
      return CollectionConverters.asJava(list).stream().map(ResultFormat::text).toList().toString();
    }
    return String.valueOf(value);
  }

  /** Whether a sender of telemetry can choose what the cell starts with. */
  private static boolean isFree(DataType type) {
    return !(type instanceof NumericType || type instanceof DatetimeType);
  }

  private static boolean[] toArray(List<Boolean> values) {
    boolean[] array = new boolean[values.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = values.get(i);
    }
    return array;
  }
}
