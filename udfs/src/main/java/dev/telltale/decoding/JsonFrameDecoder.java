package dev.telltale.decoding;

import dev.telltale.decoding.aws.BrokenFirehoseEnvelope;
import dev.telltale.decoding.aws.FirehoseFailedFormat;
import dev.telltale.decoding.raw.Utf8Text;
import dev.telltale.fault.FaultKind;
import dev.telltale.framing.Frame;
import dev.telltale.framing.LeafHead;
import dev.telltale.limit.Limits;
import dev.telltale.record.Payload;
import dev.telltale.value.JsonParser;
import dev.telltale.value.MalformedJson;
import dev.telltale.value.Span;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.util.List;

/** Makes records of frames that are JSON values, or might be. One per task; not thread-safe. */
final class JsonFrameDecoder {
  private final JsonParser parser;
  private final JsonFormats formats;
  private final Utf8Text utf8 = new Utf8Text();

  JsonFrameDecoder(Limits limits, JsonFormats formats) {
    this.parser = new JsonParser(limits);
    this.formats = formats;
  }

  /** Each value of a stream is judged on its own; the first one stands for them here. */
  List<Candidate> claims(LeafHead head) {
    int end = head.firstValueEnd();
    if (end < 0) {
      return List.of(new Candidate("json", "a value that does not end in the head"));
    }
    try {
      int from = head.firstValue();
      Value value = parser.parse(head.reveal(), head.from() + from, end - from);
      return formats.claims(value).stream()
          .map(format -> new Candidate(format, "claims the first value by its structure"))
          .toList();
    } catch (MalformedJson broken) {
      return List.of(new Candidate("json", "the first value is broken"));
    }
  }

  /** Decodes a line that is an object, or the rest of one that can be salvaged; else null. */
  Outcome object(Frame frame, FrameEmission emission) {
    if (!opensObject(frame)) {
      return null;
    }
    int invalid = utf8.firstInvalid(frame.reveal(), frame.from(), frame.length());
    try {
      return decoded(parse(frame, invalid), invalid, emission);
    } catch (MalformedJson notJson) {
      if (!salvaged(frame, emission)) {
        return null;
      }
      emission.fault(notJson.kind(), position(frame, notJson, invalid >= 0));
      return Outcome.RAW;
    }
  }

  private static boolean opensObject(Frame frame) {
    byte[] bytes = frame.reveal();
    int last = frame.from() + frame.length() - 1;
    int i = frame.from();
    while (i < last && (bytes[i] == ' ' || bytes[i] == '\t')) {
      i++;
    }
    return i < last && bytes[i] == '{';
  }

  /** Decodes a frame that is one value; a rejected one is the caller's to take back. */
  Outcome value(Frame frame, FrameEmission emission) {
    int invalid = utf8.firstInvalid(frame.reveal(), frame.from(), frame.length());
    try {
      return decoded(parse(frame, invalid), invalid, emission);
    } catch (MalformedJson malformed) {
      long position = position(frame, malformed, invalid >= 0);
      emission.fault(malformed.kind(), position);
      return salvaged(frame, emission) ? Outcome.RAW : Outcome.rejected(position);
    }
  }

  private Value parse(Frame frame, int invalid) throws MalformedJson {
    return invalid < 0
        ? parser.parse(frame.reveal(), frame.from(), frame.length())
        : parser.parse(
            Utf8Text.replaced(frame.reveal(), frame.from(), frame.length()),
            Utf8Text.offsets(frame.reveal(), frame.from(), frame.length()));
  }

  private Outcome decoded(Value value, int invalid, FrameEmission emission) {
    if (invalid >= 0) {
      emission.fault(FaultKind.INVALID_UTF8, invalid);
    }
    emission.json();
    formats.decode(value, emission);
    return emission.outcome();
  }

  /** Faults of text that was decoded first are counted in characters. */
  private static long position(Frame frame, MalformedJson malformed, boolean characters) {
    long position = Math.min(malformed.position(), frame.length());
    return characters
        ? Utf8Text.byteOffset(frame.reveal(), frame.from(), frame.length(), (int) position)
        : position;
  }

  private static boolean salvaged(Frame frame, FrameEmission emission) {
    BrokenFirehoseEnvelope broken =
        BrokenFirehoseEnvelope.find(frame.reveal(), frame.from(), frame.length());
    if (broken == null) {
      return false;
    }
    emission.record(FirehoseFailedFormat.envelope(new TextValue(broken.envelope())));
    for (byte[] payload : broken.payloads()) {
      emission.payload(
          new Payload(
              payload, Span.NONE, FirehoseFailedFormat.PATH, FirehoseFailedFormat.ENCODINGS));
    }
    return true;
  }
}
