package dev.telltale.jobs.erasure.apply;

import dev.telltale.jobs.erasure.ErasurePlan;
import dev.telltale.jobs.erasure.ErasureResult;
import dev.telltale.jobs.erasure.PlannedKey;
import dev.telltale.jobs.erasure.PlannedVersion;
import dev.telltale.jobs.erasure.store.OldVersions;
import dev.telltale.jobs.location.Location;
import dev.telltale.jobs.tables.ErasedRows;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import dev.telltale.jobs.tables.TablePurge;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * The lake's part: rows of versions that are gone, then all that older versions of its tables
 * consist of. Rows of what survived stay: they say where it is. Driver.
 */
public final class LakeErasure {
  private static final List<LakeTable> TABLES =
      List.of(LakeTable.RECORDS, LakeTable.FINDINGS, LakeTable.OBJECTS);

  private final SparkSession spark;
  private final Lake lake;
  private final Consumer<String> steps;
  private final Clock clock;

  LakeErasure(SparkSession spark, Lake lake, Consumer<String> steps, Clock clock) {
    this.spark = spark;
    this.lake = lake;
    this.steps = steps;
    this.clock = clock;
  }

  /**
   * What was done to the lake.
   *
   * @param versions object versions whose rows went
   * @param files of older versions of the tables
   * @param oldObjects versions of files that the lake's bucket had kept
   * @param pending what has to wait, as sentences
   */
  public record Done(long versions, long files, long oldObjects, List<String> pending) {
    public Done {
      pending = List.copyOf(pending);
    }
  }

  Done erase(ErasurePlan plan, List<ErasureResult> results) throws IOException {
    List<Row> gone = gone(plan, results);
    if (!gone.isEmpty()) {
      steps.accept("removing the rows of what is gone");
      new ErasedRows(spark, lake).remove(spark.createDataFrame(gone, ErasedRows.VERSION));
    }
    long files = 0;
    long waiting = 0;
    for (LakeTable table : TABLES) {
      steps.accept("purging older versions of " + table.id());
      TablePurge.Purged purged = new TablePurge(spark, lake, table, clock).purge();
      files += purged.files() + purged.logFiles();
      waiting += purged.waiting();
    }
    List<String> pending = new ArrayList<>();
    if (waiting > 0) {
      pending.add(
          waiting
              + " files that no version of the lake names are too young to tell whose they are: run"
              + " this command again when nothing else writes the lake");
    }
    return new Done(gone.size(), files, oldObjects(pending), pending);
  }

  private long oldObjects(List<String> pending) {
    Location root = Location.folder(lake.root());
    if (root.isLocal()) {
      return 0;
    }
    long gone = 0;
    for (LakeTable table : TABLES) {
      try {
        gone +=
            OldVersions.remove(
                spark.sparkContext().hadoopConfiguration(),
                Objects.requireNonNull(root.bucket()),
                Location.folder(lake.path(table)).path() + "/");
      } catch (IOException refused) {
        pending.add(
            "old versions of the files of "
                + table.id()
                + " may be kept by the lake's bucket: s3:ListBucketVersions and"
                + " s3:DeleteObjectVersion are needed");
      }
    }
    return gone;
  }

  private static List<Row> gone(ErasurePlan plan, List<ErasureResult> results) {
    Set<List<String>> survived = new HashSet<>();
    for (ErasureResult each : results) {
      if (each.survived()) {
        survived.add(
            List.of(
                each.bucket(),
                each.key(),
                Objects.requireNonNullElse(each.versionId(), ""),
                each.etag()));
      }
    }
    // A row of the lake may stand for several versions of the same content: one left keeps it.
    Set<List<String>> kept = new HashSet<>();
    List<Row> gone = new ArrayList<>();
    for (boolean first : new boolean[] {true, false}) {
      for (PlannedKey key : plan.keys()) {
        for (PlannedVersion version : key.versions()) {
          if (!version.action().isTarget()) {
            continue;
          }
          List<String> row = place(key, version.lakeVersionId(), version.etag());
          boolean stays = survived.contains(place(key, version.versionId(), version.etag()));
          if (first && stays) {
            kept.add(row);
          } else if (!first && !kept.contains(row)) {
            gone.add(
                RowFactory.create(
                    key.bucket(), key.key(), version.lakeVersionId(), version.etag()));
          }
        }
      }
    }
    return gone;
  }

  private static List<String> place(PlannedKey key, @Nullable String versionId, String etag) {
    return List.of(key.bucket(), key.key(), Objects.requireNonNullElse(versionId, ""), etag);
  }
}
