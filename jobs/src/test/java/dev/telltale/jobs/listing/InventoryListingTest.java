package dev.telltale.jobs.listing;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.expr;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.scan.ObjectRef;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InventoryListingTest {
  private static final Instant TIME = Instant.parse("2026-04-30T10:00:00Z");

  private static final StructType FIELDS =
      new StructType()
          .add("bucket", DataTypes.StringType)
          .add("key", DataTypes.StringType)
          .add("version_id", DataTypes.StringType)
          .add("is_latest", DataTypes.BooleanType)
          .add("is_delete_marker", DataTypes.BooleanType)
          .add("size", DataTypes.LongType)
          .add("last_modified_date", DataTypes.TimestampType)
          .add("e_tag", DataTypes.StringType)
          .add("storage_class", DataTypes.StringType);

  private static final List<String> CSV_NAMES =
      List.of(
          "Bucket",
          "Key",
          "VersionId",
          "IsLatest",
          "IsDeleteMarker",
          "Size",
          "LastModifiedDate",
          "ETag",
          "StorageClass");

  private static final List<Row> VERSIONS =
      List.of(
          version("logs/a b+c%20\"\u00e9\\,.gz", "v1", true, false, "STANDARD"),
          version("logs/rewritten", "v2", true, false, "STANDARD"),
          version("logs/rewritten", "v1", false, false, "GLACIER"),
          version("logs/deleted", "v2", true, true, null),
          version("logs/deleted", "v1", false, false, "STANDARD"),
          version("logs//unversioned", null, true, false, "STANDARD"),
          version("metrics/other", "v1", true, false, "STANDARD"),
          version("logs/2026/04/01/05/x", "v1", true, false, "STANDARD"));

  private static ListedBucket bucket;

  @BeforeAll
  static void start() throws Exception {
    bucket = new ListedBucket();
  }

  @AfterAll
  static void stop() throws Exception {
    bucket.close();
  }

  private static Row version(
      String key, String version, boolean latest, boolean marker, String storageClass) {
    return RowFactory.create(
        "exported",
        key,
        version,
        latest,
        marker,
        marker ? null : 7L,
        Timestamp.from(TIME),
        marker ? null : "etag-" + version,
        storageClass);
  }

  /** Writes an inventory without the fields, and gives the URI of its manifest. */
  private static String inventory(String format, String... without) throws Exception {
    String place = ListedBucket.uri("inventory/" + format + "-" + without.length + "/");
    Dataset<Row> rows = bucket.spark().createDataFrame(VERSIONS, FIELDS);
    List<String> names = new ArrayList<>(CSV_NAMES);
    for (String field : without) {
      names.remove(Arrays.asList(rows.columns()).indexOf(field));
      rows = rows.drop(field);
    }
    DataFrameWriter<Row> writer = format.equals("CSV") ? csv(rows) : rows.write();
    writer.format(format.toLowerCase(java.util.Locale.ROOT)).mode("overwrite").save(place + "data");
    String manifest =
        "{\"sourceBucket\":\"exported\",\"destinationBucket\":\"arn:aws:s3:::"
            + ListedBucket.NAME
            + "\",\"version\":\"2016-11-30\",\"creationTimestamp\":\"1777543200000\",\"fileFormat\":\""
            + format
            + "\",\"fileSchema\":\""
            + (format.equals("CSV") ? String.join(", ", names) : "struct<>")
            + "\",\"files\":["
            + String.join(",", files(place + "data"))
            + "]}";
    write(place + "manifest.json", manifest);
    return place + "manifest.json";
  }

  /** As S3 writes them: keys URL-encoded, times in ISO 8601, everything in quotes, gzip. */
  private static DataFrameWriter<Row> csv(Dataset<Row> rows) {
    Dataset<Row> text = rows.withColumn("key", expr("url_encode(key)"));
    if (Arrays.asList(rows.columns()).contains("last_modified_date")) {
      text =
          text.withColumn(
              "last_modified_date",
              date_format(col("last_modified_date"), "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'"));
    }
    return text.write().option("quoteAll", "true").option("compression", "gzip");
  }

  private static List<String> files(String folder) throws Exception {
    Path path = new Path(folder);
    FileSystem files = path.getFileSystem(bucket.hadoop());
    List<String> described = new ArrayList<>();
    for (FileStatus file : files.listStatus(path)) {
      if (file.getPath().getName().startsWith("part-")) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = files.open(file.getPath())) {
          in.transferTo(bytes);
        }
        byte[] md5 = MessageDigest.getInstance("MD5").digest(bytes.toByteArray());
        described.add(
            "{\"key\":\""
                + file.getPath().toUri().getPath().substring(1)
                + "\",\"size\":"
                + bytes.size()
                + ",\"MD5checksum\":\""
                + HexFormat.of().formatHex(md5)
                + "\"}");
      }
    }
    return described;
  }

  private static void write(String uri, String text) throws Exception {
    Path path = new Path(uri);
    try (OutputStream out = path.getFileSystem(bucket.hadoop()).create(path, true)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static ListingOptions options(String manifest, boolean all) {
    return new ListingOptions(List.of("s3a://exported/logs"), TimeWindow.ALWAYS, all, manifest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CSV", "ORC", "Parquet"})
  void currentObjectsBelowTheSourcesAreListed(String format) throws Exception {
    List<ObjectRef> listed = bucket.objects(options(inventory(format), false));
    assertEquals(
        new TreeSet<>(
            List.of(
                "logs/a b+c%20\"\u00e9\\,.gz",
                "logs/rewritten", "logs//unversioned", "logs/2026/04/01/05/x")),
        new TreeSet<>(listed.stream().map(ObjectRef::key).toList()));
    for (ObjectRef object : listed) {
      assertEquals("exported", object.bucket());
      assertEquals(7, object.size());
      assertEquals(TIME, object.lastModified());
      assertTrue(object.etag().startsWith("etag-"), object.etag());
      assertEquals("STANDARD", object.storageClass());
      assertEquals(null, object.versionId());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"CSV", "ORC", "Parquet"})
  void allVersionsAreListedWithTheirStates(String format) throws Exception {
    Dataset<Row> listed = bucket.list(options(inventory(format), true));
    List<String> rows =
        listed.collectAsList().stream()
            .map(
                row ->
                    row.getString(1)
                        + " "
                        + row.getString(2)
                        + " "
                        + row.getString(6)
                        + " "
                        + row.getString(7))
            .sorted()
            .toList();
    assertEquals(
        List.of(
            "logs//unversioned null current STANDARD",
            "logs/2026/04/01/05/x v1 current STANDARD",
            "logs/a b+c%20\"\u00e9\\,.gz v1 current STANDARD",
            "logs/deleted v1 deleted STANDARD",
            "logs/deleted v2 delete-marker null",
            "logs/rewritten v1 noncurrent GLACIER",
            "logs/rewritten v2 current STANDARD"),
        rows);
  }

  @Test
  void theWindowHoldsForInventoriesToo() throws Exception {
    TimeWindow window =
        new TimeWindow(null, Instant.parse("2026-04-02T00:00:00Z"), Duration.ofHours(1));
    ListingOptions options =
        new ListingOptions(List.of("s3a://exported"), window, false, inventory("ORC"));
    assertEquals(List.of("logs/2026/04/01/05/x"), bucket.keys(options));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CSV", "ORC", "Parquet"})
  void everyMissingFieldIsNamed(String format) throws Exception {
    String manifest = inventory(format, "e_tag", "is_latest", "size");
    UserMistake mistake =
        assertThrows(UserMistake.class, () -> bucket.list(options(manifest, true)));
    assertTrue(mistake.getMessage().contains("lacks size, e_tag, is_latest"), mistake.getMessage());
  }

  @Test
  void aFileThatIsNotTheOneOfTheManifestIsNamed() throws Exception {
    String manifest = inventory("CSV", "storage_class");
    String place = manifest.substring(0, manifest.lastIndexOf('/'));
    Path data = new Path(place + "/data");
    FileSystem files = data.getFileSystem(bucket.hadoop());
    for (FileStatus file : files.listStatus(data)) {
      if (file.getPath().getName().startsWith("part-")) {
        write(file.getPath().toString(), "other");
        break;
      }
    }
    UserMistake mistake =
        assertThrows(UserMistake.class, () -> bucket.list(options(manifest, false)));
    assertEquals(1, mistake.problems().size());
    assertTrue(mistake.getMessage().contains("MD5"), mistake.getMessage());
  }

  @Test
  void aSourceOfAnotherBucketIsAMistake() throws Exception {
    ListingOptions options =
        new ListingOptions(
            List.of("s3a://exported", "s3a://other"), TimeWindow.ALWAYS, false, inventory("ORC"));
    UserMistake mistake = assertThrows(UserMistake.class, () -> bucket.list(options));
    assertTrue(mistake.getMessage().contains("s3a://other"), mistake.getMessage());
  }

  @Test
  void whatIsNoManifestIsAMistake() throws Exception {
    for (String text : List.of("no json", "{}", "[]", "\"text\"")) {
      write(ListedBucket.uri("inventory/wrong.json"), text);
      assertThrows(
          UserMistake.class,
          () -> bucket.list(options(ListedBucket.uri("inventory/wrong.json"), false)),
          text);
    }
    assertThrows(
        UserMistake.class,
        () -> bucket.list(options(ListedBucket.uri("inventory/missing.json"), false)));
  }
}
