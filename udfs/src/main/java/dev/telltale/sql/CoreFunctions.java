package dev.telltale.sql;

import dev.telltale.decoding.FrameDecoder;
import dev.telltale.detection.Detected;
import dev.telltale.detection.Detector;
import dev.telltale.detection.finding.Finding;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.finding.Mask;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import dev.telltale.listing.ObjectKey;
import dev.telltale.scan.FindingRow;
import dev.telltale.scan.ObjectRef;
import dev.telltale.scan.ObjectRow;
import dev.telltale.scan.ObjectRows;
import dev.telltale.scan.ObjectScan;
import dev.telltale.scan.RecordRow;
import dev.telltale.scan.ScanRow;
import dev.telltale.value.JsonText;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.io.ByteArrayInputStream;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.unsafe.types.UTF8String;
import org.apache.spark.util.TaskCompletionListener;
import scala.Function1;

/**
 * The core as functions of values, in the types of Spark's rows: the bodies of {@link SqlFunction}.
 * Null in, null out. Serialised to executors; each thread there builds its own detector at its
 * first call.
 */
final class CoreFunctions implements Serializable {
  private static final long serialVersionUID = 1L;

  static final DataType RECORDS = new ArrayType(RecordSchema.TYPE, false);
  static final DataType FINDINGS = new ArrayType(FindingSchema.PLACE, false);
  static final DataType VALUES = new ArrayType(FindingSchema.VALUE, false);

  private static final Function1<Object, Object> TO_RECORDS = converter(RECORDS);
  private static final Function1<Object, Object> TO_FINDINGS = converter(FINDINGS);
  private static final Function1<Object, Object> TO_VALUES = converter(VALUES);
  private static final Function1<Object, Object> TO_OBJECT = converter(ObjectSchema.TYPE);
  private static final Function1<Object, Object> TO_KEY = converter(KeySchema.TYPE);

  private final SealedKey key;
  private final Limits limits;
  private transient volatile ThreadLocal<Detector> detectors;
  private transient volatile FingerprintKey opened;

  /**
   * @param key null where only functions are called that make no fingerprints
   */
  CoreFunctions(SealedKey key, Limits limits) {
    this.key = key;
    this.limits = limits;
  }

  /** The records of an object's bytes, whatever their format. */
  ArrayData decode(byte[] content, UTF8String objectKey) {
    return content == null ? null : (ArrayData) TO_RECORDS.apply(records(content, objectKey));
  }

  /** The records of a Gitpod metrics export; null for anything else. */
  ArrayData decodeGitpodMetrics(byte[] content) {
    return decodeAs(content, "gitpod-metrics");
  }

  /** The records of OTLP, as JSON or protobuf; null for anything else. */
  ArrayData decodeOtlp(byte[] content) {
    return decodeAs(content, "otlp-");
  }

  /** The records of Prometheus remote write 1.0 or 2.0; null for anything else. */
  ArrayData decodeRemoteWrite(byte[] content) {
    return decodeAs(content, "remote-write-");
  }

  /** The findings in an object's bytes. */
  ArrayData findings(byte[] content, UTF8String objectKey) {
    if (content == null) {
      return null;
    }
    List<Row> rows = new ArrayList<>();
    for (ScanRow row : scan(content, objectKey)) {
      if (row instanceof FindingRow finding) {
        rows.add(FindingSchema.of(finding));
      }
    }
    return (ArrayData) TO_FINDINGS.apply(rows);
  }

  /** What the ledger would say of an object's bytes. */
  InternalRow object(byte[] content, UTF8String objectKey) {
    if (content == null) {
      return null;
    }
    List<ScanRow> rows = scan(content, objectKey);
    Row object = ObjectSchema.of((ObjectRow) rows.get(rows.size() - 1));
    return (InternalRow) TO_OBJECT.apply(object);
  }

  /** The findings in a text that stood in a field of that name. */
  ArrayData detect(UTF8String text, UTF8String field) {
    if (text == null) {
      return null;
    }
    List<Row> rows = new ArrayList<>();
    for (Finding finding : run(text, field).findings()) {
      rows.add(FindingSchema.of(finding));
    }
    return (ArrayData) TO_VALUES.apply(rows);
  }

  /** The text with markers in the place of sensitive values. */
  UTF8String redact(UTF8String text, UTF8String field) {
    if (text == null) {
      return null;
    }
    Value redacted = run(text, field).redacted();
    return UTF8String.fromString(
        redacted instanceof TextValue plain ? plain.reveal() : JsonText.of(redacted));
  }

  /** Enough of a value to recognise it. */
  UTF8String mask(UTF8String value) {
    return value == null ? null : UTF8String.fromString(Mask.of(value.toString()));
  }

  /** The keyed fingerprint of a value. */
  UTF8String fingerprint(UTF8String value) {
    return value == null ? null : UTF8String.fromString(key().fingerprint(value.toString()));
  }

  /** What the key of an object says. */
  InternalRow key(UTF8String objectKey) {
    return objectKey == null
        ? null
        : (InternalRow) TO_KEY.apply(KeySchema.of(ObjectKey.of(objectKey.toString())));
  }

  private ArrayData decodeAs(byte[] content, String format) {
    if (content == null) {
      return null;
    }
    List<Row> records = records(content, null);
    int column = RecordSchema.TYPE.fieldIndex("format");
    records.removeIf(record -> !record.getString(column).startsWith(format));
    return records.isEmpty() ? null : (ArrayData) TO_RECORDS.apply(records);
  }

  private List<Row> records(byte[] content, UTF8String objectKey) {
    List<Row> rows = new ArrayList<>();
    for (ScanRow row : scan(content, objectKey)) {
      if (row instanceof RecordRow record) {
        rows.add(RecordSchema.of(record));
      }
    }
    return rows;
  }

  private Detected run(UTF8String text, UTF8String field) {
    return detector().detectText(text.toString(), field == null ? null : field.toString());
  }

  private List<ScanRow> scan(byte[] content, UTF8String objectKey) {
    ObjectRef ref =
        new ObjectRef(
            "",
            objectKey == null ? "" : objectKey.toString(),
            null,
            "",
            content.length,
            Instant.EPOCH);
    List<ScanRow> rows = new ArrayList<>();
    Detector detector = detector();
    ObjectRows scan =
        ObjectRows.standing(
            () ->
                new ObjectScan(
                    ref,
                    () -> new ByteArrayInputStream(content),
                    failed -> FaultKind.READ_FAILED,
                    limits,
                    System::nanoTime,
                    new FrameDecoder(limits),
                    detector),
            detector,
            Limits.MAX_HELD_BYTES);
    scan.forEachRemaining(rows::add);
    return rows;
  }

  private FingerprintKey key() {
    if (opened == null) {
      opened = key.open();
    }
    return opened;
  }

  private Detector detector() {
    if (detectors == null) {
      makeDetectors();
    }
    return detectors.get();
  }

  private synchronized void makeDetectors() {
    if (detectors == null) {
      detectors = ThreadLocal.withInitial(this::newDetector);
    }
  }

  /** What a task built up in its detector's automata is there for the next one. */
  private Detector newDetector() {
    Detector detector = new Detector(RuleSet.builtin(), key.open(), limits);
    TaskContext task = TaskContext.get();
    if (task != null) {
      task.addTaskCompletionListener(
          (TaskCompletionListener)
              ended -> {
                detectors.remove();
                detector.close();
              });
    }
    return detector;
  }

  private static Function1<Object, Object> converter(DataType type) {
    return CatalystTypeConverters.createToCatalystConverter(type);
  }
}
