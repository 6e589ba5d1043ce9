package dev.telltale.jobs.store;

import dev.telltale.scan.ObjectRef;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.apache.hadoop.fs.s3a.RemoteFileChangedException;

/**
 * A file on a local disk, under its own name: names that Hadoop's paths cannot hold are read all
 * the same, and so are checksum files that its local file system hides.
 */
public final class LocalObject {
  private LocalObject() {}

  /** Follows links; a file that is none, such as a pipe, counts as gone. */
  public static BasicFileAttributes attributes(Path file) throws IOException {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class);
    } catch (NoSuchFileException gone) {
      FileNotFoundException known = new FileNotFoundException("nothing is there");
      known.initCause(gone);
      throw known;
    }
  }

  /** The file as a listed object. */
  public static ObjectRef ref(String bucket, String key, BasicFileAttributes attributes) {
    return new ObjectRef(
        bucket,
        key,
        null,
        tag(attributes),
        attributes.size(),
        attributes.lastModifiedTime().toInstant());
  }

  /** Stands for the etag: another length or another time is another version. */
  private static String tag(BasicFileAttributes attributes) {
    return Long.toHexString(attributes.size())
        + "-"
        + Long.toHexString(attributes.lastModifiedTime().toMillis());
  }

  /** Whether the file lies in the folder once all links are followed. False if it is not there. */
  public static boolean isWithin(Path folder, Path file) {
    try {
      return file.toRealPath().startsWith(folder.toRealPath());
    } catch (IOException broken) {
      return false;
    }
  }

  /**
   * Opens an object of a folder.
   *
   * @throws AccessDeniedException if its key, or a link, leads out of the folder
   */
  static InputStream open(Path folder, String key, String tag) throws IOException {
    Path file = folder.resolve(key);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !isWithin(folder, file)) {
      throw new AccessDeniedException(file.toString(), null, "it leads out of the source");
    }
    if (!tag(attributes(file)).equals(tag)) {
      throw new RemoteFileChangedException(file.toString(), "open", "changed since it was listed");
    }
    return Files.newInputStream(file.toRealPath());
  }
}
