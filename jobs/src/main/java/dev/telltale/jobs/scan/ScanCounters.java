package dev.telltale.jobs.scan;

import dev.telltale.scan.ObjectRef;
import java.io.Serializable;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.util.LongAccumulator;

/** What the tasks have done so far. Counts for people to watch: the tables are the truth. */
final class ScanCounters implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int RECORD = 2;
  private static final int FINDING = 3;

  private final LongAccumulator objects;
  private final LongAccumulator bytes;
  private final LongAccumulator records;
  private final LongAccumulator findings;

  ScanCounters(SparkContext spark) {
    objects = spark.longAccumulator("telltale objects");
    bytes = spark.longAccumulator("telltale stored bytes");
    records = spark.longAccumulator("telltale records");
    findings = spark.longAccumulator("telltale findings");
  }

  Row count(Row row, ObjectRef ref) {
    if (!row.isNullAt(RECORD)) {
      records.add(1L);
    } else if (!row.isNullAt(FINDING)) {
      findings.add(1L);
    } else {
      objects.add(1L);
      bytes.add(ref.size());
    }
    return row;
  }

  long objects() {
    return objects.value();
  }

  long bytes() {
    return bytes.value();
  }

  long records() {
    return records.value();
  }

  long findings() {
    return findings.value();
  }
}
