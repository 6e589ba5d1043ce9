package dev.telltale.unpacking.charset;

import dev.telltale.unpacking.layer.Layer;
import dev.telltale.unpacking.layer.Source;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Leads from places in text that was made UTF-8 back to places in the bytes that it came from, by
 * reading these once more.
 */
public final class SourceOffsets {
  private SourceOffsets() {}

  /**
   * Where characters start in the stream of the layer before.
   *
   * @param charset the name of the layer, as in {@link Layer#container()}
   * @param source the stream of the layer before, from its start
   * @param offsets ascending byte offsets in the UTF-8 text; one inside a character stands for it
   * @return for each the byte offset in the source; after the end, the length of the source
   */
  public static long[] of(String charset, InputStream source, long... offsets) throws IOException {
    Source in = Source.of(source);
    CharacterReader reader = new CharacterReader(in, named(charset));
    long[] result = new long[offsets.length];
    long at = 0;
    int next = 0;
    while (next < offsets.length && reader.nextCharacter()) {
      at += reader.length();
      while (next < offsets.length && offsets[next] < at) {
        result[next++] = reader.position();
      }
    }
    Arrays.fill(result, next, result.length, in.position());
    return result;
  }

  static TextCharset named(String label) {
    for (TextCharset charset : TextCharset.values()) {
      if (charset.label().equals(label)) {
        return charset;
      }
    }
    throw new IllegalArgumentException("this layer is no character set");
  }
}
