package dev.telltale.jobs.scan;

import dev.telltale.listing.TelemetryType;
import dev.telltale.scan.FindingRow;
import dev.telltale.scan.ObjectRef;
import dev.telltale.scan.ObjectRow;
import dev.telltale.scan.RecordRow;
import dev.telltale.scan.ScanRow;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;

/**
 * What the tasks have done since the job was made. Counts for people and for Spark's metric system
 * to watch: a task that is tried again counts again, and the tables are the truth.
 */
final class ScanCounters implements Serializable {
  private static final long serialVersionUID = 1L;

  private final LongAccumulator objects;
  private final LongAccumulator bytes;
  private final LongAccumulator records;
  private final LongAccumulator findings;
  private final Map<String, TypeCounters> types = new HashMap<>();

  private ScanCounters(SparkContext spark) {
    objects = spark.longAccumulator("telltale objects");
    bytes = spark.longAccumulator("telltale stored bytes");
    records = spark.longAccumulator("telltale records");
    findings = spark.longAccumulator("telltale findings");
    for (TelemetryType type : TelemetryType.values()) {
      types.put(type.id(), new TypeCounters(spark));
    }
  }

  /** New counters, which Spark's metric system shows instead of those of an earlier job. */
  static ScanCounters watched(SparkContext spark) {
    ScanCounters counters = new ScanCounters(spark);
    ScanMetrics.show(counters.byName());
    return counters;
  }

  /** The counters under the names of their metrics. */
  private Map<String, LongAccumulator> byName() {
    Map<String, LongAccumulator> named = new TreeMap<>();
    named.put("objects", objects);
    named.put("bytes_stored", bytes);
    named.put("records", records);
    named.put("findings", findings);
    types.forEach((type, counters) -> counters.into(named, type + "."));
    return named;
  }

  ScanRow count(ScanRow row, ObjectRef ref) {
    if (row instanceof RecordRow) {
      records.add(1L);
    } else if (row instanceof FindingRow) {
      findings.add(1L);
    } else if (row instanceof ObjectRow object) {
      objects.add(1L);
      bytes.add(ref.size());
      types.get(object.telemetryType()).count(object, ref);
    }
    return row;
  }

  Counts counts() {
    return new Counts(objects.value(), bytes.value(), findings.value());
  }

  /** The counts at a moment. */
  record Counts(long objects, long bytes, long findings) {
    Counts since(Counts earlier) {
      return new Counts(
          objects - earlier.objects, bytes - earlier.bytes, findings - earlier.findings);
    }
  }
}
