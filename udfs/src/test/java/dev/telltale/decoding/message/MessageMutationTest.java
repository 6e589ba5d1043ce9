package dev.telltale.decoding.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.MutationCount;
import dev.telltale.decoding.DecodedFrame;
import dev.telltale.decoding.DecodedStream;
import dev.telltale.decoding.MessageBytes;
import dev.telltale.decoding.Outcome;
import dev.telltale.framing.Frame;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Spoiled messages: bits flipped, bytes cut out, doubled or dropped. The seed is fixed. */
public class MessageMutationTest {
  private static final int CASES = MutationCount.EACH;
  private static final int MESSAGES = 8;
  private static final int SPOILED = 4;
  private static final Duration MAX_LENGTH = Duration.ofMinutes(2);

  /** Ways to spoil the bytes between two places. */
  private static byte[] spoiled(byte[] bytes, int from, int to, Random random) {
    int at = from + random.nextInt(to - from);
    int length = 1 + random.nextInt(Math.min(12, to - at));
    byte[] before = Arrays.copyOf(bytes, at);
    byte[] after = Arrays.copyOfRange(bytes, at + length, bytes.length);
    byte[] part = Arrays.copyOfRange(bytes, at, at + length);
    return switch (random.nextInt(3)) {
      case 0 -> {
        part[random.nextInt(length)] ^= (byte) (1 << random.nextInt(8));
        yield WireBytes.of().raw(before).raw(part).raw(after).array();
      }
      case 1 -> WireBytes.of().raw(before).raw(part).raw(part).raw(after).array();
      default -> WireBytes.of().raw(before).raw(after).array();
    };
  }

  static List<MessageFormatsTest.Example> examples() {
    return MessageFormatsTest.examples();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void spoiledMessageIsAccountedFor(MessageFormatsTest.Example example) {
    Random random = new Random(example.format().hashCode());
    assertTimeoutPreemptively(
        MAX_LENGTH,
        () -> {
          for (int i = 0; i < CASES; i++) {
            byte[] bytes = example.bytes();
            for (int times = random.nextInt(3); times >= 0 && bytes.length > 1; times--) {
              bytes = spoiled(bytes, 0, bytes.length, random);
            }
            bytes = random.nextInt(5) == 0 ? Arrays.copyOf(bytes, bytes.length / 2) : bytes;
            DecodedFrame frame = DecodedFrame.of(Frame.Kind.MESSAGE, bytes);
            assertFalse(frame.records.isEmpty(), "case " + i);
            if (frame.outcome.kind() == Outcome.Kind.DECODED) {
              assertTrue(frame.faultIds().stream().allMatch("unknown-fields"::equals), "case " + i);
            }
          }
        });
  }

  public enum Family {
    OTLP_METRICS,
    METRIC_FAMILY,
    REMOTE_WRITE;

    public byte[] message(int index) {
      return switch (this) {
        case OTLP_METRICS -> MessageBytes.otlpMetrics("message-" + index);
        case METRIC_FAMILY -> MessageBytes.family("message-" + index);
        case REMOTE_WRITE ->
            WireBytes.of().message(1, MessageBytes.series("message-" + index)).array();
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void framesAroundASpoiledOneAreReadInEitherFraming(Family family) {
    Random random = new Random(family.name().hashCode());
    assertTimeoutPreemptively(
        MAX_LENGTH,
        () -> {
          for (int i = 0; i < CASES; i++) {
            boolean varint = i % 2 == 0;
            byte[] before = stream(family, 0, SPOILED, varint);
            byte[] stream = stream(family, 0, MESSAGES, varint);
            int end = stream(family, 0, SPOILED + 1, varint).length;
            byte[] bytes = spoiled(stream, before.length, end, random);
            DecodedStream decoded = DecodedStream.of(bytes);
            assertEquals(bytes.length, decoded.accounted, "case " + i);
            String bodies = decoded.bodies();
            for (int k = 0; k < MESSAGES; k++) {
              String name = "\"message-" + k + "\"";
              assertTrue(k == SPOILED || bodies.contains(name), "case " + i + ", frame " + k);
            }
          }
        });
  }

  private static byte[] stream(Family family, int from, int to, boolean varint) {
    WireBytes stream = WireBytes.of();
    for (int i = from; i < to; i++) {
      byte[] message = family.message(i);
      if (varint) {
        stream.delimited(message);
      } else {
        stream.bigEndian(message);
      }
    }
    return stream.array();
  }
}
