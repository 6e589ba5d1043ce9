package dev.telltale.jobs.tables;

import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.types.StructType;

/** The tables of a lake, as {@code docs/tables.md} describes them. */
public enum LakeTable {
  RECORDS(
      "telemetry_type,export_date",
      "format,record_index,byte_offset,byte_length,finding_count,export_time,run_id",
      "export_time",
      "bucket STRING, object_key STRING, version_id STRING, record_index BIGINT, telemetry_type STRING,"
          + " format STRING, event_time TIMESTAMP, emitter STRING, name STRING, severity STRING,"
          + " attributes MAP<STRING, STRING>, body STRING,"
          + " samples ARRAY<STRUCT<time: TIMESTAMP, value: DOUBLE>>, finding_count INT,"
          + " layers ARRAY<STRUCT<name: STRING, offset: BIGINT, length: BIGINT>>,"
          + " byte_offset BIGINT, byte_length BIGINT,"
          + " export_time TIMESTAMP, export_date DATE, run_id STRING"),
  FINDINGS(
      "export_date",
      "rule,category,severity,confidence,fingerprint,record_index,match_start,match_length,value_offset,"
          + "value_length,suppressed_by,telemetry_type,format,export_time,run_id,rule_set,detected_at",
      "rule,fingerprint",
      "finding_id STRING, rule STRING, category STRING, severity STRING, confidence DOUBLE,"
          + " fingerprint STRING, masked STRING, bucket STRING, object_key STRING, version_id STRING,"
          + " version_state STRING, etag STRING, record_index BIGINT, field_path STRING, field_pattern STRING,"
          + " match_start INT, match_length INT, encodings ARRAY<STRING>, suppressed_by STRING, known_case STRING, telemetry_type STRING,"
          + " format STRING, emitter STRING, event_time TIMESTAMP, value_offset BIGINT,"
          + " value_length INT, export_time TIMESTAMP, export_date DATE, run_id STRING, rule_set STRING, detected_at TIMESTAMP"),
  OBJECTS(
      "export_date",
      "size,last_modified,telemetry_type,format,export_time,status,fault,fault_count,bytes_decoded,"
          + "bytes_raw_scanned,bytes_unread,record_count,finding_count,suppressed_count,rule_set,run_id,scanned_at",
      "",
      "bucket STRING, object_key STRING, version_id STRING, version_state STRING, etag STRING,"
          + " size BIGINT, storage_class STRING, last_modified TIMESTAMP, telemetry_type STRING, format STRING, containers ARRAY<STRING>,"
          + " export_time TIMESTAMP, export_date DATE, status STRING, fault STRING,"
          + " fault_position BIGINT, faults ARRAY<STRUCT<kind: STRING, layer: INT, position: BIGINT>>,"
          + " fault_count BIGINT, bytes_decoded BIGINT, bytes_raw_scanned BIGINT, bytes_unread BIGINT,"
          + " record_count BIGINT, finding_count BIGINT, suppressed_count BIGINT, records_kept BIGINT, content_sha256 STRING, rule_set STRING,"
          + " run_id STRING, scanned_at TIMESTAMP"),
  RUNS(
      "",
      "run_id,started_at,finished_at,rule_set",
      "",
      "run_id STRING, started_at TIMESTAMP, finished_at TIMESTAMP, source STRING, rule_set STRING,"
          + " settings_hash STRING, fingerprint_key_id STRING, objects_listed BIGINT, delete_markers BIGINT,"
          + " objects_scanned BIGINT, objects_partial BIGINT, objects_refused BIGINT,"
          + " objects_unreadable BIGINT, objects_vanished BIGINT, bytes_read BIGINT,"
          + " bytes_unpacked BIGINT, bytes_unread BIGINT, records BIGINT, findings BIGINT, suppressed BIGINT,"
          + " faults BIGINT, coverage DOUBLE, core_seconds DOUBLE, telltale_version STRING"),
  ACTIONS(
      "",
      "sequence,at,what,result",
      "",
      "sequence BIGINT, at TIMESTAMP, who STRING, what STRING, result STRING, plan_hash STRING,"
          + " case_ids ARRAY<STRING>, bucket STRING, object_key STRING, version_id STRING, etag STRING,"
          + " details MAP<STRING, STRING>, canonical STRING, previous_hash STRING, row_hash STRING");

  private final String partitions;
  private final String statistics;
  private final String order;
  private final String columns;

  LakeTable(String partitions, String statistics, String order, String columns) {
    this.partitions = partitions;
    this.statistics = statistics;
    this.order = order;
    this.columns = columns;
  }

  /** The folder in the lake, and the name in SQL. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public StructType schema() {
    return StructType.fromDDL(columns);
  }

  List<String> partitions() {
    return list(partitions);
  }

  /**
   * Columns that Delta may keep minima and maxima of. They stand in the log, which outlives the
   * rows that they came from: so there is none that a sender of telemetry fills, and no {@code
   * object_key}, which may name a person and starts with the export date anyway.
   */
  List<String> statistics() {
    return list(statistics);
  }

  /** What queries ask for within a partition: the columns by which a large one is ordered. */
  List<String> order() {
    return list(order);
  }

  private static List<String> list(String columns) {
    return columns.isEmpty() ? List.of() : List.of(columns.split(",", -1));
  }
}
