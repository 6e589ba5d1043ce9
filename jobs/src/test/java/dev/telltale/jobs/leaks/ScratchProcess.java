package dev.telltale.jobs.leaks;

import dev.telltale.jobs.Telltale;
import dev.telltale.jobs.command.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * A driver that dies with its scratch files on the disk, as after {@code kill -9}: as soon as they
 * hold broadcasts and kept rows.
 */
final class ScratchProcess {
  static final int DIED = 137;

  private ScratchProcess() {}

  /**
   * @param words {@code plain VALUE}: a job that keeps the value in every way Spark has; otherwise
   *     a command of Telltale
   */
  public static void main(String[] words) {
    Path scratch = Path.of(System.getProperty("spark.local.dir"));
    if (words[0].equals("plain")) {
      keep(words[1]);
      Runtime.getRuntime().halt(DIED);
    }
    Thread watcher = new Thread(() -> dieOnceFilled(scratch), "watcher");
    watcher.setDaemon(true);
    watcher.start();
    int code =
        Telltale.run(
            List.of(words),
            new Terminal(System.in, System.out, System.err, false, Clock.systemUTC()));
    Runtime.getRuntime().halt(code);
  }

  private static void keep(String value) {
    SparkSession spark = SparkSession.builder().getOrCreate();
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    List<String> rows = IntStream.range(0, 2000).mapToObj(row -> row + " " + value).toList();
    var broadcast = context.broadcast(new ArrayList<>(rows));
    var kept =
        context
            .parallelize(rows, 2)
            .map(row -> row + broadcast.value().get(0))
            .persist(StorageLevel.DISK_ONLY());
    kept.count();
    kept.mapToPair(row -> new scala.Tuple2<>(row, row)).sortByKey().count();
  }

  private static void dieOnceFilled(Path scratch) {
    while (!has(scratch, "rdd_") || !has(scratch, "broadcast_")) {
      Thread.onSpinWait();
    }
    Runtime.getRuntime().halt(DIED);
  }

  private static boolean has(Path folder, String start) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.anyMatch(file -> file.getFileName().toString().startsWith(start));
    } catch (IOException | UncheckedIOException changing) {
      return false;
    }
  }
}
