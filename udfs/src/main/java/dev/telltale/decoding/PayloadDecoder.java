package dev.telltale.decoding;

import dev.telltale.fault.FaultKind;
import dev.telltale.value.JsonParser;
import dev.telltale.value.MalformedJson;
import dev.telltale.value.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Decodes bytes that lay encoded inside a record: gzip undone, then JSON values and lines, a bare
 * remote-write message, or binary. One per task; not thread-safe.
 */
final class PayloadDecoder {
  private static final int DEEPEST = 3;
  private static final int LARGEST_UNPACKED = 64 << 20;

  private final JsonFormats formats;
  private final JsonParser parser;
  private final Utf8Text utf8 = new Utf8Text();

  PayloadDecoder(JsonFormats formats, JsonParser parser) {
    this.formats = formats;
    this.parser = parser;
  }

  /**
   * @param path of the bytes in what {@code outer} emits
   * @param depth how many payloads inside one another these bytes are, from 1
   */
  void decode(byte[] bytes, String path, List<String> encodings, Emission outer, int depth) {
    if (depth > DEEPEST) {
      outer.undecodable(FaultKind.ENCODING_LIMIT, 0);
      outer.record(TextRecords.binary(bytes, 0, bytes.length).within(path, encodings).at(""));
      return;
    }
    byte[] unpacked = isGzip(bytes) ? unpacked(bytes, outer) : null;
    if (unpacked == null) {
      new Payload(bytes, path, encodings, outer, depth).decode();
    } else {
      new Payload(unpacked, path + "|gzip", with(encodings, "gzip"), outer, depth).decode();
    }
  }

  private static boolean isGzip(byte[] bytes) {
    return bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b && bytes[2] == 8;
  }

  /** Null, and a fault, if the bytes are no whole gzip or unpack to too much. */
  private static byte[] unpacked(byte[] bytes, Emission outer) {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] unpacked = gzip.readNBytes(LARGEST_UNPACKED + 1);
      if (unpacked.length <= LARGEST_UNPACKED) {
        return unpacked;
      }
      outer.undecodable(FaultKind.ENCODING_LIMIT, 0);
    } catch (IOException broken) {
      outer.undecodable(FaultKind.GZIP_DATA, 0);
    }
    return null;
  }

  private static List<String> with(List<String> encodings, String last) {
    List<String> all = new ArrayList<>(encodings);
    all.add(last);
    return all;
  }

  /** One payload, unpacked. */
  private final class Payload implements ValueSpans.Spans {
    private final byte[] bytes;
    private final String path;
    private final List<String> encodings;
    private final Emission outer;
    private final int depth;

    Payload(byte[] bytes, String path, List<String> encodings, Emission outer, int depth) {
      this.bytes = bytes;
      this.path = path;
      this.encodings = encodings;
      this.outer = outer;
      this.depth = depth;
    }

    void decode() {
      if (holdsControls()) {
        decodeMessage();
        return;
      }
      if (utf8.firstInvalid(bytes, 0, bytes.length) >= 0) {
        outer.undecodable(FaultKind.INVALID_UTF8, 0);
      }
      new ValueSpans(bytes, this).cut();
    }

    /** Control characters that no text has. */
    private boolean holdsControls() {
      for (byte b : bytes) {
        if ((b >= 0 && b < '\t') || (b > '\r' && b < 0x1b)) {
          return true;
        }
      }
      return false;
    }

    private void decodeMessage() {
      RemoteWriteMessage message = RemoteWriteMessage.strict(bytes);
      if (message == null) {
        outer.record(TextRecords.binary(bytes, 0, bytes.length).within(path, encodings).at(""));
      } else {
        Emission inner = nested("|protobuf", encodings);
        new RemoteWriteRecords(message.format(), List.of("protobuf"), inner).emit(message);
      }
    }

    @Override
    public boolean value(int from, int length) {
      Value value;
      try {
        value = parser.parse(bytes, from, length);
      } catch (MalformedJson notJson) {
        return false;
      }
      formats.decode(value, nested("|json", with(encodings, "json")));
      return true;
    }

    @Override
    public void line(int from, int length) {
      String line = Utf8Text.replaced(bytes, from, length);
      outer.record(TextRecords.text(line).within(path, encodings).at(""));
    }

    private Emission nested(String step, List<String> undone) {
      return new NestedEmission(outer, path + step, undone, PayloadDecoder.this, depth);
    }
  }
}
