package dev.telltale.decoding.message.wire;

import dev.telltale.decoding.raw.PrintableRuns;
import dev.telltale.decoding.raw.Utf8Text;
import dev.telltale.unpacking.compression.MemberSearch;
import dev.telltale.unpacking.layer.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** What the content of a length-delimited field reads as. */
public final class FieldBytes {
  private final Utf8Text utf8 = new Utf8Text();

  /** The offset from {@code from} of the first byte that is not UTF-8, or -1. */
  public int firstInvalid(byte[] bytes, int from, int to) {
    return utf8.firstInvalid(bytes, from, to - from);
  }

  /** Whether the bytes are UTF-8 without control characters other than tabs and line ends. */
  public boolean isText(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if ((b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r') || b == 0x7f) {
        return false;
      }
    }
    return firstInvalid(bytes, from, to) < 0;
  }

  public static String utf8(byte[] bytes, int from, int to) {
    return Utf8Text.replaced(bytes, from, to - from);
  }

  /**
   * Text as it is; compressed data in base64, so that it can be unpacked; of other bytes what is
   * printable in them, or else base64.
   */
  public String readable(byte[] bytes, int from, int to) {
    if (isText(bytes, from, to)) {
      return utf8(bytes, from, to);
    }
    if (isCompressed(bytes, from, to)) {
      return base64(bytes, from, to);
    }
    String runs = PrintableRuns.of(bytes, from, to - from);
    return runs.isEmpty() ? base64(bytes, from, to) : runs;
  }

  /** By the formats that are unpacked inside base64: gzip, zstd and zlib. */
  private static boolean isCompressed(byte[] bytes, int from, int to) {
    int first = to > from ? bytes[from] : 0;
    if (first != 0x1f && first != 0x28 && first != 0x78) {
      return false;
    }
    try {
      Source in = Source.of(new ByteArrayInputStream(bytes, from, to - from));
      return in.ensure(1) && new MemberSearch().at(in, 0) != null;
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading bytes in memory", impossible);
    }
  }

  static String base64(byte[] bytes, int from, int to) {
    byte[] encoded = Base64.getEncoder().encode(Arrays.copyOfRange(bytes, from, to));
    return new String(encoded, StandardCharsets.US_ASCII);
  }

  public static String hexadecimal(byte[] bytes, int from, int to) {
    return HexFormat.of().formatHex(bytes, from, to);
  }
}
