package dev.telltale.unpacking.compression;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.nio.ByteBuffer;

/**
 * Feeds a zstd decoder one piece of a frame at a time, so that its errors are known to the block.
 * The native buffers belong to the thread and are used within one call only.
 */
final class ZstdBlockDecoder implements AutoCloseable {
  static final int BLOCK = 128 << 10;

  private static final ThreadLocal<ByteBuffer> INPUT =
      ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(BLOCK + 64));
  private static final ThreadLocal<ByteBuffer> OUTPUT =
      ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(BLOCK + 64));

  private final ZstdDecompressCtx context = new ZstdDecompressCtx();
  private final byte[] out = new byte[BLOCK + 64];
  private int count;

  /** Forgets the previous frame. */
  void reset() {
    context.reset();
    count = 0;
  }

  /** Decodes one header, block or checksum; false if it is corrupt. */
  boolean feed(byte[] bytes, int from, int length) {
    count = 0;
    ByteBuffer input = INPUT.get().clear().put(bytes, from, length).flip();
    ByteBuffer output = OUTPUT.get().clear();
    try {
      boolean ended = false;
      while (input.hasRemaining() && output.hasRemaining() && !ended) {
        ended = context.decompressDirectByteBufferStream(output, input);
      }
    } catch (ZstdException corrupt) {
      return false;
    }
    count = output.position();
    output.flip().get(out, 0, count);
    return !input.hasRemaining();
  }

  /** What the last piece decoded to: the first {@link #count()} bytes. */
  byte[] out() {
    return out;
  }

  int count() {
    return count;
  }

  @Override
  public void close() {
    context.close();
  }
}
