package dev.telltale.rewriting.layer;

import dev.telltale.limit.Limits;
import dev.telltale.rewriting.edit.CannotEdit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.SingleXZInputStream;
import org.tukaani.xz.XZOutputStream;

/**
 * Streams that are written by a library, with the block size and the checks that their header
 * states: bzip2, xz, and frames of lz4. None of their readers takes more than its stream.
 */
enum StreamCodec implements Codec {
  BZIP2 {
    @Override
    InputStream reader(InputStream in) throws IOException {
      return new BZip2CompressorInputStream(in, false);
    }

    @Override
    OutputStream writer(byte[] header, OutputStream out) throws IOException {
      return new BZip2CompressorOutputStream(out, Math.max(1, Math.min(9, header[3] - '0')));
    }
  },
  XZ {
    @Override
    InputStream reader(InputStream in) throws IOException {
      return new SingleXZInputStream(in, (int) (Limits.MAX_XZ_MEMORY_BYTES >> 10));
    }

    @Override
    OutputStream writer(byte[] header, OutputStream out) throws IOException {
      return new XZOutputStream(out, new LZMA2Options(), header[7] & 0xf);
    }
  },
  LZ4 {
    @Override
    InputStream reader(InputStream in) throws IOException {
      return new FramedLZ4CompressorInputStream(in, false);
    }

    @Override
    OutputStream writer(byte[] header, OutputStream out) throws IOException {
      int flags = header[4];
      FramedLZ4CompressorOutputStream.BlockSize size =
          switch (header[5] >> 4 & 7) {
            case 4 -> FramedLZ4CompressorOutputStream.BlockSize.K64;
            case 5 -> FramedLZ4CompressorOutputStream.BlockSize.K256;
            case 6 -> FramedLZ4CompressorOutputStream.BlockSize.M1;
            default -> FramedLZ4CompressorOutputStream.BlockSize.M4;
          };
      return new FramedLZ4CompressorOutputStream(
          out,
          new FramedLZ4CompressorOutputStream.Parameters(
              size, (flags & 4) != 0, (flags & 0x10) != 0, (flags & 0x20) == 0));
    }
  };

  private static final int HEADER = 8;
  private static final int CHUNK = 64 << 10;

  abstract InputStream reader(InputStream in) throws IOException;

  abstract OutputStream writer(byte[] header, OutputStream out) throws IOException;

  @Override
  public @Nullable Piece read(byte[] bytes, int at, int to, int max)
      throws CannotEdit, IOException {
    if (to - at < HEADER) {
      return null;
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    ByteArrayInputStream stored = new ByteArrayInputStream(bytes, at, to - at);
    try (InputStream in = reader(stored)) {
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        content.write(chunk, 0, count);
        if (content.size() > max) {
          throw new CannotEdit(CannotEdit.Reason.UNPACKED_LIMIT);
        }
      }
    } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException damage) {
      throw new IOException("a damaged stream");
    }
    byte[] header = Arrays.copyOfRange(bytes, at, at + HEADER);
    int end = to - stored.available();
    return new Piece(at, end, content.toByteArray(), changed -> written(header, changed));
  }

  private byte[] written(byte[] header, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream stream = writer(header, out)) {
      stream.write(content);
    }
    return out.toByteArray();
  }
}
