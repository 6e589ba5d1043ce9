package dev.telltale.jobs.listing;

import dev.telltale.jobs.settings.Problem;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.store.StoreProblems;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Lists the objects of the sources as a distributed table. The driver looks for prefixes only; the
 * keys are streamed by the tasks, page by page, so that no heap grows with the number of objects.
 */
public final class SourceListing {
  /** Parts for each core: enough to even out days of little and of much telemetry. */
  private static final int PARTS_PER_CORE = 16;

  private static final int MIN_PARTS = 256;

  /** Tasks for each core. A task lists many parts where there are many. */
  private static final int TASKS_PER_CORE = 8;

  private final SparkSession spark;
  private final ListingOptions options;
  private final Configuration hadoop;
  private final Map<String, ObjectTree> trees = new TreeMap<>();

  public SourceListing(SparkSession spark, ListingOptions options) {
    this.spark = spark;
    this.options = options;
    this.hadoop = spark.sparkContext().hadoopConfiguration();
  }

  /**
   * Every object below the sources once, as rows of {@link ListedRow#TYPE}; with all versions also
   * the rows of {@link ListedRow#isDeleteMarker()}. Each action on the table lists anew: keep it,
   * or write it down, before using it twice.
   *
   * @throws UserMistake with one problem for each source or prefix that cannot be listed
   */
  public Dataset<Row> list() {
    if (options.inventory() != null) {
      return new InventoryListing(spark, options).list(roots());
    }
    List<ListingUnit> units = units();
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<SerializableConfiguration> settings =
        context.broadcast(new SerializableConfiguration(hadoop));
    int tasks = Math.max(1, Math.min(units.size(), cores() * TASKS_PER_CORE));
    return spark.createDataFrame(
        context
            .parallelize(units, tasks)
            .mapPartitions(new ListingTasks(settings, options.window(), options.allVersions())),
        ListedRow.TYPE);
  }

  private int cores() {
    return Math.max(1, spark.sparkContext().defaultParallelism());
  }

  /**
   * What the tasks list, without overlap, and without folders outside of the window.
   *
   * @throws UserMistake with one problem for each source or prefix that cannot be listed
   */
  public List<ListingUnit> units() {
    Set<ListingUnit> objects = new LinkedHashSet<>();
    Set<ListingUnit> folders = new LinkedHashSet<>();
    List<Problem> problems = new ArrayList<>();
    for (SourceRoot root : roots()) {
      try {
        look(root, objects, folders);
      } catch (IOException failed) {
        problems.add(problem(root.source(), failed));
      }
    }
    if (!problems.isEmpty()) {
      throw new UserMistake(problems);
    }
    List<ListingUnit> apart = OverlappingSources.removed(folders);
    List<ListingUnit> units = new ArrayList<>(OverlappingSources.outside(objects, apart));
    int wanted = Math.max(MIN_PARTS, cores() * PARTS_PER_CORE);
    units.addAll(new PrefixSearch(trees, options.window(), wanted).divide(apart));
    return units;
  }

  private List<SourceRoot> roots() {
    List<SourceRoot> roots = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (String source : options.sources()) {
      try {
        roots.add(SourceRoot.of(source));
      } catch (UserMistake mistake) {
        problems.addAll(mistake.problems());
      } catch (IOException failed) {
        problems.add(problem(source, failed));
      }
    }
    if (!problems.isEmpty()) {
      throw new UserMistake(problems);
    }
    return roots;
  }

  /** A source that names nothing is a mistake; an empty bucket is not. */
  private void look(SourceRoot root, Set<ListingUnit> objects, Set<ListingUnit> folders)
      throws IOException {
    ObjectTree tree = tree(root.bucket());
    boolean isObject = root.object() != null && tree.isThere(root.object());
    boolean isFolder = tree.isThere(root.folder());
    if (isObject) {
      objects.add(root.object());
    }
    if (isFolder) {
      folders.add(root.folder());
    }
    if (!isObject && !isFolder && !root.path().isEmpty()) {
      throw new FileNotFoundException("nothing is there");
    }
  }

  private ObjectTree tree(String bucket) throws IOException {
    ObjectTree known = trees.get(bucket);
    if (known == null) {
      known = ObjectTree.of(hadoop, bucket, options.allVersions());
      trees.put(bucket, known);
    }
    return known;
  }

  private static Problem problem(String source, IOException failed) {
    return StoreProblems.of("the source " + source + " cannot be listed", failed);
  }
}
