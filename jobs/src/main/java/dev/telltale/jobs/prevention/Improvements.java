package dev.telltale.jobs.prevention;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.repeat.KnownLeak;
import dev.telltale.detection.rules.TeamSource;
import dev.telltale.jobs.cases.NamedCases;
import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.prevention.ReplayedCase.ObjectCounts;
import dev.telltale.jobs.scan.ScanRules;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.prevention.Prevention;
import dev.telltale.prevention.ReplayCount;
import dev.telltale.scan.ObjectRef;
import dev.telltale.sql.ObjectRefSchema;
import dev.telltale.sql.SealedKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** Finds out what would have stopped a case. Driver. */
public final class Improvements {
  private static final Column[] REF =
      Arrays.stream(ObjectRefSchema.TYPE.fieldNames())
          .map(name -> col("o." + name))
          .toArray(Column[]::new);

  private final SparkSession spark;
  private final Lake lake;
  private final FingerprintKey key;
  private final boolean includeExamples;
  private final TeamSource team;

  /**
   * @param key that the lake was written with
   * @param includeExamples as the scan had it
   * @param team the rule file of the scan, or null
   */
  public Improvements(
      SparkSession spark, Lake lake, FingerprintKey key, boolean includeExamples, TeamSource team) {
    this.spark = spark;
    this.lake = lake;
    this.key = key;
    this.includeExamples = includeExamples;
    this.team = team;
  }

  /**
   * Reads the objects of a case again, those with most of it first, and innocent ones of the same
   * telemetry types.
   *
   * @param named the cases that are asked for, open
   * @param caseId one of them
   * @param sample how many innocent objects
   */
  public Improvement of(NamedCases named, String caseId, int sample) {
    Dataset<Row> findings = named.places(caseId);
    ReplayedCase replayed = replayed(caseId, findings);
    List<Prevention> preventions =
        ReplayTasks.preventions(replayed, ScanRules.of(includeExamples, team));
    lake.register(Set.of("objects_current"));
    Dataset<Row> objects = spark.table("objects_current");
    Dataset<Row> affected = affected(findings, objects);
    List<ObjectRef> read = refs(affected.limit(RunLimits.MAX_REPLAYED_OBJECTS));
    List<ObjectRef> innocent = refs(innocent(findings, objects).limit(sample));
    List<ObjectRef> all = new ArrayList<>(read);
    all.addAll(innocent);
    List<ObjectCounts> counted = replay(replayed, all);
    List<Improvement.Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < preventions.size(); i++) {
      ReplayCount sum = ReplayCount.NONE;
      for (ObjectCounts each : counted) {
        sum = sum.plus(each.counts().get(i));
      }
      outcomes.add(new Improvement.Outcome(preventions.get(i), sum));
    }
    return new Improvement(
        caseId,
        outcomes,
        affected.count(),
        read.size(),
        innocent.size(),
        counted.stream().filter(each -> !each.read()).count());
  }

  private List<ObjectCounts> replay(ReplayedCase replayed, List<ObjectRef> objects) {
    if (objects.isEmpty()) {
      return List.of();
    }
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    ReplayTasks tasks =
        new ReplayTasks(
            replayed,
            includeExamples,
            team,
            SealedKey.of(key),
            context.broadcast(
                new SerializableConfiguration(spark.sparkContext().hadoopConfiguration())));
    int parts = Math.min(objects.size(), 4 * context.defaultParallelism());
    List<ObjectRef> mixed = new ArrayList<>(objects);
    Collections.sort(mixed, (one, other) -> Long.compare(other.size(), one.size()));
    return context.parallelize(mixed, parts).mapPartitions(tasks).collect();
  }

  private static ReplayedCase replayed(String caseId, Dataset<Row> findings) {
    Set<String> fingerprints = new HashSet<>();
    List<KnownLeak> known = new ArrayList<>();
    for (Row row :
        findings
            .select("fingerprint", "masked", "match_length", "rule")
            .distinct()
            .limit(RunLimits.MAX_KNOWN_LEAKS)
            .collectAsList()) {
      fingerprints.add(row.getString(0));
      KnownLeak leak =
          KnownLeak.of(row.getString(0), row.getString(1), row.getInt(2), row.getString(3), caseId);
      if (leak != null) {
        known.add(leak);
      }
    }
    return new ReplayedCase(
        texts(findings, "field_pattern"), texts(findings, "rule"), fingerprints, known);
  }

  private static List<String> texts(Dataset<Row> findings, String column) {
    return findings
        .where(col("record_index").geq(0))
        .groupBy(column)
        .agg(count(lit(1)).as("places"))
        .orderBy(col("places").desc(), col(column))
        .limit(RunLimits.MAX_REPLAYED_FIELDS)
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private static Dataset<Row> affected(Dataset<Row> findings, Dataset<Row> objects) {
    return findings
        .groupBy("bucket", "object_key", "version_id", "etag")
        .agg(count(lit(1)).as("places"))
        .as("f")
        .join(
            objects.as("o"),
            col("f.bucket")
                .equalTo(col("o.bucket"))
                .and(col("f.object_key").equalTo(col("o.object_key")))
                .and(col("f.version_id").eqNullSafe(col("o.version_id")))
                .and(col("f.etag").equalTo(col("o.etag"))))
        .orderBy(col("f.places").desc(), col("o.bucket"), col("o.object_key"), col("o.version_id"))
        .select(REF);
  }

  private static Dataset<Row> innocent(Dataset<Row> findings, Dataset<Row> objects) {
    return objects
        .as("o")
        .join(
            findings.select("telemetry_type").distinct().as("t"),
            col("o.telemetry_type").equalTo(col("t.telemetry_type")))
        .where(
            col("o.status")
                .equalTo("scanned")
                .and(col("o.finding_count").equalTo(0))
                .and(col("o.record_count").gt(0))
                .and(col("o.size").leq(RunLimits.MAX_SAMPLED_OBJECT_BYTES)))
        .orderBy(xxhash64(col("o.bucket"), col("o.object_key"), col("o.etag")))
        .select(REF);
  }

  private static List<ObjectRef> refs(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(ObjectRefSchema::ref).toList();
  }
}
