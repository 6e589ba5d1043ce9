package dev.telltale.unpacking.charset;

import dev.telltale.unpacking.layer.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads text in another character set, stretch by stretch, and knows where each one started. */
final class CharacterReader {
  private static final byte[] REPLACEMENT = {(byte) 0xef, (byte) 0xbf, (byte) 0xbd};
  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
  private static final int STRETCH = 4096;

  private final Source in;
  private final TextCharset charset;
  private final CharsetDecoder decoder;
  private final CharBuffer characters = CharBuffer.allocate(STRETCH);
  private byte[] utf8 = new byte[0];
  private long position;
  private boolean replaced;

  CharacterReader(Source in, TextCharset charset) {
    this.in = in;
    this.charset = charset;
    decoder =
        charset
            .decoding()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** Reads on; false at the end. A stretch holds characters, or one replacement. */
  boolean next() throws IOException {
    return next(STRETCH);
  }

  /** The same for one character. */
  boolean nextCharacter() throws IOException {
    return next(1);
  }

  private boolean next(int units) throws IOException {
    position = in.position();
    boolean more = in.ensure(charset.maxBytes());
    if (in.held() == 0) {
      return false;
    }
    if (charset.marked(in)) {
      // The decoders of UTF-32 would drop it.
      replaced = false;
      utf8 = MARK;
      in.take(charset.maxBytes());
      return true;
    }
    ByteBuffer bytes = ByteBuffer.wrap(in.array(), in.from(), in.held());
    characters.clear().limit(units);
    decoder.reset();
    CoderResult result = decoder.decode(bytes, characters, !more);
    if (result.isOverflow() && characters.position() == 0) {
      characters.limit(2);
      result = decoder.decode(bytes, characters, !more);
    }
    int count = bytes.position() - in.from();
    replaced = characters.position() == 0;
    if (replaced) {
      count = charset.damage(in, result.isError() ? result.length() : 1);
      utf8 = REPLACEMENT;
    } else {
      utf8 = characters.flip().toString().getBytes(StandardCharsets.UTF_8);
    }
    in.take(count);
    return true;
  }

  byte[] utf8() {
    return utf8;
  }

  int length() {
    return utf8.length;
  }

  /** Where the stretch starts in the source. */
  long position() {
    return position;
  }

  /** Whether the stretch stands for bytes that are no character. */
  boolean replaced() {
    return replaced;
  }
}
