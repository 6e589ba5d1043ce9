package dev.telltale.jobs.maintenance;

import dev.telltale.jobs.plan.ManifestStore;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.store.StoreProblems;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import dev.telltale.jobs.tables.TableMaintenance;
import dev.telltale.jobs.tables.TableSize;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/**
 * Rewrites the files of a lake so that there are few and large ones, deletes those of old versions,
 * and forgets old manifests. Changes no row; may be stopped at any time and run again. Driver.
 */
public final class OptimizeJob {
  private final SparkSession spark;
  private final OptimizeOptions options;
  private final Consumer<String> steps;
  private final Clock clock;
  private final Lake lake;
  private final ManifestStore manifests;

  /**
   * @param steps receives what is being done
   */
  public OptimizeJob(
      SparkSession spark, OptimizeOptions options, Consumer<String> steps, Clock clock) {
    this.spark = spark;
    this.options = options;
    this.steps = steps;
    this.clock = clock;
    this.lake = new Lake(spark, options.lake());
    this.manifests = new ManifestStore(spark, options.lake());
  }

  /**
   * @throws UserMistake if there is no lake, a newer program made it, or it cannot be changed
   */
  public OptimizeResult run() {
    lake.requireKnown();
    try {
      if (!options.dryRun()) {
        lake.create();
      }
      List<OptimizedTable> tables = new ArrayList<>();
      for (LakeTable table : LakeTable.values()) {
        tables.add(options.dryRun() ? inspected(table) : optimized(table));
      }
      return new OptimizeResult(tables, forgetManifests());
    } catch (IOException failed) {
      throw new UserMistake(
          List.of(StoreProblems.of("the lake " + lake.root() + " cannot be used", failed)));
    }
  }

  private OptimizedTable inspected(LakeTable table) throws IOException {
    describe("looking at " + table.id());
    TableMaintenance maintenance = new TableMaintenance(spark, lake, table);
    TableSize size = maintenance.size();
    return new OptimizedTable(table, size, size, maintenance.unused(options.retain()));
  }

  private OptimizedTable optimized(LakeTable table) throws IOException {
    TableMaintenance maintenance = new TableMaintenance(spark, lake, table);
    TableSize before = maintenance.size();
    if (before.small() > 0) {
      describe("joining small files of " + table.id());
      maintenance.compact();
    }
    if (options.full()) {
      describe("ordering large partitions of " + table.id());
      maintenance.order();
    }
    describe("deleting files of old versions of " + table.id());
    maintenance.vacuum(options.retain());
    return new OptimizedTable(table, before, maintenance.size(), 0);
  }

  private int forgetManifests() throws IOException {
    List<String> old = manifests.forgettable(clock.instant().minus(options.retain()));
    if (!options.dryRun()) {
      for (String runId : old) {
        manifests.forget(runId);
      }
    }
    return old.size();
  }

  private void describe(String what) {
    spark.sparkContext().setJobGroup("telltale-optimize", what, false);
    steps.accept(what);
  }
}
