package dev.telltale.decoding.line.system;

import dev.telltale.decoding.raw.Utf8Text;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Span;
import dev.telltale.value.TextValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one entry of a journal in its export form. */
final class JournalFields {
  static final int LENGTH_BYTES = 8;
  static final int MAX_NAME = 64;

  private JournalFields() {}

  /** The fields in their order; null where a line is none. */
  static @Nullable ObjectValue of(byte[] bytes) {
    List<Member> fields = new ArrayList<>();
    int at = 0;
    while (at < bytes.length) {
      int name = at;
      while (at < bytes.length && isName(bytes[at])) {
        at++;
      }
      boolean text = at < bytes.length && bytes[at] == '=';
      boolean binary = at + LENGTH_BYTES < bytes.length && bytes[at] == '\n';
      if (at == name || at - name > MAX_NAME || !(text || binary)) {
        return null;
      }
      int from = at + 1 + (binary ? LENGTH_BYTES : 0);
      long length = binary ? length(bytes, at + 1) : lineLength(bytes, from);
      if (length < 0 || length > bytes.length - from) {
        return null;
      }
      fields.add(
          new Member(
              Utf8Text.replaced(bytes, name, at - name),
              Span.of(name, at - name),
              new TextValue(Utf8Text.replaced(bytes, from, (int) length), from, (int) length)));
      at = from + (int) length + 1;
    }
    return fields.isEmpty() ? null : new ObjectValue(fields, 0, bytes.length);
  }

  static boolean isName(int b) {
    return b == '_' || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
  }

  private static int lineLength(byte[] bytes, int from) {
    int end = from;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end - from;
  }

  /** Little-endian. */
  private static long length(byte[] bytes, int from) {
    long value = 0;
    for (int i = LENGTH_BYTES - 1; i >= 0; i--) {
      value = value << 8 | (bytes[from + i] & 0xff);
    }
    return value;
  }
}
