package dev.telltale.jobs.command.report;

import dev.telltale.jobs.command.summary.MaskedKeys;
import dev.telltale.jobs.command.summary.Severities;
import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.store.ObjectPath;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.scan.FindingRow;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * The questions that a report asks of a lake, each a query of a few rows. Findings are counted as a
 * person would: what was delivered twice once, of the latest scan of each object version, without
 * what is suppressed. Driver.
 */
final class ReportedLake implements AutoCloseable {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Columns of a chart over time that can still be told apart. */
  private static final int MAX_PERIODS = 60;

  private final SparkSession spark;
  private final Lake lake;
  private final Dataset<Row> findings;
  private final Dataset<Row> objects;
  private final Dataset<Row> cases;
  private final MaskedKeys keys = new MaskedKeys();

  /**
   * @param spark a session for this report alone
   */
  ReportedLake(SparkSession spark, String lakeUri) {
    this.spark = spark;
    this.lake = new Lake(spark, lakeUri);
    lake.registerViews();
    findings =
        spark
            .sql(
                """
                SELECT finding_id, rule, category, severity, confidence, fingerprint, masked, bucket, object_key,
                       version_id, etag, record_index, coalesce(field_path, '') AS field_path,
                       coalesce(telemetry_type, '(unknown)') AS telemetry_type, coalesce(emitter, '') AS emitter,
                       export_time, detected_at, delivery_count
                FROM findings_once
                """)
            .persist(StorageLevel.MEMORY_AND_DISK());
    findings.createOrReplaceTempView("reported_findings");
    objects =
        spark
            .sql(
                """
                SELECT * FROM
                  (SELECT bucket, object_key, version_id, coalesce(version_state, 'current') AS version_state, size,
                          coalesce(storage_class, '') AS storage_class, last_modified,
                          coalesce(telemetry_type, '(unknown)') AS telemetry_type, status,
                          coalesce(fault, '') AS fault, fault_position, bytes_decoded, bytes_raw_scanned, bytes_unread,
                          record_count, finding_count, suppressed_count,
                          row_number() OVER (PARTITION BY bucket, object_key, version_id, etag
                                             ORDER BY scanned_at DESC, run_id DESC) AS age
                   FROM objects)
                WHERE age = 1
                """)
            .persist(StorageLevel.MEMORY_AND_DISK());
    objects.createOrReplaceTempView("reported_objects");
    spark
        .sql(
            """
            SELECT bucket, object_key,
                   collect_set(struct(match_start, match_length, masked, size(encodings) AS depth)) AS marks
            FROM findings
            WHERE record_index = %d
            GROUP BY bucket, object_key
            """
                .formatted(FindingRow.IN_KEY))
        .createOrReplaceTempView("reported_keys");
    cases =
        spark.sql("SELECT * FROM cases WHERE places > 0").persist(StorageLevel.MEMORY_AND_DISK());
    cases.createOrReplaceTempView("reported_cases");
  }

  /** A time as reports show it; empty for none. */
  static String minutes(Timestamp time) {
    return time == null ? "" : MINUTES.format(time.toInstant());
  }

  Report report(RetentionTerms retention, Instant now) {
    Row all =
        one(
            """
            SELECT count(*), count(DISTINCT fingerprint), count(DISTINCT bucket, object_key)
            FROM reported_findings
            """);
    Row caseCounts =
        one("SELECT count(*), count_if(size(telemetry_types) > 1) FROM reported_cases");
    Row suppressed = one("SELECT coalesce(sum(suppressed_count), 0) FROM reported_objects");
    return new Report(
        lake.root(),
        MINUTES.format(now),
        run(),
        coverage(),
        faults(),
        all.getLong(0),
        all.getLong(1),
        all.getLong(2),
        suppressed.getLong(0),
        spread("severity", Severities.sqlRank(), 10),
        spread("telemetry_type", "places DESC", 20),
        spread("rule", "places DESC", RunLimits.MAX_REPORTED_GROUPS),
        spread("emitter", "places DESC", RunLimits.MAX_REPORTED_GROUPS),
        periods(),
        caseCounts.getLong(0),
        caseCounts.getLong(1),
        cases(),
        exposures(retention, now),
        retention);
  }

  /** The findings, the gravest first. */
  Iterator<Row> rows(int max) {
    return spark
        .sql(
            """
            SELECT * FROM reported_findings LEFT JOIN reported_keys USING (bucket, object_key)
            ORDER BY %s, confidence DESC, rule, export_time, finding_id
            LIMIT %d
            """
                .formatted(Severities.sqlRank(), max))
        .toLocalIterator();
  }

  /** The rules of the findings, in the order of their names. */
  List<String> ruleIds() {
    return spark
        .sql("SELECT DISTINCT rule FROM reported_findings ORDER BY rule")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  /** The object of a finding as it may be shown. */
  String shownObject(Row row) {
    return ObjectPath.shown(row.getAs("bucket"), shownKey(row));
  }

  /** The key of a finding's object as it may be shown. */
  String shownKey(Row row) {
    String key = row.getAs("object_key");
    List<Row> marks =
        row.isNullAt(row.fieldIndex("marks")) ? List.of() : row.getList(row.fieldIndex("marks"));
    return keys.of(KeyMarks.masked(key, marks));
  }

  private RunFacts run() {
    List<Row> rows =
        spark
            .sql(
                """
                SELECT run_id, coalesce(source, ''), coalesce(date_format(finished_at, 'yyyy-MM-dd HH:mm'), ''),
                       coalesce(rule_set, ''), coalesce(fingerprint_key_id, ''), count(*) OVER ()
                FROM runs ORDER BY started_at DESC LIMIT 1
                """)
            .collectAsList();
    if (rows.isEmpty()) {
      return new RunFacts("", "", "", "", "", 0);
    }
    Row row = rows.get(0);
    return new RunFacts(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getLong(5));
  }

  private List<TypeCoverage> coverage() {
    return spark
        .sql(
            """
            SELECT telemetry_type, count(*) AS objects, coalesce(sum(record_count), 0), coalesce(sum(bytes_decoded), 0),
                   coalesce(sum(bytes_raw_scanned), 0), coalesce(sum(bytes_unread), 0),
                   count_if(status IN ('unreadable', 'vanished')),
                   coalesce(sum(size) FILTER (WHERE status IN ('unreadable', 'vanished')), 0)
            FROM reported_objects
            GROUP BY telemetry_type
            ORDER BY objects DESC, telemetry_type
            """)
        .collectAsList()
        .stream()
        .map(
            row ->
                new TypeCoverage(
                    row.getString(0),
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getLong(7)))
        .toList();
  }

  private List<FaultCount> faults() {
    return spark
        .sql(
            """
            SELECT status, fault, count(*) AS objects, coalesce(sum(bytes_unread), 0) AS unread,
                   min_by(struct(bucket, object_key, marks), struct(bucket, object_key)) AS first_object
            FROM reported_objects LEFT JOIN reported_keys USING (bucket, object_key)
            WHERE status <> 'scanned' OR fault <> ''
            GROUP BY status, fault
            ORDER BY array_position(array('unreadable', 'vanished', 'refused', 'partial', 'scanned'), status),
                     unread DESC, objects DESC, fault
            LIMIT %d
            """
                .formatted(RunLimits.MAX_REPORTED_GROUPS))
        .collectAsList()
        .stream()
        .map(
            row ->
                new FaultCount(
                    row.getString(0),
                    row.getString(1),
                    row.getLong(2),
                    row.getLong(3),
                    shownObject(row.getStruct(4))))
        .toList();
  }

  private List<Spread> spread(String column, String order, int max) {
    return spark
        .sql(
            """
            SELECT %1$s, count(*) AS places, count(DISTINCT fingerprint), count(DISTINCT bucket, object_key)
            FROM reported_findings
            GROUP BY %1$s
            ORDER BY %2$s, %1$s
            LIMIT %3$d
            """
                .formatted(column, order, max))
        .collectAsList()
        .stream()
        .map(row -> new Spread(row.getString(0), row.getLong(1), row.getLong(2), row.getLong(3)))
        .toList();
  }

  /** By hour, day, month or year, whichever first gives few enough columns. */
  private List<PeriodCount> periods() {
    Row span =
        one(
            """
            SELECT count(DISTINCT date_trunc('HOUR', export_time)), count(DISTINCT date(export_time)),
                   count(DISTINCT date_trunc('MONTH', export_time))
            FROM reported_findings
            """);
    String pattern = "yyyy";
    if (span.getLong(0) <= MAX_PERIODS) {
      pattern = "yyyy-MM-dd HH:00";
    } else if (span.getLong(1) <= MAX_PERIODS) {
      pattern = "yyyy-MM-dd";
    } else if (span.getLong(2) <= MAX_PERIODS) {
      pattern = "yyyy-MM";
    }
    return spark
        .sql(
            """
            SELECT date_format(export_time, '%s') AS period, severity, count(*)
            FROM reported_findings
            WHERE export_time IS NOT NULL
            GROUP BY period, severity
            ORDER BY period, %s
            """
                .formatted(pattern, Severities.sqlRank()))
        .collectAsList()
        .stream()
        .map(row -> new PeriodCount(row.getString(0), row.getString(1), row.getLong(2)))
        .toList();
  }

  private List<ReportedCase> cases() {
    return spark
        .sql(
            """
            SELECT case_id, state, severity, masked, values, slice(field_patterns, 1, 5), rules, telemetry_types,
                   slice(emitters, 1, 5), places, objects,
                   coalesce(date_format(first_seen, 'yyyy-MM-dd HH:mm'), ''),
                   coalesce(date_format(last_seen, 'yyyy-MM-dd HH:mm'), '')
            FROM reported_cases
            ORDER BY %1$s, size(telemetry_types) DESC, places DESC, case_id
            LIMIT %2$d
            """
                .formatted(Severities.sqlRank(), RunLimits.MAX_REPORTED_CASES))
        .collectAsList()
        .stream()
        .map(
            row ->
                new ReportedCase(
                    row.getString(0),
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getLong(4),
                    row.getList(5),
                    row.getList(6),
                    row.getList(7),
                    row.getList(8),
                    row.getLong(9),
                    row.getInt(10),
                    row.getString(11),
                    row.getString(12)))
        .toList();
  }

  /**
   * S3 counts from the creation, and rounds up to the next midnight in UTC (Amazon S3 User Guide,
   * "Lifecycle configuration elements"). What is not current has a rule of its own, which nobody
   * stated.
   */
  private List<Exposure> exposures(RetentionTerms retention, Instant now) {
    return spark
        .sql(
            """
            WITH readable AS (
              SELECT telemetry_type, version_state, storage_class, finding_count,
                     CASE WHEN version_state = 'current' THEN
                       timestampadd(SECOND, CAST(ceil((unix_timestamp(last_modified) + %1$s) / 86400.0) * 86400 AS BIGINT),
                                    timestamp_seconds(0))
                     END AS ends_at
              FROM reported_objects
              WHERE finding_count > 0
            )
            SELECT telemetry_type, version_state, storage_class, count(*) AS objects, coalesce(sum(finding_count), 0) AS places,
                   coalesce(date_format(min(ends_at), 'yyyy-MM-dd HH:mm'), ''),
                   coalesce(date_format(max(ends_at), 'yyyy-MM-dd HH:mm'), ''),
                   count_if(ends_at <= timestamp_seconds(%2$d))
            FROM readable
            GROUP BY telemetry_type, version_state, storage_class
            ORDER BY places DESC, telemetry_type, version_state
            LIMIT %3$d
            """
                .formatted(
                    retention.sqlSeconds(), now.getEpochSecond(), RunLimits.MAX_REPORTED_GROUPS))
        .collectAsList()
        .stream()
        .map(
            row ->
                new Exposure(
                    row.getString(0),
                    row.getString(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getString(5),
                    row.getString(6),
                    row.getLong(7)))
        .toList();
  }

  private Row one(String query) {
    return spark.sql(query).collectAsList().get(0);
  }

  @Override
  public void close() {
    findings.unpersist();
    objects.unpersist();
    cases.unpersist();
    keys.close();
  }
}
