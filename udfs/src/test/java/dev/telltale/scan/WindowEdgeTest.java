package dev.telltale.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.telltale.decoding.FrameDecoder;
import dev.telltale.detection.Detector;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.fault.FaultKind;
import dev.telltale.limit.ChangedLimits;
import dev.telltale.limit.Limits;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A long line is scanned in windows; a value is found once wherever an edge cuts it. */
class WindowEdgeTest {
  private static final int WINDOW = 2_048;
  private static final int OVERLAP = 512;
  private static final RuleSet RULES = RuleSet.builtin();
  private static final String TOKEN = "uri=postgres://app:k7Wq2Zp9Lx4Tn8Vb3Rd6@db.acme.io/app";
  private static final String SECRET = "k7Wq2Zp9Lx4Tn8Vb3Rd6";

  private static final Limits LIMITS =
      ChangedLimits.with("frameBytes", WINDOW)
          .and("lineBytes", WINDOW)
          .and("windowBytes", WINDOW)
          .and("overlapBytes", OVERLAP)
          .limits();

  @Test
  void aValueAtEveryOffsetAroundAnEdgeIsFoundOnce() {
    List<Integer> wrong = new ArrayList<>();
    List<String> once = List.of(ScannedObject.KEY.fingerprint(SECRET));
    try (Detector detector = new Detector(RULES, ScannedObject.KEY, LIMITS)) {
      int edge = 2 * WINDOW - OVERLAP;
      for (int at = edge - OVERLAP - TOKEN.length() - 8; at < edge + TOKEN.length() + 8; at++) {
        if (!scan(detector, at).equals(once)) {
          wrong.add(at);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static List<String> scan(Detector detector, int at) {
    byte[] bytes =
        (". ".repeat(at / 2) + ".".repeat(at % 2) + " " + TOKEN + " " + ". ".repeat(WINDOW))
            .getBytes(StandardCharsets.US_ASCII);
    ObjectRef ref = new ObjectRef("b", "other/a", null, "etag", bytes.length, Instant.EPOCH);
    List<String> found = new ArrayList<>();
    ObjectRows.standing(
            () ->
                new ObjectScan(
                    ref,
                    () -> new ByteArrayInputStream(bytes),
                    failed -> FaultKind.READ_FAILED,
                    LIMITS,
                    () -> 0,
                    new FrameDecoder(LIMITS),
                    detector),
            detector,
            Limits.MAX_HELD_BYTES)
        .forEachRemaining(
            row -> {
              if (row instanceof FindingRow finding) {
                found.add(finding.finding().fingerprint());
              }
            });
    return found;
  }
}
