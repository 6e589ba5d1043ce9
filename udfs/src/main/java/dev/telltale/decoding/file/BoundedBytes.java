package dev.telltale.decoding.file;

import com.github.luben.zstd.ZstdInputStream;
import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.xerial.snappy.Snappy;

/**
 * The compressions inside files, unpacked up to a bound: what would become longer ends with the
 * limit before it is in memory.
 */
public final class BoundedBytes {
  private static final int CHUNK = 64 << 10;
  private static final int XZ_MEMORY_KIB = (int) (Limits.MAX_XZ_MEMORY_BYTES >> 10);

  private final int max;

  /**
   * @param max bytes that one part may become
   */
  public BoundedBytes(int max) {
    this.max = max;
  }

  public byte[] deflate(byte[] bytes, int from, int length) throws IOException {
    Inflater inflater = new Inflater(true);
    try (InputStream in = new InflaterInputStream(stream(bytes, from, length), inflater)) {
      return all(in);
    } finally {
      inflater.end();
    }
  }

  /** All members, one after the other. */
  public byte[] gzip(byte[] bytes, int from, int length) throws IOException {
    try (InputStream in = new GZIPInputStream(stream(bytes, from, length))) {
      return all(in);
    }
  }

  public byte[] zstd(byte[] bytes, int from, int length) throws IOException {
    try (InputStream in = new ZstdInputStream(stream(bytes, from, length))) {
      return all(in);
    }
  }

  public byte[] bzip2(byte[] bytes, int from, int length) throws IOException {
    try (InputStream in = new BZip2CompressorInputStream(stream(bytes, from, length), true)) {
      return all(in);
    }
  }

  public byte[] xz(byte[] bytes, int from, int length) throws IOException {
    try (InputStream in =
        XZCompressorInputStream.builder()
            .setInputStream(stream(bytes, from, length))
            .setDecompressConcatenated(true)
            .setMemoryLimitKiB(XZ_MEMORY_KIB)
            .get()) {
      return all(in);
    }
  }

  /** A raw snappy block, whose length is believed only within the bound. */
  public byte[] snappy(byte[] bytes, int from, int length) throws IOException {
    int size = Snappy.uncompressedLength(bytes, from, length);
    check(size);
    byte[] out = new byte[size];
    Snappy.uncompress(bytes, from, length, out, 0);
    return out;
  }

  /** A raw LZ4 block of known size. */
  public byte[] lz4(byte[] bytes, int from, int length, int size) throws IOException {
    check(size);
    try (InputStream in = new BlockLZ4CompressorInputStream(stream(bytes, from, length))) {
      byte[] out = in.readNBytes(size);
      if (in.read() >= 0) {
        throw new IOException("an LZ4 block of another size");
      }
      return out;
    }
  }

  /**
   * LZ4 as Hadoop frames it: blocks with the size of their content and their own in front, most
   * significant byte first. Some writers left the frame out.
   */
  public byte[] hadoopLz4(byte[] bytes, int from, int length, int size) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(bytes, from, length);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    while (in.remaining() >= 8) {
      int content = in.getInt();
      int block = in.getInt();
      boolean sound =
          content >= 0 && content <= size - out.size() && block >= 0 && block <= in.remaining();
      if (!sound) {
        return lz4(bytes, from, length, size);
      }
      out.writeBytes(lz4(bytes, in.position(), block, content));
      in.position(in.position() + block);
    }
    return out.toByteArray();
  }

  public int max() {
    return max;
  }

  public void check(long size) {
    if (size < 0 || size > max) {
      throw new DamagedFile(FaultKind.FILE_BLOCK_LIMIT, DamagedFile.UNPLACED);
    }
  }

  private static InputStream stream(byte[] bytes, int from, int length) {
    return new ByteArrayInputStream(bytes, from, length);
  }

  /** All of a stream, up to the bound. */
  public byte[] all(InputStream in) throws IOException {
    byte[] out = new byte[CHUNK];
    int size = 0;
    while (true) {
      int read = in.read(out, size, out.length - size);
      if (read < 0) {
        return Arrays.copyOf(out, size);
      }
      size += read;
      check(size);
      if (size == out.length) {
        out = Arrays.copyOf(out, (int) Math.min(2L * size, max + 1L));
      }
    }
  }
}
