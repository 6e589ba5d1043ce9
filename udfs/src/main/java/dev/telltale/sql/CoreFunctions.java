package dev.telltale.sql;

import dev.telltale.decoding.FrameDecoder;
import dev.telltale.detection.Detected;
import dev.telltale.detection.Detector;
import dev.telltale.detection.finding.Finding;
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
import org.apache.spark.sql.Row;

/**
 * The core as functions of values. Serialised to executors; each thread there builds its own
 * detector at its first call.
 */
final class CoreFunctions implements Serializable {
  private static final long serialVersionUID = 1L;

  private final SealedKey key;
  private final Limits limits;
  private transient ThreadLocal<Detector> detectors;

  CoreFunctions(SealedKey key, Limits limits) {
    this.key = key;
    this.limits = limits;
  }

  List<Row> records(byte[] content, String objectKey) {
    if (content == null) {
      return null;
    }
    List<Row> rows = new ArrayList<>();
    for (ScanRow row : scan(content, objectKey)) {
      if (row instanceof RecordRow record) {
        rows.add(RecordSchema.of(record));
      }
    }
    return rows;
  }

  List<Row> findings(byte[] content, String objectKey) {
    if (content == null) {
      return null;
    }
    List<Row> rows = new ArrayList<>();
    for (ScanRow row : scan(content, objectKey)) {
      if (row instanceof FindingRow finding) {
        rows.add(FindingSchema.of(finding));
      }
    }
    return rows;
  }

  Row object(byte[] content, String objectKey) {
    if (content == null) {
      return null;
    }
    List<ScanRow> rows = scan(content, objectKey);
    return ObjectSchema.of((ObjectRow) rows.get(rows.size() - 1));
  }

  List<Row> detect(String text, String field) {
    if (text == null) {
      return null;
    }
    List<Row> rows = new ArrayList<>();
    for (Finding finding : run(text, field).findings()) {
      rows.add(FindingSchema.of(finding));
    }
    return rows;
  }

  String redact(String text, String field) {
    if (text == null) {
      return null;
    }
    Value redacted = run(text, field).redacted();
    return redacted instanceof TextValue plain ? plain.reveal() : JsonText.of(redacted);
  }

  static Row key(String objectKey) {
    return objectKey == null ? null : KeySchema.of(ObjectKey.of(objectKey));
  }

  private Detected run(String text, String field) {
    return detector().detectText(text, field);
  }

  private List<ScanRow> scan(byte[] content, String objectKey) {
    ObjectRef ref =
        new ObjectRef(
            "", objectKey == null ? "" : objectKey, null, "", content.length, Instant.EPOCH);
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

  private Detector detector() {
    if (detectors == null) {
      makeDetectors();
    }
    return detectors.get();
  }

  private synchronized void makeDetectors() {
    if (detectors == null) {
      detectors =
          ThreadLocal.withInitial(() -> new Detector(RuleSet.builtin(), key.open(), limits));
    }
  }
}
