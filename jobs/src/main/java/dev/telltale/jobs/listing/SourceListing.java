package dev.telltale.jobs.listing;

import dev.telltale.jobs.settings.Problem;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.store.ObjectPath;
import dev.telltale.jobs.store.StoreProblems;
import dev.telltale.scan.ObjectRef;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.fs.s3a.S3ALocatedFileStatus;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Lists the objects of the sources. Runs on the driver. */
public final class SourceListing {
  private final Configuration hadoop;

  public SourceListing(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  /**
   * Every object below the sources once, as rows of {@link ListedRow#TYPE}.
   *
   * @throws UserMistake with one problem for each source that cannot be listed
   */
  public Dataset<Row> list(SparkSession spark, List<String> sources) {
    return spark.createDataFrame(
        list(sources).stream().map(ListedRow::of).toList(), ListedRow.TYPE);
  }

  private List<ObjectRef> list(List<String> sources) {
    List<Problem> problems = new ArrayList<>();
    List<ObjectRef> objects = new ArrayList<>();
    for (String source : sources) {
      try {
        list(source, objects);
      } catch (UserMistake mistake) {
        problems.addAll(mistake.problems());
      } catch (IOException failed) {
        problems.add(StoreProblems.of("the source " + source + " cannot be listed", failed));
      }
    }
    if (!problems.isEmpty()) {
      throw new UserMistake(problems);
    }
    return objects.stream()
        .distinct()
        .sorted(Comparator.comparing(ObjectRef::bucket).thenComparing(ObjectRef::key))
        .toList();
  }

  /** One object by its URI. */
  public ObjectRef single(String uri) throws IOException {
    Path path = pathOf(uri);
    FileStatus status = path.getFileSystem(hadoop).getFileStatus(path);
    if (status.isDirectory()) {
      throw new UserMistake(
          uri + " is a folder, not an object",
          "inspect shows one object",
          "name an object; telltale scan reads whole folders and buckets");
    }
    return isLocal(path) ? local(path.getParent(), status) : remote(status);
  }

  private void list(String source, List<ObjectRef> objects) throws IOException {
    Path path = pathOf(source);
    FileSystem files = path.getFileSystem(hadoop);
    FileStatus root = files.getFileStatus(path);
    if (root.isFile()) {
      objects.add(isLocal(path) ? local(root.getPath().getParent(), root) : remote(root));
    } else if (isLocal(path)) {
      walk(files, root.getPath(), root.getPath(), objects);
    } else {
      RemoteIterator<LocatedFileStatus> found = files.listFiles(path, true);
      while (found.hasNext()) {
        objects.add(remote(found.next()));
      }
    }
  }

  private void walk(FileSystem files, Path root, Path folder, List<ObjectRef> objects)
      throws IOException {
    for (FileStatus status : files.listStatus(folder)) {
      if (status.isDirectory()) {
        walk(files, root, status.getPath(), objects);
      } else {
        objects.add(local(root, status));
      }
    }
  }

  private static ObjectRef remote(FileStatus status) {
    URI uri = status.getPath().toUri();
    String etag = status instanceof EtagSource tagged ? tagged.getEtag() : null;
    String version = status instanceof S3ALocatedFileStatus s3 ? s3.getVersionId() : null;
    return new ObjectRef(
        uri.getHost() == null ? uri.getAuthority() : uri.getHost(),
        uri.getPath().substring(1),
        version,
        etag == null ? ObjectPath.fallbackTag(status) : etag.replace("\"", ""),
        status.getLen(),
        Instant.ofEpochMilli(status.getModificationTime()));
  }

  private static ObjectRef local(Path root, FileStatus status) {
    String folder = root.toUri().getPath();
    String key =
        status.getPath().toUri().getPath().substring(folder.equals("/") ? 1 : folder.length() + 1);
    return new ObjectRef(
        "file://" + folder,
        key,
        null,
        ObjectPath.fallbackTag(status),
        status.getLen(),
        Instant.ofEpochMilli(status.getModificationTime()));
  }

  private static boolean isLocal(Path path) {
    String scheme = path.toUri().getScheme();
    return scheme == null || scheme.equals("file");
  }

  private Path pathOf(String source) throws IOException {
    Path path;
    try {
      path = new Path(source);
    } catch (IllegalArgumentException noUri) {
      throw new UserMistake(
          "\"" + source + "\" is no URI",
          "it cannot be parsed",
          "write s3a://bucket/prefix or file:///folder");
    }
    String scheme = path.toUri().getScheme();
    if (scheme != null && (scheme.equals("s3") || scheme.equals("s3n"))) {
      throw new UserMistake(
          "the scheme of " + source + " is " + scheme + "://",
          "Telltale reads S3 through s3a",
          "write s3a:// instead");
    }
    if (scheme != null && !scheme.equals("s3a") && !scheme.equals("file")) {
      throw new UserMistake(
          "the scheme of " + source + " is " + scheme + "://",
          "Telltale reads s3a:// and file:///",
          "name a bucket as s3a://bucket/prefix or a folder as file:///folder");
    }
    return isLocal(path) ? localPath(path) : path;
  }

  private Path localPath(Path path) throws IOException {
    return path.makeQualified(
        FileSystem.getLocal(hadoop).getUri(), new Path(System.getProperty("user.dir")));
  }
}
