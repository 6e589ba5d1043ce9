package dev.telltale.jobs.erasure.apply;

import dev.telltale.jobs.erasure.ErasurePlan;
import dev.telltale.jobs.erasure.ErasureResult;
import dev.telltale.jobs.erasure.ErasureResult.Outcome;
import dev.telltale.jobs.erasure.PlannedKey;
import dev.telltale.jobs.erasure.PlannedUpload;
import dev.telltale.jobs.erasure.TargetDetection;
import dev.telltale.jobs.erasure.store.Answer;
import dev.telltale.jobs.erasure.store.ErasableStore;
import dev.telltale.jobs.lease.Lease;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.store.StoreProblems;
import dev.telltale.jobs.tables.Lake;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a plan: the objects in tasks, then unfinished uploads, then the lake. Whatever it was
 * cut off at, the next call does the rest. Holds the lease of the lake, so that no scan writes down
 * what is being erased. Driver.
 */
public final class ErasureJob {
  private static final int TASKS_PER_CORE = 8;
  private static final int KEYS_PER_TASK = 64;

  private final SparkSession spark;
  private final Lake lake;
  private final ErasurePlan plan;
  private final @Nullable TargetDetection values;
  private final Consumer<String> steps;
  private final Clock clock;

  /**
   * @param values null where the plan rewrites nothing
   * @param steps receives what is being done
   */
  public ErasureJob(
      SparkSession spark,
      Lake lake,
      ErasurePlan plan,
      @Nullable TargetDetection values,
      Consumer<String> steps,
      Clock clock) {
    this.spark = spark;
    this.lake = lake;
    this.plan = plan;
    this.values = values;
    this.steps = steps;
    this.clock = clock;
  }

  /**
   * What an erasure did.
   *
   * @param results of every version, marker and upload with a part in the plan
   */
  public record Applied(List<ErasureResult> results, LakeErasure.Done lake) {
    public Applied {
      results = List.copyOf(results);
    }

    public long count(Outcome outcome) {
      return results.stream().filter(each -> each.outcome() == outcome).count();
    }
  }

  /**
   * @throws UserMistake if the lake is being written, or cannot be
   */
  public Applied run() {
    lake.requireKnown();
    try (Lease lease =
        Lease.acquire(spark.sparkContext().hadoopConfiguration(), lake.root(), clock)) {
      describe("erasing " + plan.keys().size() + " objects");
      List<ErasureResult> results = new ArrayList<>(objects());
      describe("ending unfinished uploads");
      plan.uploads().forEach(each -> results.add(upload(each)));
      lease.check();
      LakeErasure.Done done =
          new LakeErasure(spark, lake, this::describe, clock).erase(plan, results);
      return new Applied(results, done);
    } catch (IOException failed) {
      throw new UserMistake(
          List.of(StoreProblems.of("the lake " + lake.root() + " cannot be used", failed)));
    }
  }

  private List<ErasureResult> objects() {
    List<PlannedKey> keys = plan.keys();
    if (keys.isEmpty()) {
      return List.of();
    }
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<SerializableConfiguration> settings =
        context.broadcast(
            new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
    Broadcast<TargetDetection> wanted = values == null ? null : context.broadcast(values);
    int cores = Math.max(1, spark.sparkContext().defaultParallelism());
    int tasks =
        Math.min(keys.size(), Math.max(cores * TASKS_PER_CORE, keys.size() / KEYS_PER_TASK));
    return context
        .parallelize(keys, tasks)
        .mapPartitions(new ErasureTasks(settings, wanted))
        .collect();
  }

  private ErasureResult upload(PlannedUpload upload) {
    try {
      ErasableStore store =
          ErasableStore.of(spark.sparkContext().hadoopConfiguration(), upload.bucket());
      return store.abort(upload)
          ? Results.upload(upload, Outcome.ERASED, "")
          : Results.upload(upload, Outcome.GONE, "it was ended or completed before");
    } catch (ErasableStore.Refused refused) {
      return Results.upload(upload, Outcome.SURVIVED, refused.reason());
    } catch (IOException failed) {
      return Results.upload(
          upload, Outcome.SURVIVED, "the store answered with " + Answer.code(failed));
    }
  }

  private void describe(String what) {
    spark.sparkContext().setJobGroup("telltale-erase", what, true);
    steps.accept(what);
  }
}
