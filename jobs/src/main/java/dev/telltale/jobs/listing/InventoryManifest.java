package dev.telltale.jobs.listing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.location.Location;
import dev.telltale.jobs.settings.UserMistake;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The {@code manifest.json} of an S3 Inventory. See "Locating your inventory list" in the Amazon S3
 * user guide: https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory-location.html
 *
 * @param sourceBucket whose objects are listed
 * @param format {@code csv}, {@code orc} or {@code parquet}
 * @param csvColumns names in the order of the fields; empty where the files name them themselves
 */
record InventoryManifest(
    String sourceBucket, String format, List<String> csvColumns, List<DataFile> files) {

  /**
   * @param uri of the file, in the bucket that the inventory is delivered to
   * @param md5 lower-case hex, of the file as it is stored
   */
  record DataFile(String uri, String md5) implements Serializable {}

  InventoryManifest {
    csvColumns = List.copyOf(csvColumns);
    files = List.copyOf(files);
  }

  /**
   * @throws UserMistake if the file is not a manifest
   */
  static InventoryManifest read(Configuration hadoop, String uri) throws IOException {
    Location place = Location.of(uri);
    if (place.isLocal()) {
      throw new UserMistake(
          "--inventory cannot be " + uri,
          "an inventory is read from a bucket",
          "write s3a://BUCKET/PREFIX/SOURCE-BUCKET/ID/DATE/manifest.json");
    }
    Path path = new Path(place.toString());
    byte[] bytes;
    try (InputStream in = path.getFileSystem(hadoop).open(path)) {
      bytes = in.readNBytes(RunLimits.MAX_INVENTORY_MANIFEST_BYTES + 1);
    }
    if (bytes.length > RunLimits.MAX_INVENTORY_MANIFEST_BYTES) {
      throw noManifest(uri, "it is larger than any: more than 64 MiB");
    }
    JsonNode json;
    try {
      json = new ObjectMapper().readTree(bytes);
    } catch (JsonProcessingException notJson) {
      throw noManifest(uri, "it is not JSON");
    }
    return of(json, uri);
  }

  private static InventoryManifest of(JsonNode json, String uri) {
    List<String> missing = new ArrayList<>();
    for (String field : List.of("sourceBucket", "destinationBucket", "fileFormat", "fileSchema")) {
      if (!json.path(field).isTextual()) {
        missing.add(field);
      }
    }
    if (!json.path("files").isArray()) {
      missing.add("files");
    }
    if (!missing.isEmpty()) {
      throw noManifest(uri, "it has no " + String.join(", no ", missing));
    }
    String format = json.get("fileFormat").asText().toLowerCase(Locale.ROOT);
    if (!List.of("csv", "orc", "parquet").contains(format)) {
      throw noManifest(uri, "its files are neither CSV nor ORC nor Parquet");
    }
    String destination = bucketOf(json.get("destinationBucket").asText());
    List<DataFile> files = new ArrayList<>();
    for (JsonNode file : json.get("files")) {
      files.add(
          new DataFile(
              "s3a://" + destination + "/" + file.path("key").asText(),
              file.path("MD5checksum").asText().toLowerCase(Locale.ROOT)));
    }
    List<String> columns = new ArrayList<>();
    if (format.equals("csv")) {
      for (String column : json.get("fileSchema").asText().split(",", -1)) {
        columns.add(column.strip());
      }
    }
    return new InventoryManifest(
        bucketOf(json.get("sourceBucket").asText()), format, columns, files);
  }

  /** An ARN of a bucket ends with its name. */
  private static String bucketOf(String nameOrArn) {
    return nameOrArn.substring(nameOrArn.lastIndexOf(':') + 1);
  }

  private static UserMistake noManifest(String uri, String cause) {
    return new UserMistake(
        uri + " is not a manifest of an S3 Inventory",
        cause,
        "name the manifest.json that S3 wrote beside manifest.checksum");
  }
}
