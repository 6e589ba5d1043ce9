package dev.telltale.rewriting.layer;

import dev.telltale.rewriting.edit.CannotEdit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/** Members of gzip (RFC 1952). The header of a member is kept as it is, byte for byte. */
final class GzipCodec implements Codec {
  private static final int FIXED = 10;
  private static final int TRAILER = 8;
  private static final int HEADER_CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int BEST = 2;
  private static final int FASTEST = 4;

  @Override
  public @Nullable Piece read(byte[] bytes, int at, int to, int max)
      throws CannotEdit, IOException {
    int data = afterHeader(bytes, at, to);
    if (data < 0) {
      return null;
    }
    Deflate deflate = Deflate.inflated(bytes, data, to, max);
    if (deflate.end() + TRAILER > to) {
      throw new IOException("a member without its check");
    }
    byte hint = bytes[at + 8];
    return new Piece(
        at,
        data,
        deflate.end() + TRAILER,
        deflate.reveal(),
        changed -> written(level(hint), changed));
  }

  /** Where the data of the member starts; -1 where there is none. */
  private static int afterHeader(byte[] bytes, int at, int to) {
    if (to - at < FIXED
        || bytes[at] != 0x1f
        || bytes[at + 1] != (byte) 0x8b
        || bytes[at + 2] != 8) {
      return -1;
    }
    int flags = bytes[at + 3];
    int next = at + FIXED;
    if ((flags & EXTRA) != 0) {
      next = to - next < 2 ? to : next + 2 + (int) Numbers.little(bytes, next, 2);
    }
    for (int flag : new int[] {NAME, COMMENT}) {
      if ((flags & flag) != 0) {
        while (next < to && bytes[next] != 0) {
          next++;
        }
        next++;
      }
    }
    next += (flags & HEADER_CHECKSUM) != 0 ? 2 : 0;
    return next < to ? next : -1;
  }

  private static byte[] written(int level, byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Deflate.deflated(content, level));
    out.writeBytes(Numbers.little(crc.getValue(), 4));
    out.writeBytes(Numbers.little(content.length, 4));
    return out.toByteArray();
  }

  /** What the header hints at; otherwise the default. */
  private static int level(int hint) {
    return hint == BEST
        ? Deflater.BEST_COMPRESSION
        : hint == FASTEST ? Deflater.BEST_SPEED : Deflater.DEFAULT_COMPRESSION;
  }
}
