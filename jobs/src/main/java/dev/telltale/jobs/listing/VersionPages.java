package dev.telltale.jobs.listing;

import dev.telltale.jobs.store.S3Bucket;
import dev.telltale.scan.ObjectRef;
import dev.telltale.scan.VersionState;
import dev.telltale.sql.ObjectRefSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

/**
 * All versions and delete markers. A key's newest version comes first, so that the marker that
 * hides the others is known before them, at the latest from the page before.
 */
final class VersionPages extends BucketPages {
  /** What the store calls a version that was written while the bucket kept none. */
  private static final String NO_VERSION = "null";

  private String keyMarker;
  private String versionMarker;
  private String hidden;

  VersionPages(S3Bucket bucket, String prefix, boolean deep) {
    super(bucket, prefix, deep);
  }

  @Override
  Page next() throws IOException {
    ListObjectVersionsRequest request =
        ListObjectVersionsRequest.builder()
            .bucket(bucket.name())
            .prefix(prefix)
            .delimiter(delimiter)
            .maxKeys(bucket.pageSize())
            .encodingType(EncodingType.URL)
            .keyMarker(keyMarker)
            .versionIdMarker(versionMarker)
            .build();
    ListObjectVersionsResponse answer =
        bucket.ask("list versions", client -> client.listObjectVersions(request));
    keyMarker = answer.nextKeyMarker();
    versionMarker = answer.nextVersionIdMarker();
    ended(Boolean.TRUE.equals(answer.isTruncated()));
    return new Page(rows(answer), folders(answer.commonPrefixes()));
  }

  private List<Row> rows(ListObjectVersionsResponse answer) {
    List<Row> rows = new ArrayList<>(answer.versions().size() + answer.deleteMarkers().size());
    Set<String> underMarker = new HashSet<>();
    if (hidden != null) {
      underMarker.add(hidden);
    }
    for (DeleteMarkerEntry marker : answer.deleteMarkers()) {
      rows.add(
          ListedRow.deleteMarker(
              bucket.name(), marker.key(), marker.versionId(), marker.lastModified()));
      if (Boolean.TRUE.equals(marker.isLatest())) {
        underMarker.add(marker.key());
        hidden = marker.key();
      }
    }
    for (ObjectVersion version : answer.versions()) {
      rows.add(ObjectRefSchema.of(ref(version, underMarker)));
    }
    return rows;
  }

  private ObjectRef ref(ObjectVersion version, Set<String> underMarker) {
    VersionState state =
        Boolean.TRUE.equals(version.isLatest())
            ? VersionState.CURRENT
            : underMarker.contains(version.key()) ? VersionState.DELETED : VersionState.NONCURRENT;
    boolean unnamed = state == VersionState.CURRENT && NO_VERSION.equals(version.versionId());
    return new ObjectRef(
        bucket.name(),
        version.key(),
        unnamed ? null : version.versionId(),
        etag(version.eTag()),
        version.size(),
        version.lastModified(),
        state,
        version.storageClassAsString());
  }
}
