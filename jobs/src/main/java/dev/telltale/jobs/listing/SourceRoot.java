package dev.telltale.jobs.listing;

import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.store.LocalObject;
import dev.telltale.jobs.store.ObjectPath;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A source as the user named it, split into bucket and key. What stands after the bucket is taken
 * as it is written: S3 keys have no escapes, and slashes and dots in them mean nothing.
 *
 * @param path may name an object and, with a slash after it, a folder; empty for the whole bucket
 */
record SourceRoot(String source, String bucket, String path) {
  private static final String S3A = "s3a://";
  private static final String FILE = "file:";

  /**
   * @throws UserMistake if it is not a URI that Telltale reads
   * @throws IOException if it is a local path that cannot be looked at
   */
  static SourceRoot of(String source) throws IOException {
    if (source.startsWith(S3A)) {
      return remote(source);
    }
    int colon = source.indexOf(':');
    boolean hasScheme = colon > 0 && source.startsWith("://", colon);
    if (source.startsWith(FILE)) {
      String path = source.substring(FILE.length());
      return local(source, path.startsWith("//") ? path.substring(2) : path);
    }
    if (hasScheme) {
      String scheme = source.substring(0, colon);
      boolean other = scheme.equals("s3") || scheme.equals("s3n");
      throw new UserMistake(
          "the scheme of " + source + " is " + scheme + "://",
          other ? "Telltale reads S3 through s3a" : "Telltale reads s3a:// and file:///",
          other
              ? "write s3a:// instead"
              : "name a bucket as s3a://bucket/prefix or a folder as file:///folder");
    }
    return local(source, source);
  }

  private static SourceRoot remote(String source) {
    String rest = source.substring(S3A.length());
    int slash = rest.indexOf('/');
    String bucket = slash < 0 ? rest : rest.substring(0, slash);
    if (bucket.isEmpty()) {
      throw noUri(source);
    }
    return new SourceRoot(source, bucket, slash < 0 ? "" : rest.substring(slash + 1));
  }

  private static SourceRoot local(String source, String text) throws IOException {
    Path path;
    try {
      path = Path.of(text).toAbsolutePath().normalize();
    } catch (InvalidPathException noPath) {
      throw noUri(source);
    }
    if (text.isEmpty()) {
      throw noUri(source);
    }
    if (LocalObject.attributes(path).isDirectory()) {
      return new SourceRoot(source, ObjectPath.bucketOf(path), "");
    }
    return new SourceRoot(
        source, ObjectPath.bucketOf(path.getParent()), path.getFileName().toString());
  }

  private static UserMistake noUri(String source) {
    return new UserMistake(
        "\"" + source + "\" is not a URI",
        "it cannot be parsed",
        "write s3a://bucket/prefix or file:///folder");
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
