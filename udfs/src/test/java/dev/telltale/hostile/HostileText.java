package dev.telltale.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.zip.GZIPOutputStream;

/** Text of hostile objects, written without ever being one string. */
final class HostileText {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final OutputStream out;

  private HostileText(boolean gzip) {
    try {
      out = gzip ? new GZIPOutputStream(bytes, 1 << 16) : bytes;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static HostileText plain() {
    return new HostileText(false);
  }

  static HostileText gzip() {
    return new HostileText(true);
  }

  HostileText add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  HostileText add(byte[] more) {
    try {
      out.write(more);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return this;
  }

  HostileText times(int count, String text) {
    byte[] part =
        text.repeat(Math.max(1, 4_096 / Math.max(1, text.length())))
            .getBytes(StandardCharsets.UTF_8);
    int each = part.length / text.getBytes(StandardCharsets.UTF_8).length;
    for (int i = 0; i < count / each; i++) {
      add(part);
    }
    return add(text.repeat(count % each));
  }

  /** Parts with commas between them. */
  HostileText list(int count, IntFunction<String> part) {
    StringBuilder some = new StringBuilder();
    for (int i = 0; i < count; i++) {
      some.append(i == 0 ? "" : ",").append(part.apply(i));
      if (some.length() > 8_192) {
        add(some.toString());
        some.setLength(0);
      }
    }
    return add(some.toString());
  }

  HostileText lines(int count, IntFunction<String> line) {
    StringBuilder some = new StringBuilder();
    for (int i = 0; i < count; i++) {
      some.append(line.apply(i)).append('\n');
      if (some.length() > 8_192) {
        add(some.toString());
        some.setLength(0);
      }
    }
    return add(some.toString());
  }

  byte[] array() {
    try {
      out.close();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
