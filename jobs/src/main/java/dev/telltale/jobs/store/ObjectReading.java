package dev.telltale.jobs.store;

import dev.telltale.fault.FaultKind;
import dev.telltale.scan.ObjectRef;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FutureDataInputStreamBuilder;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.s3a.RemoteFileChangedException;
import org.apache.hadoop.fs.s3a.S3AFileStatus;

/**
 * Opens listed objects, each with one request, pinned to the version that was listed. Runs in
 * tasks.
 */
public final class ObjectReading {
  private static final long BLOCK = 32L << 20;

  private ObjectReading() {}

  /** The stored bytes from the first to the last. */
  public static InputStream open(Configuration hadoop, ObjectRef ref) throws IOException {
    Path path = ObjectPath.of(ref);
    FileSystem files = path.getFileSystem(hadoop);
    if (ObjectPath.isLocal(ref.bucket())) {
      FileStatus now = files.getFileStatus(path);
      if (!ObjectPath.fallbackTag(now).equals(ref.etag())) {
        throw new RemoteFileChangedException(
            path.toString(), "open", "changed since it was listed");
      }
      return files.open(path);
    }
    FutureDataInputStreamBuilder opening =
        files
            .openFile(path)
            .opt("fs.option.openfile.read.policy", "whole-file")
            .withFileStatus(
                new S3AFileStatus(
                    ref.size(),
                    ref.lastModified().toEpochMilli(),
                    path,
                    BLOCK,
                    "",
                    quoted(ref.etag()),
                    ref.versionId()));
    return FutureReads.await(opening.build());
  }

  /** As the header has it (RFC 9110, 8.8.3): the store compares it with quotes. */
  private static String quoted(String etag) {
    return '"' + etag + '"';
  }

  /** What a failure to read means for the object. Never looks at messages for content. */
  public static FaultKind fault(IOException failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause.getClass().getSimpleName().equals("InvalidObjectStateException")) {
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
