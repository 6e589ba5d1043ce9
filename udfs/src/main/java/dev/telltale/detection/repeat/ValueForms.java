package dev.telltale.detection.repeat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * How a value reads where it was encoded together with what stands around it, so that nothing can
 * be decoded there: base64 by RFC 4648 at each of its three alignments and in both alphabets, and
 * hexadecimal.
 */
final class ValueForms {
  /** Shorter forms could be anything. */
  private static final int MIN_LENGTH = 8;

  /** Of a longer value the form of its beginning. */
  private static final int MAX_BYTES = 96;

  private static final List<String> ALIGNMENTS = List.of("", "\0", "\0\0");

  private ValueForms() {}

  /**
   * @param out takes each form and the name of its encoding
   */
  static void encoded(String value, BiConsumer<String, String> out) {
    byte[] all = value.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = all.length > MAX_BYTES ? Arrays.copyOf(all, MAX_BYTES) : all;
    for (String before : ALIGNMENTS) {
      base64(before.length(), bytes, out);
    }
    String hex = HexFormat.of().formatHex(bytes);
    if (hex.length() >= MIN_LENGTH) {
      out.accept(hex, "hex");
      out.accept(HexFormat.of().withUpperCase().formatHex(bytes), "hex");
    }
  }

  /** Those characters that the value alone decides. */
  private static void base64(int before, byte[] bytes, BiConsumer<String, String> out) {
    byte[] aligned = new byte[before + bytes.length];
    System.arraycopy(bytes, 0, aligned, before, bytes.length);
    int from = before == 0 ? 0 : before + 1;
    int to = aligned.length * Byte.SIZE / 6;
    if (to - from < MIN_LENGTH) {
      return;
    }
    String standard = Base64.getEncoder().encodeToString(aligned).substring(from, to);
    out.accept(standard, "base64");
    String url = Base64.getUrlEncoder().encodeToString(aligned).substring(from, to);
    if (!url.equals(standard)) {
      out.accept(url, "base64");
    }
  }
}
