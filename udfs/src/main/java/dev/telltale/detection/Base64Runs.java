package dev.telltale.detection;

import dev.telltale.fault.FaultKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPInputStream;

/**
 * Runs of base64 (RFC 4648, both alphabets, padding optional) that hold text, gzip of text, or
 * bytes that are text for the most part, such as a protobuf message. Anything else that decodes is
 * left alone: most long words are base64 of noise.
 */
final class Base64Runs {
  static final int SHORTEST_WHOLE = 12;
  static final int SHORTEST_INSIDE = 24;
  static final int PADDING = 2;
  private static final int PROBE = 32;

  /** Percent of printable ASCII; random bytes have 37. */
  private static final int MOSTLY_TEXT = 70;

  private static final int PERHAPS_TEXT = 55;
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
   * bytes that are printable for the most part: false means that {@link #decode} gives null.
   */
  static boolean mayDecode(String text, int from, int to) {
    int end = to;
    while (end > from && text.charAt(end - 1) == '=') {
      end--;
    }
    if ((end - from) % 4 == 1) {
      return false;
    }
    if (text.startsWith("H4sI", from)) {
      return true;
    }
    int bits = 0;
    int count = 0;
    int following = 0;
    int bytes = 0;
    int printable = 0;
    for (int i = from; i < Math.min(end, from + PROBE); i++) {
      bits = bits << 6 | SEXTETS[text.charAt(i)];
      count += 6;
      if (count >= 8) {
        count -= 8;
        int b = bits >> count & 0xFF;
        following = following < 0 ? following : following(b, following);
        bytes++;
        printable += b >= 0x20 && b < 0x7F ? 1 : 0;
      }
    }
    return following >= 0 || printable * 100 >= PERHAPS_TEXT * bytes;
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
   * @param budget most bytes that gzip may unpack to
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
        || (!isGzip(probe) && !isFreeOfControls(probe) && printable(probe) < PERHAPS_TEXT)) {
      return null;
    }
    byte[] bytes = bytes(bare);
    if (bytes == null) {
      return null;
    }
    if (isGzip(bytes)) {
      return inflate(bytes, budget);
    }
    String text = text(bytes);
    return text == null ? null : new Unpacked(text, false, null);
  }

  private static byte[] bytes(String bare) {
    try {
      return Base64.getDecoder().decode(bare);
    } catch (IllegalArgumentException broken) {
      return null;
    }
  }

  private static boolean isGzip(byte[] bytes) {
    return bytes.length > 3 && bytes[0] == 0x1F && bytes[1] == (byte) 0x8B && bytes[2] == 8;
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
    return printable(bytes) < MOSTLY_TEXT ? null : withoutControls(bytes);
  }

  private static String strict(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException binary) {
      return null;
    }
  }

  private static String withoutControls(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    StringBuilder lines = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      lines.append(Character.isISOControl(c) || c == '\uFFFD' ? '\n' : c);
    }
    return lines.toString();
  }

  /** What can be unpacked within the budget: a broken stream gives what stood before the break. */
  private static Unpacked inflate(byte[] bytes, int budget) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] chunk = new byte[8 << 10];
    FaultKind incomplete = null;
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      int read = in.read(chunk);
      while (read >= 0 && incomplete == null) {
        int kept = Math.min(read, budget - out.size());
        out.write(chunk, 0, kept);
        incomplete = kept < read ? FaultKind.ENCODING_LIMIT : null;
        read = in.read(chunk);
      }
    } catch (IOException broken) {
      incomplete = incomplete == null ? FaultKind.GZIP_DATA : incomplete;
    }
    String text = out.size() == 0 ? null : text(out.toByteArray());
    return text == null ? null : new Unpacked(text, true, incomplete);
  }
}
