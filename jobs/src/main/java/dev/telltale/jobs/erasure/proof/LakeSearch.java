package dev.telltale.jobs.erasure.proof;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Looks for traces of erased values in every byte of a lake: data files, as they are and decoded,
 * commits, checkpoints, checksums, what Telltale keeps beside them.
 */
final class LakeSearch {
  private static final int TASKS_PER_CORE = 8;

  private final SparkSession spark;
  private final String root;

  LakeSearch(SparkSession spark, String root) {
    this.spark = spark;
    this.root = root;
  }

  /**
   * What was found.
   *
   * @param files that were searched
   */
  record Searched(long files, List<Survivor> traces) {}

  Searched search(Needles needles) throws IOException {
    List<String> files = files();
    if (files.isEmpty() || needles.isEmpty()) {
      return new Searched(files.size(), List.of());
    }
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<SerializableConfiguration> settings =
        context.broadcast(
            new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
    Broadcast<Needles> wanted = context.broadcast(needles);
    int tasks = Math.min(files.size(), spark.sparkContext().defaultParallelism() * TASKS_PER_CORE);
    List<Survivor> traces =
        context.parallelize(files, tasks).mapPartitions(new FileSearch(settings, wanted)).collect();
    return new Searched(files.size(), traces);
  }

  /** Hadoop hides the checksums of its local files: their content is no text. */
  private List<String> files() throws IOException {
    Path folder = new Path(root);
    FileSystem store = folder.getFileSystem(spark.sparkContext().hadoopConfiguration());
    List<String> files = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> found = store.listFiles(folder, true);
    while (found.hasNext()) {
      files.add(found.next().getPath().toString());
    }
    return files;
  }

  /** Runs in a task. */
  private static final class FileSearch implements FlatMapFunction<Iterator<String>, Survivor> {
    private static final long serialVersionUID = 1L;

    private final Broadcast<SerializableConfiguration> settings;
    private final Broadcast<Needles> needles;

    private FileSearch(Broadcast<SerializableConfiguration> settings, Broadcast<Needles> needles) {
      this.settings = settings;
      this.needles = needles;
    }

    @Override
    public Iterator<Survivor> call(Iterator<String> files) {
      Configuration hadoop = settings.value().value();
      List<Survivor> traces = new ArrayList<>();
      while (files.hasNext()) {
        String file = files.next();
        try {
          int found = count(hadoop, new Path(file));
          if (found > 0) {
            traces.add(
                new Survivor(
                    file, Survivor.TRACE, "it holds " + found + " of the fingerprints and masks"));
          }
        } catch (IOException | RuntimeException unreadable) {
          traces.add(
              new Survivor(
                  file,
                  Survivor.UNVERIFIED,
                  "it could not be read: " + unreadable.getClass().getSimpleName()));
        }
      }
      return traces.iterator();
    }

    private int count(Configuration hadoop, Path file) throws IOException {
      int found;
      try (InputStream in = file.getFileSystem(hadoop).open(file)) {
        found = needles.value().countIn(in);
      }
      return found == 0 && file.getName().endsWith(".parquet")
          ? ParquetText.countIn(hadoop, file, needles.value())
          : found;
    }
  }
}
