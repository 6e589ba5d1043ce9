package dev.telltale.rewriting.layer;

import dev.telltale.bytes.Varint;
import dev.telltale.rewriting.edit.CannotEdit;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.xerial.snappy.Snappy;

/** A snappy block that is all there is (google/snappy, {@code format_description.txt}). */
final class SnappyBlockCodec implements Codec {
  private static final int MAX_LENGTH = 5;

  @Override
  public @Nullable Piece read(byte[] bytes, int at, int to, int max)
      throws CannotEdit, IOException {
    return new Piece(at, to, decoded(bytes, at, to, max), Snappy::compress);
  }

  /** The content of a block; its declared length is checked before anything is allocated. */
  static byte[] decoded(byte[] bytes, int at, int to, int max) throws CannotEdit, IOException {
    int end = Varint.end(bytes, at, to, MAX_LENGTH);
    if (end < 0) {
      throw new IOException("a block without its length");
    }
    if (Varint.value(bytes, at, end) > max) {
      throw new CannotEdit(CannotEdit.Reason.UNPACKED_LIMIT);
    }
    byte[] block = Arrays.copyOfRange(bytes, at, to);
    if (!Snappy.isValidCompressedBuffer(block)) {
      throw new IOException("a damaged block");
    }
    return Snappy.uncompress(block);
  }
}
