package dev.telltale.jobs.cases;

import java.sql.Timestamp;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The first record of a sender that shows a leak, and the last before it that has the same field
 * and does not. Both have to be seen and decoded: that nothing was exported earlier says nothing.
 * Driver.
 */
final class SinceWhen {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Pods of one workload are one sender: their names end in generated parts. */
  private static final String SENDER =
      "if(format = 'kubernetes', regexp_replace(emitter, '(-[0-9a-f]{6,10})?-[0-9a-z]{5}( \\\\(.*)?$', ''), emitter)";

  private static final StructType FIELDS =
      new StructType()
          .add("telemetry_type", DataTypes.StringType)
          .add("rule", DataTypes.StringType)
          .add("field_pattern", DataTypes.StringType)
          .add("names", DataTypes.createArrayType(DataTypes.StringType));

  private final SparkSession spark;
  private final Cases cases;
  private final String release;

  /**
   * @param release an SQL expression over records
   */
  SinceWhen(SparkSession spark, Cases cases, String release) {
    this.spark = spark;
    this.cases = cases;
    this.release = release;
  }

  List<Clue> of(List<LeakedField> fields) {
    Set<Row> asked = new LinkedHashSet<>();
    for (LeakedField field : fields) {
      List<String> names = field.names();
      if (!field.isObjectKey() && !names.isEmpty()) {
        asked.add(
            RowFactory.create(
                field.telemetryType(),
                field.rule(),
                field.pattern(),
                names.stream().map(name -> "\"" + name + "\"").toArray(String[]::new)));
      }
    }
    if (asked.isEmpty()) {
      return List.of();
    }
    spark.createDataFrame(new ArrayList<>(asked), FIELDS).createOrReplaceTempView("case_fields");
    cases.view("records_current");
    cases.view("findings");
    List<Clue> clues = new ArrayList<>();
    for (Row row : spark.sql(query()).collectAsList()) {
      clues.add(clue(row));
    }
    return clues;
  }

  /** Of the senders of the case the ten with most records. */
  private String query() {
    return """
        WITH senders AS (SELECT telemetry_type, %1$s AS sender, count(*) AS records FROM case_records
                         GROUP BY ALL ORDER BY records DESC, sender LIMIT 10),
             same AS (SELECT r.bucket, r.object_key, r.version_id, r.record_index, r.run_id, s.sender AS emitter, c.rule,
                             c.field_pattern, coalesce(r.event_time, r.export_time) AS time, %2$s AS release
                      FROM (SELECT *, %1$s AS sender FROM records_current) AS r
                      JOIN senders AS s ON r.telemetry_type = s.telemetry_type AND r.sender <=> s.sender
                      JOIN case_fields AS c ON r.telemetry_type = c.telemetry_type
                      WHERE forall(c.names, name -> contains(r.body, name))),
             judged AS (SELECT m.*, f.rule IS NOT NULL AS shows
                        FROM same AS m
                        LEFT JOIN (SELECT DISTINCT bucket, object_key, version_id, record_index, run_id, rule, field_pattern
                                   FROM findings WHERE suppressed_by IS NULL) AS f
                          ON m.bucket = f.bucket AND m.object_key = f.object_key AND m.version_id <=> f.version_id
                             AND m.record_index = f.record_index AND m.run_id = f.run_id AND m.rule = f.rule
                             AND m.field_pattern = f.field_pattern),
             begun AS (SELECT *, min(CASE WHEN shows THEN time END) OVER (PARTITION BY emitter, rule, field_pattern) AS first
                       FROM judged)
        SELECT emitter, field_pattern, min(first) AS first, min_by(release, time) FILTER (WHERE shows) AS first_release,
               count_if(shows) AS shown, max(time) FILTER (WHERE NOT shows AND time < first) AS clean,
               max_by(release, time) FILTER (WHERE NOT shows AND time < first) AS clean_release,
               count_if(NOT shows AND time < first) AS before,
               max(time) FILTER (WHERE shows) AS last
        FROM begun
        GROUP BY emitter, rule, field_pattern
        HAVING min(first) IS NOT NULL
        ORDER BY shown DESC, emitter, field_pattern
        LIMIT 20
        """
        .formatted(SENDER, release);
  }

  private static Clue clue(Row row) {
    String sender = row.isNullAt(0) ? "an unnamed sender" : row.getString(0);
    String first = moment(row.getTimestamp(2), row.getString(3));
    String about = row.getString(1) + " of " + sender;
    if (row.isNullAt(5)) {
      return new Clue(
          "since",
          "not established: shown since the first record of the field, " + first,
          row.getLong(4),
          about + ": no earlier record with the field was exported and decoded");
    }
    return new Clue(
        "since",
        first,
        row.getLong(4),
        about
            + ": the last without it is of "
            + moment(row.getTimestamp(5), row.getString(6))
            + ", one of "
            + row.getLong(7)
            + " earlier ones");
  }

  private static String moment(Timestamp time, @Nullable String release) {
    return MINUTES.format(time.toInstant()) + (release == null ? "" : " (" + release + ")");
  }
}
