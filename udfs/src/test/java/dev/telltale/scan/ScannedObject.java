package dev.telltale.scan;

import dev.telltale.decoding.FrameDecoder;
import dev.telltale.detection.Detector;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** The rows of one object, for tests. */
final class ScannedObject {
  static final FingerprintKey KEY =
      FingerprintKey.of("a key for tests, never for use".getBytes(StandardCharsets.UTF_8));

  final List<RecordRow> records = new ArrayList<>();
  final List<FindingRow> findings = new ArrayList<>();
  ObjectRow object;
  int standing;

  static ScannedObject of(String key, byte[] bytes, Limits limits) {
    return of(
        key,
        bytes.length,
        () -> new ByteArrayInputStream(bytes),
        limits,
        () -> 0,
        Limits.MAX_HELD_BYTES);
  }

  /** An object that can be read once. */
  static ScannedObject of(String key, long size, InputStream stored, Limits limits) {
    return of(key, size, stored, limits, () -> 0);
  }

  static ScannedObject of(
      String key, long size, InputStream stored, Limits limits, LongSupplier nanoTime) {
    return of(key, size, () -> stored, limits, nanoTime, Limits.MAX_HELD_BYTES);
  }

  static ScannedObject of(
      String key,
      long size,
      ObjectScan.Source source,
      Limits limits,
      LongSupplier nanoTime,
      long maxHeld) {
    ObjectRef ref = new ObjectRef("bucket", key, null, "etag", size, Instant.EPOCH);
    ScannedObject scanned = new ScannedObject();
    try (Detector detector = new Detector(RuleSet.builtin(), KEY, limits)) {
      ObjectRows rows =
          ObjectRows.withdrawable(
              () ->
                  new ObjectScan(
                      ref,
                      source,
                      failed -> FaultKind.READ_FAILED,
                      limits,
                      nanoTime,
                      new FrameDecoder(limits),
                      detector),
              detector,
              maxHeld);
      while (rows.hasNext()) {
        scanned.add(rows.next(), rows.reading());
      }
    }
    return scanned;
  }

  private void add(ScanRow row, int reading) {
    if (reading != standing) {
      records.clear();
      findings.clear();
      standing = reading;
    }
    if (row instanceof RecordRow record) {
      records.add(record);
    } else if (row instanceof FindingRow finding) {
      findings.add(finding);
    } else {
      object = (ObjectRow) row;
    }
  }

  long answered() {
    return object.bytesDecoded() + object.bytesRawScanned() + object.bytesUnread();
  }
}
