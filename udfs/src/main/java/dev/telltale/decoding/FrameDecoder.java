package dev.telltale.decoding;

import dev.telltale.fault.Fault;
import dev.telltale.fault.FaultKind;
import dev.telltale.fault.FaultSink;
import dev.telltale.framing.Frame;
import dev.telltale.limit.Limits;
import dev.telltale.value.JsonParser;
import dev.telltale.value.MalformedJson;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes records of frames. Which format a frame has is decided by its structure alone. One per
 * task; not thread-safe.
 *
 * <p>A frame gives at least one record, except a {@link Frame.Kind#JSON} frame that is no JSON: it
 * is {@link Outcome.Kind#REJECTED} and its bytes are to come again as text.
 */
public final class FrameDecoder {
  private static final int LONGEST_CHARACTER = 4;

  private final JsonParser parser;
  private final JsonFormats formats;
  private final PayloadDecoder payloads;
  private final Utf8Text utf8 = new Utf8Text();

  public FrameDecoder(Limits limits) {
    parser = new JsonParser(limits);
    formats = new JsonFormats(limits);
    payloads = new PayloadDecoder(formats, parser, limits);
  }

  /**
   * Decodes one frame.
   *
   * @param records gets the records in stream order
   * @param faults gets faults at positions in the layer's stream
   * @param layer of the stream that the frame was cut from
   */
  public Outcome decode(Frame frame, Consumer<DecodedRecord> records, FaultSink faults, int layer) {
    FrameEmission emission = new FrameEmission(frame, records, faults, layer, payloads);
    return switch (frame.kind()) {
      case JSON -> json(frame, emission);
      case LINE -> line(frame, emission);
      case RAW_TEXT -> rawText(frame, emission);
      case MESSAGE -> message(frame, emission);
      case RAW_BYTES -> rawBytes(frame, emission);
    };
  }

  private Outcome json(Frame frame, FrameEmission emission) {
    int invalid = firstInvalid(frame);
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
        : parser.parse(text(frame));
  }

  private Outcome decoded(Value value, int invalid, FrameEmission emission) {
    if (invalid >= 0) {
      emission.fault(FaultKind.INVALID_UTF8, invalid);
    }
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
      emission.payload(payload, FirehoseFailedFormat.PATH, FirehoseFailedFormat.ENCODINGS);
    }
    return true;
  }

  private Outcome line(Frame frame, FrameEmission emission) {
    if (opensObject(frame)) {
      int invalid = firstInvalid(frame);
      try {
        return decoded(parse(frame, invalid), invalid, emission);
      } catch (MalformedJson notJson) {
        if (salvaged(frame, emission)) {
          emission.fault(notJson.kind(), position(frame, notJson, invalid >= 0));
          return Outcome.RAW;
        }
      }
    }
    return text(frame, emission);
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

  private Outcome text(Frame frame, FrameEmission emission) {
    int invalid = firstInvalid(frame);
    if (invalid >= 0) {
      emission.fault(FaultKind.INVALID_UTF8, invalid);
    }
    emission.record(TextRecords.text(text(frame)));
    return Outcome.DECODED;
  }

  /**
   * A character that the edge of a window cuts in two is whole in the window beside it; what
   * windows share is judged once.
   */
  private Outcome rawText(Frame frame, FrameEmission emission) {
    int seen = Math.max(0, frame.overlap() - LONGEST_CHARACTER);
    int skipped = seen + (frame.overlap() > 0 ? cutHead(frame, seen) : 0);
    int from = frame.from() + skipped;
    int rest = frame.length() - skipped;
    rest -= frame.continued() ? Utf8Text.cutTail(frame.reveal(), from, rest) : 0;
    int invalid = utf8.firstInvalid(frame.reveal(), from, rest);
    if (invalid >= 0) {
      emission.fault(FaultKind.INVALID_UTF8, (long) skipped + invalid);
    }
    emission.record(TextRecords.text(text(frame)));
    return Outcome.RAW;
  }

  private static int cutHead(Frame frame, int at) {
    return Utf8Text.cutHead(frame.reveal(), frame.from() + at, frame.length() - at);
  }

  private static Outcome message(Frame frame, FrameEmission emission) {
    byte[] bytes = new byte[frame.length()];
    System.arraycopy(frame.reveal(), frame.from(), bytes, 0, bytes.length);
    RemoteWriteMessage message = RemoteWriteMessage.strict(bytes);
    if (message == null) {
      return rawBytes(frame, emission);
    }
    new RemoteWriteRecords(message.format(), List.of("protobuf"), emission).emit(message);
    return emission.outcome();
  }

  private static Outcome rawBytes(Frame frame, FrameEmission emission) {
    emission.record(TextRecords.binary(frame.reveal(), frame.from(), frame.length()));
    return Outcome.RAW;
  }

  private int firstInvalid(Frame frame) {
    return utf8.firstInvalid(frame.reveal(), frame.from(), frame.length());
  }

  private static String text(Frame frame) {
    return Utf8Text.replaced(frame.reveal(), frame.from(), frame.length());
  }

  /** Collects what the formats emit for one frame. */
  private static final class FrameEmission implements Emission {
    private final Frame frame;
    private final Consumer<DecodedRecord> records;
    private final FaultSink faults;
    private final int layer;
    private final PayloadDecoder payloads;
    private boolean raw;

    FrameEmission(
        Frame frame,
        Consumer<DecodedRecord> records,
        FaultSink faults,
        int layer,
        PayloadDecoder payloads) {
      this.frame = frame;
      this.records = records;
      this.faults = faults;
      this.layer = layer;
      this.payloads = payloads;
    }

    @Override
    public void record(DecodedRecord record) {
      records.accept(record);
    }

    void fault(FaultKind kind, long position) {
      faults.add(new Fault(kind, layer, frame.offset() + position));
    }

    @Override
    public void undecodable(FaultKind kind, long position) {
      raw = true;
      fault(kind, position);
    }

    @Override
    public void payload(byte[] bytes, String path, List<String> encodings, Emission to) {
      payloads.decode(bytes, path, encodings, to, 1);
    }

    @Override
    public void value(Value value, String path, List<String> encodings, Emission to) {
      payloads.decode(value, path, encodings, to, 1);
    }

    Outcome outcome() {
      return raw ? Outcome.RAW : Outcome.DECODED;
    }
  }
}
