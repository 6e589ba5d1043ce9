package dev.telltale.scan;

import dev.telltale.detection.Detected;
import dev.telltale.detection.DetectionContext;
import dev.telltale.detection.Detector;
import dev.telltale.detection.finding.Finding;
import dev.telltale.fault.Fault;
import dev.telltale.fault.FaultKind;
import dev.telltale.framing.Frame;
import dev.telltale.limit.Deadline;
import dev.telltale.limit.DeadlinePassed;
import dev.telltale.limit.Limits;
import dev.telltale.listing.KeyText;
import dev.telltale.listing.ObjectKey;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.RecordColumns;
import dev.telltale.unpacking.Leaf;
import dev.telltale.value.JsonText;
import dev.telltale.value.TextValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes the rows of one object's records: each is scanned, redacted and described. What detection
 * fails on as a structure it is given as text. Not thread-safe.
 */
final class RecordRows {
  private final ObjectRef ref;
  private final Limits limits;
  private final Detector detector;
  private final FaultLog faults;
  private final Consumer<ScanRow> rows;
  private final TelemetryTypes types;
  private final RowText text;

  private Leaf leaf;
  private Frame frame;
  private Deadline deadline = Deadline.NEVER;
  private boolean failed;
  private long answered;
  private boolean bodies = true;
  private long recordCount;
  private long findingCount;
  private long suppressedCount;
  private RecordWatcher watcher = RecordWatcher.NONE;

  /**
   * @param rows gets the rows: of each record its findings, then itself
   */
  RecordRows(
      ObjectRef ref, Limits limits, Detector detector, FaultLog faults, Consumer<ScanRow> rows) {
    this.ref = ref;
    this.limits = limits;
    this.detector = detector;
    this.faults = faults;
    this.rows = rows;
    types = new TelemetryTypes(ObjectKey.of(ref.key()));
    text = new RowText(limits);
  }

  /** From now on the watcher sees each record as it was sent. */
  void watch(RecordWatcher newWatcher) {
    watcher = newWatcher;
  }

  /** From now on the bodies of records are empty. */
  void leaveOutBodies() {
    bodies = false;
  }

  void startLeaf(Leaf newLeaf) {
    leaf = newLeaf;
    answered = 0;
  }

  void startFrame(Frame newFrame, Deadline newDeadline) {
    frame = newFrame;
    deadline = newDeadline;
    failed = false;
    detector.startFrame(deadline);
    text.startFrame(frame.accounted());
  }

  /** Names the limits that the rows of the frame met. */
  void endFrame() {
    name(text.isCut(), FaultKind.ROW_LIMIT);
    name(text.hasCutColumns(), FaultKind.COLUMN_LIMIT);
    name(text.hasCutRepeats(), FaultKind.REPEAT_LIMIT);
  }

  /** Whether detection failed on a record of the frame, even as text. */
  boolean failed() {
    return failed;
  }

  private void name(boolean met, FaultKind kind) {
    if (met) {
      faults.add(new Fault(kind, leaf.layer(), frame.offset()));
    }
  }

  void add(DecodedRecord record) {
    long before = recordCount;
    try {
      scan(record);
    } catch (DeadlinePassed late) {
      throw late;
    } catch (RuntimeException bug) {
      recordCount = before;
      name(true, FaultKind.DECODER_FAILED);
      addAsText(record);
    }
  }

  private void addAsText(DecodedRecord record) {
    long before = recordCount;
    try {
      detector.startFrame(deadline);
      TextValue plain = new TextValue(JsonText.of(record.body()));
      scan(record.with(plain, body -> RecordColumns.none()));
    } catch (DeadlinePassed late) {
      throw late;
    } catch (RuntimeException bug) {
      recordCount = before;
      name(true, FaultKind.DETECTOR_FAILED);
      failed = true;
    }
  }

  private void scan(DecodedRecord record) {
    Detected detected = detect(record, types.proposed(record));
    if (leaf.header() && detected.findings().isEmpty()) {
      // A file name is not telemetry: it becomes a record only to hold what was found in it.
      return;
    }
    watcher.scanned(record, detected.findings());
    RecordColumns columns = record.describer().describe(detected.redacted());
    boolean many = columns.attributes().size() > limits.attributesPerRecord();
    columns = text.columns(many ? columns.withFewer(limits.attributesPerRecord()) : columns);
    String body = bodies ? text.body(detected.redacted()) : "";
    long index = recordCount++;
    String type = types.of(record);
    List<FindingRow> findings = new ArrayList<>(detected.findings().size());
    for (Finding finding : detected.findings()) {
      findings.add(
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
    for (FaultKind limit : detected.limits()) {
      name(true, limit);
    }
    name(many, FaultKind.ATTRIBUTE_LIMIT);
    keep(findings);
    rows.accept(
        new RecordRow(
            index,
            type,
            record.format(),
            columns,
            body,
            SampleNumbers.without(record.samples(), detected.foundNumbers()),
            (int) detected.findings().stream().filter(f -> !f.isSuppressed()).count(),
            RecordPlace.of(leaf, record)));
  }

  private long offsetOf(DecodedRecord record, Finding finding) {
    return finding.span().isKnown()
        ? RecordPlace.origin(leaf, record) + finding.span().offset()
        : RecordPlace.UNKNOWN;
  }

  private Detected detect(DecodedRecord record, String type) {
    DetectionContext context =
        new DetectionContext(
            type,
            record.provenance().encodings(),
            record.provenance().pathPrefix() + record.provenance().rootPath(),
            () -> record.describer().describe(record.body()).emitter());
    boolean window = frame.overlap() > 0 || frame.continued();
    if (window && record.body() instanceof TextValue raw) {
      TextWindow owned = TextWindow.of(frame, limits.overlapBytes(), answered);
      Detected detected = detector.detectWindow(raw, owned.from(), owned.to(), context);
      answered = owned.answeredUpTo(detected.consumed());
      return detected;
    }
    return detector.detect(record.body(), SampleNumbers.of(record), context);
  }

  /** The key is part of what the export gives away, and stands in every table. */
  void addKey() {
    DetectionContext context =
        new DetectionContext(types.ofObject(), List.of(), "object_key", () -> null);
    detector.startFrame();
    TextValue key = new TextValue(KeyText.of(ref.key()));
    List<FindingRow> inKey = new ArrayList<>();
    for (Finding finding : detector.detect(key, context).findings()) {
      inKey.add(
          new FindingRow(
              FindingId.of(ref, FindingRow.IN_KEY, finding),
              finding,
              FindingRow.IN_KEY,
              types.ofObject(),
              types.format(),
              null,
              null,
              RecordPlace.UNKNOWN));
    }
    keep(inKey);
  }

  private void keep(List<FindingRow> findings) {
    for (FindingRow finding : findings) {
      findingCount += finding.finding().isSuppressed() ? 0 : 1;
      suppressedCount += finding.finding().isSuppressed() ? 1 : 0;
      long all = findingCount + suppressedCount;
      if (all == limits.findingsPerObject() + 1L) {
        faults.add(new Fault(FaultKind.FINDING_LIMIT, leaf == null ? 0 : leaf.layer(), 0));
      }
      if (all <= limits.findingsPerObject()) {
        rows.accept(finding);
      }
    }
  }

  /** The row of the object, whose records and findings were counted here. */
  ObjectRow object(List<String> containers, ObjectBytes bytes, String sha256) {
    return new ObjectRow(
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
        sha256);
  }
}
