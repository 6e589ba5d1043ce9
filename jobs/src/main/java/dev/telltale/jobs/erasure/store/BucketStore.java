package dev.telltale.jobs.erasure.store;

import dev.telltale.jobs.erasure.BucketFacts;
import dev.telltale.jobs.erasure.PlannedUpload;
import dev.telltale.jobs.erasure.PlannedVersion;
import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.store.S3Bucket;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.ObjectLockLegalHoldStatus;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * A bucket. Versions go by their ids, after a listing has shown that they are those of the plan: a
 * condition on a deletion judges the current version only
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-deletes.html). Replacing is
 * conditional on the etag.
 */
final class BucketStore implements ErasableStore {
  /** What the store calls a version that was written while the bucket kept none. */
  private static final String NO_VERSION = "null";

  private final S3Bucket bucket;
  private final BucketQuestions questions;

  BucketStore(Configuration hadoop, String name) throws IOException {
    bucket = S3Bucket.of(hadoop, name);
    questions = new BucketQuestions(bucket);
  }

  @Override
  public BucketFacts facts() {
    return questions.facts();
  }

  @Override
  public StoredKey list(String key) throws IOException {
    return list(key, Set.of(key)).getOrDefault(key, StoredKey.NOTHING);
  }

  @Override
  public Map<String, StoredKey> list(String prefix, Set<String> keys) throws IOException {
    Map<String, List<StoredVersion>> versions = new HashMap<>();
    Map<String, List<String>> markers = new HashMap<>();
    String keyMarker = null;
    String versionMarker = null;
    boolean more = true;
    while (more) {
      ListObjectVersionsResponse page;
      try {
        page = page(prefix, keyMarker, versionMarker);
      } catch (IOException refused) {
        if (Answer.isUnknownRequest(refused)) {
          return heads(keys);
        }
        throw refused;
      }
      for (ObjectVersion each : page.versions()) {
        if (keys.contains(each.key())) {
          versions.computeIfAbsent(each.key(), any -> new ArrayList<>()).add(version(each));
        }
      }
      for (DeleteMarkerEntry each : page.deleteMarkers()) {
        if (keys.contains(each.key())) {
          markers.computeIfAbsent(each.key(), any -> new ArrayList<>()).add(each.versionId());
        }
      }
      keyMarker = page.nextKeyMarker();
      versionMarker = page.nextVersionIdMarker();
      // A key is the first of those that begin with it.
      boolean past = keys.size() == 1 && keyMarker != null && !keys.contains(keyMarker);
      more = Boolean.TRUE.equals(page.isTruncated()) && !past;
    }
    Map<String, StoredKey> found = new HashMap<>();
    for (String key : keys) {
      if (versions.containsKey(key) || markers.containsKey(key)) {
        found.put(
            key,
            new StoredKey(
                versions.getOrDefault(key, List.of()), markers.getOrDefault(key, List.of())));
      }
    }
    return found;
  }

  private ListObjectVersionsResponse page(
      String prefix, @Nullable String keyMarker, @Nullable String versionMarker)
      throws IOException {
    return bucket.ask(
        "list versions",
        client ->
            client.listObjectVersions(
                to ->
                    to.bucket(bucket.name())
                        .prefix(prefix)
                        .maxKeys(bucket.pageSize())
                        .encodingType(EncodingType.URL)
                        .keyMarker(keyMarker)
                        .versionIdMarker(versionMarker)));
  }

  private static StoredVersion version(ObjectVersion each) {
    return new StoredVersion(
        each.versionId(),
        plain(each.eTag()),
        each.size(),
        Boolean.TRUE.equals(each.isLatest()),
        each.lastModified(),
        each.storageClassAsString());
  }

  /** For stores that know no versions at all. */
  private Map<String, StoredKey> heads(Set<String> keys) throws IOException {
    Map<String, StoredKey> found = new HashMap<>();
    for (String key : keys) {
      try {
        HeadObjectResponse head =
            bucket.ask(
                "head", client -> client.headObject(to -> to.bucket(bucket.name()).key(key)));
        StoredVersion only =
            new StoredVersion(
                null,
                plain(head.eTag()),
                head.contentLength(),
                true,
                head.lastModified(),
                head.storageClassAsString());
        found.put(key, new StoredKey(List.of(only), List.of()));
      } catch (FileNotFoundException gone) {
        found.remove(key);
      }
    }
    return found;
  }

  private static String plain(@Nullable String etag) {
    return etag == null ? "" : etag.replace("\"", "");
  }

  @Override
  public String lock(String key, StoredVersion version) {
    try {
      HeadObjectResponse head =
          bucket.ask(
              "head",
              client ->
                  client.headObject(
                      to -> to.bucket(bucket.name()).key(key).versionId(version.versionId())));
      if (head.objectLockLegalHoldStatus() == ObjectLockLegalHoldStatus.ON) {
        return "legal hold, without an end";
      }
      if (head.objectLockModeAsString() != null && isAhead(head.objectLockRetainUntilDate())) {
        return head.objectLockModeAsString().toLowerCase(java.util.Locale.ROOT)
            + " until "
            + head.objectLockRetainUntilDate();
      }
      // Without the right to see a lock the headers are absent as if there were none.
      return questions.mayBeLocked() && head.objectLockModeAsString() == null
          ? PlannedVersion.UNKNOWN
          : PlannedVersion.NO_LOCK;
    } catch (IOException refused) {
      return PlannedVersion.UNKNOWN;
    }
  }

  private static boolean isAhead(@Nullable Instant until) {
    return until == null || until.isAfter(Instant.now());
  }

  @Override
  public boolean isThere(String key, String versionId) throws IOException {
    try {
      bucket.ask(
          "head",
          client ->
              client.headObject(to -> to.bucket(bucket.name()).key(key).versionId(versionId)));
      return true;
    } catch (IOException refused) {
      if (Answer.isGone(refused)) {
        return false;
      }
      throw refused;
    }
  }

  @Override
  public void replace(String key, StoredVersion current, byte[] content) throws IOException {
    PutObjectRequest request =
        new ObjectProperties(bucket, key, current)
            .asRequest()
            .ifMatch('"' + current.etag() + '"')
            .build();
    retried(
        "replace",
        client -> client.putObject(request, RequestBody.fromBytes(content)),
        key,
        current);
  }

  @Override
  public boolean delete(String key, StoredVersion version) throws IOException {
    DeleteObjectRequest.Builder request =
        DeleteObjectRequest.builder().bucket(bucket.name()).key(key);
    boolean unversioned =
        version.versionId() == null
            || NO_VERSION.equals(version.versionId()) && questions.neverVersioned();
    if (unversioned) {
      request.ifMatch('"' + version.etag() + '"');
    } else {
      request.versionId(version.versionId());
    }
    DeleteObjectRequest built = request.build();
    return retried("delete", client -> client.deleteObject(built), key, version);
  }

  @Override
  public boolean deleteMarker(String key, @Nullable String versionId) throws IOException {
    return retried(
        "delete marker",
        client -> client.deleteObject(to -> to.bucket(bucket.name()).key(key).versionId(versionId)),
        key,
        null);
  }

  /** False if there is nothing any more. */
  private boolean retried(
      String operation, S3Bucket.Request<?> request, String key, @Nullable StoredVersion version)
      throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        bucket.ask(operation, request);
        return true;
      } catch (IOException refused) {
        if (Answer.isGone(refused)) {
          return false;
        }
        if (Answer.isConflict(refused) && attempt < RunLimits.MAX_ERASE_ATTEMPTS) {
          continue;
        }
        throw explained(refused, key, version);
      }
    }
  }

  private Refused explained(IOException refused, String key, @Nullable StoredVersion version) {
    if (Answer.isChanged(refused)) {
      return new Refused(
          "it has changed since the plan: scan it again and make a new plan", refused);
    }
    if (Answer.isDenied(refused)) {
      String lock = version == null ? PlannedVersion.UNKNOWN : lock(key, version);
      boolean locked = !lock.equals(PlannedVersion.NO_LOCK) && !lock.equals(PlannedVersion.UNKNOWN);
      return new Refused(
          locked
              ? "locked: " + lock
              : questions.needsMfa()
                  ? "the bucket asks for a second factor (MFA delete), which no program has"
                  : "access is denied: a right is missing, a policy forbids it, or it is locked",
          refused);
    }
    return new Refused("the store answered with " + Answer.code(refused), refused);
  }

  @Override
  public List<PlannedUpload> uploads(String prefix) throws IOException {
    List<PlannedUpload> uploads = new ArrayList<>();
    String keyMarker = null;
    String uploadMarker = null;
    boolean more = true;
    while (more) {
      String afterKey = keyMarker;
      String afterUpload = uploadMarker;
      ListMultipartUploadsResponse page =
          bucket.ask(
              "list uploads",
              client ->
                  client.listMultipartUploads(
                      to ->
                          to.bucket(bucket.name())
                              .prefix(prefix)
                              .encodingType(EncodingType.URL)
                              .keyMarker(afterKey)
                              .uploadIdMarker(afterUpload)));
      for (MultipartUpload each : page.uploads()) {
        uploads.add(
            new PlannedUpload(
                bucket.name(),
                each.key(),
                each.uploadId(),
                Objects.toString(each.initiated(), "unknown")));
      }
      keyMarker = page.nextKeyMarker();
      uploadMarker = page.nextUploadIdMarker();
      more = Boolean.TRUE.equals(page.isTruncated()) && keyMarker != null;
    }
    return uploads;
  }

  @Override
  public boolean abort(PlannedUpload upload) throws IOException {
    return retried(
        "abort",
        client ->
            client.abortMultipartUpload(
                to -> to.bucket(bucket.name()).key(upload.key()).uploadId(upload.uploadId())),
        upload.key(),
        null);
  }
}
