package dev.telltale.rewriting.layer;

import dev.telltale.rewriting.edit.CannotEdit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.xerial.snappy.Snappy;

/** Chunks of framed snappy (google/snappy, {@code framing_format.txt}). */
final class SnappyChunkCodec implements Codec {
  private static final int HEAD = 4;
  private static final int CHECK = 4;
  private static final int MAX_CONTENT = 64 << 10;
  private static final int COMPRESSED = 0;
  private static final int PLAIN = 1;
  private static final int FIRST_SKIPPABLE = 0x80;
  private static final byte[] NOTHING = new byte[0];

  @Override
  public @Nullable Piece read(byte[] bytes, int at, int to, int max)
      throws CannotEdit, IOException {
    if (to - at < HEAD) {
      return null;
    }
    int type = bytes[at] & 0xff;
    int end = at + HEAD + (int) Numbers.little(bytes, at + 1, 3);
    if (end > to || (type > PLAIN && type < FIRST_SKIPPABLE)) {
      return null;
    }
    if (type >= FIRST_SKIPPABLE) {
      return new Piece(at, end, NOTHING, changed -> Arrays.copyOfRange(bytes, at, end));
    }
    if (end - at < HEAD + CHECK) {
      throw new IOException("a chunk without its check");
    }
    int body = at + HEAD + CHECK;
    byte[] content =
        type == COMPRESSED
            ? SnappyBlockCodec.decoded(bytes, body, end, max)
            : Arrays.copyOfRange(bytes, body, end);
    return new Piece(at, end, content, changed -> written(type, changed));
  }

  /** As many chunks as the content needs. */
  private static byte[] written(int type, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int from = 0;
    do {
      int to = Math.min(content.length, from + MAX_CONTENT);
      byte[] part = Arrays.copyOfRange(content, from, to);
      byte[] body = type == COMPRESSED ? Snappy.compress(part) : part;
      out.write(type);
      out.writeBytes(Numbers.little(CHECK + body.length, 3));
      out.writeBytes(Numbers.little(masked(part), CHECK));
      out.writeBytes(body);
      from = to;
    } while (from < content.length);
    return out.toByteArray();
  }

  private static int masked(byte[] content) {
    CRC32C crc = new CRC32C();
    crc.update(content);
    int sum = (int) crc.getValue();
    return (sum >>> 15 | sum << 17) + 0xa282_ead8;
  }
}
