package dev.telltale.jobs.listing;

import dev.telltale.demo.server.S3Server;
import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.store.ObjectReading;
import dev.telltale.jobs.store.S3Bucket;
import dev.telltale.scan.ObjectRef;
import dev.telltale.sql.ObjectRefSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** A bucket on an S3 server in memory, and what a listing finds in it. */
public final class ListedBucket implements AutoCloseable {
  static final String NAME = "listed";

  private final S3Server server = S3Server.memory();
  private final SparkSession spark = SparkForTests.session();
  private final Map<String, String> before = new TreeMap<>();
  private final S3Bucket bucket;

  public ListedBucket() throws IOException {
    this(1_000);
  }

  /**
   * @param page how many entries one answer to a listing has at most
   */
  ListedBucket(int page) throws IOException {
    FileSystem.closeAll();
    Map<String, String> settings = new TreeMap<>(server.s3aSettings());
    settings.put("fs.s3a.impl.disable.cache", "false");
    settings.put("fs.s3a.paging.maximum", Integer.toString(page));
    settings.forEach(
        (name, value) -> {
          before.put(name, hadoop().get(name));
          hadoop().set(name, value);
        });
    server.createBucket(NAME);
    bucket = S3Bucket.of(hadoop(), NAME);
  }

  S3Server server() {
    return server;
  }

  public SparkSession spark() {
    return spark;
  }

  public Configuration hadoop() {
    return spark.sparkContext().hadoopConfiguration();
  }

  public void keepVersions() throws IOException {
    bucket.ask(
        "enable versions",
        client ->
            client.putBucketVersioning(
                request ->
                    request
                        .bucket(NAME)
                        .versioningConfiguration(
                            versioning -> versioning.status(BucketVersioningStatus.ENABLED))));
  }

  public void put(String key, String content) throws IOException {
    bucket.ask(
        "put",
        client ->
            client.putObject(
                request -> request.bucket(NAME).key(key), RequestBody.fromString(content)));
  }

  /** Each with its own key as content. */
  void putAll(Collection<String> keys) throws Exception {
    ExecutorService requests = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> puts = new ArrayList<>();
      for (String key : keys) {
        puts.add(
            requests.submit(
                () -> {
                  put(key, key);
                  return null;
                }));
      }
      for (Future<?> put : puts) {
        put.get();
      }
    } finally {
      requests.shutdownNow();
    }
  }

  public void delete(String key) throws IOException {
    bucket.ask("delete", client -> client.deleteObject(request -> request.bucket(NAME).key(key)));
  }

  Dataset<Row> list(ListingOptions options) {
    return new SourceListing(spark, options).list();
  }

  List<ObjectRef> objects(ListingOptions options) {
    return list(options)
        .where(org.apache.spark.sql.functions.not(ListedRow.isDeleteMarker()))
        .collectAsList()
        .stream()
        .map(ObjectRefSchema::ref)
        .toList();
  }

  List<String> keys(ListingOptions options) {
    return objects(options).stream().map(ObjectRef::key).sorted().toList();
  }

  String content(ObjectRef object) throws IOException {
    try (InputStream in = ObjectReading.open(hadoop(), object)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  public static String uri(String path) {
    return "s3a://" + NAME + "/" + path;
  }

  @Override
  public void close() throws IOException {
    FileSystem.closeAll();
    before.forEach(
        (name, value) -> {
          if (value == null) {
            hadoop().unset(name);
          } else {
            hadoop().set(name, value);
          }
        });
    server.close();
  }
}
