package dev.telltale.jobs.erasure;

import dev.telltale.demo.server.S3Server;
import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.faults.FaultProxy;
import dev.telltale.jobs.faults.FaultRule;
import dev.telltale.jobs.faults.WireFault;
import dev.telltale.jobs.store.S3Bucket;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

/**
 * Two buckets that keep versions, one for the export and one for the lake, on an S3 server in
 * memory behind a proxy that can lock a version or hold a request.
 */
final class DrillBucket implements AutoCloseable {
  static final String EXPORT = "export";
  static final String LAKES = "lakes";

  private final S3Server server = S3Server.memory();
  private final FaultProxy proxy;
  private final Map<String, String> before = new TreeMap<>();
  private final S3Bucket export;

  /** A version with its bytes. */
  static final class Stored {
    final String key;
    final String id;
    final boolean latest;
    final String etag;
    private final byte[] bytes;

    private Stored(ObjectVersion version, byte[] bytes) {
      this.key = version.key();
      this.id = version.versionId();
      this.latest = Boolean.TRUE.equals(version.isLatest());
      this.etag = version.eTag();
      this.bytes = bytes;
    }

    byte[] reveal() {
      return bytes;
    }

    @Override
    public String toString() {
      return key + " " + id;
    }
  }

  DrillBucket(boolean versions) throws IOException {
    FileSystem.closeAll();
    proxy = new FaultProxy(server.port(), 1);
    Map<String, String> settings = new TreeMap<>(server.s3aSettings());
    settings.put("fs.s3a.endpoint", proxy.endpoint());
    settings.put("fs.s3a.impl.disable.cache", "false");
    settings.put("fs.s3a.attempts.maximum", "1");
    settings.put("fs.s3a.retry.limit", "2");
    settings.put("fs.s3a.retry.interval", "10ms");
    settings.forEach(
        (name, value) -> {
          before.put(name, hadoop().get(name));
          hadoop().set(name, value);
        });
    server.createBucket(EXPORT);
    server.createBucket(LAKES);
    export = S3Bucket.of(hadoop(), EXPORT);
    if (versions) {
      keepVersions(export);
      keepVersions(S3Bucket.of(hadoop(), LAKES));
    }
  }

  private static void keepVersions(S3Bucket bucket) throws IOException {
    bucket.ask(
        "enable versions",
        client ->
            client.putBucketVersioning(
                to ->
                    to.bucket(bucket.name())
                        .versioningConfiguration(
                            versioning -> versioning.status(BucketVersioningStatus.ENABLED))));
  }

  Configuration hadoop() {
    return SparkForTests.session().sparkContext().hadoopConfiguration();
  }

  FaultProxy proxy() {
    return proxy;
  }

  /** With metadata, which has to stay. */
  void put(String key, byte[] content) throws IOException {
    export.ask(
        "put",
        client ->
            client.putObject(
                to ->
                    to.bucket(EXPORT)
                        .key(key)
                        .contentType("application/x-export")
                        .metadata(Map.of("origin", "drill")),
                RequestBody.fromBytes(content)));
  }

  void delete(String key) throws IOException {
    export.ask("delete", client -> client.deleteObject(to -> to.bucket(EXPORT).key(key)));
  }

  void beginUpload(String key, byte[] content) throws IOException {
    String upload =
        export.ask(
            "begin",
            client -> client.createMultipartUpload(to -> to.bucket(EXPORT).key(key)).uploadId());
    export.ask(
        "part",
        client ->
            client.uploadPart(
                to -> to.bucket(EXPORT).key(key).uploadId(upload).partNumber(1),
                RequestBody.fromBytes(content)));
  }

  int uploads() throws IOException {
    return export
        .ask("uploads", client -> client.listMultipartUploads(to -> to.bucket(EXPORT)))
        .uploads()
        .size();
  }

  String contentType(String key) throws IOException {
    return export.ask(
        "head",
        client -> {
          var head = client.headObject(to -> to.bucket(EXPORT).key(key));
          return head.contentType() + " " + head.metadata();
        });
  }

  int markers(String bucket) throws IOException {
    return S3Bucket.of(hadoop(), bucket)
        .ask("markers", client -> client.listObjectVersions(to -> to.bucket(bucket)))
        .deleteMarkers()
        .size();
  }

  /** Every version that can be read. */
  List<Stored> versions(String bucket) throws IOException {
    S3Bucket of = S3Bucket.of(hadoop(), bucket);
    List<Stored> all = new ArrayList<>();
    for (ObjectVersion each :
        of.ask(
            "versions",
            client ->
                client.listObjectVersionsPaginator(to -> to.bucket(bucket)).versions().stream()
                    .toList())) {
      byte[] bytes =
          of.ask(
              "get",
              client ->
                  client
                      .getObjectAsBytes(
                          to -> to.bucket(bucket).key(each.key()).versionId(each.versionId()))
                      .asByteArray());
      all.add(new Stored(each, bytes));
    }
    return all;
  }

  /** As S3 answers for a version under Object Lock in compliance mode. */
  void lock(String key, String versionId) {
    String path = "/" + EXPORT + "/" + key;
    proxy.add(FaultRule.ofVersion("DELETE", path, versionId, new WireFault.Status(403)));
    proxy.add(
        FaultRule.ofVersion(
            "HEAD",
            path,
            versionId,
            new WireFault.Headers(
                List.of(
                    "x-amz-object-lock-mode: COMPLIANCE",
                    "x-amz-object-lock-retain-until-date: 2099-01-01T00:00:00Z"))));
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
    proxy.close();
    server.close();
  }
}
