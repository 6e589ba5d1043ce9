package dev.telltale.jobs.erasure.plan;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import dev.telltale.rewriting.Obstacle;
import dev.telltale.rewriting.Rewritable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The object versions that a plan is about, as the lake's rows tell of them. Driver. */
final class LakeVersions {

  private final Lake lake;

  LakeVersions(Lake lake) {
    this.lake = lake;
  }

  /** Versions of the keys that one of the findings is in; those without a target too. */
  List<LakeVersion> of(Dataset<Row> places) {
    Dataset<Row> layers =
        lake.read(LakeTable.RECORDS)
            .selectExpr(
                "bucket AS r_bucket",
                "object_key AS r_key",
                "version_id AS r_version",
                "record_index AS r_index",
                "run_id AS r_run",
                "transform(layers, each -> each.name) AS layer_names");
    Dataset<Row> targets =
        places
            .join(
                layers,
                expr(
                    "bucket = r_bucket AND object_key = r_key AND version_id <=> r_version"
                        + " AND record_index = r_index AND run_id = r_run"),
                "left")
            .groupBy("bucket", "object_key", "version_id", "etag")
            .agg(
                expr("count(DISTINCT record_index) AS target_records"),
                expr(
                    "count(DISTINCT record_index, field_path, match_start, fingerprint) AS leaves"),
                expr("min(record_index) < 0 AS in_key"),
                expr(
                    "collect_set(struct(coalesce(format, '') AS format,"
                        + " coalesce(layer_names, array()) AS layer_names,"
                        + " coalesce(encodings, array()) AS encodings)) AS shapes"));
    Dataset<Row> keys = targets.select("bucket", "object_key").distinct();
    Dataset<Row> objects =
        objects().join(keys, expr("o_bucket = bucket AND o_key = object_key"), "left_semi");
    return collected(objects, targets);
  }

  /** Objects as a whole. */
  List<LakeVersion> whole(Dataset<Row> chosen) {
    Dataset<Row> keys = chosen.select("bucket", "object_key").distinct();
    Dataset<Row> objects =
        objects().join(keys, expr("o_bucket = bucket AND o_key = object_key"), "left_semi");
    Dataset<Row> targets =
        chosen
            .selectExpr(
                "bucket", "object_key", "version_id", "etag", "record_count", "finding_count")
            .groupBy("bucket", "object_key", "version_id", "etag")
            .agg(
                expr("max(record_count) AS target_records"),
                expr("greatest(max(finding_count), 1) AS leaves"),
                lit(false).as("in_key"),
                expr(
                    "array(struct('' AS format, CAST(array() AS ARRAY<STRING>) AS layer_names,"
                        + " CAST(array() AS ARRAY<STRING>) AS encodings)) AS shapes"));
    return collected(objects, targets);
  }

  /** One row for each version: the latest of its runs. */
  private Dataset<Row> objects() {
    return lake.read(LakeTable.OBJECTS)
        .groupBy("bucket", "object_key", "version_id", "etag")
        .agg(
            expr(
                "max_by(struct(size, storage_class, version_state, telemetry_type, record_count,"
                    + " containers, format, bytes_decoded + bytes_raw_scanned + bytes_unread AS unpacked),"
                    + " struct(scanned_at, run_id)) AS latest"),
            expr("array_sort(collect_set(rule_set)) AS rule_sets"))
        .selectExpr(
            "bucket AS o_bucket",
            "object_key AS o_key",
            "version_id AS o_version",
            "etag AS o_etag",
            "latest.*",
            "rule_sets");
  }

  private static List<LakeVersion> collected(Dataset<Row> objects, Dataset<Row> targets) {
    List<Row> rows =
        objects
            .join(
                targets,
                expr(
                    "o_bucket = bucket AND o_key = object_key AND o_etag = etag AND o_version <=>"
                        + " version_id"),
                "left")
            .limit(RunLimits.MAX_PLANNED_VERSIONS + 1)
            .collectAsList();
    if (rows.size() > RunLimits.MAX_PLANNED_VERSIONS) {
      throw SelectedFindings.tooMany("object versions", RunLimits.MAX_PLANNED_VERSIONS);
    }
    List<LakeVersion> versions = new ArrayList<>(rows.size());
    rows.forEach(row -> versions.add(version(row)));
    return versions;
  }

  private static LakeVersion version(Row row) {
    boolean target = !row.isNullAt(row.fieldIndex("leaves"));
    List<String> containers = texts(row, "containers");
    List<Row> shapes = target ? row.getList(row.fieldIndex("shapes")) : List.of();
    long size = number(row, "size");
    Optional<Obstacle> obstacle = Rewritable.ofSize(size, number(row, "unpacked"));
    boolean plain = containers.isEmpty();
    for (Row shape : shapes) {
      List<String> layers = shape.getList(1);
      List<String> encodings = shape.getList(2);
      plain &= layers.isEmpty() && encodings.isEmpty();
      if (obstacle.isEmpty()) {
        obstacle = Rewritable.of(shape.getString(0), containers, layers, encodings);
      }
    }
    return new LakeVersion(
        row.getAs("o_bucket"),
        row.getAs("o_key"),
        row.getAs("o_version"),
        text(row, "o_etag", ""),
        size,
        row.getAs("storage_class"),
        text(row, "version_state", "current"),
        row.getAs("telemetry_type"),
        number(row, "record_count"),
        target ? number(row, "target_records") : 0,
        target ? number(row, "leaves") : 0,
        target && row.<Boolean>getAs("in_key"),
        plain,
        obstacle.orElse(null),
        texts(row, "rule_sets"));
  }

  private static long number(Row row, String column) {
    @Nullable Number number = row.getAs(column);
    return number == null ? 0 : number.longValue();
  }

  private static String text(Row row, String column, String otherwise) {
    @Nullable String text = row.getAs(column);
    return text == null ? otherwise : text;
  }

  private static List<String> texts(Row row, String column) {
    int at = row.fieldIndex(column);
    return row.isNullAt(at) ? List.of() : row.getList(at);
  }
}
