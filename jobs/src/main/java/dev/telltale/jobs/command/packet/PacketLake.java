package dev.telltale.jobs.command.packet;

import dev.telltale.jobs.actions.ChainCheck;
import dev.telltale.jobs.cases.Cases;
import dev.telltale.jobs.cases.NamedCases;
import dev.telltale.jobs.cases.RootCauses;
import dev.telltale.jobs.command.CaseLake;
import dev.telltale.jobs.command.summary.MaskedKeys;
import dev.telltale.jobs.settings.ProductVersion;
import dev.telltale.jobs.tables.DownstreamCopy;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** The questions that a packet asks of a lake. Driver. */
final class PacketLake implements AutoCloseable {
  /** 72 hours, by Art. 33(1). */
  private static final Duration TIME_TO_NOTIFY = Duration.ofDays(3);

  private final CaseLake lake;
  private final SparkSession spark;
  private final Cases cases;
  private final NamedCases named;
  private final Dataset<Row> places;
  private final MaskedKeys keys = new MaskedKeys();

  PacketLake(CaseLake lake, Cases cases, NamedCases named) {
    this.lake = lake;
    this.spark = lake.spark();
    this.cases = cases;
    this.named = named;
    lake.lake().register(Set.of("coverage", "runs", "actions", "objects_current", "findings"));
    named.places().createOrReplaceTempView("packet_findings");
    this.places =
        spark
            .sql(
                """
                SELECT f.*, o.size, o.storage_class, o.last_modified, k.in_key
                FROM packet_findings AS f
                JOIN objects_current AS o
                  ON f.bucket = o.bucket AND f.object_key = o.object_key AND f.version_id <=> o.version_id
                     AND f.etag = o.etag AND f.run_id = o.run_id
                LEFT JOIN (SELECT bucket, object_key, min(masked) AS in_key FROM findings WHERE record_index = -1
                           GROUP BY bucket, object_key) AS k
                  ON f.bucket = k.bucket AND f.object_key = k.object_key
                """)
            .persist(StorageLevel.MEMORY_AND_DISK());
    places.createOrReplaceTempView("packet_places");
  }

  Packet packet(PacketTerms terms, ChainCheck ledger) {
    List<PacketCase> told = new ArrayList<>();
    RootCauses causes = new RootCauses(cases, named);
    Set<String> types = new TreeSet<>();
    for (Row row : named.rows()) {
      String id = row.getAs("case_id");
      List<String> categories = items(row, "categories");
      types.addAll(items(row, "telemetry_types"));
      told.add(
          new PacketCase(
              id, facts(row), row.json(), causes.of(id), Consequences.advice(categories)));
    }
    Map<String, String> kinds = new TreeMap<>();
    long least = 0;
    long most = 0;
    for (Row row :
        spark
            .sql(
                "SELECT category, rule, count(DISTINCT fingerprint) AS values FROM packet_places GROUP BY category, rule"
                    + " ORDER BY category, values DESC, rule")
            .collectAsList()) {
      long values = row.getLong(2);
      most += values;
      if (Set.of("personal", "financial", "health").contains(row.getString(0))) {
        least = Math.max(least, values);
      }
      kinds.merge(row.getString(0), row.getString(1) + " (" + values + ")", (a, b) -> a + ", " + b);
    }
    return new Packet(
        terms,
        version(),
        told,
        kinds,
        least,
        most,
        one("SELECT count(DISTINCT bucket, object_key, coalesce(version_id, ''), record_index) FROM packet_places WHERE counted")
            .getLong(0),
        clocks(terms),
        actions(),
        notRead(),
        scan(),
        lake.downstream().stream()
            .filter(copy -> types.contains(copy.telemetryType()))
            .map(DownstreamCopy::text)
            .toList(),
        ledger);
  }

  /** Every place, in the order of objects and records. */
  Iterator<Row> places() {
    return places
        .orderBy("bucket", "object_key", "version_id", "record_index", "field_path", "match_start")
        .toLocalIterator();
  }

  /** The first places of that order. */
  List<Row> places(int max) {
    return places
        .orderBy("bucket", "object_key", "version_id", "record_index", "field_path", "match_start")
        .limit(max)
        .collectAsList();
  }

  long placeCount() {
    return places.count();
  }

  /** The key as it may be shown: one in which something was found is known by etag and version. */
  String shownKey(Row place) {
    String found = place.getAs("in_key");
    return found == null ? keys.of(place.getAs("object_key")) : "(key that holds " + found + ")";
  }

  private int version() {
    return 1
        + (int)
            one("SELECT count(*) FROM actions WHERE what = 'inform' AND result = 'done' AND "
                    + ofCases())
                .getLong(0);
  }

  /** Ids of cases are hexadecimal. */
  private String ofCases() {
    return named.ids().stream()
        .map(id -> "'" + id + "'")
        .collect(Collectors.joining(", ", "arrays_overlap(case_ids, array(", "))"));
  }

  private Map<String, String> clocks(PacketTerms terms) {
    Row times =
        one(
            "SELECT min(least(event_time, export_time)), min(export_time), min(last_modified), min(detected_at), max(detected_at)"
                + " FROM packet_places");
    Instant aware = terms.aware();
    Map<String, String> clocks = new LinkedHashMap<>();
    clocks.put("value exported, first", moment(times.getTimestamp(0)));
    clocks.put("object written, first", moment(times.getTimestamp(2)));
    clocks.put("first detected", moment(times.getTimestamp(3)));
    clocks.put("aware", aware == null ? "" : aware.truncatedTo(ChronoUnit.SECONDS).toString());
    clocks.put("informed, last", informed());
    if (aware != null) {
      clocks.put(
          "72 hours from aware end",
          aware.plus(TIME_TO_NOTIFY).truncatedTo(ChronoUnit.SECONDS).toString());
    }
    return clocks;
  }

  private String informed() {
    return named.rows().stream()
        .map(row -> row.<Timestamp>getAs("informed_at"))
        .filter(time -> time != null)
        .max(Timestamp::compareTo)
        .map(PacketLake::moment)
        .orElse("");
  }

  private List<String> actions() {
    return spark
        .sql(
            "SELECT concat_ws(' ', date_format(at, \"yyyy-MM-dd'T'HH:mm:ss'Z'\"), what, result, 'by', who, 'row', row_hash)"
                + " FROM actions WHERE "
                + ofCases()
                + " ORDER BY sequence LIMIT 1000")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private List<String> notRead() {
    List<String> lines = new ArrayList<>();
    for (Row row :
        spark
            .sql(
                """
                SELECT coalesce(telemetry_type, '(unknown)'), sum(objects), sum(partial), sum(refused), sum(unreadable), sum(vanished),
                       coalesce(sum(bytes_unread), 0)
                FROM coverage GROUP BY telemetry_type ORDER BY 1
                """)
            .collectAsList()) {
      long left = IntStream.of(2, 3, 4, 5).mapToLong(row::getLong).sum();
      if (left > 0 || row.getLong(6) > 0) {
        lines.add(
            row.getString(0)
                + ": of "
                + row.getLong(1)
                + " objects "
                + row.getLong(2)
                + " in part, "
                + row.getLong(3)
                + " refused, "
                + row.getLong(4)
                + " unreadable, "
                + row.getLong(5)
                + " vanished; "
                + row.getLong(6)
                + " bytes not looked at");
      }
    }
    return lines;
  }

  private Map<String, String> scan() {
    Map<String, String> scan = new LinkedHashMap<>();
    scan.put("tool", "telltale " + ProductVersion.text());
    Row coverage =
        one(
            "SELECT coalesce(sum(bytes_decoded) + sum(bytes_raw_scanned), 0), coalesce(sum(bytes_unread), 0), coalesce(sum(objects), 0)"
                + " FROM coverage");
    long read = coverage.getLong(0);
    long all = read + coverage.getLong(1);
    scan.put(
        "coverage",
        String.format(
            Locale.ROOT, "%.2f %% of what was unpacked", all == 0 ? 100.0 : 100.0 * read / all));
    scan.put("objects", Long.toString(coverage.getLong(2)));
    List<Row> runs =
        spark
            .sql(
                "SELECT run_id, rule_set, fingerprint_key_id, source FROM runs ORDER BY started_at DESC LIMIT 1")
            .collectAsList();
    if (!runs.isEmpty()) {
      scan.put("last run", text(runs.get(0).get(0)));
      scan.put("rule set", text(runs.get(0).get(1)));
      scan.put("fingerprint key id", text(runs.get(0).get(2)));
      scan.put("source", text(runs.get(0).get(3)));
    }
    return scan;
  }

  private static Map<String, String> facts(Row row) {
    Map<String, String> facts = new TreeMap<>();
    for (String column : row.schema().fieldNames()) {
      facts.put(column, text(row.getAs(column)));
    }
    return facts;
  }

  private static List<String> items(Row row, String column) {
    return row.isNullAt(row.fieldIndex(column)) ? List.of() : row.getList(row.fieldIndex(column));
  }

  private static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Seq<?> list) {
      return CollectionConverters.asJava(list).stream()
          .map(String::valueOf)
          .collect(Collectors.joining(", "));
    }
    return value instanceof Timestamp time ? moment(time) : value.toString();
  }

  static String moment(@Nullable Timestamp time) {
    return time == null ? "" : time.toInstant().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private Row one(String query) {
    return spark.sql(query).first();
  }

  @Override
  public void close() {
    places.unpersist();
    keys.close();
  }
}
