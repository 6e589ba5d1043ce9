package dev.telltale.hostile;

import dev.telltale.decoding.FrameDecoder;
import dev.telltale.detection.Detector;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import dev.telltale.scan.ObjectRef;
import dev.telltale.scan.ObjectRow;
import dev.telltale.scan.ObjectScan;
import dev.telltale.scan.ScanRow;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The scan of one object, of whose rows only the last is kept. */
final class HostileScan {
  static final FingerprintKey KEY =
      FingerprintKey.of("a key for tests, never for use".getBytes(StandardCharsets.UTF_8));

  private static final double MEGABYTE = 1_000_000;

  private long rows;
  private double heap;
  private ObjectRow object;

  private HostileScan() {}

  static HostileScan of(String key, byte[] bytes) {
    HostileScan scanned = new HostileScan();
    Limits limits = Limits.defaults();
    try (Detector detector = new Detector(RuleSet.builtin(), KEY, limits)) {
      ObjectScan scan =
          new ObjectScan(
              new ObjectRef("bucket", key, null, "etag", bytes.length, Instant.EPOCH),
              () -> new ByteArrayInputStream(bytes),
              failed -> FaultKind.READ_FAILED,
              limits,
              System::nanoTime,
              new FrameDecoder(limits),
              detector);
      scan.forEachRemaining(scanned::take);
    }
    return scanned;
  }

  private void take(ScanRow next) {
    if (++rows % 1_000 == 1) {
      Runtime runtime = Runtime.getRuntime();
      heap = Math.max(heap, (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE);
    }
    object = next instanceof ObjectRow last ? last : object;
  }

  /** The object's own row; null where it has none. */
  ObjectRow object() {
    return object;
  }

  long rows() {
    return rows;
  }

  /** What the heap held at most when looked at, garbage included. */
  double heapMegabytes() {
    return heap;
  }

  /** Unpacked bytes that the object's row accounts for. */
  double megabytes() {
    return object == null
        ? 0
        : (object.bytesDecoded() + object.bytesRawScanned() + object.bytesUnread()) / MEGABYTE;
  }

  @Override
  public String toString() {
    return rows + " rows";
  }
}
