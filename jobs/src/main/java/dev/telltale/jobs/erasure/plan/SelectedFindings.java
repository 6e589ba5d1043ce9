package dev.telltale.jobs.erasure.plan;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import dev.telltale.jobs.cases.Cases;
import dev.telltale.jobs.cases.NamedCases;
import dev.telltale.jobs.erasure.Target;
import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.tables.CaseId;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * The findings that a selection names. Fingerprints are joined, never written into a query: a
 * literal would stand in plans and in logs. Driver.
 */
final class SelectedFindings {
  private static final StructType ONE = StructType.fromDDL("wanted STRING");

  private final SparkSession spark;
  private final Lake lake;
  private final Selection selection;
  private final Set<String> resolved = new TreeSet<>();

  SelectedFindings(SparkSession spark, Lake lake, Selection selection) {
    this.spark = spark;
    this.lake = lake;
    this.selection = selection;
  }

  /**
   * The values, sorted by fingerprint.
   *
   * @throws UserMistake if something that was named is not in the lake, or there are too many
   */
  List<Target> targets() {
    Set<String> wanted = new TreeSet<>(selection.fingerprints());
    wanted.addAll(ofCases());
    Dataset<Row> findings = lake.read(LakeTable.FINDINGS);
    Dataset<Row> named =
        findings.join(broadcast(table(wanted)), col("fingerprint").equalTo(col("wanted")));
    if (!selection.findings().isEmpty()) {
      Dataset<Row> places =
          findings.join(
              broadcast(table(selection.findings())), col("finding_id").equalTo(col("wanted")));
      requireAll(places.select("wanted").distinct(), selection.findings(), "finding");
      named = wanted.isEmpty() ? places : named.union(places);
    }
    List<Row> rows =
        named
            .groupBy("fingerprint")
            .agg(
                expr("min(masked)"),
                expr("min(rule)"),
                expr("sort_array(collect_set(match_length))"))
            .orderBy("fingerprint")
            .limit(RunLimits.MAX_ERASED_VALUES + 1)
            .collectAsList();
    if (rows.size() > RunLimits.MAX_ERASED_VALUES) {
      throw tooMany("values", RunLimits.MAX_ERASED_VALUES);
    }
    List<Target> targets = new ArrayList<>(rows.size());
    rows.forEach(
        row ->
            targets.add(
                new Target(row.getString(0), row.getString(1), row.getString(2), row.getList(3))));
    if (targets.isEmpty()) {
      throw new UserMistake(
          "nothing in the lake has these values",
          "no finding has one of the fingerprints: the key may be another one, or they were erased",
          "take them from a finding of this lake: telltale sql \"SELECT fingerprint FROM findings\"");
    }
    return targets;
  }

  /** The cases of the values, by their present ids: those that are named, and those of a value. */
  List<String> cases() {
    if (!selection.isNarrowed()) {
      selection.fingerprints().stream()
          .limit(RunLimits.MAX_NAMED_CASES)
          .forEach(each -> resolved.add(CaseId.ofValue(each)));
    }
    return List.copyOf(resolved);
  }

  static UserMistake tooMany(String what, int most) {
    return new UserMistake(
        "the plan would have more than " + most + " " + what,
        "a plan is a file that a person reads and a driver holds",
        "narrow it: --from, --to, --telemetry-type, or several plans");
  }

  private Set<String> ofCases() {
    Set<String> fingerprints = new TreeSet<>();
    if (selection.cases().isEmpty()) {
      return fingerprints;
    }
    try (NamedCases named = new Cases(spark, lake).named(selection.cases())) {
      resolved.addAll(named.ids());
      named
          .places()
          .select("fingerprint")
          .distinct()
          .limit(RunLimits.MAX_ERASED_VALUES + 1)
          .collectAsList()
          .forEach(row -> fingerprints.add(row.getString(0)));
    }
    return fingerprints;
  }

  private static void requireAll(Dataset<Row> found, List<String> wanted, String what) {
    Set<String> missing = new TreeSet<>(wanted);
    found.collectAsList().forEach(row -> missing.remove(row.getString(0)));
    if (!missing.isEmpty()) {
      throw new UserMistake(
          "there is no " + what + " " + missing.iterator().next() + " in the lake",
          missing.size() == 1
              ? "its findings may have been erased, or the lake is another one"
              : "nor " + (missing.size() - 1) + " others that were named",
          "telltale sql --lake URI \"SELECT * FROM " + what + "s\" lists what there is");
    }
  }

  /** The findings of these values, at the places that the selection leaves. */
  Dataset<Row> places(List<Target> targets) {
    Dataset<Row> found = everywhere(targets);
    if (!selection.findings().isEmpty()
        && selection.fingerprints().isEmpty()
        && selection.cases().isEmpty()) {
      found =
          found.join(
              broadcast(table(selection.findings())),
              col("finding_id").equalTo(col("wanted")),
              "left_semi");
    }
    return narrowed(found);
  }

  /** All findings of these values. */
  Dataset<Row> everywhere(List<Target> targets) {
    return lake.read(LakeTable.FINDINGS)
        .join(
            broadcast(table(targets.stream().map(Target::fingerprint).toList())),
            col("fingerprint").equalTo(col("wanted")),
            "left_semi");
  }

  /** Those of the selection's telemetry type and time. */
  Dataset<Row> narrowed(Dataset<Row> rows) {
    Dataset<Row> narrow = rows;
    if (selection.telemetryType() != null) {
      narrow = narrow.where(col("telemetry_type").equalTo(lit(selection.telemetryType())));
    }
    if (selection.from() != null) {
      narrow = narrow.where(col("export_time").geq(lit(Timestamp.from(selection.from()))));
    }
    if (selection.to() != null) {
      narrow = narrow.where(col("export_time").lt(lit(Timestamp.from(selection.to()))));
    }
    return narrow;
  }

  private Dataset<Row> table(Iterable<String> texts) {
    List<Row> rows = new ArrayList<>();
    texts.forEach(each -> rows.add(RowFactory.create(each)));
    return spark.createDataFrame(rows, ONE);
  }
}
