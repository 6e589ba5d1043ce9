package dev.telltale.jobs.listing;

import dev.telltale.jobs.location.Location;
import dev.telltale.jobs.store.LocalObject;
import dev.telltale.jobs.store.ObjectPath;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A source as the user named it, split into bucket and key. What stands after the bucket is taken
 * as it is written: S3 keys have no escapes, and slashes and dots in them mean nothing.
 *
 * @param path may name an object and, with a slash after it, a folder; empty for the whole bucket
 */
record SourceRoot(String source, String bucket, String path) implements Serializable {
  /**
   * @throws dev.telltale.jobs.settings.UserMistake if it is not a place that Telltale reads
   * @throws IOException if it is a local path that cannot be looked at
   */
  static SourceRoot of(String source) throws IOException {
    Location place = Location.of(source);
    if (!place.isLocal()) {
      return new SourceRoot(source, place.bucket(), place.path());
    }
    Path path = place.file();
    if (LocalObject.attributes(path).isDirectory()) {
      return new SourceRoot(source, ObjectPath.bucketOf(path), "");
    }
    // A link that is named is meant: the object is what it leads to.
    Path file = Files.isSymbolicLink(path) ? path.toRealPath() : path;
    return new SourceRoot(
        source, ObjectPath.bucketOf(file.getParent()), file.getFileName().toString());
  }

  /** Whether an object belongs to the source. */
  boolean holds(String bucketOfObject, String key) {
    if (ObjectPath.isLocal(bucket)) {
      return ObjectPath.isLocal(bucketOfObject)
          && ObjectPath.folderOf(bucketOfObject)
              .resolve(key)
              .normalize()
              .startsWith(ObjectPath.folderOf(bucket).resolve(path));
    }
    return bucket.equals(bucketOfObject) && (key.equals(path) || key.startsWith(folder().prefix()));
  }

  /** The object of that very key, or null if the source can only be a folder. */
  ListingUnit object() {
    return path.isEmpty() || path.endsWith("/")
        ? null
        : new ListingUnit(bucket, path, ListingUnit.Reach.OBJECT);
  }

  /** Everything below the source. */
  ListingUnit folder() {
    String prefix = path.isEmpty() || path.endsWith("/") ? path : path + "/";
    return new ListingUnit(bucket, prefix, ListingUnit.Reach.DEEP);
  }
}
