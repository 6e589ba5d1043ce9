package dev.telltale.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.decoding.FrameDecoder;
import dev.telltale.detection.Detector;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** An error of the virtual machine inside one object ends that object. */
class JvmErrorTest {
  private static final byte[] LINES = "a line\n".repeat(40_000).getBytes(UTF_8);

  /** A value that only its name gives away, in a line without that name too. */
  private static final byte[] REPEATED =
      "{\"note\":\"Xk29vQpLm7Rz\"}\n{\"password\":\"Xk29vQpLm7Rz\"}\n".getBytes(UTF_8);

  @Test
  void errorThatTheObjectCausesRefusesIt() {
    for (Error error :
        List.of(
            new StackOverflowError(),
            new OutOfMemoryError("Java heap space"),
            new OutOfMemoryError("Requested array size exceeds VM limit"),
            new NoClassDefFoundError("x"),
            new ExceptionInInitializerError())) {
      ScannedObject object = scanned(error);
      assertEquals(ObjectStatus.REFUSED, object.object.status(), error.toString());
      assertEquals("jvm-error", object.object.fault().kind().id());
      assertEquals(LINES.length * 2L, object.answered());
    }
  }

  @Test
  void errorThatSaysThatTheMachineIsAtItsEndGoesOn() {
    for (String message : List.of("GC overhead limit exceeded", "Metaspace")) {
      OutOfMemoryError error = new OutOfMemoryError(message);
      assertSame(error, assertThrows(OutOfMemoryError.class, () -> scanned(error)));
    }
  }

  /** Looking back reads the object again: an error there leaves none of its rows. */
  @Test
  void errorWhileLookingBackRefusesTheObjectAndWithdrawsItsRows() {
    AtomicInteger readings = new AtomicInteger();
    ScannedObject object =
        ScannedObject.of(
            "k",
            REPEATED.length,
            () -> {
              if (readings.incrementAndGet() > 1) {
                throw new StackOverflowError();
              }
              return new ByteArrayInputStream(REPEATED);
            },
            Limits.defaults(),
            () -> 0,
            Limits.MAX_HELD_BYTES);
    assertEquals(2, readings.get());
    assertEquals("jvm-error", object.object.fault().kind().id());
    assertEquals(0, object.records.size());
    assertEquals(0, object.findings.size());
  }

  /** The same where the second reading cannot even begin. */
  @Test
  void errorBetweenTheReadingsRefusesTheObjectToo() {
    ObjectRef ref = new ObjectRef("bucket", "k", null, "etag", REPEATED.length, Instant.EPOCH);
    Limits limits = Limits.defaults();
    AtomicInteger opened = new AtomicInteger();
    try (Detector detector = new Detector(RuleSet.builtin(), ScannedObject.KEY, limits)) {
      ObjectRows rows =
          ObjectRows.withdrawable(
              () -> {
                if (opened.incrementAndGet() > 1) {
                  throw new StackOverflowError();
                }
                return new ObjectScan(
                    ref,
                    () -> new ByteArrayInputStream(REPEATED),
                    failed -> FaultKind.READ_FAILED,
                    limits,
                    () -> 0,
                    new FrameDecoder(limits),
                    detector);
              },
              detector,
              Limits.MAX_HELD_BYTES);
      List<ScanRow> standing = new ArrayList<>();
      int reading = 0;
      while (rows.hasNext()) {
        ScanRow row = rows.next();
        if (rows.reading() != reading) {
          standing.clear();
          reading = rows.reading();
        }
        standing.add(row);
      }
      assertEquals(2, opened.get());
      assertTrue(rows.brokeDown());
      assertEquals(1, standing.size());
      ObjectRow object = assertInstanceOf(ObjectRow.class, standing.get(0));
      assertEquals(ObjectStatus.REFUSED, object.status());
      assertEquals(REPEATED.length, object.bytesUnread());
    }
  }

  private static ScannedObject scanned(Error error) {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() {
            throw error;
          }

          @Override
          public int read(byte[] bytes, int from, int length) {
            throw error;
          }
        };
    return ScannedObject.of(
        "k",
        LINES.length * 2L,
        new SequenceInputStream(new ByteArrayInputStream(LINES), broken),
        Limits.defaults());
  }
}
