package dev.telltale.jobs.listing;

import dev.telltale.jobs.store.S3Bucket;
import dev.telltale.scan.ObjectRef;
import dev.telltale.scan.VersionState;
import dev.telltale.sql.ObjectRefSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The answers of the store to one listing, one request for each page (ListObjectsV2, or
 * ListObjectVersions in {@link VersionPages}). Not thread-safe.
 */
class BucketPages {
  /**
   * @param folders common prefixes, where a delimiter was asked for
   */
  record Page(List<Row> rows, List<String> folders) {}

  final S3Bucket bucket;
  final String prefix;
  final String delimiter;
  private String continuation;
  private boolean more = true;

  BucketPages(S3Bucket bucket, String prefix, boolean deep) {
    this.bucket = bucket;
    this.prefix = prefix;
    this.delimiter = deep ? null : "/";
  }

  static BucketPages of(S3Bucket bucket, String prefix, boolean deep, boolean allVersions) {
    return allVersions
        ? new VersionPages(bucket, prefix, deep)
        : new BucketPages(bucket, prefix, deep);
  }

  /** Whether the store has announced another page. True before the first. */
  boolean hasMore() {
    return more;
  }

  final void ended(boolean truncated) {
    more = truncated;
  }

  Page next() throws IOException {
    ListObjectsV2Request request =
        ListObjectsV2Request.builder()
            .bucket(bucket.name())
            .prefix(prefix)
            .delimiter(delimiter)
            .maxKeys(bucket.pageSize())
            // Keys may hold characters that XML cannot.
            .encodingType(EncodingType.URL)
            .continuationToken(continuation)
            .build();
    ListObjectsV2Response answer = bucket.ask("list", client -> client.listObjectsV2(request));
    continuation = answer.nextContinuationToken();
    ended(Boolean.TRUE.equals(answer.isTruncated()));
    List<Row> rows = new ArrayList<>(answer.contents().size());
    for (S3Object object : answer.contents()) {
      rows.add(
          ObjectRefSchema.of(
              new ObjectRef(
                  bucket.name(),
                  object.key(),
                  null,
                  etag(object.eTag()),
                  object.size(),
                  object.lastModified(),
                  VersionState.CURRENT,
                  object.storageClassAsString())));
    }
    return new Page(rows, folders(answer.commonPrefixes()));
  }

  /** Without quotes; empty if the store has none. */
  static String etag(String quoted) {
    return quoted == null ? "" : quoted.replace("\"", "");
  }

  static List<String> folders(List<CommonPrefix> prefixes) {
    return prefixes.stream().map(CommonPrefix::prefix).toList();
  }
}
