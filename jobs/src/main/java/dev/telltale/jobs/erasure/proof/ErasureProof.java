package dev.telltale.jobs.erasure.proof;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.not;

import dev.telltale.jobs.erasure.ErasurePlan;
import dev.telltale.jobs.erasure.PlannedKey;
import dev.telltale.jobs.erasure.PlannedUpload;
import dev.telltale.jobs.erasure.PlannedVersion;
import dev.telltale.jobs.erasure.Target;
import dev.telltale.jobs.erasure.store.Answer;
import dev.telltale.jobs.erasure.store.ErasableStore;
import dev.telltale.jobs.erasure.store.OldVersions;
import dev.telltale.jobs.listing.ListedRow;
import dev.telltale.jobs.listing.ListingOptions;
import dev.telltale.jobs.listing.SourceListing;
import dev.telltale.jobs.listing.TimeWindow;
import dev.telltale.jobs.location.Location;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.store.ObjectPath;
import dev.telltale.jobs.store.StoreProblems;
import dev.telltale.jobs.tables.ErasedRows;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Looks for whatever is left of what a plan names: in the store, in sources that are scanned again,
 * in the lake. Changes nothing. What nobody can look at counts as left. Driver.
 */
public final class ErasureProof {
  private static final int TASKS_PER_CORE = 8;
  private static final int KEYS_PER_TASK = 64;

  private final SparkSession spark;
  private final Lake lake;
  private final ErasurePlan plan;
  private final @Nullable ObjectSearch search;
  private final List<String> sources;
  private final Consumer<String> steps;
  private final List<Survivor> survivors = new ArrayList<>();

  /**
   * @param search null for a plan of whole objects
   * @param sources to be scanned whole, with all versions, beside the keys of the plan
   * @param steps receives what is being done
   */
  public ErasureProof(
      SparkSession spark,
      Lake lake,
      ErasurePlan plan,
      @Nullable ObjectSearch search,
      List<String> sources,
      Consumer<String> steps) {
    this.spark = spark;
    this.lake = lake;
    this.plan = plan;
    this.search = search;
    this.sources = List.copyOf(sources);
    this.steps = steps;
  }

  /**
   * @throws UserMistake if the sources or the lake cannot be read
   */
  public Evidence gather() {
    lake.requireKnown();
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<SerializableConfiguration> settings =
        context.broadcast(
            new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
    Broadcast<ObjectSearch> wanted = search == null ? null : context.broadcast(search);
    long planned = 0;
    long gone = 0;
    long rescanned = 0;
    for (KeyProof.Checked each : keys(context, settings, wanted)) {
      planned += each.planned();
      gone += each.gone();
      rescanned += each.rescanned();
      survivors.addAll(each.survivors());
    }
    if (wanted != null && !sources.isEmpty()) {
      rescanned += rescan(settings, wanted);
    }
    long uploads = uploads();
    long rows = rows();
    long files = 0;
    long leftOut = 0;
    try {
      if (plan.everywhere()) {
        describe("searching every file of the lake");
        List<String> needles = new ArrayList<>();
        plan.targets().forEach(each -> needles.add(each.fingerprint()));
        List<String> masks = masks();
        leftOut = plan.targets().stream().map(Target::masked).distinct().count() - masks.size();
        needles.addAll(masks);
        LakeSearch.Searched searched =
            new LakeSearch(spark, lake.root()).search(new Needles(needles));
        files = searched.files();
        survivors.addAll(searched.traces());
      }
      oldObjects();
    } catch (IOException failed) {
      throw new UserMistake(
          List.of(StoreProblems.of("the lake " + lake.root() + " cannot be searched", failed)));
    }
    return new Evidence(
        search == null ? "" : search.ruleSet(),
        planned,
        gone,
        rescanned,
        uploads,
        files,
        rows,
        leftOut,
        survivors.stream().distinct().toList());
  }

  private List<KeyProof.Checked> keys(
      JavaSparkContext context,
      Broadcast<SerializableConfiguration> settings,
      @Nullable Broadcast<ObjectSearch> wanted) {
    describe("looking at " + plan.keys().size() + " keys again");
    int cores = Math.max(1, spark.sparkContext().defaultParallelism());
    List<PlannedKey> keys = plan.keys();
    int tasks =
        Math.max(
            1,
            Math.min(keys.size(), Math.max(cores * TASKS_PER_CORE, keys.size() / KEYS_PER_TASK)));
    return context.parallelize(keys, tasks).mapPartitions(new KeyProof(settings, wanted)).collect();
  }

  private long rescan(
      Broadcast<SerializableConfiguration> settings, Broadcast<ObjectSearch> wanted) {
    describe("scanning " + String.join(", ", sources) + " again");
    Dataset<Row> objects =
        new SourceListing(spark, new ListingOptions(sources, TimeWindow.ALWAYS, true, null))
            .list()
            .where(not(ListedRow.isDeleteMarker()));
    long count = 0;
    for (RescanTasks.Rescanned each :
        objects.javaRDD().mapPartitions(new RescanTasks(settings, wanted)).collect()) {
      count += each.objects();
      survivors.addAll(each.survivors());
    }
    return count;
  }

  private long uploads() {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    long left = 0;
    for (PlannedUpload each : plan.uploads()) {
      String where = ObjectPath.shown(each.bucket(), each.key()) + " " + each.uploadId();
      try {
        boolean there =
            ErasableStore.of(hadoop, each.bucket()).uploads(each.key()).stream()
                .anyMatch(other -> other.uploadId().equals(each.uploadId()));
        if (there) {
          left++;
          survivors.add(
              new Survivor(where, Survivor.LISTED, "the unfinished upload is still there"));
        }
      } catch (IOException refused) {
        left++;
        survivors.add(
            new Survivor(
                where,
                Survivor.UNVERIFIED,
                "uploads could not be listed: " + Answer.code(refused)));
      }
    }
    return left;
  }

  /** Of versions that were to go, in any table. */
  private long rows() {
    describe("counting the rows of what was to go");
    List<Row> versions = new ArrayList<>();
    for (PlannedKey key : plan.keys()) {
      for (PlannedVersion version : key.versions()) {
        if (version.action().isTarget()) {
          versions.add(
              RowFactory.create(key.bucket(), key.key(), version.lakeVersionId(), version.etag()));
        }
      }
    }
    Dataset<Row> gone = spark.createDataFrame(versions, ErasedRows.VERSION).distinct();
    long left = 0;
    for (LakeTable table : List.of(LakeTable.FINDINGS, LakeTable.OBJECTS)) {
      long rows =
          lake.read(table)
              .as("kept")
              .join(
                  gone.as("gone"),
                  expr(
                      "kept.bucket = gone.bucket AND kept.object_key = gone.object_key"
                          + " AND kept.version_id <=> gone.version_id AND kept.etag = gone.etag"),
                  "left_semi")
              .count();
      if (rows > 0) {
        survivors.add(
            new Survivor(
                lake.path(table), Survivor.TRACE, rows + " rows are about what was to go"));
      }
      left += rows;
    }
    return left;
  }

  private List<String> masks() {
    Dataset<Row> wanted =
        spark.createDataFrame(
            plan.targets().stream().map(each -> RowFactory.create(each.fingerprint())).toList(),
            StructType.fromDDL("wanted STRING"));
    Dataset<Row> mine =
        spark.createDataFrame(
            plan.targets().stream().map(each -> RowFactory.create(each.masked())).toList(),
            StructType.fromDDL("mask STRING"));
    List<String> others = new ArrayList<>();
    lake.read(LakeTable.FINDINGS)
        .join(wanted, col("fingerprint").equalTo(col("wanted")), "left_anti")
        .join(mine, col("masked").equalTo(col("mask")), "left_semi")
        .select("masked")
        .distinct()
        .collectAsList()
        .forEach(row -> others.add(row.getString(0)));
    return Needles.telling(plan.targets().stream().map(Target::masked).toList(), others);
  }

  /** A bucket with versions keeps what a lake deletes. */
  private void oldObjects() throws IOException {
    Location root = Location.folder(lake.root());
    if (root.isLocal()) {
      return;
    }
    for (LakeTable table : List.of(LakeTable.RECORDS, LakeTable.FINDINGS, LakeTable.OBJECTS)) {
      String path = lake.path(table);
      try {
        long old =
            OldVersions.count(
                spark.sparkContext().hadoopConfiguration(),
                Objects.requireNonNull(root.bucket()),
                Location.folder(path).path() + "/");
        if (old > 0) {
          survivors.add(
              new Survivor(
                  path, Survivor.TRACE, "its bucket keeps " + old + " old versions of files"));
        }
      } catch (IOException refused) {
        survivors.add(
            new Survivor(
                path,
                Survivor.UNVERIFIED,
                "old versions of its files cannot be listed: " + Answer.code(refused)));
      }
    }
  }

  private void describe(String what) {
    spark.sparkContext().setJobGroup("telltale-erase", what, true);
    steps.accept(what);
  }
}
