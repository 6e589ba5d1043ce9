package dev.telltale.decoding.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.decoding.DecodedStream;
import dev.telltale.decoding.FrameDecoder;
import dev.telltale.decoding.LeafReading;
import dev.telltale.decoding.MessageBytes;
import dev.telltale.fault.Fault;
import dev.telltale.fault.FaultKind;
import dev.telltale.framing.Frame;
import dev.telltale.limit.ChangedLimits;
import dev.telltale.limit.Limits;
import dev.telltale.unpacking.Leaf;
import dev.telltale.unpacking.Unpacking;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DelimitedMessagesTest {
  private static byte[] stream(int messages) {
    WireBytes stream = WireBytes.of();
    for (int i = 0; i < messages; i++) {
      stream.delimited(MessageBytes.otlpMetrics("metric-" + i));
    }
    return stream.array();
  }

  private static int start(int message) {
    return stream(message).length;
  }

  @Test
  void recordsKnowWhereTheirMessageStarts() {
    DecodedStream decoded = DecodedStream.of(stream(3));
    assertEquals(start(2) + 2, decoded.records.get(2).provenance().origin());
  }

  @Test
  void damagedContentCostsOneFrameAndNoOther() {
    byte[] stream = stream(20);
    Arrays.fill(stream, start(7) + 2, start(8), (byte) 0xff);
    DecodedStream decoded = DecodedStream.of(stream);
    assertEquals(List.of(new Fault(FaultKind.PROTOBUF, 0, start(7) + 2)), decoded.faults);
    assertEquals(stream.length, decoded.accounted);
    assertEquals(start(8) - start(7), decoded.raw);
    assertNames(decoded, 7);
  }

  @Test
  void damagedLengthIsPassedAndReadingTakenUpAfterIt() {
    for (byte length : new byte[] {0, 1, 50, 127}) {
      byte[] stream = stream(20);
      stream[start(7)] = length;
      stream[start(7) + 1] = length;
      DecodedStream decoded = DecodedStream.of(stream);
      int position = start(7) + (length == 0 ? 2 : 0); // two empty messages are no damage
      assertEquals(List.of(new Fault(FaultKind.PROTOBUF, 0, position)), decoded.faults);
      assertEquals(stream.length, decoded.accounted);
      assertEquals(start(8) - position, decoded.raw);
      assertTrue(decoded.bodies().contains("metric-7"), "the damaged message is scanned");
      assertNames(decoded, 7);
    }
  }

  @Test
  void damageInTheFirstMessageHidesNoneAfterIt() {
    byte[] stream = stream(20);
    Arrays.fill(stream, 0, 9, (byte) 0xff);
    DecodedStream decoded = DecodedStream.of(stream);
    assertEquals(stream.length, decoded.accounted);
    assertNames(decoded, 0);
  }

  @Test
  void messageThatNoFrameHoldsIsReadInWindowsAndTheLimitNamed() {
    Limits small = ChangedLimits.with("frameBytes", 4_096).limits();
    byte[] metrics = WireBytes.of().bytes(1, series(500)).array();
    DecodedStream decoded = DecodedStream.of(metrics, small);
    assertEquals(List.of(new Fault(FaultKind.FRAME_LIMIT, 0, 0)), decoded.faults);
    assertEquals(metrics.length, decoded.accounted);
    assertEquals(metrics.length, decoded.raw);
    assertTrue(decoded.bodies().contains("metric-499"));
  }

  private static byte[] series(int count) {
    WireBytes series = WireBytes.of();
    for (int i = 0; i < count; i++) {
      series.bytes(2, MessageBytes.otlpMetrics("metric-" + i));
    }
    return series.array();
  }

  @Test
  void longDamageComesInWindowsThatShareTheirEdges() {
    Limits windows = ChangedLimits.with("windowBytes", 1_000).and("overlapBytes", 100).limits();
    byte[] noise = new byte[2_950];
    Arrays.fill(noise, (byte) 0xff);
    byte[] text = "text across an edge".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(text, 0, noise, 990, text.length);
    byte[] stream = WireBytes.of().raw(stream(7)).raw(noise).raw(stream(20)).array();
    DecodedStream decoded = DecodedStream.of(stream, windows);
    assertEquals(List.of(new Fault(FaultKind.PROTOBUF, 0, start(7))), decoded.faults);
    assertEquals(stream.length, decoded.accounted);
    assertEquals(noise.length, decoded.raw);
    assertTrue(decoded.bodies().contains("text across an edge"));
    assertNames(decoded, 20);
  }

  @Test
  void streamThatIsCutKeepsTheMessagesBeforeTheCut() {
    byte[] stream = Arrays.copyOf(stream(20), start(19) + 20);
    DecodedStream decoded = DecodedStream.of(stream);
    assertEquals(List.of(new Fault(FaultKind.PROTOBUF, 0, start(19))), decoded.faults);
    assertEquals(stream.length, decoded.accounted);
    assertNames(decoded, 19);
  }

  private static void assertNames(DecodedStream decoded, int damaged) {
    for (int i = 0; i < 20; i++) {
      if (i != damaged) {
        String name = "\"name\":\"metric-" + i + "\"";
        assertTrue(decoded.bodies().contains(name), "message " + i);
      }
    }
  }

  /** 128 MiB of messages that nobody holds. */
  private static final class Endless extends InputStream {
    private final byte[] part = stream(1_000);
    private final long length = (128L << 20) / part.length * part.length;
    private long at;

    @Override
    public int read() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int read(byte[] into, int from, int max) {
      if (at == length) {
        return -1;
      }
      int inside = (int) (at % part.length);
      int count = Math.min(max, part.length - inside);
      System.arraycopy(part, inside, into, from, count);
      at += count;
      return count;
    }
  }

  @Test
  void objectOf128MebibytesIsReadFrameByFrame() throws IOException {
    Endless object = new Endless();
    FrameDecoder decoder = new FrameDecoder(Limits.defaults());
    long accounted = 0;
    long[] records = {0};
    try (Unpacking unpacking =
        new Unpacking(object, object.length, Limits.defaults(), fault -> records[0] = -1)) {
      Leaf leaf = unpacking.next();
      LeafReading reading = decoder.open(leaf, fault -> records[0] = -1);
      assertEquals("otlp-metrics", reading.candidates().get(0).format());
      for (Frame frame = reading.next(); frame != null; frame = reading.next()) {
        accounted += frame.accounted();
        if (accounted % 50 == 0) {
          reading.decode(frame, ignored -> records[0]++, fault -> records[0] = -1, 0);
        }
        assertTrue(frame.reveal().length <= 64 << 20, "memory is that of frames");
      }
    }
    assertEquals(object.length, accounted);
    assertTrue(records[0] > 100);
  }
}
