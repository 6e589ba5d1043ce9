package dev.telltale.jobs.store;

import dev.telltale.jobs.settings.UserMistake;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * One small object that several processes write, each only if it is as that process last saw it. On
 * S3 these are conditional writes ({@code If-None-Match}, {@code If-Match}:
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html), on a local disk a
 * file lock beside the file.
 *
 * <p>A write whose answer is lost is recognised by its bytes, so what is written has to be
 * different for every writer and every write.
 */
public abstract sealed class ConditionalObject permits S3ConditionalObject, LocalConditionalObject {
  /**
   * @throws UserMistake if the path is neither on s3a nor on a local disk
   */
  public static ConditionalObject at(Configuration hadoop, Path path) throws IOException {
    FileSystem files = path.getFileSystem(hadoop);
    String scheme = files.getUri().getScheme();
    return switch (scheme) {
      case "s3a" -> new S3ConditionalObject(files, path);
      case "file" -> new LocalConditionalObject(java.nio.file.Path.of(path.toUri().getPath()));
      default ->
          throw new UserMistake(
              "a lake cannot be stored at " + path.getParent(),
              "Telltale cannot prevent concurrent scans on " + scheme + "://",
              "keep the lake in a local folder or at an s3a:// URI");
    };
  }

  /** What is there now. */
  public abstract Optional<ObjectVersion> read() throws IOException;

  /**
   * Writes the object if there is none.
   *
   * @return false if there was one, which stays as it is
   * @throws IOException if the store failed; nothing was written then, or will be found by the next
   *     read
   */
  public final boolean create(byte[] content) throws IOException {
    return write(null, content);
  }

  /**
   * Writes the object if it still has this tag.
   *
   * @return false if it has another one or is gone; it stays as it is
   * @throws IOException as {@link #create}
   */
  public final boolean replace(String tag, byte[] content) throws IOException {
    return write(Objects.requireNonNull(tag, "tag"), content);
  }

  /**
   * @param expected the tag of what is there; null if nothing is
   */
  abstract boolean write(String expected, byte[] content) throws IOException;
}
