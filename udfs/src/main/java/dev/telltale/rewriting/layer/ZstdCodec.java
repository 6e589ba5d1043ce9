package dev.telltale.rewriting.layer;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.telltale.limit.Limits;
import dev.telltale.rewriting.edit.CannotEdit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Frames of zstd (RFC 8878). A frame that is written again states its content's size and has a
 * checksum where the old one did; skippable frames are kept.
 */
final class ZstdCodec implements Codec {
  private static final long MAGIC = 0xfd2f_b528L;
  private static final long SKIPPABLE = 0x184d_2a50L;
  private static final int FIXED = 5;
  private static final int BLOCK_HEADER = 3;
  private static final int CHECK = 4;
  private static final int CHUNK = 64 << 10;
  private static final byte[] NOTHING = new byte[0];

  @Override
  public @Nullable Piece read(byte[] bytes, int at, int to, int max)
      throws CannotEdit, IOException {
    if (to - at < 8) {
      return null;
    }
    long magic = Numbers.little(bytes, at, 4);
    if ((magic & ~0xfL) == SKIPPABLE) {
      long end = at + 8 + Numbers.little(bytes, at + 4, 4);
      return end > to
          ? null
          : new Piece(at, (int) end, NOTHING, x -> Arrays.copyOfRange(bytes, at, (int) end));
    }
    if (magic != MAGIC) {
      return null;
    }
    int descriptor = bytes[at + 4];
    if ((descriptor & 3) != 0) {
      throw new IOException("a frame that needs a dictionary");
    }
    int end = end(bytes, at, to);
    boolean sized = (descriptor & 0xe0) != 0;
    boolean checked = (descriptor & 4) != 0;
    return new Piece(
        at, end, decoded(bytes, at, end, max), changed -> written(changed, sized, checked));
  }

  /** Follows the blocks. */
  private static int end(byte[] bytes, int at, int to) throws IOException {
    int descriptor = bytes[at + 4] & 0xff;
    boolean single = (descriptor & 0x20) != 0;
    int size = descriptor >> 6;
    int next = at + FIXED + (single ? 0 : 1) + (size == 0 ? single ? 1 : 0 : 1 << size);
    boolean last = false;
    while (!last) {
      if (to - next < BLOCK_HEADER) {
        throw new IOException("a frame that ends early");
      }
      int head = (int) Numbers.little(bytes, next, BLOCK_HEADER);
      last = (head & 1) != 0;
      int content = (head >> 1 & 3) == 1 ? 1 : head >> 3;
      if (content > to - next - BLOCK_HEADER) {
        throw new IOException("a frame that ends early");
      }
      next += BLOCK_HEADER + content;
    }
    next += (descriptor & 4) != 0 ? CHECK : 0;
    if (next > to) {
      throw new IOException("a frame without its check");
    }
    return next;
  }

  private static byte[] decoded(byte[] bytes, int at, int end, int max)
      throws CannotEdit, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    try (ZstdInputStreamNoFinalizer zstd =
        new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(bytes, at, end - at))) {
      zstd.setLongMax(Long.numberOfTrailingZeros(Limits.MAX_ZSTD_WINDOW_BYTES));
      for (int count = zstd.read(chunk); count >= 0; count = zstd.read(chunk)) {
        out.write(chunk, 0, count);
        if (out.size() > max) {
          throw new CannotEdit(CannotEdit.Reason.UNPACKED_LIMIT);
        }
      }
    }
    return out.toByteArray();
  }

  private static byte[] written(byte[] content, boolean sized, boolean checked) {
    try (ZstdCompressCtx context = new ZstdCompressCtx()) {
      context.setContentSize(sized);
      context.setChecksum(checked);
      context.setDictID(false);
      return context.compress(content);
    }
  }
}
