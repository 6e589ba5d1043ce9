package dev.telltale.jobs.listing;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import dev.telltale.jobs.settings.UserMistake;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * The columns of an inventory under one set of names: CSV files call them {@code VersionId}, ORC
 * and Parquet files {@code version_id}. See "Amazon S3 Inventory list":
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory.html#storage-inventory-contents
 */
final class InventoryColumns {
  private static final List<String> NEEDED = List.of("key", "size", "last_modified_date", "e_tag");
  private static final List<String> OF_VERSIONS =
      List.of("version_id", "is_latest", "is_delete_marker");

  private final Dataset<Row> files;
  private final boolean csv;

  /**
   * @param csv whether everything is text, and keys are URL-encoded
   * @throws UserMistake naming all columns that are needed and missing
   */
  InventoryColumns(Dataset<Row> files, boolean csv, boolean allVersions, String manifest) {
    this.files =
        files.toDF(
            Arrays.stream(files.columns()).map(InventoryColumns::name).toArray(String[]::new));
    this.csv = csv;
    List<String> missing = new ArrayList<>(NEEDED);
    if (allVersions) {
      missing.addAll(OF_VERSIONS);
    }
    missing.removeAll(List.of(this.files.columns()));
    if (!missing.isEmpty()) {
      throw new UserMistake(
          "the inventory " + manifest + " lacks " + String.join(", ", missing),
          "it was configured without " + (missing.size() == 1 ? "this field" : "these fields"),
          allVersions
              ? "configure it with all versions, size, last modified date and ETag; or list the bucket"
              : "configure it with size, last modified date and ETag; or list the bucket");
    }
  }

  /** {@code ETag}, {@code e_tag} and {@code LastModifiedDate} in lower case with underscores. */
  private static String name(String column) {
    if (column.equals("ETag")) {
      return "e_tag";
    }
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < column.length(); i++) {
      char c = column.charAt(i);
      if (Character.isUpperCase(c) && i > 0 && Character.isLowerCase(column.charAt(i - 1))) {
        name.append('_');
      }
      name.append(c);
    }
    return name.toString().toLowerCase(Locale.ROOT);
  }

  /** With {@code is_latest} and {@code is_delete_marker} as booleans that are never null. */
  Dataset<Row> rows() {
    return files.select(
        key().as("object_key"),
        text("version_id").as("version_id"),
        expr("coalesce(nullif(replace(e_tag, '\"', ''), ''), '')").as("etag"),
        org.apache
            .spark
            .sql
            .functions
            .coalesce(value("size", DataTypes.LongType), lit(0L))
            .as("size"),
        time().as("last_modified"),
        text("storage_class").as("storage_class"),
        flag("is_latest", true).as("is_latest"),
        flag("is_delete_marker", false).as("is_delete_marker"));
  }

  /** A key whose escapes are broken stays as it is, and will be missing when it is read. */
  private Column key() {
    return csv ? expr("coalesce(try_url_decode(key), key)") : col("key");
  }

  private Column time() {
    return value("last_modified_date", DataTypes.TimestampType);
  }

  private Column text(String column) {
    return has(column) ? expr("nullif(" + column + ", '')") : lit(null).cast(DataTypes.StringType);
  }

  private Column flag(String column, boolean absent) {
    return has(column)
        ? org.apache.spark.sql.functions.coalesce(value(column, DataTypes.BooleanType), lit(absent))
        : lit(absent);
  }

  private Column value(String column, DataType type) {
    return csv ? expr("nullif(" + column + ", '')").cast(type) : col(column).cast(type);
  }

  private boolean has(String column) {
    return Arrays.asList(files.columns()).contains(column);
  }
}
