package dev.telltale.jobs.erasure.store;

import dev.telltale.jobs.erasure.BucketFacts;
import dev.telltale.jobs.erasure.PlannedUpload;
import dev.telltale.jobs.store.ObjectPath;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/** A bucket, or a folder on a disk, from which objects are to go. Driver and tasks. */
public interface ErasableStore {
  /**
   * @param bucket as the lake names it
   */
  static ErasableStore of(Configuration hadoop, String bucket) throws IOException {
    return ObjectPath.isLocal(bucket) ? new FolderStore(bucket) : new BucketStore(hadoop, bucket);
  }

  /**
   * What the settings of the bucket mean for an erasure. Never fails: what is refused is unknown.
   */
  BucketFacts facts();

  /** All versions and markers of exactly this key; of none if there is nothing. */
  StoredKey list(String key) throws IOException;

  /** The same for several keys below a prefix, which is listed once. Keys without anything lack. */
  Map<String, StoredKey> list(String prefix, Set<String> keys) throws IOException;

  /** What keeps the version from being deleted: none, unknown, or a lock in words. */
  String lock(String key, StoredVersion version);

  /**
   * Whether a version can still be read by its id, whatever a listing says.
   *
   * @throws IOException if nobody can tell, such as for want of a right
   */
  boolean isThere(String key, String versionId) throws IOException;

  /**
   * Puts other bytes in the place of the current version, with all that goes with it, if it is
   * still that version.
   *
   * @throws Refused if it is not, or may not be replaced
   */
  void replace(String key, StoredVersion current, byte[] content) throws IOException;

  /**
   * Deletes one version that was just listed, for good.
   *
   * @return false if it was gone
   * @throws Refused if it may not go
   */
  boolean delete(String key, StoredVersion version) throws IOException;

  /**
   * Deletes a delete marker.
   *
   * @return false if it was gone
   * @throws Refused if it may not go
   */
  boolean deleteMarker(String key, @Nullable String versionId) throws IOException;

  /** Uploads that were begun and not completed. Nothing where the store does not say. */
  List<PlannedUpload> uploads(String prefix) throws IOException;

  /**
   * Ends an upload.
   *
   * @return false if there is none
   * @throws Refused if it may not be ended
   */
  boolean abort(PlannedUpload upload) throws IOException;

  /** The store will not do it, in words for people. */
  final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    Refused(String reason) {
      super(reason);
    }

    Refused(String reason, IOException cause) {
      super(reason, cause);
    }

    /** Why, without content. */
    public String reason() {
      return String.valueOf(getMessage());
    }
  }
}
