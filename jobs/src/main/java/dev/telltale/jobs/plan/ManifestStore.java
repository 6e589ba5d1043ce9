package dev.telltale.jobs.plan;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.telltale.jobs.listing.OutsideSources;
import dev.telltale.jobs.settings.UserMistake;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * The manifests of a lake, below {@code _telltale/manifests}: the objects of a run as Parquet in
 * {@code RUN.objects}, then its head in {@code RUN.json}, which makes it a manifest: objects
 * without a head belong to a driver that stopped while planning, and are nobody's. A finished run
 * has {@code RUN.finished} beside it and is kept as evidence until {@link #forget}. Driver.
 */
public final class ManifestStore {
  private static final String HEAD = ".json";
  private static final String OBJECTS = ".objects";
  private static final String FINISHED = ".finished";

  /** Of runs, and of no path: ids are parts of names of files and of queries. */
  private static final Pattern RUN_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");

  private final SparkSession spark;
  private final Path folder;

  public ManifestStore(SparkSession spark, String lake) {
    this.spark = spark;
    this.folder = new Path(lake, "_telltale/manifests");
  }

  /** Fails now rather than after the scan if the lake cannot be written. */
  public void probe() throws IOException {
    Path probe = new Path(folder, "probe");
    files().mkdirs(folder);
    files().create(probe, true).close();
    files().delete(probe, false);
  }

  /**
   * Plans the objects and freezes them.
   *
   * @param unplanned the head, still without batches
   * @param objects rows of a listing
   * @return the head with its batches
   */
  public Manifest freeze(Manifest unplanned, Dataset<Row> objects, BatchLimits limits)
      throws IOException {
    String runId = unplanned.run().runId();
    WorkPlan.of(objects, limits)
        .write()
        .mode(SaveMode.ErrorIfExists)
        .partitionBy("batch")
        .parquet(file(runId, OBJECTS).toString());
    List<BatchSize> batches = new ArrayList<>();
    for (Row row :
        objects(runId).groupBy("batch").agg(count(lit(1)), sum("size")).collectAsList()) {
      batches.add(new BatchSize(row.getInt(0), row.getLong(1), row.getLong(2)));
    }
    batches.sort(Comparator.comparingInt(BatchSize::number));
    Manifest manifest = unplanned.with(batches);
    try (OutputStream out = files().create(file(runId, HEAD), false)) {
      ManifestJson.write(manifest, out);
    }
    return manifest;
  }

  /** All objects of a frozen run: the columns of a listing, and its place in the plan. */
  public Dataset<Row> objects(String runId) {
    return spark.read().schema(WorkPlan.TYPE).parquet(file(runId, OBJECTS).toString());
  }

  /** The objects of one batch, and how tasks share them. */
  public ScanBatch batch(String runId, int number) {
    return ScanBatch.of(number, objects(runId).where(col("batch").equalTo(number)).collectAsList());
  }

  public void finish(String runId) throws IOException {
    try (OutputStream out = files().create(file(runId, FINISHED), true)) {
      out.write('\n');
    }
  }

  /** Runs that were frozen and never finished, the oldest first. */
  public List<Manifest> unfinished() throws IOException {
    FileStatus[] found;
    try {
      found = files().listStatus(folder);
    } catch (FileNotFoundException none) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (FileStatus status : found) {
      names.add(status.getPath().getName());
    }
    List<Manifest> manifests = new ArrayList<>();
    for (String name : names.stream().sorted().toList()) {
      if (name.endsWith(HEAD)) {
        String runId = name.substring(0, name.length() - HEAD.length());
        if (!names.contains(runId + FINISHED)) {
          manifests.add(head(runId));
        }
      }
    }
    return manifests;
  }

  private Manifest head(String runId) throws IOException {
    Path file = file(runId, HEAD);
    try (InputStream in = files().open(file)) {
      Manifest manifest = ManifestJson.read(in);
      if (manifest.run().runId().equals(runId) && RUN_ID.matcher(runId).matches()) {
        return manifest;
      }
    } catch (JsonProcessingException | RuntimeException noManifest) {
      throw damaged(file, "it cannot be read as the manifest of a run");
    }
    throw damaged(file, "the run that it names is not the one whose name it has");
  }

  private static UserMistake damaged(Path file, String cause) {
    return new UserMistake(
        "the manifest " + file + " is damaged",
        cause,
        "find out who changed it; without it its run is not resumed, and what that run had not committed"
            + " is scanned anew: move the file away, then run this command again");
  }

  /**
   * Before the objects of a run that an earlier driver left are read.
   *
   * @throws UserMistake if one of them lies outside of the sources that this driver was given
   */
  public void requireWithin(Manifest left, List<String> sources) throws IOException {
    boolean outside =
        !objects(left.run().runId())
            .select("bucket", "object_key")
            .filter(OutsideSources.of(sources))
            .isEmpty();
    if (outside) {
      throw new UserMistake(
          "run " + left.run().runId() + ", left unfinished in this lake, is not resumed",
          "its manifest names objects outside of --source; its sources were "
              + String.join(", ", left.sources()),
          "name those sources again to have it resumed, if they are yours; else move "
              + file(left.run().runId(), HEAD)
              + " away");
    }
  }

  /** Runs that finished before that time, and plans as old that never became a run. */
  public List<String> forgettable(Instant before) throws IOException {
    FileStatus[] found;
    try {
      found = files().listStatus(folder);
    } catch (FileNotFoundException none) {
      return List.of();
    }
    Set<String> names = new TreeSet<>();
    Set<String> old = new TreeSet<>();
    for (FileStatus status : found) {
      names.add(status.getPath().getName());
      if (status.getModificationTime() < before.toEpochMilli()) {
        old.add(status.getPath().getName());
      }
    }
    List<String> runs = new ArrayList<>();
    for (String name : old) {
      if (name.endsWith(FINISHED)) {
        runs.add(name.substring(0, name.length() - FINISHED.length()));
      } else if (name.endsWith(OBJECTS)) {
        String runId = name.substring(0, name.length() - OBJECTS.length());
        if (!names.contains(runId + HEAD) && !names.contains(runId + FINISHED)) {
          runs.add(runId);
        }
      }
    }
    return runs;
  }

  /** Removes a manifest. Its end goes last: a head without it would be an unfinished run. */
  public void forget(String runId) throws IOException {
    files().delete(file(runId, HEAD), false);
    files().delete(file(runId, OBJECTS), true);
    files().delete(file(runId, FINISHED), false);
  }

  private Path file(String runId, String suffix) {
    return new Path(folder, runId + suffix);
  }

  private FileSystem files() throws IOException {
    return folder.getFileSystem(spark.sparkContext().hadoopConfiguration());
  }
}
