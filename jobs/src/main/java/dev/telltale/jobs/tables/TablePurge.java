package dev.telltale.jobs.tables;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import scala.Option;

/**
 * Takes from a table what its present version does not consist of: files of removed rows, deletion
 * vectors, and the log before the present version, which has statistics of those rows. Delta's own
 * ways would wait: VACUUM for the retention, or, without one, it would take files of a writer that
 * is not done; the log for midnight. Queries on older versions end. Files that no version names are
 * left unless they are older than the change of properties with which a purge begins: Delta refuses
 * the commit of every writer that began before such a change, so nobody will name them. For the
 * holder of the lake's lease. Driver.
 */
public final class TablePurge {
  private static final Duration UNNAMED = Duration.ofDays(1);
  private static final Pattern VERSIONED = Pattern.compile("(\\d{20})\\..*");

  private final SparkSession spark;
  private final String path;
  private final Clock clock;

  public TablePurge(SparkSession spark, Lake lake, LakeTable table, Clock clock) {
    this.spark = spark;
    this.path = lake.path(table);
    this.clock = clock;
  }

  /**
   * What went.
   *
   * @param files of data
   * @param logFiles commits, checkpoints and checksums
   * @param waiting files that no version names and that are too young to tell whose they are
   */
  public record Purged(long files, long logFiles, long waiting) {}

  /** May be called again, also after it was cut off. */
  public Purged purge() throws IOException {
    String sql = "delta.`" + path.replace("`", "``") + "`";
    if (snapshot().allFiles().toDF().where("deletionVector IS NOT NULL").count() > 0) {
      spark.sql("REORG TABLE " + sql + " APPLY (PURGE)");
    }
    long before = snapshot().version();
    // The commit that removed rows has statistics of their files: one after it closes the log.
    spark.sql(
        "ALTER TABLE "
            + sql
            + " SET TBLPROPERTIES ('telltale.purged' = '"
            + clock.instant().toEpochMilli()
            + "')");
    Snapshot present = snapshot();
    long[] files = removeFiles(present, closed(before + 1));
    DeltaLog.forTable(spark, path).checkpoint(present, Option.empty());
    long logFiles = trimLog(present.version());
    DeltaLog.invalidateCache(spark, new Path(path));
    return new Purged(files[0], logFiles, files[1]);
  }

  private Snapshot snapshot() {
    return DeltaLog.forTable(spark, path).update(false, Option.empty(), Option.empty());
  }

  /** When that version was committed, by the store's own clock. */
  private long closed(long version) throws IOException {
    long dayAgo = clock.instant().minus(UNNAMED).toEpochMilli();
    Path commit =
        new Path(path, "_delta_log/" + String.format(java.util.Locale.ROOT, "%020d.json", version));
    try {
      return Math.max(dayAgo, files(commit).getFileStatus(commit).getModificationTime());
    } catch (FileNotFoundException trimmed) {
      return dayAgo;
    }
  }

  private long[] removeFiles(Snapshot present, long old) throws IOException {
    Set<String> live = paths(present.allFiles().toDF().select("path").collectAsList());
    Set<String> removed = paths(present.tombstones().toDF().select("path").collectAsList());
    Path root = new Path(path);
    FileSystem store = files(root);
    List<Path> gone = new ArrayList<>();
    long waiting = 0;
    RemoteIterator<LocatedFileStatus> all = store.listFiles(root, true);
    while (all.hasNext()) {
      LocatedFileStatus file = all.next();
      String name = file.getPath().toUri().getPath();
      if (name.contains("/_delta_log/") || live.contains(name)) {
        continue;
      }
      if (removed.contains(name) || file.getModificationTime() < old) {
        gone.add(file.getPath());
      } else {
        waiting++;
      }
    }
    for (Path each : gone) {
      store.delete(each, false);
    }
    return new long[] {gone.size(), waiting};
  }

  /** Absolute, decoded. */
  private Set<String> paths(List<Row> rows) {
    String root = new Path(path).toUri().getPath();
    Set<String> paths = new HashSet<>();
    for (Row row : rows) {
      String decoded = URI.create(row.getString(0)).getPath();
      paths.add(decoded.startsWith("/") ? decoded : root + "/" + decoded);
    }
    return paths;
  }

  private long trimLog(long version) throws IOException {
    Path log = new Path(path, "_delta_log");
    FileSystem store = files(log);
    long gone = 0;
    FileStatus[] found;
    try {
      found = store.listStatus(log);
    } catch (FileNotFoundException none) {
      return 0;
    }
    for (FileStatus each : found) {
      String name = each.getPath().getName();
      // Hadoop's own checksums of local files begin with a dot.
      Matcher versioned = VERSIONED.matcher(name.startsWith(".") ? name.substring(1) : name);
      if (versioned.matches() && Long.parseLong(versioned.group(1)) < version) {
        store.delete(each.getPath(), false);
        gone++;
      }
    }
    return gone;
  }

  private FileSystem files(Path place) throws IOException {
    return place.getFileSystem(spark.sparkContext().hadoopConfiguration());
  }
}
