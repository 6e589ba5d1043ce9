package dev.telltale.jobs.cases;

import static org.apache.spark.sql.functions.col;

import dev.telltale.jobs.limit.RunLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/** Looks for the root cause of cases in the lake's redacted records. Driver. */
public final class RootCauses {
  private static final String RELEASE =
      "coalesce(get_json_object(body, '$.serviceContext.version'), get_json_object(body, '$.resource[\\'service.version\\']'),"
          + " attributes['service.version'], attributes['gitpod_version'],"
          + " get_json_object(body, '$.kubernetes.container_image'),"
          + " get_json_object(body, '$.object.spec.containers[0].image'), get_json_object(body, '$.spec.containers[0].image'),"
          + " get_json_object(body, '$.context.app.version'), get_json_object(body, '$.context.library.version'))";

  private static final List<String> QUESTIONS =
      List.of(
          "component",
          "workload",
          "image",
          "release",
          "sent by",
          "who asked",
          "code",
          "logger",
          "metric",
          "event");

  private final Cases cases;
  private final NamedCases named;
  private final SparkSession spark;

  /**
   * @param named of {@code cases}, open as long as causes are looked for
   */
  public RootCauses(Cases cases, NamedCases named) {
    this.cases = cases;
    this.named = named;
    this.spark = cases.spark();
  }

  /**
   * @param caseId one of those that were named
   */
  public RootCause of(String caseId) {
    Dataset<Row> findings = named.places(caseId).where(col("counted"));
    findings.createOrReplaceTempView("found_in_case");
    Dataset<Row> records = records().persist(StorageLevel.MEMORY_AND_DISK());
    try {
      records.createOrReplaceTempView("case_records");
      List<LeakedField> fields = fields();
      List<Clue> clues = new ArrayList<>(told());
      fields.forEach(field -> clues.add(clue(field)));
      clues.addAll(managers(fields));
      clues.addAll(new SinceWhen(spark, cases, RELEASE).of(fields));
      Set<Clue> reasons = new LinkedHashSet<>();
      fields.forEach(field -> reasons.addAll(BlindSpots.of(field)));
      clues.addAll(joined(reasons));
      return new RootCause(clues);
    } finally {
      records.unpersist();
    }
  }

  private Dataset<Row> records() {
    cases.view("records_current");
    return spark
        .sql(
            "SELECT DISTINCT r.bucket, r.object_key, r.version_id, r.record_index, r.telemetry_type, r.format, r.emitter, r.name,"
                + " to_json(r.attributes) AS attribute_text, r.body, r.event_time, r.export_time, "
                + RELEASE
                + " AS release"
                + " FROM records_current AS r JOIN (SELECT DISTINCT bucket, object_key, version_id, record_index, run_id FROM found_in_case) AS f"
                + " ON r.bucket = f.bucket AND r.object_key = f.object_key AND r.version_id <=> f.version_id"
                + " AND r.record_index = f.record_index AND r.run_id = f.run_id")
        .selectExpr(
            "* EXCEPT (attribute_text)",
            "from_json(attribute_text, 'MAP<STRING, STRING>') AS attributes");
  }

  /** The best supported answers to each question. */
  private List<Clue> told() {
    Map<String, Integer> given = new HashMap<>();
    List<Clue> clues = new ArrayList<>();
    for (Row row : spark.sql(query()).limit(RunLimits.MAX_READ_CLUES).collectAsList()) {
      if (given.merge(row.getString(0), 1, Integer::sum) <= RunLimits.MAX_CLUES) {
        clues.add(new Clue(row.getString(0), row.getString(1), row.getLong(3), row.getString(2)));
      }
    }
    clues.sort(Comparator.comparingInt(clue -> QUESTIONS.indexOf(clue.about())));
    return clues;
  }

  private List<LeakedField> fields() {
    return spark
        .sql(
            "SELECT rule, coalesce(telemetry_type, 'other'), coalesce(field_pattern, ''), coalesce(min(field_path), ''),"
                + " encodings, record_index = -1, count(DISTINCT bucket, object_key, coalesce(version_id, ''), record_index) AS records"
                + " FROM found_in_case GROUP BY ALL ORDER BY records DESC, rule, 3 LIMIT "
                + RunLimits.MAX_CLUES)
        .collectAsList()
        .stream()
        .map(
            row ->
                new LeakedField(
                    row.getString(0),
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.isNullAt(4) ? List.of() : row.getList(4),
                    row.getBoolean(5),
                    row.getLong(6)))
        .toList();
  }

  private static Clue clue(LeakedField field) {
    return new Clue(
        "field",
        field.pattern(),
        field.records(),
        field.rule()
            + (field.encodings().isEmpty()
                ? ""
                : " after decoding " + String.join(", ", field.encodings())));
  }

  private List<Clue> managers(List<LeakedField> fields) {
    List<LeakedField> ofObjects =
        fields.stream().filter(field -> field.telemetryType().equals("kubernetes")).toList();
    if (ofObjects.isEmpty()) {
      return List.of();
    }
    Map<String, Long> managers = new TreeMap<>();
    for (Row row :
        spark
            .sql(
                "SELECT coalesce(get_json_object(body, '$.object.metadata.managedFields'), get_json_object(body,"
                    + " '$.metadata.managedFields')) AS managed FROM case_records WHERE format = 'kubernetes'")
            .where("managed IS NOT NULL")
            .limit(RunLimits.MAX_READ_CLUES)
            .collectAsList()) {
      for (LeakedField field : ofObjects) {
        List<String> names = field.names();
        List<String> own =
            !names.isEmpty() && names.get(0).equals("object")
                ? names.subList(1, names.size())
                : names;
        FieldManagers.of(row.getString(0), own)
            .forEach(manager -> managers.merge(manager, 1L, Long::sum));
      }
    }
    return managers.entrySet().stream()
        .limit(RunLimits.MAX_CLUES)
        .map(
            each ->
                new Clue(
                    "written by",
                    each.getKey(),
                    each.getValue(),
                    "managedFields of the object name it as the owner of the field"))
        .toList();
  }

  /** The same reason of several fields is one. */
  private static List<Clue> joined(Set<Clue> reasons) {
    Map<List<String>, Clue> joined = new LinkedHashMap<>();
    for (Clue clue : reasons) {
      joined.merge(
          List.of(clue.answer(), clue.evidence()),
          clue,
          (one, other) ->
              new Clue(one.about(), one.answer(), one.records() + other.records(), one.evidence()));
    }
    return List.copyOf(joined.values());
  }

  private static String query() {
    try (InputStream sql = RootCauses.class.getResourceAsStream("clues.sql")) {
      return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("reading a query", broken);
    }
  }
}
