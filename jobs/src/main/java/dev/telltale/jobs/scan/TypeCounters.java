package dev.telltale.jobs.scan;

import dev.telltale.scan.ObjectRef;
import dev.telltale.scan.ObjectRow;
import java.io.Serializable;
import java.util.Map;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;

/** The counts of one telemetry type. Without names, so that they do not fill Spark's pages. */
final class TypeCounters implements Serializable {
  private static final long serialVersionUID = 1L;

  private final LongAccumulator objects = new LongAccumulator();
  private final LongAccumulator stored = new LongAccumulator();
  private final LongAccumulator unpacked = new LongAccumulator();
  private final LongAccumulator unread = new LongAccumulator();
  private final LongAccumulator records = new LongAccumulator();
  private final LongAccumulator findings = new LongAccumulator();
  private final LongAccumulator faults = new LongAccumulator();

  TypeCounters(SparkContext spark) {
    for (LongAccumulator counter :
        new LongAccumulator[] {objects, stored, unpacked, unread, records, findings, faults}) {
      spark.register(counter);
    }
  }

  void count(ObjectRow object, ObjectRef ref) {
    objects.add(1L);
    stored.add(ref.size());
    unpacked.add(object.bytesDecoded() + object.bytesRawScanned() + object.bytesUnread());
    unread.add(object.bytesUnread());
    records.add(object.recordCount());
    findings.add(object.findingCount());
    faults.add(object.faultCount());
  }

  void into(Map<String, LongAccumulator> named, String prefix) {
    named.put(prefix + "objects", objects);
    named.put(prefix + "bytes_stored", stored);
    named.put(prefix + "bytes_unpacked", unpacked);
    named.put(prefix + "bytes_unread", unread);
    named.put(prefix + "records", records);
    named.put(prefix + "findings", findings);
    named.put(prefix + "faults", faults);
  }
}
