package dev.telltale.jobs.store;

import dev.telltale.fault.FaultKind;
import dev.telltale.scan.ObjectRef;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.s3a.RemoteFileChangedException;

/**
 * Opens listed objects, each with one request, pinned to the version that was listed. Runs in
 * tasks.
 */
public final class ObjectReading {
  /** The storage classes that are read only after a restore; GLACIER_IR is none of them. */
  public static final Set<String> ARCHIVES = ArchivedObject.CLASSES;

  private ObjectReading() {}

  /**
   * The stored bytes from the first to the last.
   *
   * @throws ArchivedObject without a request, if the listed storage class is an archive
   */
  public static InputStream open(Configuration hadoop, ObjectRef ref) throws IOException {
    if (ObjectPath.isLocal(ref.bucket())) {
      return LocalObject.open(ObjectPath.folderOf(ref.bucket()), ref.key(), ref.etag());
    }
    if (ArchivedObject.isArchive(ref.storageClass())) {
      throw new ArchivedObject(ref.storageClass());
    }
    return new S3Body(S3Bucket.of(hadoop, ref.bucket()), ref);
  }

  /** What a failure to read means for the object. Never looks at messages for content. */
  public static FaultKind fault(IOException failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof ArchivedObject
          || cause.getClass().getSimpleName().equals("InvalidObjectStateException")) {
        return FaultKind.STORAGE_CLASS;
      }
    }
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof RemoteFileChangedException) {
        return FaultKind.OBJECT_CHANGED;
      }
      if (cause instanceof FileNotFoundException) {
        return FaultKind.OBJECT_GONE;
      }
      if (cause instanceof AccessDeniedException) {
        return FaultKind.ACCESS_DENIED;
      }
    }
    return FaultKind.READ_FAILED;
  }
}
