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

  static ScannedObject of(String key, byte[] bytes, Limits limits) {
    return of(key, bytes.length, new ByteArrayInputStream(bytes), limits);
  }

  static ScannedObject of(String key, long size, InputStream stored, Limits limits) {
    return of(key, size, stored, limits, () -> 0);
  }

  static ScannedObject of(
      String key, long size, InputStream stored, Limits limits, LongSupplier nanoTime) {
    ObjectRef ref = new ObjectRef("bucket", key, null, "etag", size, Instant.EPOCH);
    ScannedObject scanned = new ScannedObject();
    try (Detector detector = new Detector(RuleSet.builtin(), KEY, limits)) {
      ObjectScan scan =
          new ObjectScan(
              ref,
              () -> stored,
              failed -> FaultKind.READ_FAILED,
              limits,
              nanoTime,
              new FrameDecoder(limits),
              detector);
      scan.forEachRemaining(scanned::add);
    }
    return scanned;
  }

  private void add(ScanRow row) {
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
