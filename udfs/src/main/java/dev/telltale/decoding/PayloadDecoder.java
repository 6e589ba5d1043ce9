package dev.telltale.decoding;

import dev.telltale.fault.Fault;
import dev.telltale.fault.FaultKind;
import dev.telltale.fault.FaultSink;
import dev.telltale.framing.Frame;
import dev.telltale.framing.FrameReader;
import dev.telltale.framing.Frames;
import dev.telltale.framing.Leaf;
import dev.telltale.framing.Unpacking;
import dev.telltale.limit.Limits;
import dev.telltale.value.JsonParser;
import dev.telltale.value.MalformedJson;
import dev.telltale.value.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Decodes bytes that lay encoded inside a record, the way a stored object is: containers undone,
 * frames cut, values decoded. One per task; not thread-safe.
 *
 * <p>Faults have no place of their own in the object: they stand at the frame of the outer record.
 */
final class PayloadDecoder {
  private static final int DEEPEST = 3;
  private static final int LARGEST = 64 << 20;

  private final JsonFormats formats;
  private final JsonParser parser;
  private final Limits limits;
  private final Utf8Text utf8 = new Utf8Text();

  PayloadDecoder(JsonFormats formats, JsonParser parser, Limits limits) {
    this.formats = formats;
    this.parser = parser;
    this.limits = limits.forPayload(LARGEST);
  }

  /**
   * Emits the records in the bytes.
   *
   * @param path of the bytes in what {@code outer} emits
   * @param depth how many payloads inside one another these bytes are, from 1
   */
  void decode(byte[] bytes, String path, List<String> encodings, Emission outer, int depth) {
    if (depth > DEEPEST) {
      outer.undecodable(FaultKind.ENCODING_LIMIT, 0);
      outer.record(TextRecords.binary(bytes, 0, bytes.length).within(path, encodings).at(""));
      return;
    }
    FaultSink faults = fault -> outer.undecodable(kind(fault), 0);
    try (Unpacking unpacking =
        new Unpacking(new ByteArrayInputStream(bytes), bytes.length, limits, faults)) {
      for (Leaf leaf = unpacking.next(); leaf != null; leaf = unpacking.next()) {
        List<String> undone = new ArrayList<>(encodings);
        undone.addAll(leaf.containers());
        String at = String.join("|", path, String.join("|", leaf.containers()));
        new Payload(leaf.containers().isEmpty() ? path : at, undone, outer, depth)
            .decode(Frames.of(leaf, limits, faults));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading bytes in memory", impossible);
    }
  }

  /** Emits the records of a value that lay as text in what {@code outer} emits. */
  void decode(Value value, String path, List<String> encodings, Emission outer, int depth) {
    NestedEmission inner = new NestedEmission(outer, path, encodings, this, depth);
    if (depth > DEEPEST) {
      outer.undecodable(FaultKind.ENCODING_LIMIT, 0);
      inner.record(GenericJsonFormat.record(value));
    } else {
      formats.decode(value, inner);
    }
  }

  /** What refuses an object only cuts a payload short. */
  private static FaultKind kind(Fault fault) {
    return fault.kind().effect() == FaultKind.Effect.REFUSED
        ? FaultKind.ENCODING_LIMIT
        : fault.kind();
  }

  /** One unpacked stream of a payload. */
  private final class Payload {
    private final String path;
    private final List<String> encodings;
    private final Emission outer;
    private final int depth;

    Payload(String path, List<String> encodings, Emission outer, int depth) {
      this.path = path;
      this.encodings = encodings;
      this.outer = outer;
      this.depth = depth;
    }

    void decode(FrameReader frames) throws IOException {
      for (Frame frame = frames.next(); frame != null; frame = frames.next()) {
        switch (frame.kind()) {
          case JSON -> json(frame, frames);
          case LINE -> line(frame);
          case RAW_TEXT -> text(frame);
          case MESSAGE, RAW_BYTES -> message(frame);
        }
      }
    }

    private void json(Frame frame, FrameReader frames) {
      try {
        emit(parse(frame));
      } catch (MalformedJson malformed) {
        outer.undecodable(malformed.kind(), 0);
        frames.reject(frame.offset() + Math.min(malformed.position(), frame.length()));
      }
    }

    private void line(Frame frame) {
      if (frame.length() < 2 || frame.reveal()[frame.from()] != '{') {
        text(frame);
        return;
      }
      try {
        emit(parse(frame));
      } catch (MalformedJson isText) {
        text(frame);
      }
    }

    private Value parse(Frame frame) throws MalformedJson {
      return parser.parse(frame.reveal(), frame.from(), frame.length());
    }

    private void emit(Value value) {
      List<String> undone = new ArrayList<>(encodings);
      undone.add("json");
      formats.decode(value, nested("|json", undone));
    }

    private void text(Frame frame) {
      if (utf8.firstInvalid(frame.reveal(), frame.from(), frame.length()) >= 0) {
        outer.undecodable(FaultKind.INVALID_UTF8, 0);
      }
      String text = Utf8Text.replaced(frame.reveal(), frame.from(), frame.length());
      outer.record(TextRecords.text(text).within(path, encodings).at(""));
    }

    private void message(Frame frame) {
      byte[] bytes =
          Arrays.copyOfRange(frame.reveal(), frame.from(), frame.from() + frame.length());
      RemoteWriteMessage message = RemoteWriteMessage.strict(bytes);
      if (message == null) {
        outer.record(TextRecords.binary(bytes, 0, bytes.length).within(path, encodings).at(""));
      } else {
        Emission inner = nested("|protobuf", encodings);
        new RemoteWriteRecords(message.format(), List.of("protobuf"), inner).emit(message);
      }
    }

    private Emission nested(String step, List<String> undone) {
      return new NestedEmission(outer, path + step, undone, PayloadDecoder.this, depth);
    }
  }
}
