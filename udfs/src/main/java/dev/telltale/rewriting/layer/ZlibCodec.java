package dev.telltale.rewriting.layer;

import dev.telltale.rewriting.edit.CannotEdit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Adler32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/** Streams of zlib (RFC 1950) without a dictionary. The two bytes of the header are kept. */
final class ZlibCodec implements Codec {
  private static final int HEADER = 2;
  private static final int CHECK = 4;
  private static final int DICTIONARY = 0x20;
  private static final int[] LEVELS = {
    Deflater.BEST_SPEED, 4, Deflater.DEFAULT_COMPRESSION, Deflater.BEST_COMPRESSION
  };

  @Override
  public @Nullable Piece read(byte[] bytes, int at, int to, int max)
      throws CannotEdit, IOException {
    if (to - at < HEADER + CHECK
        || (bytes[at] & 0xf) != 8
        || Numbers.big(bytes, at, 2) % 31 != 0
        || (bytes[at + 1] & DICTIONARY) != 0) {
      return null;
    }
    Deflate deflate = Deflate.inflated(bytes, at + HEADER, to, max);
    if (deflate.end() + CHECK > to) {
      throw new IOException("a stream without its check");
    }
    byte method = bytes[at];
    byte flags = bytes[at + 1];
    return new Piece(
        at, deflate.end() + CHECK, deflate.reveal(), changed -> written(method, flags, changed));
  }

  private static byte[] written(byte method, byte flags, byte[] content) {
    Adler32 check = new Adler32();
    check.update(content);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(method);
    out.write(flags);
    out.writeBytes(Deflate.deflated(content, LEVELS[(flags & 0xff) >> 6]));
    out.writeBytes(Numbers.big(check.getValue(), CHECK));
    return out.toByteArray();
  }
}
