package dev.telltale.rewriting.layer;

import dev.telltale.rewriting.edit.CannotEdit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Raw deflate (RFC 1951). Holds content: never printed. */
final class Deflate {
  private static final int CHUNK = 64 << 10;

  private final byte[] decoded;
  private final int end;

  private Deflate(byte[] decoded, int end) {
    this.decoded = decoded;
    this.end = end;
  }

  byte[] reveal() {
    return decoded;
  }

  /** Index after the last byte of the stream. */
  int end() {
    return end;
  }

  /** The stream that starts at an index. Damage is an {@link IOException}. */
  static Deflate inflated(byte[] bytes, int from, int to, int max) throws CannotEdit, IOException {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(bytes, from, to - from);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] chunk = new byte[CHUNK];
      while (!inflater.finished()) {
        int count = inflater.inflate(chunk);
        if (count == 0 && !inflater.finished()) {
          throw new IOException("deflate data ends early");
        }
        out.write(chunk, 0, count);
        if (out.size() > max) {
          throw new CannotEdit(CannotEdit.Reason.UNPACKED_LIMIT);
        }
      }
      return new Deflate(out.toByteArray(), to - inflater.getRemaining());
    } catch (DataFormatException damaged) {
      throw new IOException("deflate data is damaged");
    } finally {
      inflater.end();
    }
  }

  static byte[] deflated(byte[] bytes, int level) {
    Deflater deflater = new Deflater(level, true);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] chunk = new byte[CHUNK];
      while (!deflater.finished()) {
        out.write(chunk, 0, deflater.deflate(chunk));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  @Override
  public String toString() {
    return "deflate of " + decoded.length + " bytes";
  }
}
