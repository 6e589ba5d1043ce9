package dev.telltale.jobs.leaks;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A value that must not turn up anywhere, and the forms in which it might. */
final class Canary {
  private static final int MIN_FORM = 8;

  private final Map<String, byte[]> forms = new LinkedHashMap<>();

  Canary(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    forms.put("as it is", bytes);
    forms.put("hexadecimal", ascii(HexFormat.of().formatHex(bytes)));
    forms.put("HEXADECIMAL", ascii(HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT)));
    forms.put("UTF-16LE", value.getBytes(StandardCharsets.UTF_16LE));
    forms.put("UTF-16BE", value.getBytes(StandardCharsets.UTF_16BE));
    forms.put("URL", ascii(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    forms.put("JSON", ascii(value.replace("\\", "\\\\").replace("\"", "\\\"")));
    for (int before = 0; before < 3; before++) {
      forms.put("base64 after " + before, base64(bytes, before));
    }
  }

  /** The digits that do not depend on what stands around the bytes. */
  private static byte[] base64(byte[] bytes, int before) {
    byte[] padded = ByteBuffer.allocate(before + bytes.length).position(before).put(bytes).array();
    String digits = Base64.getEncoder().withoutPadding().encodeToString(padded);
    int start = (before * 8 + 5) / 6;
    int end = (before + bytes.length) * 8 / 6;
    return ascii(digits.substring(start, end));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** The form in which the bytes hold it, or null. */
  String formIn(byte[] bytes) {
    for (Map.Entry<String, byte[]> form : forms.entrySet()) {
      if (form.getValue().length >= MIN_FORM && contains(bytes, form.getValue())) {
        return form.getKey();
      }
    }
    return null;
  }

  String formIn(String text) {
    return formIn(text.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean contains(byte[] bytes, byte[] part) {
    for (int at = 0; at + part.length <= bytes.length; at++) {
      int same = 0;
      while (same < part.length && bytes[at + same] == part[same]) {
        same++;
      }
      if (same == part.length) {
        return true;
      }
    }
    return false;
  }
}
