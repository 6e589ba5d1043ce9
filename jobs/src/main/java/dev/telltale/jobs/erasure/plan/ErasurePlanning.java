package dev.telltale.jobs.erasure.plan;

import static org.apache.spark.sql.functions.col;

import dev.telltale.jobs.erasure.BucketFacts;
import dev.telltale.jobs.erasure.ErasurePlan;
import dev.telltale.jobs.erasure.PlannedAction;
import dev.telltale.jobs.erasure.PlannedKey;
import dev.telltale.jobs.erasure.PlannedUpload;
import dev.telltale.jobs.erasure.PlannedVersion;
import dev.telltale.jobs.erasure.Target;
import dev.telltale.jobs.erasure.store.ErasableStore;
import dev.telltale.jobs.settings.ProductVersion;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.tables.DownstreamCopy;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Makes a plan. Changes nothing. Driver. */
public final class ErasurePlanning {
  private final SparkSession spark;
  private final Lake lake;
  private final Selection selection;
  private final List<DownstreamCopy> downstream;
  private final Consumer<String> steps;
  private final Clock clock;
  private final List<String> outside = new ArrayList<>();

  /**
   * @param downstream where telemetry goes on to
   * @param steps receives what is being done
   */
  public ErasurePlanning(
      SparkSession spark,
      Lake lake,
      Selection selection,
      List<DownstreamCopy> downstream,
      Consumer<String> steps,
      Clock clock) {
    this.downstream = List.copyOf(downstream);
    this.spark = spark;
    this.lake = lake;
    this.selection = selection;
    this.steps = steps;
    this.clock = clock;
  }

  /**
   * @throws UserMistake if there is no lake, nothing is selected, or it is too much for one plan
   */
  public ErasurePlan plan() {
    lake.requireKnown();
    SelectedFindings findings = new SelectedFindings(spark, lake, selection);
    LakeVersions versions = new LakeVersions(lake);
    describe("reading the lake");
    List<Target> targets = List.of();
    List<LakeVersion> known;
    List<String> cases = List.of();
    long elsewhere = 0;
    if (selection.ofValues()) {
      targets = findings.targets();
      cases = findings.cases();
      known = versions.of(findings.places(targets));
      if (selection.isNarrowed()) {
        elsewhere = findings.everywhere(targets).count() - findings.places(targets).count();
      }
    } else {
      known = versions.whole(findings.narrowed(lake.read(LakeTable.OBJECTS)));
    }
    if (known.stream().noneMatch(LakeVersion::isTarget)) {
      throw new UserMistake(
          "there is nothing to erase",
          "no object of the lake is in the selection",
          "check --telemetry-type, --from and --to; telltale sql shows what the lake has");
    }
    return planned(targets, cases, known, elsewhere);
  }

  private ErasurePlan planned(
      List<Target> targets, List<String> cases, List<LakeVersion> known, long elsewhere) {
    Map<String, Map<String, List<LakeVersion>>> byKey = new TreeMap<>();
    Set<String> ruleSets = new TreeSet<>();
    for (LakeVersion each : known) {
      ruleSets.addAll(each.ruleSets());
      byKey
          .computeIfAbsent(each.bucket(), any -> new TreeMap<>())
          .computeIfAbsent(each.key(), any -> new ArrayList<>())
          .add(each);
    }
    KeyPlanning planning =
        new KeyPlanning(new Decision(selection.ofValues(), selection.maxCollateral()));
    Map<String, BucketFacts> facts = facts(byKey.keySet());
    List<PlannedKey> keys = new ArrayList<>();
    if (selection.online()) {
      describe("listing what the plan names");
      Map<String, Map<String, ListedKeys.Listed>> listed = listed(byKey, facts);
      byKey.forEach(
          (bucket, inside) ->
              inside.forEach(
                  (key, all) ->
                      keys.add(
                          planning.online(
                              all,
                              listed.getOrDefault(bucket, Map.of()).get(key),
                              facts.getOrDefault(bucket, BucketFacts.unknown(bucket))))));
    } else {
      byKey.forEach(
          (bucket, inside) -> inside.forEach((key, all) -> keys.add(planning.offline(all))));
    }
    List<PlannedUpload> uploads = uploads(byKey);
    sayWhatIsOutside(keys, facts, elsewhere);
    return new ErasurePlan(
        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
        ProductVersion.text(),
        lake.root(),
        keyId(),
        List.copyOf(ruleSets),
        selection.words(),
        cases,
        selection.ofValues() && elsewhere == 0,
        elsewhere,
        selection.online(),
        targets,
        List.copyOf(facts.values()),
        keys,
        uploads,
        Downstream.of(keys, downstream),
        outside);
  }

  private Map<String, BucketFacts> facts(Set<String> buckets) {
    Map<String, BucketFacts> facts = new TreeMap<>();
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    for (String bucket : buckets) {
      describe("asking about " + bucket);
      try {
        facts.put(
            bucket,
            selection.online()
                ? ErasableStore.of(hadoop, bucket).facts()
                : BucketFacts.unknown(bucket));
      } catch (IOException unreachable) {
        facts.put(bucket, BucketFacts.unknown(bucket));
      }
    }
    return facts;
  }

  private Map<String, Map<String, ListedKeys.Listed>> listed(
      Map<String, Map<String, List<LakeVersion>>> byKey, Map<String, BucketFacts> facts) {
    Map<String, Set<String>> keys = new HashMap<>();
    byKey.forEach((bucket, inside) -> keys.put(bucket, inside.keySet()));
    Set<String> locked = new TreeSet<>();
    facts.forEach(
        (bucket, fact) -> {
          if (!fact.objectLock().equals("no")) {
            locked.add(bucket);
          }
        });
    return ListedKeys.of(spark, keys, locked);
  }

  private List<PlannedUpload> uploads(Map<String, Map<String, List<LakeVersion>>> byKey) {
    List<PlannedUpload> uploads = new ArrayList<>();
    if (!selection.online()) {
      outside.add("unfinished uploads: the store was not asked (--offline)");
      return uploads;
    }
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    Instant before = clock.instant().minus(selection.uploadAge());
    byKey.forEach(
        (bucket, keys) -> {
          try {
            for (PlannedUpload each :
                ErasableStore.of(hadoop, bucket).uploads(commonFolder(keys.keySet()))) {
              if (keys.containsKey(each.key()) || isOlder(each, before)) {
                uploads.add(each);
              }
            }
          } catch (IOException refused) {
            outside.add(
                "unfinished uploads of "
                    + bucket
                    + ": unknown, they may not be listed (s3:ListBucketMultipartUploads)");
          }
        });
    return uploads;
  }

  private static boolean isOlder(PlannedUpload upload, Instant before) {
    try {
      return !Instant.parse(upload.initiated()).isAfter(before);
    } catch (DateTimeException unknown) {
      return false;
    }
  }

  /** The longest prefix of all keys that ends with a slash; empty if they share none. */
  private static String commonFolder(Set<String> keys) {
    String common = keys.iterator().next();
    for (String key : keys) {
      int same = 0;
      while (same < Math.min(common.length(), key.length())
          && common.charAt(same) == key.charAt(same)) {
        same++;
      }
      common = common.substring(0, same);
    }
    return common.substring(0, common.lastIndexOf('/') + 1);
  }

  private void sayWhatIsOutside(
      List<PlannedKey> keys, Map<String, BucketFacts> facts, long elsewhere) {
    long unscanned =
        keys.stream()
            .flatMap(key -> key.versions().stream())
            .filter(each -> each.state().equals("unscanned"))
            .count();
    if (unscanned > 0) {
      outside.add(
          unscanned
              + " versions of these keys were never scanned, and stay: telltale scan --versions all,"
              + " then plan again");
    }
    if (elsewhere > 0) {
      outside.add(elsewhere + " other places of the same values are not in this plan");
    }
    boolean blocked =
        keys.stream()
            .flatMap(key -> key.versions().stream())
            .anyMatch(each -> each.action() == PlannedAction.BLOCKED);
    if (blocked) {
      outside.add("versions that are blocked survive: each says why");
    }
    facts.forEach(
        (bucket, fact) -> {
          fact.replication()
              .forEach(
                  each ->
                      outside.add(
                          bucket
                              + ": "
                              + (each.equals(PlannedVersion.UNKNOWN)
                                  ? "replicas: unknown, the rules may not be read"
                                  : each)));
          fact.traces().forEach(each -> outside.add(bucket + ": " + each));
          if (fact.objectLock().equals(PlannedVersion.UNKNOWN)) {
            outside.add(bucket + ": Object Lock: unknown, it may not be asked for");
          }
        });
    outside.add("copies that were made by hand, backups, caches and exports of other programs");
  }

  private String keyId() {
    Dataset<Row> latest =
        lake.read(LakeTable.RUNS)
            .where(col("fingerprint_key_id").isNotNull())
            .orderBy(col("started_at").desc())
            .limit(1)
            .select("fingerprint_key_id");
    List<Row> rows = latest.collectAsList();
    return rows.isEmpty() ? "" : rows.get(0).getString(0);
  }

  private void describe(String what) {
    spark.sparkContext().setJobGroup("telltale-erase", what, false);
    steps.accept(what);
  }
}
