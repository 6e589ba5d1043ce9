package dev.telltale.unpacking.charset;

import dev.telltale.unpacking.layer.Source;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * A whole text in another character set: as UTF-8, with the way back, and written again. Holds
 * content: never printed.
 */
public final class CharsetText {
  private final TextCharset charset;
  private final byte[] source;
  private final byte[] utf8;

  private CharsetText(TextCharset charset, byte[] source, byte[] utf8) {
    this.charset = charset;
    this.source = source;
    this.utf8 = utf8;
  }

  /** Whether a layer of this name is a character set. */
  public static boolean isNamed(String label) {
    return Arrays.stream(TextCharset.values()).anyMatch(one -> one.label().equals(label));
  }

  /**
   * Reads a text.
   *
   * @param label the name of the layer
   */
  public static CharsetText of(String label, byte[] source) throws IOException {
    TextCharset charset = SourceOffsets.named(label);
    CharacterReader reader =
        new CharacterReader(Source.of(new ByteArrayInputStream(source)), charset);
    ByteArrayOutputStream utf8 = new ByteArrayOutputStream();
    while (reader.next()) {
      utf8.write(reader.utf8(), 0, reader.length());
    }
    return new CharsetText(charset, source, utf8.toByteArray());
  }

  /** The text as UTF-8. */
  public byte[] reveal() {
    return utf8;
  }

  /** Where bytes of the UTF-8 text, in ascending order, start in the source. */
  public long[] origins(long... offsets) throws IOException {
    return SourceOffsets.of(charset.label(), new ByteArrayInputStream(source), offsets);
  }

  /** Other text in the same character set. */
  public byte[] written(String text) {
    return text.getBytes(charset.decoding());
  }

  @Override
  public String toString() {
    return "text of " + source.length + " bytes in " + charset.label();
  }
}
