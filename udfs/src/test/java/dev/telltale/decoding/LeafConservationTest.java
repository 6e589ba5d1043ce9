package dev.telltale.decoding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.telltale.framing.Frame;
import dev.telltale.limit.Limits;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.Member;
import dev.telltale.value.NumberValue;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a value holds is in its records, and in one place of them. */
class LeafConservationTest {
  static final List<String> FORMATS =
      List.of(
          "otlp-json",
          "kubernetes",
          "kubernetes-audit",
          "cloudtrail",
          "cloudwatch-logs",
          "aws-event",
          "metric-stream-json",
          "emf",
          "aws-waf",
          "segment",
          "gitpod-log",
          "gitpod-audit",
          "gitpod-metrics",
          "docker-json",
          "fluent-bit",
          "journald",
          "ecs",
          "firehose-failed",
          "json");

  static List<String> formats() {
    return FORMATS;
  }

  @ParameterizedTest
  @MethodSource("formats")
  void everyTextNumberAndNameOfAValueIsInOnePlaceOfItsRecords(String format) {
    FrameDecoder decoder = new FrameDecoder(Limits.defaults());
    for (int seed = 0; seed < 400; seed++) {
      GeneratedEvents events = new GeneratedEvents(new Random(seed));
      String json = events.event(format);
      DecodedFrame frame =
          DecodedFrame.of(decoder, Frame.Kind.JSON, json.getBytes(StandardCharsets.UTF_8));
      int[] counts = new int[events.issued()];
      Set<ObjectValue> shared = Collections.newSetFromMap(new IdentityHashMap<>());
      frame.records.forEach(record -> count(record.body(), counts, shared));
      assertEquals(List.of(), notOnce(counts), () -> format + ": " + json);
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void everyGeneratedValueIsOfItsFormat(String format) {
    boolean carrier = List.of("aws-event", "cloudwatch-logs").contains(format);
    for (int seed = 0; seed < 100; seed++) {
      DecodedFrame frame = DecodedFrame.json(new GeneratedEvents(new Random(seed)).event(format));
      if (!carrier) {
        assertEquals(format, frame.records.get(0).format());
      }
    }
  }

  private static List<String> notOnce(int[] counts) {
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] != 1) {
        wrong.add(i + " stands " + counts[i] + " times");
      }
    }
    return wrong;
  }

  private static void count(Value value, int[] counts, Set<ObjectValue> shared) {
    if (value instanceof TextValue text) {
      count(text.reveal(), counts);
    } else if (value instanceof NumberValue number) {
      count(number.reveal(), counts);
    } else if (value instanceof ArrayValue array) {
      array.items().forEach(item -> count(item, counts, shared));
    } else if (value instanceof ObjectValue object && (!object.isShared() || shared.add(object))) {
      for (Member member : object.members()) {
        count(member.name(), counts);
        count(member.value(), counts, shared);
      }
    }
  }

  /** Counts the words of a text that were given out. */
  private static void count(String text, int[] counts) {
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || !Character.isLetterOrDigit(text.charAt(i))) {
        int ordinal = GeneratedEvents.ordinal(text.substring(from, i));
        if (ordinal >= 0 && ordinal < counts.length) {
          counts[ordinal]++;
        }
        from = i + 1;
      }
    }
  }
}
