package dev.telltale.jobs.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * What the columns of tables and views mean, from the resource {@code columns.txt}: {@code
 * DESCRIBE} shows it, and the tables of {@code docs/tables.md} say the same.
 */
public final class ColumnComments {
  private static final Map<String, Map<String, String>> ALL = read();

  private ColumnComments() {}

  /** By column, in their order. */
  static Map<String, String> of(LakeTable table) {
    return ALL.getOrDefault(table.id(), Map.of());
  }

  /** By column; those that a view has from a table say the same as there. */
  public static Map<String, String> of(LakeView view) {
    Map<String, String> comments = new HashMap<>(of(table(view)));
    if (view == LakeView.FINDINGS_ONCE) {
      comments.putAll(ALL.getOrDefault("deliveries", Map.of()));
    }
    comments.putAll(own(view));
    return comments;
  }

  /** The columns that a view has and no table. */
  static Map<String, String> own(LakeView view) {
    return ALL.getOrDefault(view.id(), Map.of());
  }

  /**
   * The names of columns that this program knows, and for a view some more of the table under it.
   *
   * @param relation the id of a table or view
   */
  public static Set<String> names(String relation) {
    for (LakeTable table : LakeTable.values()) {
      if (table.id().equals(relation)) {
        return of(table).keySet();
      }
    }
    return of(LakeView.valueOf(relation.toUpperCase(Locale.ROOT))).keySet();
  }

  private static LakeTable table(LakeView view) {
    return switch (view) {
      case OBJECTS_CURRENT, EXPOSURE -> LakeTable.OBJECTS;
      case FINDINGS_ONCE, CASE_FINDINGS -> LakeTable.FINDINGS;
      default -> LakeTable.RECORDS;
    };
  }

  /** The same columns, with the comments that there are for them. */
  static StructType on(StructType columns, Map<String, String> comments) {
    StructType commented = new StructType();
    for (StructField column : columns.fields()) {
      String comment = comments.get(column.name());
      commented =
          commented.add(
              comment == null
                  ? column
                  : new StructField(
                      column.name(),
                      column.dataType(),
                      column.nullable(),
                      new MetadataBuilder()
                          .withMetadata(column.metadata())
                          .putString("comment", comment)
                          .build()));
    }
    return commented;
  }

  private static Map<String, Map<String, String>> read() {
    Map<String, Map<String, String>> all = new HashMap<>();
    Map<String, String> columns = new LinkedHashMap<>();
    for (String line : text().split("\n", -1)) {
      if (line.startsWith("[")) {
        columns = new LinkedHashMap<>();
        all.put(line.substring(1, line.indexOf(']')), columns);
      } else if (!line.isEmpty() && line.charAt(0) != '#') {
        int colon = line.indexOf(": ");
        columns.put(line.substring(0, colon), line.substring(colon + 2));
      }
    }
    return all;
  }

  private static String text() {
    try (InputStream comments = ColumnComments.class.getResourceAsStream("columns.txt")) {
      return new String(comments.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("reading the comments of columns", broken);
    }
  }
}
