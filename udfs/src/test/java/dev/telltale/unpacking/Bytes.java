package dev.telltale.unpacking;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;

/** Builds the bytes of containers, byte by byte. */
public final class Bytes {
  /** The stream identifier of framed snappy, as its specification prints it. */
  static final byte[] SNAPPY_IDENTIFIER = {(byte) 0xff, 6, 0, 0, 's', 'N', 'a', 'P', 'p', 'Y'};

  private Bytes() {}

  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  public static byte[] cut(byte[] bytes, int length) {
    return Arrays.copyOf(bytes, length);
  }

  public static byte[] flip(byte[] bytes, int index) {
    byte[] copy = bytes.clone();
    copy[index] ^= 0x55;
    return copy;
  }

  public static byte[] of(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  public static byte[] int32(long value) {
    return of((int) value, (int) (value >> 8), (int) (value >> 16), (int) (value >> 24));
  }

  public static byte[] int16(int value) {
    return of(value, value >> 8);
  }

  public static byte[] random(long seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  public static long crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }

  public static byte[] deflate(byte[] bytes) {
    Deflater deflater = new Deflater(6, true);
    deflater.setInput(bytes);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  public static byte[] gzipHeader(int flags) {
    return of(0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 0, 3);
  }

  public static byte[] gzipTrailer(byte[] content) {
    return join(int32(crc(content)), int32(content.length));
  }

  public static byte[] gzip(byte[] content) {
    return join(gzipHeader(0), deflate(content), gzipTrailer(content));
  }

  public static byte[] gzip(String content) {
    return gzip(utf8(content));
  }

  /** A local header; a described one has no sizes. */
  public static byte[] zipHeader(
      String name, int flags, int method, long crc, long packed, long size) {
    return join(
        of('P', 'K', 3, 4, 20, 0),
        int16(flags),
        int16(method),
        int32(0),
        int32(crc),
        int32(packed),
        int32(size),
        int16(name.length()),
        int16(0),
        utf8(name));
  }

  public static byte[] zipStored(String name, byte[] content) {
    return join(zipHeader(name, 0, 0, crc(content), content.length, content.length), content);
  }

  public static byte[] zipDeflated(String name, byte[] content) {
    byte[] data = deflate(content);
    return join(zipHeader(name, 0, 8, crc(content), data.length, content.length), data);
  }

  public static byte[] zipDescribed(String name, byte[] content) {
    byte[] data = deflate(content);
    return join(
        zipHeader(name, 8, 8, 0, 0, 0),
        data,
        of('P', 'K', 7, 8),
        int32(crc(content)),
        int32(data.length),
        int32(content.length));
  }

  public static byte[] zipEnd() {
    byte[] entry = new byte[46];
    System.arraycopy(of('P', 'K', 1, 2), 0, entry, 0, 4);
    byte[] end = new byte[22];
    System.arraycopy(of('P', 'K', 5, 6), 0, end, 0, 4);
    return join(entry, end);
  }

  public static byte[] snappyChunk(int type, byte[] content, byte[] body) {
    CRC32C crc = new CRC32C();
    crc.update(content);
    int sum = (int) crc.getValue();
    int masked = (sum >>> 15 | sum << 17) + 0xa282ead8;
    int size = body.length + 4;
    return join(of(type, size, size >> 8, size >> 16), int32(masked), body);
  }

  public static byte[] varint(long value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long left = value;
    while (left >= 0x80) {
      out.write((int) ((left & 0x7f) | 0x80));
      left >>>= 7;
    }
    out.write((int) left);
    return out.toByteArray();
  }
}
