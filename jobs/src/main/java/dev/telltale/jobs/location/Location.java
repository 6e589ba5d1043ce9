package dev.telltale.jobs.location;

import dev.telltale.jobs.settings.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where something lies: below a bucket, or on a disk. Made once from what a person wrote, at the
 * edge; from there on the same place has one spelling.
 *
 * <p>What stands after the scheme is taken as it is written: neither S3 keys nor Hadoop's paths
 * have escapes, so {@code %20} is three characters, and a space is a space. {@code s3://} and
 * {@code s3n://} are other names of {@code s3a://}. Immutable.
 */
public final class Location {
  private static final Pattern SCHEME =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(.*)", Pattern.DOTALL);
  private static final Pattern FILE = Pattern.compile("(?i)file:(?!//)(.*)", Pattern.DOTALL);
  private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,254}");

  /** Readers of Delta and Parquet take these for patterns of names. */
  private static final Pattern NO_FOLDER = Pattern.compile("[*?\\[\\]{}\\\\\\p{Cntrl}]");

  private final @Nullable String bucket;
  private final String path;

  private Location(@Nullable String bucket, String path) {
    this.bucket = bucket;
    this.path = path;
  }

  /**
   * A place to read from. Slashes and dots in a key mean nothing, and stay.
   *
   * @param text {@code s3a://bucket[/key]}, {@code file:///path}, {@code file:/path}, or a path,
   *     which may be relative
   * @throws UserMistake if it names no place
   */
  public static Location of(String text) {
    Matcher scheme = SCHEME.matcher(text);
    if (scheme.matches()) {
      String rest = scheme.group(2);
      return switch (scheme.group(1).toLowerCase(Locale.ROOT)) {
        case "s3a", "s3", "s3n" -> remote(rest);
        case "file" -> local(withoutHost(rest));
        default -> throw otherScheme(scheme.group(1));
      };
    }
    if (text.startsWith("arn:")) {
      throw arn();
    }
    if (text.matches("(?is)s3[an]?:.*")) {
      throw new UserMistake(
          "\"" + text + "\" names no bucket",
          "two slashes stand before the name of a bucket",
          "write s3a://BUCKET/PREFIX");
    }
    Matcher file = FILE.matcher(text);
    return local(file.matches() ? file.group(1) : text);
  }

  /**
   * A folder that Telltale writes: empty segments, dots and slashes at the end are gone.
   *
   * @throws UserMistake if it names no place, or one whose name its readers would misread
   */
  public static Location folder(String text) {
    Location place = of(text);
    if (NO_FOLDER.matcher(place.path).find()) {
      throw new UserMistake(
          "\"" + text + "\" cannot be a folder of tables",
          "Spark reads * ? [ ] { } and \\ as patterns of names, and control characters not at all",
          "choose a name without them");
    }
    return place.isLocal() ? place : new Location(place.bucket, normal(text, place.path));
  }

  private static Location remote(String rest) {
    int slash = rest.indexOf('/');
    String bucket = slash < 0 ? rest : rest.substring(0, slash);
    if (bucket.startsWith("arn:")) {
      throw arn();
    }
    if (bucket.indexOf('@') >= 0) {
      // Not quoted: what stands before the sign may be a secret.
      throw new UserMistake(
          "a URI of S3 cannot hold credentials",
          "there is an @ before the name of the bucket",
          "take the key out of the URI, and revoke it if it was real; credentials come from the"
              + " default AWS provider chain");
    }
    if (!BUCKET.matcher(bucket).matches()) {
      throw new UserMistake(
          "\"" + bucket + "\" is not the name of a bucket",
          "names consist of letters, digits, dots and hyphens",
          "write s3a://BUCKET/PREFIX; an endpoint is given by --endpoint");
    }
    return new Location(bucket, slash < 0 ? "" : rest.substring(slash + 1));
  }

  /** RFC 8089 allows {@code localhost} there; anything else is a path that lacks its slash. */
  private static String withoutHost(String rest) {
    if (rest.startsWith("/")) {
      return rest;
    }
    if (rest.startsWith("localhost/")) {
      return rest.substring("localhost".length());
    }
    throw new UserMistake(
        "\"file://" + rest + "\" names no folder of this machine",
        "what stands after the two slashes is the name of a host",
        "write file:///PATH for an absolute path, or the path alone for a relative one");
  }

  private static Location local(String text) {
    if (text.isBlank()) {
      throw new UserMistake(
          "an empty text names no place", "there is no path in it", "write a path or a URI");
    }
    if (text.equals("~") || text.startsWith("~/")) {
      throw new UserMistake(
          "\"" + text + "\" is not a path",
          "the shell replaces ~ only at the beginning of a word",
          "write $HOME in its place, or put a space before it");
    }
    try {
      return new Location(null, Path.of(text).toAbsolutePath().normalize().toString());
    } catch (InvalidPathException noPath) {
      throw new UserMistake(
          "a path cannot be read", noPath.getReason(), "write a path of this machine");
    }
  }

  private static String normal(String text, String prefix) {
    StringBuilder normal = new StringBuilder();
    for (String segment : prefix.split("/", -1)) {
      if (segment.equals("..")) {
        if (normal.isEmpty()) {
          throw new UserMistake(
              "\"" + text + "\" lies outside of its bucket",
              "it goes up further than it goes down",
              "write s3a://BUCKET/PREFIX");
        }
        normal.setLength(Math.max(0, normal.lastIndexOf("/")));
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        normal.append(normal.isEmpty() ? "" : "/").append(segment);
      }
    }
    return normal.toString();
  }

  private static UserMistake arn() {
    return new UserMistake(
        "an ARN does not name a place in S3 that Telltale reads",
        "buckets and access points are addressed by name",
        "write s3a://BUCKET/PREFIX, and for an access point its alias:"
            + " s3a://NAME-...-s3alias/PREFIX (aws s3control get-access-point shows it)");
  }

  private static UserMistake otherScheme(String scheme) {
    return new UserMistake(
        "the scheme " + scheme + ":// is not known",
        "Telltale reads s3a:// and file:///",
        "name a bucket as s3a://bucket/prefix or a folder as file:///folder");
  }

  public boolean isLocal() {
    return bucket == null;
  }

  /** Null on disk. */
  public @Nullable String bucket() {
    return bucket;
  }

  /** In a bucket the key or prefix, empty for all of it; on disk the absolute path. */
  public String path() {
    return path;
  }

  /** On disk: the path. */
  public Path file() {
    if (!isLocal()) {
      throw new IllegalStateException("not on disk: " + this);
    }
    return Path.of(path);
  }

  /** With a scheme: {@code s3a://bucket/path} or {@code file:///path}. Reads as the same place. */
  public String uri() {
    return isLocal() ? "file://" + path : toString();
  }

  /**
   * Whether the other place is this one, or lies below it. On disk links are followed, as far as
   * there is something.
   */
  public boolean contains(Location other) {
    if (isLocal() && other.isLocal()) {
      return real(other.file()).startsWith(real(file()));
    }
    return Objects.equals(bucket, other.bucket) && slashed(other.path).startsWith(slashed(path));
  }

  private static String slashed(String prefix) {
    return prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
  }

  /** The path without links, where those of its folders that are not there yet stay as they are. */
  private static Path real(Path path) {
    @Nullable Path there = path;
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    try {
      return there == null ? path : there.toRealPath().resolve(there.relativize(path));
    } catch (IOException unreadable) {
      return path;
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Location place
        && Objects.equals(bucket, place.bucket)
        && path.equals(place.path);
  }

  @Override
  public int hashCode() {
    return Objects.hash(bucket, path);
  }

  /** As a person would write it: a path alone where it lies on disk. Reads as the same place. */
  @Override
  public String toString() {
    return isLocal() ? path : "s3a://" + bucket + (path.isEmpty() ? "" : "/" + path);
  }
}
