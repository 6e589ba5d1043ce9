package dev.telltale.jobs.erasure.store;

import dev.telltale.jobs.store.S3Bucket;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Error;

/**
 * What a bucket with versions keeps of the files that a lake has deleted or written over: the
 * versions that are not current, and delete markers. Driver.
 */
public final class OldVersions {
  private OldVersions() {}

  /**
   * Deletes them below a prefix.
   *
   * @return how many
   * @throws IOException if they cannot be listed or deleted
   */
  public static long remove(Configuration hadoop, String name, String prefix) throws IOException {
    return each(hadoop, name, prefix, OldVersions::delete);
  }

  /**
   * Counts them.
   *
   * @throws IOException if they cannot be listed
   */
  public static long count(Configuration hadoop, String name, String prefix) throws IOException {
    return each(hadoop, name, prefix, (bucket, old) -> {});
  }

  private interface Use {
    void of(S3Bucket bucket, List<ObjectIdentifier> old) throws IOException;
  }

  private static long each(Configuration hadoop, String name, String prefix, Use use)
      throws IOException {
    S3Bucket bucket = S3Bucket.of(hadoop, name);
    if (new BucketQuestions(bucket).neverVersioned()) {
      return 0;
    }
    long gone = 0;
    @Nullable String keyMarker = null;
    @Nullable String versionMarker = null;
    boolean more = true;
    while (more) {
      String afterKey = keyMarker;
      String afterVersion = versionMarker;
      ListObjectVersionsResponse page =
          bucket.ask(
              "list versions",
              client ->
                  client.listObjectVersions(
                      to ->
                          to.bucket(name)
                              .prefix(prefix)
                              .maxKeys(bucket.pageSize())
                              .encodingType(EncodingType.URL)
                              .keyMarker(afterKey)
                              .versionIdMarker(afterVersion)));
      List<ObjectIdentifier> old = new ArrayList<>();
      for (ObjectVersion each : page.versions()) {
        if (!Boolean.TRUE.equals(each.isLatest())) {
          old.add(ObjectIdentifier.builder().key(each.key()).versionId(each.versionId()).build());
        }
      }
      for (DeleteMarkerEntry each : page.deleteMarkers()) {
        old.add(ObjectIdentifier.builder().key(each.key()).versionId(each.versionId()).build());
      }
      use.of(bucket, old);
      gone += old.size();
      keyMarker = page.nextKeyMarker();
      versionMarker = page.nextVersionIdMarker();
      more = Boolean.TRUE.equals(page.isTruncated());
    }
    return gone;
  }

  private static void delete(S3Bucket bucket, List<ObjectIdentifier> old) throws IOException {
    if (old.isEmpty()) {
      return;
    }
    DeleteObjectsResponse answer =
        bucket.ask(
            "delete versions",
            client ->
                client.deleteObjects(
                    to -> to.bucket(bucket.name()).delete(all -> all.objects(old).quiet(true))));
    for (S3Error error : answer.errors()) {
      if (!"NoSuchVersion".equals(error.code())) {
        throw new IOException("old versions of a lake were not deleted: " + error.code());
      }
    }
  }
}
