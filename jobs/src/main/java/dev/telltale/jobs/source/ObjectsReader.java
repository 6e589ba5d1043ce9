package dev.telltale.jobs.source;

import dev.telltale.decoding.FrameDecoder;
import dev.telltale.detection.Detector;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.jobs.listing.ListedRows;
import dev.telltale.jobs.listing.ListingUnit;
import dev.telltale.jobs.store.ObjectPath;
import dev.telltale.jobs.store.ObjectReading;
import dev.telltale.limit.Limits;
import dev.telltale.scan.ObjectRef;
import dev.telltale.scan.ObjectRow;
import dev.telltale.scan.ObjectRows;
import dev.telltale.scan.ObjectScan;
import dev.telltale.scan.ObjectStatus;
import dev.telltale.scan.ScanRow;
import dev.telltale.sql.ObjectRefSchema;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;

/** Reads the objects of a part one after the other, as a scan does. Task; not thread-safe. */
final class ObjectsReader implements PartitionReader<InternalRow> {
  /** A task holds rows in at most this part of the heap. */
  private static final int HEAP_PART = 16;

  private static final Set<ObjectStatus> UNREAD =
      EnumSet.of(ObjectStatus.UNREADABLE, ObjectStatus.VANISHED, ObjectStatus.REFUSED);

  private final SourceContent content;
  private final SourceColumns columns;
  private final KeyFilter filter;
  private final boolean skipping;
  private final FingerprintKey key;
  private final Configuration hadoop;
  private final Limits limits = Limits.defaults();
  private final Iterator<Row> listed;
  private Detector detector;
  private FrameDecoder decoder;
  private ObjectRef object;
  private ObjectRows rows;
  private InternalRow ready;

  ObjectsReader(
      SourceContent content,
      SourceColumns columns,
      KeyFilter filter,
      boolean skipping,
      FingerprintKey key,
      Configuration hadoop,
      ListingUnit unit) {
    this.content = content;
    this.columns = columns;
    this.filter = filter;
    this.skipping = skipping;
    this.key = key;
    this.hadoop = hadoop;
    this.listed = new ListedRows(hadoop, filter.window(), false, List.of(unit).iterator());
    renew();
  }

  /** After an error of the virtual machine nothing of the core that was in use is used again. */
  private void renew() {
    detector = new Detector(RuleSet.builtin(), key, limits);
    decoder = new FrameDecoder(limits);
  }

  @Override
  public boolean next() throws IOException {
    ready = null;
    while (ready == null) {
      if (rows != null && rows.hasNext()) {
        ScanRow row = rows.next();
        requireRead(row);
        ready = columns.of(object, row, content);
      } else if (!openNext()) {
        return false;
      }
    }
    return true;
  }

  /** A query that silently misses objects answers wrongly. */
  private void requireRead(ScanRow row) throws IOException {
    if (!skipping && row instanceof ObjectRow end && UNREAD.contains(end.status())) {
      throw new IOException(
          "an object is "
              + end.status().id()
              + (end.fault() == null ? "" : " (" + end.fault().kind().id() + ")")
              + ": "
              + ObjectPath.shown(object.bucket(), object.key())
              + "; with the option unreadable = skip such objects are left out");
    }
  }

  private boolean openNext() {
    if (rows != null && rows.brokeDown()) {
      renew();
    }
    rows = null;
    while (listed.hasNext()) {
      object = ObjectRefSchema.ref(listed.next());
      if (filter.wantsType(object.key())) {
        rows = rows(object);
        return true;
      }
    }
    return false;
  }

  private ObjectRows rows(ObjectRef ref) {
    FrameDecoder with = decoder;
    Detector by = detector;
    return ObjectRows.standing(() -> scan(ref, with, by), by, maxHeld());
  }

  private ObjectScan scan(ObjectRef ref, FrameDecoder with, Detector by) {
    ObjectScan scan =
        new ObjectScan(
            ref,
            () -> ObjectReading.open(hadoop, ref),
            ObjectReading::fault,
            limits,
            System::nanoTime,
            with,
            by);
    return columns.needText() ? scan : scan.withoutBodies();
  }

  private static long maxHeld() {
    return Math.min(Limits.MAX_HELD_BYTES, Runtime.getRuntime().maxMemory() / HEAP_PART);
  }

  @Override
  public InternalRow get() {
    return ready;
  }

  @Override
  public void close() throws IOException {
    if (rows != null) {
      rows.close();
    }
    detector.close();
  }
}
