package dev.telltale.scan;

import dev.telltale.decoding.FrameDecoder;
import dev.telltale.decoding.LeafReading;
import dev.telltale.decoding.Outcome;
import dev.telltale.detection.Detected;
import dev.telltale.detection.DetectionContext;
import dev.telltale.detection.Detector;
import dev.telltale.detection.finding.Finding;
import dev.telltale.fault.Fault;
import dev.telltale.fault.FaultKind;
import dev.telltale.framing.Frame;
import dev.telltale.limit.Limits;
import dev.telltale.listing.ObjectKey;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.RecordColumns;
import dev.telltale.unpacking.Leaf;
import dev.telltale.unpacking.Unpacking;
import dev.telltale.value.JsonText;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The scan of one object, pulled row by row: the rows of one frame at most are held at a time,
 * whatever the size of the object. The last row is the {@link ObjectRow}. Never throws for anything
 * that the object holds; a failure to read ends the rows with the status that {@code readFault}
 * gives it. Runs in a task; not thread-safe.
 */
public final class ObjectScan implements Iterator<ScanRow>, Closeable {
  /** Opens the stored bytes. */
  @FunctionalInterface
  public interface Source {
    InputStream open() throws IOException;
  }

  private static final long NANOS = 1_000_000_000L;

  private final ObjectRef ref;
  private final Source source;
  private final Function<IOException, FaultKind> readFault;
  private final Limits limits;
  private final LongSupplier nanoTime;
  private final FrameDecoder decoder;
  private final Detector detector;
  private final FaultLog faults;
  private final TelemetryTypes types;
  private final ObjectBytes bytes = new ObjectBytes();
  private final Deque<ScanRow> ready = new ArrayDeque<>();

  private StoredBytes stored;
  private Unpacking unpacking;
  private Leaf leaf;
  private LeafReading reading;
  private List<String> containers = List.of();
  private long answered;
  private long recordCount;
  private long findingCount;
  private long suppressedCount;
  private long startedAt;
  private boolean finished;
  private LeafWatcher watcher = LeafWatcher.NONE;

  public ObjectScan(
      ObjectRef ref,
      Source source,
      Function<IOException, FaultKind> readFault,
      Limits limits,
      LongSupplier nanoTime,
      FrameDecoder decoder,
      Detector detector) {
    this.nanoTime = nanoTime;
    this.ref = ref;
    this.source = source;
    this.readFault = readFault;
    this.limits = limits;
    this.decoder = decoder;
    this.detector = detector;
    this.faults = new FaultLog(limits.faultsPerObject());
    this.types = new TelemetryTypes(ObjectKey.of(ref.key()));
  }

  /** From now on the watcher is informed how each leaf is read. */
  public void watch(LeafWatcher newWatcher) {
    watcher = newWatcher;
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && !finished) {
      try {
        advance();
      } catch (IOException broken) {
        faults.add(new Fault(readFault.apply(broken), 0, stored == null ? 0 : stored.count()));
        bytes.unread(ref.size() - (stored == null ? 0 : stored.count()));
        finish();
      }
    }
    return !ready.isEmpty();
  }

  @Override
  public ScanRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the object's rows were all read");
    }
    return ready.remove();
  }

  private void advance() throws IOException {
    if (stored == null) {
      open();
    } else if (nanoTime.getAsLong() - startedAt > limits.secondsPerObject() * NANOS) {
      stopLate();
    } else if (reading == null) {
      nextLeaf();
    } else {
      Frame frame = reading.next();
      if (frame == null) {
        watcher.closed(leaf);
        reading = null;
      } else {
        scan(frame);
      }
    }
  }

  private void stopLate() {
    faults.add(new Fault(FaultKind.TIME_LIMIT, 0, stored.count()));
    bytes.unread(ref.size() - stored.count());
    finish();
  }

  private void open() throws IOException {
    startedAt = nanoTime.getAsLong();
    if (ref.size() > limits.objectBytes()) {
      faults.add(new Fault(FaultKind.OBJECT_LIMIT, 0, limits.objectBytes()));
      bytes.unread(ref.size());
      finish();
      return;
    }
    stored = new StoredBytes(source.open(), ref.size());
    unpacking = new Unpacking(stored, ref.size(), limits, faults);
    if (ref.size() == 0) {
      faults.add(new Fault(FaultKind.EMPTY_OBJECT, 0, 0));
    }
  }

  private void nextLeaf() throws IOException {
    leaf = unpacking.next();
    answered = 0;
    if (leaf == null) {
      bytes.unread(unpacking.bytesUnread());
      finish();
      return;
    }
    if (leaf.containers().size() > containers.size()) {
      containers = leaf.containers();
    }
    reading = decoder.open(leaf, faults);
    watcher.opened(leaf, reading);
  }

  private void scan(Frame frame) {
    List<ScanRow> rows = new ArrayList<>();
    long records = recordCount;
    try {
      detector.startFrame();
      Outcome outcome =
          reading.decode(frame, record -> add(record, frame, rows), faults, leaf.layer());
      if (outcome.kind() == Outcome.Kind.REJECTED) {
        return;
      }
      bytes.scanned(frame.accounted(), outcome.kind() == Outcome.Kind.RAW);
      keep(rows);
    } catch (RuntimeException bug) {
      // A bug of ours must cost one frame, not the run: the frame is scanned raw, and named.
      recordCount = records;
      faults.add(new Fault(FaultKind.DECODER_FAILED, leaf.layer(), frame.offset()));
      scanRaw(frame);
    }
  }

  private void scanRaw(Frame frame) {
    List<ScanRow> rows = new ArrayList<>();
    long records = recordCount;
    try {
      decoder.raw(frame, record -> add(record, frame, rows), faults, leaf.layer());
      bytes.scanned(frame.accounted(), true);
      keep(rows);
    } catch (RuntimeException bug) {
      recordCount = records;
      faults.add(new Fault(FaultKind.DETECTOR_FAILED, leaf.layer(), frame.offset()));
      bytes.unread(frame.accounted());
    }
  }

  private void keep(List<ScanRow> rows) {
    for (ScanRow row : rows) {
      if (row instanceof FindingRow finding) {
        findingCount += finding.finding().isSuppressed() ? 0 : 1;
        suppressedCount += finding.finding().isSuppressed() ? 1 : 0;
        long all = findingCount + suppressedCount;
        if (all > limits.findingsPerObject()) {
          if (all == limits.findingsPerObject() + 1L) {
            faults.add(new Fault(FaultKind.FINDING_LIMIT, leaf.layer(), 0));
          }
          continue;
        }
      }
      ready.add(row);
    }
  }

  private void add(DecodedRecord record, Frame frame, List<ScanRow> rows) {
    Detected detected = detect(record, types.proposed(record), frame);
    if (leaf.header() && detected.findings().isEmpty()) {
      // A file name is not telemetry: it becomes a record only to hold what was found in it.
      return;
    }
    long index = recordCount++;
    String type = types.of(record);
    for (FaultKind limit : detected.limits()) {
      faults.add(new Fault(limit, leaf.layer(), frame.offset()));
    }
    RecordColumns columns = record.describer().describe(detected.redacted());
    if (columns.attributes().size() > limits.attributesPerRecord()) {
      faults.add(new Fault(FaultKind.ATTRIBUTE_LIMIT, leaf.layer(), frame.offset()));
      columns = columns.withFewer(limits.attributesPerRecord());
    }
    for (Finding finding : detected.findings()) {
      rows.add(
          new FindingRow(
              FindingId.of(ref, index, finding),
              finding,
              index,
              type,
              record.format(),
              columns.emitter(),
              columns.eventTime(),
              offsetOf(record, finding)));
    }
    rows.add(
        new RecordRow(
            index,
            type,
            record.format(),
            columns,
            bodyOf(detected.redacted()),
            SampleNumbers.without(record.samples(), detected.foundNumbers()),
            (int) detected.findings().stream().filter(f -> !f.isSuppressed()).count(),
            RecordPlace.of(leaf, record)));
  }

  private static long offsetOf(DecodedRecord record, Finding finding) {
    return finding.span().isKnown()
        ? record.provenance().origin() + finding.span().offset()
        : RecordPlace.UNKNOWN;
  }

  private Detected detect(DecodedRecord record, String type, Frame frame) {
    DetectionContext context =
        new DetectionContext(
            type,
            record.provenance().encodings(),
            record.provenance().pathPrefix() + record.provenance().rootPath(),
            () -> record.describer().describe(record.body()).emitter());
    boolean window = frame.overlap() > 0 || frame.continued();
    if (window && record.body() instanceof TextValue text) {
      TextWindow owned = TextWindow.of(frame, limits.overlapBytes(), answered);
      Detected detected = detector.detectWindow(text, owned.from(), owned.to(), context);
      answered = owned.answeredUpTo(detected.consumed());
      return detected;
    }
    return detector.detect(record.body(), SampleNumbers.of(record), context);
  }

  private static String bodyOf(Value redacted) {
    return redacted instanceof TextValue text ? text.reveal() : JsonText.of(redacted);
  }

  /** The key is part of what the export gives away, and stands in every table. */
  private void scanKey() {
    DetectionContext context =
        new DetectionContext(types.ofObject(), List.of(), "object_key", () -> null);
    Detected detected = detector.detect(new TextValue(ref.key()), context);
    for (Finding finding : detected.findings()) {
      keep(
          List.of(
              new FindingRow(
                  FindingId.of(ref, FindingRow.IN_KEY, finding),
                  finding,
                  FindingRow.IN_KEY,
                  types.ofObject(),
                  types.format(),
                  null,
                  null,
                  RecordPlace.UNKNOWN)));
    }
  }

  private void finish() {
    finished = true;
    scanKey();
    String sha256 = stored == null ? null : stored.sha256();
    ready.add(
        new ObjectRow(
            faults.status(),
            types.ofObject(),
            types.format(),
            containers,
            faults.worst(),
            faults.kept(),
            faults.count(),
            bytes.decoded(),
            bytes.rawScanned(),
            bytes.unread(),
            recordCount,
            findingCount,
            suppressedCount,
            sha256));
    try {
      close();
    } catch (IOException afterTheFact) {
      // Everything that could be read was read: a failing close changes no row.
      finished = true;
    }
  }

  @Override
  public void close() throws IOException {
    if (unpacking != null) {
      unpacking.close();
    }
  }
}
