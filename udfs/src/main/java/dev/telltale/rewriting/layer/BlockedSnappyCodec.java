package dev.telltale.rewriting.layer;

import dev.telltale.rewriting.edit.CannotEdit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.xerial.snappy.Snappy;

/**
 * Snappy blocks with their lengths in front: Hadoop's, of which each has that of its content too
 * and may have several blocks, and those of snappy-java's stream after its header.
 */
final class BlockedSnappyCodec implements Codec {
  private static final int LENGTH = 4;
  private static final int XERIAL_HEADER = 16;
  private static final byte[] XERIAL = {(byte) 0x82, 'S', 'N', 'A', 'P', 'P', 'Y', 0};
  private static final byte[] NOTHING = new byte[0];

  private final boolean hadoop;

  BlockedSnappyCodec(boolean hadoop) {
    this.hadoop = hadoop;
  }

  @Override
  public @Nullable Piece read(byte[] bytes, int at, int to, int max)
      throws CannotEdit, IOException {
    return hadoop ? hadoop(bytes, at, to, max) : xerial(bytes, at, to, max);
  }

  private static @Nullable Piece xerial(byte[] bytes, int at, int to, int max)
      throws CannotEdit, IOException {
    boolean header =
        to - at >= XERIAL_HEADER
            && Arrays.equals(bytes, at, at + XERIAL.length, XERIAL, 0, XERIAL.length);
    if (header) {
      int end = at + XERIAL_HEADER;
      return new Piece(at, end, NOTHING, changed -> Arrays.copyOfRange(bytes, at, end));
    }
    int end = end(bytes, at, to);
    return new Piece(
        at,
        end,
        SnappyBlockCodec.decoded(bytes, at + LENGTH, end, max),
        changed -> block(Snappy.compress(changed)));
  }

  private static Piece hadoop(byte[] bytes, int at, int to, int max)
      throws CannotEdit, IOException {
    if (to - at < LENGTH) {
      throw new IOException("a block without its length");
    }
    long content = Numbers.big(bytes, at, LENGTH);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream();
    int next = at + LENGTH;
    while (decoded.size() < content) {
      int end = end(bytes, next, to);
      decoded.writeBytes(SnappyBlockCodec.decoded(bytes, next + LENGTH, end, max - decoded.size()));
      next = end;
    }
    return new Piece(at, next, decoded.toByteArray(), BlockedSnappyCodec::hadoop);
  }

  private static byte[] hadoop(byte[] changed) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Numbers.big(changed.length, LENGTH));
    if (changed.length > 0) {
      out.writeBytes(block(Snappy.compress(changed)));
    }
    return out.toByteArray();
  }

  private static byte[] block(byte[] compressed) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Numbers.big(compressed.length, LENGTH));
    out.writeBytes(compressed);
    return out.toByteArray();
  }

  private static int end(byte[] bytes, int at, int to) throws IOException {
    long length = to - at < LENGTH ? -1 : Numbers.big(bytes, at, LENGTH);
    if (length <= 0 || length > to - at - LENGTH) {
      throw new IOException("a block that is not there as a whole");
    }
    return at + LENGTH + (int) length;
  }
}
