package dev.telltale.detection.encoding;

import dev.telltale.bytes.PrintableRuns;
import dev.telltale.fault.FaultKind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Runs of base64 (RFC 4648, both alphabets, padding optional) that hold text (UTF-8 or UTF-16),
 * gzip, zlib or zstd of text, bytes that are mostly text, such as a protobuf message, or a longer
 * structure with text in it, such as a flatbuffer. Anything else that decodes is left alone: most
 * long words are base64 of noise.
 */
final class Base64Runs {
  static final int MIN_WHOLE_LENGTH = 12;
  static final int MIN_INSIDE_LENGTH = 24;
  static final int PADDING = 2;
  private static final int PROBE = 32;

  /** Percent of printable ASCII; random bytes have 37. */
  private static final int MOSTLY_TEXT = 70;

  private static final int PERHAPS_TEXT = 55;

  /** A run of so many characters is no token. */
  private static final int MIN_STRUCTURE_LENGTH = 96;

  /** Of as many random bytes one in e to the power of this has text by chance. */
  private static final int CHANCE = 7;

  private static final int MIN_WIDE_LENGTH = 16;

  /** Percent of the upper halves of UTF-16 that are zero in text of western letters. */
  private static final int WIDE_ZEROS = 80;

  private static final byte[] SEXTETS = sextets();

  private Base64Runs() {}

  /** End of the run that starts at {@code from}; equal to {@code from} when none does. */
  static int end(String text, int from) {
    int at = from;
    while (at < text.length() && isAlphabet(text.charAt(at))) {
      at++;
    }
    int padded = at;
    while (padded < text.length() && padded - at < PADDING && text.charAt(padded) == '=') {
      padded++;
    }
    return at == from ? from : padded;
  }

  private static byte[] sextets() {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    byte[] sextets = new byte[128];
    Arrays.fill(sextets, (byte) -1);
    for (int i = 0; i < alphabet.length(); i++) {
      sextets[alphabet.charAt(i)] = (byte) i;
    }
    sextets['-'] = sextets['+'];
    sextets['_'] = sextets['/'];
    return sextets;
  }

  private static boolean isAlphabet(char c) {
    return c < SEXTETS.length && SEXTETS[c] >= 0;
  }

  /**
   * Whether the first characters of a run decode to gzip, to what UTF-8 text can start with, or to
   * bytes that are mostly printable: false means that {@link #decode} gives null.
   */
  static boolean mayDecode(String text, int from, int to) {
    int end = to;
    while (end > from && text.charAt(end - 1) == '=') {
      end--;
    }
    if ((end - from) % 4 == 1) {
      return false;
    }
    if (text.startsWith("H4sI", from)
        || text.startsWith("KLUv", from)
        || isZlibStart(text, from)
        || end - from >= MIN_STRUCTURE_LENGTH) {
      return true;
    }
    int bits = 0;
    int count = 0;
    int following = 0;
    int bytes = 0;
    int printable = 0;
    int zeros = 0;
    for (int i = from; i < Math.min(end, from + PROBE); i++) {
      bits = bits << 6 | SEXTETS[text.charAt(i)];
      count += 6;
      if (count >= 8) {
        count -= 8;
        int b = bits >> count & 0xFF;
        following = following < 0 ? following : following(b, following);
        bytes++;
        printable += b >= 0x20 && b < 0x7F ? 1 : 0;
        zeros += b == 0 ? 1 : 0;
      }
    }
    return following >= 0 || zeros * 2 >= bytes - 2 || printable * 100 >= PERHAPS_TEXT * bytes;
  }

  /** Deflate with a window of 32 KiB at one of the four levels: 78 01, 78 5E, 78 9C, 78 DA. */
  private static boolean isZlibStart(String text, int from) {
    return text.startsWith("eA", from)
        || text.startsWith("eF", from)
        || text.startsWith("eJ", from)
        || text.startsWith("eN", from);
  }

  /** How many more bytes the character takes (RFC 3629), or -1 when the byte cannot stand here. */
  private static int following(int b, int awaited) {
    boolean control = b < 0x20 && b != '\n' && b != '\r' && b != '\t';
    boolean continues = b >= 0x80 && b < 0xC0;
    if (control || b == 0x7F || continues != awaited > 0 || b > 0xF4) {
      return -1;
    }
    if (continues) {
      return awaited - 1;
    }
    return b < 0x80 ? 0 : b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
  }

  /**
   * The text in a run, or null.
   *
   * @param budget how many bytes may be unpacked from gzip
   */
  static Unpacked decode(String run, int budget) {
    int length = run.length();
    while (length > 0 && run.charAt(length - 1) == '=') {
      length--;
    }
    if (length % 4 == 1) {
      return null;
    }
    String bare = run.substring(0, length).replace('-', '+').replace('_', '/');
    byte[] probe = bytes(bare.substring(0, Math.min(length, PROBE)));
    if (probe == null
        || (length < MIN_STRUCTURE_LENGTH
            && !isPacked(probe)
            && !isFreeOfControls(probe)
            && printable(probe) < PERHAPS_TEXT
            && wide(probe) == null)) {
      return null;
    }
    byte[] bytes = bytes(bare);
    if (bytes == null) {
      return null;
    }
    if (isPacked(bytes)) {
      Unpacked inflated = inflate(bytes, budget);
      if (inflated != null || !InflatedBytes.isZlib(bytes)) {
        return inflated;
      }
    }
    Unpacked wide = wide(bytes);
    if (wide != null) {
      return wide;
    }
    String text = text(bytes);
    if (text == null
        && length >= MIN_STRUCTURE_LENGTH
        && PrintableRuns.has(i -> bytes[i], 0, bytes.length, structureText(bytes.length))) {
      text = withoutControls(new String(bytes, StandardCharsets.UTF_8));
    }
    return text == null ? null : new Unpacked(text, null, null);
  }

  /** Printable characters in a row that a structure of so many bytes has hardly ever by chance. */
  private static int structureText(int bytes) {
    return (int) Math.ceil(Math.log(bytes)) + CHANCE;
  }

  private static byte[] bytes(String bare) {
    try {
      return Base64.getDecoder().decode(bare);
    } catch (IllegalArgumentException broken) {
      return null;
    }
  }

  private static boolean isFreeOfControls(byte[] bytes) {
    for (byte b : bytes) {
      if ((b >= 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t') || b == 0x7F) {
        return false;
      }
    }
    return true;
  }

  private static int printable(byte[] bytes) {
    int printable = 0;
    for (byte b : bytes) {
      printable += b >= 0x20 && b != 0x7F ? 1 : 0;
    }
    return bytes.length == 0 ? 0 : printable * 100 / bytes.length;
  }

  /** As UTF-8, with line breaks in place of what is no text; null when too little of it is. */
  private static String text(byte[] bytes) {
    String whole = isFreeOfControls(bytes) ? strict(bytes) : null;
    if (whole != null) {
      return whole;
    }
    return printable(bytes) < MOSTLY_TEXT
        ? null
        : withoutControls(new String(bytes, StandardCharsets.UTF_8));
  }

  private static String strict(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException binary) {
      return null;
    }
  }

  private static boolean isPacked(byte[] bytes) {
    return InflatedBytes.isGzip(bytes) || InflatedBytes.isZlib(bytes) || ZstdBytes.isZstd(bytes);
  }

  private static String withoutControls(String text) {
    StringBuilder lines = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      lines.append(Character.isISOControl(c) || c == '\uFFFD' ? '\n' : c);
    }
    return lines.toString();
  }

  /** What can be unpacked within the budget: a broken stream gives what stood before the break. */
  private static Unpacked inflate(byte[] bytes, int budget) {
    if (ZstdBytes.isZstd(bytes)) {
      ZstdBytes frames = ZstdBytes.of(bytes, budget);
      String unpacked = frames.reveal().length == 0 ? null : text(frames.reveal());
      return unpacked == null ? null : new Unpacked(unpacked, "zstd", frames.incomplete());
    }
    InflatedBytes inflated = InflatedBytes.of(bytes, budget);
    byte[] unpacked = inflated.reveal();
    boolean gzip = InflatedBytes.isGzip(bytes);
    if (!gzip
        && inflated.incomplete() != null
        && inflated.incomplete() != FaultKind.ENCODING_LIMIT) {
      return null;
    }
    String text = unpacked.length == 0 ? null : text(unpacked);
    return text == null ? null : new Unpacked(text, gzip ? "gzip" : "zlib", inflated.incomplete());
  }

  /** UTF-16 as some systems encode commands: nearly every second byte is zero. */
  private static Unpacked wide(byte[] bytes) {
    int length = bytes.length / 2 * 2;
    for (boolean little : new boolean[] {true, false}) {
      int zeros = 0;
      for (int i = little ? 1 : 0; i < length; i += 2) {
        zeros += bytes[i] == 0 ? 1 : 0;
      }
      if (length >= MIN_WIDE_LENGTH && zeros * 2 * 100 >= length * WIDE_ZEROS) {
        String text =
            new String(
                bytes, 0, length, little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
        return new Unpacked(withoutControls(text), "utf-16", null);
      }
    }
    return null;
  }
}
