package dev.telltale.decoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.fault.Fault;
import dev.telltale.fault.FaultKind;
import dev.telltale.framing.Frame;
import dev.telltale.limit.Limits;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameDecoderTest {
  @Test
  void brokenJsonIsRejectedWithThePlaceAndNothingElse() {
    DecodedFrame frame = DecodedFrame.json("{\"a\":1,}");
    assertEquals(Outcome.Kind.REJECTED, frame.outcome.kind());
    assertEquals(List.of(), frame.records);
    assertEquals(
        List.of(
            new Fault(
                FaultKind.JSON_SYNTAX,
                DecodedFrame.LAYER,
                DecodedFrame.OFFSET + frame.outcome.position())),
        frame.faults);
    assertTrue(frame.outcome.position() >= 7 && frame.outcome.position() <= 8);
  }

  @Test
  void nestingBeyondTheLimitIsRejected() {
    DecodedFrame frame = DecodedFrame.json("[".repeat(1_000) + "]".repeat(1_000));
    assertEquals(Outcome.Kind.REJECTED, frame.outcome.kind());
    assertEquals(List.of("json-depth-limit"), frame.faultIds());
  }

  @Test
  void bytesThatAreNotUtf8AreReplacedAndReportedExactly() {
    byte[] json = "{\"ä\":\"x?y\"}".getBytes(StandardCharsets.UTF_8);
    json[8] = (byte) 0xff;
    DecodedFrame frame = DecodedFrame.of(Frame.Kind.JSON, json);
    assertEquals(
        List.of(new Fault(FaultKind.INVALID_UTF8, DecodedFrame.LAYER, DecodedFrame.OFFSET + 8)),
        frame.faults);
    assertEquals("{\"ä\":\"x\ufffdy\"}", frame.body(0));
    assertEquals(Outcome.DECODED, frame.outcome);
  }

  @Test
  void brokenJsonThatIsNotUtf8EitherIsRejectedAtItsByte() {
    byte[] json = "{\"ää\":\"????\", oops}".getBytes(StandardCharsets.UTF_8);
    for (int i = 9; i < 13; i++) {
      json[i] = (byte) 0xff;
    }
    DecodedFrame frame = DecodedFrame.of(Frame.Kind.JSON, json);
    assertEquals(List.of("json-syntax"), frame.faultIds());
    assertTrue(frame.outcome.position() >= 15 && frame.outcome.position() <= 20);
  }

  @Test
  void lineThatIsAnObjectIsDecodedAsOne() {
    assertEquals(List.of("json"), DecodedFrame.line("  {\"a\":1}").formats());
    assertEquals(
        List.of("fluent-bit"),
        DecodedFrame.line("{\"log\":\"x\",\"stream\":\"stderr\"}").formats());
  }

  @Test
  void lineThatIsNoObjectIsText() {
    for (String line : List.of("", "{", "{\"a\":1} tail", "[1]", "42", "[Sun Dec 04] error")) {
      DecodedFrame frame = DecodedFrame.line(line);
      assertEquals("text", frame.only().format(), line);
      assertEquals(line, frame.body(0));
      assertEquals(List.of(), frame.faults);
      assertEquals(Outcome.DECODED, frame.outcome);
    }
  }

  @Test
  void textLineShowsTheTimeItStartsWith() {
    Instant time = Instant.parse("2024-03-02T12:22:13Z");
    assertEquals(time, DecodedFrame.line("2024-03-02T12:22:13Z stdout F x").columns(0).eventTime());
    assertEquals(time, DecodedFrame.line("2024-03-02 12:22:13 message").columns(0).eventTime());
    assertEquals(null, DecodedFrame.line("1709382133 message").columns(0).eventTime());
  }

  @Test
  void lineInAnotherEncodingIsTextWithAFault() {
    DecodedFrame frame = DecodedFrame.of(Frame.Kind.LINE, new byte[] {'a', 'b', (byte) 0xe9, 'c'});
    assertEquals(
        List.of(new Fault(FaultKind.INVALID_UTF8, DecodedFrame.LAYER, DecodedFrame.OFFSET + 2)),
        frame.faults);
    assertEquals("ab\ufffdc", frame.body(0));
  }

  @Test
  void windowOfTextIsRaw() {
    DecodedFrame frame =
        DecodedFrame.of(Frame.Kind.RAW_TEXT, "{\"a\":".getBytes(StandardCharsets.UTF_8));
    assertEquals("text", frame.only().format());
    assertEquals(Outcome.RAW, frame.outcome);
  }

  @Test
  void characterCutByTheEdgeOfAWindowIsNoFault() {
    byte[] euros = "€€€€".getBytes(StandardCharsets.UTF_8);
    Frame window = new Frame(Frame.Kind.RAW_TEXT, euros, 1, euros.length - 2, 0, 2, true, 1);
    assertEquals(List.of(), DecodedFrame.of(window).faults);
    Frame last = new Frame(Frame.Kind.RAW_TEXT, euros, 0, euros.length - 1, 0, 0, false, 1);
    assertEquals(List.of("invalid-utf8"), DecodedFrame.of(last).faultIds());
  }

  @Test
  void bytesWithoutARunStillGiveARecord() {
    DecodedFrame frame = DecodedFrame.of(Frame.Kind.RAW_BYTES, new byte[100]);
    assertEquals("binary", frame.only().format());
    assertEquals("", frame.body(0));
    assertEquals(Outcome.RAW, frame.outcome);
  }

  @Test
  void anyBytesOfAnyKindAreDecodedOrRejected() {
    Random random = new Random(11);
    List<Frame.Kind> kinds = List.copyOf(EnumSet.allOf(Frame.Kind.class));
    FrameDecoder decoder = new FrameDecoder(Limits.defaults());
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      for (int i = random.nextInt(3); i < bytes.length; i += 2) {
        bytes[i] = (byte) "{}[]\",:\\ab1".charAt(random.nextInt(11));
      }
      Frame.Kind kind = kinds.get(random.nextInt(kinds.size()));
      DecodedFrame frame = DecodedFrame.of(decoder, kind, bytes);
      assertEquals(frame.outcome.kind() == Outcome.Kind.REJECTED, frame.records.isEmpty());
    }
  }

  @Test
  void malformedSampleIsRejected() {
    DecodedFrame frame =
        DecodedFrame.of(
            Frame.Kind.JSON,
            Samples.bytes("smithclay__otlp2parquet/testdata/invalid/malformed.json"));
    assertEquals(Outcome.Kind.REJECTED, frame.outcome.kind());
  }
}
